// What two players of a GAN on points make of the plane: D's field and the best there is, densities, the bent latent grid, where G is
// pushed. One thread. Engine-internal (sees torch).
#pragma once

#include <functional>
#include <memory>

#include "engine/data/point_target.hpp"
#include "engine/losses/adversarial.hpp"
#include "engine/tensor/named_tensors.hpp"

namespace ganvas {

class PlaneView {
 public:
  struct Game {
    const AdversarialLoss& loss;
    double smoothing = 0;
  };
  struct Players {
    std::function<torch::Tensor(const torch::Tensor& latents)> generate;   ///< [N,latent] -> [N,2], no gradient
    std::function<torch::Tensor(const torch::Tensor& points)> judge;       ///< [N,2] -> [N,1] logits; empty: D has no answer to single points
    std::int64_t latentSize = 2;
    bool labelled = false;                                                 ///< a latent is of a mode besides, so that there is no grid to bend
  };

  PlaneView(std::shared_ptr<const PointTarget> target, Game game) : target_(std::move(target)), game_(game) {}

  /// Real points and generated ones [N,2] as a picture [1,3,side,side] in [-1,1].
  torch::Tensor drawn(const torch::Tensor& points, int side) const;

  /// Inputs "view" {xLow, xHigh, yLow, yHigh, columns, rows}, or {columns, rows} of what shows all of the target, "count" (of points, at most 10 000), "lines" (of the latent grid a side; 0: none), "measure" (0: without densities, D* and
  /// divergences, which need ten thousand points),
  /// "probe" (latents of one point). Outputs as engine/api/model.hpp lists them.
  NamedTensors answer(const NamedTensors& inputs, const Players& players);

 private:
  void lookAt(const PlaneGrid& grid);
  torch::Tensor generatedMasses(const torch::Tensor& points) const;
  void addDensities(NamedTensors& out, const torch::Tensor& points) const;
  void addField(NamedTensors& out, const Players& players, const torch::Tensor& shown) const;

  std::shared_ptr<const PointTarget> target_;
  Game game_;
  PlaneGrid grid_{};
  torch::Tensor masses_;   // of the target in the cells of grid_ [rows,columns]
};

}  // namespace ganvas
