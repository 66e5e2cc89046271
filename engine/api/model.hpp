// Using trained (or still-training) networks: one typed request, named outputs. Newest wins.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/family.hpp"
#include "engine/api/frame.hpp"
#include "engine/api/result.hpp"

namespace ganvas {

/// The index-th latent drawn with a seed: the same point on every machine, in window and command line.
struct LatentPoint {
  std::uint64_t seed = 0;
  std::uint32_t index = 0;
  bool operator==(const LatentPoint&) const = default;
};

/// A latent on the great circle from `from` to `to` (t = 0 … 1, Shoemake 1985), then moved along the generator's
/// principal directions (offsets in standard deviations; GANSpace, Härkönen 2020).
struct LatentRecipe {
  LatentPoint from;
  LatentPoint to;
  double t = 0;
  std::vector<double> offsets = {};
};

/// Inputs have names: "latent"; "class": a class for each latent; "codes": a row of ModelInfo::codes for each latent, one after another,
/// NaN where a code is left as the latent has it; "image": a picture to be named; "sketch": ink on white paper to be painted once for each
/// latent; "opinion": asks for the discriminator's opinion of each patch too, the image "opinion" [1,h,w] from black, painted, to white, real;
/// left out where its answers mean nothing by themselves. "text", "frames".
/// Interaction "field" (points in the plane), all as numbers: "view": {xLow, xHigh, yLow, yHigh, columns, rows}, what of the plane is looked at,
/// in cells of at most 256 a side, or {columns, rows} of all that matters; "count": of points, at most 10 000; "lines": of the latent grid a side, 0 for none;
/// "measure": 0 leaves out densities, D* and divergences, for which ten thousand points are drawn; "probe": the latent of
/// one point. Results as lists, cells row by row from yLow up, points as x, y: "view" (the four borders), "fake", "real", "latents" (of "fake"); "p_data", "p_g": densities
/// in the cells; "d": D's answer in their middles (a probability where the loss has one, else logits), "d_star": the best D there is against
/// this generator, NaN where neither density is; "gradients": dx, dy in which the generator's loss pulls each of "fake"; "manifold": the
/// generator's image of a latent grid of equal shares; "probe": of that one. What does not apply is missing. Scalars: "value", "js", "kl", "gap" (mean |D - D*| under
/// (p_data + p_g)/2), "modes", "high_quality", "reverse_kl".
using InferenceInput = std::variant<std::vector<LatentRecipe>, std::vector<std::int64_t>, std::vector<double>, Frame, std::string,
                                    std::vector<Frame>>;

enum class Weights { ema, live };

struct InferenceRequest {
  std::uint64_t revision = 0;                    ///< the caller's number; comes back with the result
  Weights weights = Weights::ema;                ///< live where the run keeps no EMA
  std::map<std::string, InferenceInput> inputs;
  int columns = 0;                               ///< of the grid of results; 0 lets the engine choose
};

struct InferenceResult {
  std::uint64_t revision = 0;
  std::int64_t step = 0;                         ///< rounds trained by the weights that answered
  double milliseconds = 0;
  std::map<std::string, TileGrid> images;        ///< by name: "samples", …
  std::map<std::string, double> scalars;
  std::map<std::string, std::vector<double>> lists;   ///< "classes", "categories": how likely each is
  std::optional<Error> error;
};

struct ModelInfo {
  FamilyInfo family;
  std::string data;
  std::string folder;                            ///< of the run
  std::int64_t step = 0;
  int tileWidth = 0, tileHeight = 0, channels = 0;
  int latentSize = 0;
  bool hasEma = false;
  std::vector<double> directionShares;           ///< variance share of each principal direction, largest first; may still be empty
  std::vector<std::string> classNames;
  std::vector<CodeInfo> codes;                   ///< in the order of the input "codes"
};

/// Networks that answer requests on a thread of their own. Methods never wait; any thread may call them, but
/// results go to whoever takes them first.
class Model {
 public:
  virtual ~Model() = default;
  virtual ModelInfo info() const = 0;
  /// Replaces a request that has not been begun.
  virtual void request(InferenceRequest request) = 0;
  /// The newest result not yet taken.
  virtual std::optional<InferenceResult> take() = 0;
};

}  // namespace ganvas
