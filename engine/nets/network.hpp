// Networks from a fixed set of describable layers. A Network belongs to one thread at a time. Engine-internal (sees torch).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/nets/layer.hpp"

namespace ganvas {

class Network : public torch::nn::Module {
 public:
  Network(std::vector<LayerSpec> layers, Precision precision = Precision::float32);

  /// `labels` [N] int64, where takesLabels().
  torch::Tensor forward(torch::Tensor x, const torch::Tensor& labels = {}) { return run(std::move(x), labels, 0, layers_.size()); }
  /// The output of the layer `name`.
  torch::Tensor forwardTo(torch::Tensor x, const std::string& name, const torch::Tensor& labels = {}) { return run(std::move(x), labels, 0, after(name)); }
  /// The outputs of the layers `names`, which follow each other, and of the last layer, from one pass.
  std::vector<torch::Tensor> forwardAlong(torch::Tensor x, const std::vector<std::string>& names, const torch::Tensor& labels = {});
  /// What the layers after `name` make of that layer's output.
  torch::Tensor forwardFrom(torch::Tensor x, const std::string& name, const torch::Tensor& labels = {}) { return run(std::move(x), labels, after(name), layers_.size()); }

  /// Layer by layer from one generator: the same seed gives the same weights on every machine.
  void initialise(torch::Generator generator);
  void setNoise(const torch::Generator& generator);
  /// To be called where parameters or buffers were written from outside.
  void weightsReplaced();

  std::vector<LayerSpec> describe() const;
  /// Names, in order.
  std::vector<std::string> layersOf(LayerKind kind) const;
  /// Whether a sample's output depends on the others in the batch, so that real and generated ones must go through apart.
  bool couplesBatch() const;
  bool takesLabels() const;

 private:
  friend class BorrowedWeights;
  /// From layer `begin` to before layer `end`; outputs that later layers join are kept in `kept`.
  torch::Tensor run(torch::Tensor x, const torch::Tensor& labels, std::size_t begin, std::size_t end, std::map<std::string, torch::Tensor>& kept);
  torch::Tensor run(torch::Tensor x, const torch::Tensor& labels, std::size_t begin, std::size_t end);
  /// The dense layers that follow each other from `at` on, with their activations; moves `at` behind them.
  std::vector<DenseLayer> denseChain(std::size_t& at, std::size_t end);
  std::size_t after(const std::string& name) const;

  std::vector<std::shared_ptr<LayerImpl>> layers_;
  std::set<std::string> joined_;   // names of layers whose output comes in once more
};

/// Lets a network compute with other weights for a while: those of updates that are only looked ahead to. Its own come back at the end.
class BorrowedWeights {
 public:
  explicit BorrowedWeights(Network& network) : network_(network) {}
  BorrowedWeights(const BorrowedWeights&) = delete;
  BorrowedWeights& operator=(const BorrowedWeights&) = delete;
  ~BorrowedWeights() { put(own_); }
  /// In the order and the shapes of the network's parameters().
  void use(const std::vector<torch::Tensor>& weights);

 private:
  void put(const std::vector<torch::Tensor>& weights);
  Network& network_;
  std::vector<torch::Tensor*> places_;
  std::vector<torch::Tensor> own_;
};

}  // namespace ganvas
