// Networks from a fixed set of describable layers. One description serves training, the architecture picture and latent directions.
// A Network belongs to one thread at a time. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

#include <string>
#include <vector>

#include "engine/tensor/fast_conv.hpp"

namespace ganvas {

enum class LayerKind { linear, conv, convTranspose, batchNorm, relu, leakyRelu, tanh, maxout, dropout, reshape, flatten };

/// How a layer's weights begin. normal: N(0, 0.02²) (Radford 2016, 4); around one for batch norm's scale. heUniform: U(±1/√fan_in)
/// as torch::nn::Linear has it; biases begin at zero.
enum class Init { normal, heUniform };

struct LayerSpec {
  LayerKind kind = LayerKind::linear;
  std::string name;                  ///< unique in its network; no dots; names the parameters
  std::int64_t in = 0;               ///< features or channels
  std::int64_t out = 0;
  std::int64_t kernel = 0, stride = 1, padding = 0;   ///< convolutions, square
  bool bias = true;
  double amount = 0;                 ///< slope of leakyRelu, probability of dropout, pieces of maxout
  std::vector<std::int64_t> shape;   ///< reshape: without the batch dimension
  Init init = Init::normal;
};

/// Shorthands, so that a family reads like the paper's table.
namespace layers {
LayerSpec linear(std::string name, std::int64_t in, std::int64_t out, bool bias = true, Init init = Init::heUniform);
LayerSpec conv(std::string name, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool bias);
LayerSpec convTranspose(std::string name, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool bias);
LayerSpec batchNorm(std::string name, std::int64_t features);
LayerSpec relu(std::string name);
LayerSpec leakyRelu(std::string name, double slope);
LayerSpec tanh(std::string name);
LayerSpec maxout(std::string name, std::int64_t in, std::int64_t out, std::int64_t pieces);   ///< Goodfellow 2013
LayerSpec dropout(std::string name, double probability);
LayerSpec reshape(std::string name, std::vector<std::int64_t> shape);
LayerSpec flatten(std::string name);
}  // namespace layers

/// One layer with its parameters and buffers.
class LayerImpl : public torch::nn::Module {
 public:
  LayerImpl(const LayerSpec& spec, Precision precision);
  torch::Tensor forward(const torch::Tensor& x);
  /// Whether this layer and the next one on x can be one operation, which is faster and gives the same.
  bool absorbs(const LayerSpec& next, const torch::Tensor& x) const;
  torch::Tensor forwardWith(const LayerSpec& next, const torch::Tensor& x);
  void initialise(torch::Generator& generator);
  const LayerSpec& spec() const { return spec_; }
  /// Noise of dropout layers comes from here; without it dropout draws from LibTorch's own generator.
  void setNoise(const torch::Generator& generator) { noise_ = generator; }

 private:
  LayerSpec spec_;
  Precision precision_;
  torch::Tensor weight_, bias_, runningMean_, runningVar_;
  torch::Generator noise_;
};

class Network : public torch::nn::Module {
 public:
  Network(std::vector<LayerSpec> layers, Precision precision = Precision::float32);

  torch::Tensor forward(torch::Tensor x) { return forwardTo(std::move(x), {}); }
  /// The output of the layer `name`; all layers where it is empty.
  torch::Tensor forwardTo(torch::Tensor x, const std::string& name);

  /// Layer by layer from one generator: the same seed gives the same weights on every machine.
  void initialise(torch::Generator generator);
  void setNoise(const torch::Generator& generator);

  std::vector<LayerSpec> describe() const;
  /// Whether a sample's output depends on the others in the batch, so that real and generated ones must go through apart.
  bool couplesBatch() const;

 private:
  std::vector<std::shared_ptr<LayerImpl>> layers_;
};

}  // namespace ganvas
