// The fixed set of describable layers that networks are built from. One description serves training, the architecture picture and
// latent directions. A layer belongs to one thread at a time. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

#include <string>
#include <vector>

#include "engine/tensor/fast_conv.hpp"
#include "engine/tensor/fast_dense.hpp"

namespace ganvas {

enum class LayerKind {
  linear, conv, convTranspose, repeatConv, maxout,        // with weights
  batchNorm, layerNorm, instanceNorm,                     // norms, each with a scale and a shift per channel
  relu, leakyRelu, softplus, tanh,                        // activations
  abscissae,                                              // x of each of the points of a pack
  evenly,                                                 // a standard normal number to one that is uniform in (-1,1)
  dropout, gaussianNoise,                                 // noise, in training only
  minibatchDiscrimination, minibatchDeviation,            // what lets D see the batch as a whole
  joinLabel, projection,                                  // where a label comes in
  joinOutput,                                             // where an earlier layer's output comes in once more
  reshape, flatten, sumPool
};

/// How a layer's weights begin. normal: N(0, 0.02²) (Radford 2016, 4); around one for batch norm's scale. heUniform: U(±1/√fan_in)
/// as torch::nn::Linear has it; wide: N(0, 0.05²) (Salimans 2016). Biases begin at zero.
enum class Init { normal, heUniform, wide };

/// What is made of a weight before it is used. spectral: divided by its largest singular value (Miyato 2018, arXiv:1802.05957, eq. 8;
/// one power iteration a pass). normalised: each output's weights have length one times a gain that is learnt (Salimans & Kingma 2016,
/// arXiv:1602.07868, eq. 2). scaled: the same with the gain held. Both are for linear layers; gain and bias begin with the first batch in
/// training, so that what comes out has mean zero and deviation one there (eq. 5 and 6); until then only the bias, zero, comes out.
enum class WeightForm { plain, spectral, normalised, scaled };

struct LayerSpec {
  LayerKind kind = LayerKind::linear;
  std::string name;                  ///< unique in its network; no dots; names the parameters
  std::int64_t in = 0;               ///< features or channels
  std::int64_t out = 0;
  std::int64_t kernel = 0, stride = 1, padding = 0;   ///< convolutions, square; minibatchDiscrimination: `kernel` numbers a row
  bool bias = true;
  double amount = 0;                 ///< slope of leakyRelu, probability of dropout, deviation of gaussianNoise, pieces of maxout
  std::int64_t classes = 0;          ///< joinLabel, projection
  std::vector<std::int64_t> shape;   ///< reshape: without the batch dimension
  std::string of;                    ///< joinOutput: the layer; empty: what goes into the network
  Init init = Init::normal;
  WeightForm form = WeightForm::plain;
};

/// Shorthands, so that a family reads like the paper's table.
namespace layers {
LayerSpec linear(std::string name, std::int64_t in, std::int64_t out, bool bias = true, Init init = Init::heUniform);
LayerSpec conv(std::string name, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool bias);
LayerSpec convTranspose(std::string name, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool bias);
/// [N,in,H,W] -> [N,out,2H,2W]: each pixel four times, then a convolution 3×3, which leaves no mesh (Odena 2016, doi:10.23915/distill.00003).
LayerSpec repeatConv(std::string name, std::int64_t in, std::int64_t out, bool bias);
LayerSpec batchNorm(std::string name, std::int64_t features);
/// `kind`: batchNorm, layerNorm (over all features of a sample; Ba 2016) or instanceNorm (over the places of each channel; Ulyanov 2016).
LayerSpec norm(LayerKind kind, std::string name, std::int64_t features);
LayerSpec relu(std::string name);
LayerSpec leakyRelu(std::string name, double slope);
LayerSpec softplus(std::string name);
LayerSpec tanh(std::string name);
LayerSpec abscissae(std::string name);   ///< [N,2·pack] -> [N,pack]: every first of two
LayerSpec evenly(std::string name);   ///< twice the normal distribution function minus one
LayerSpec maxout(std::string name, std::int64_t in, std::int64_t out, std::int64_t pieces);   ///< Goodfellow 2013
LayerSpec dropout(std::string name, double probability);
LayerSpec gaussianNoise(std::string name, double deviation);
/// [N,in] -> [N,in+rows]: closeness to the other samples of the batch (Salimans 2016, arXiv:1606.03498, 3.2), `numbers` a row.
LayerSpec minibatchDiscrimination(std::string name, std::int64_t in, std::int64_t rows, std::int64_t numbers);
/// [N,in] or [N,in,H,W] -> one feature or channel more: the batch's mean standard deviation (Karras 2018, arXiv:1710.10196, 3).
LayerSpec minibatchDeviation(std::string name, std::int64_t in);
/// [N,in] or [N,in,H,W] -> `classes` features or channels more: the label, one-hot (Mirza & Osindero 2014, arXiv:1411.1784).
LayerSpec joinLabel(std::string name, std::int64_t in, std::int64_t classes);
/// [N,in] -> [N,1]: a linear map plus the inner product with the label's vector (Miyato & Koyama 2018, arXiv:1802.05637, eq. 4).
LayerSpec projection(std::string name, std::int64_t in, std::int64_t classes);
/// [N,in,H,W] -> [N,in+added,H,W]: with the output of the layer `of`, or what went into the network where it is empty (Ronneberger 2015,
/// arXiv:1505.04597).
LayerSpec joinOutput(std::string name, std::int64_t in, std::string of, std::int64_t added);
LayerSpec reshape(std::string name, std::vector<std::int64_t> shape);
LayerSpec flatten(std::string name);
LayerSpec sumPool(std::string name);   ///< [N,C,H,W] -> [N,C], summed over places
}  // namespace layers

/// One layer with its parameters and buffers.
class LayerImpl : public torch::nn::Module {
 public:
  LayerImpl(const LayerSpec& spec, Precision precision);
  /// `labels` [N] int64, for layers that take them.
  torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& labels);
  /// Whether this layer and the next one on x can be one operation, which is faster and gives the same.
  bool absorbs(const LayerSpec& next, const torch::Tensor& x) const;
  torch::Tensor forwardWith(const LayerSpec& next, const torch::Tensor& x);
  /// Whether this layer can be a link of a chain of dense layers that is one operation.
  bool isDense() const { return spec_.kind == LayerKind::linear && !hasGain() && precision_ == Precision::float32; }
  /// Such a link, with an activation of this slope.
  DenseLayer dense(double slope) { return {weight(), bias_, slope}; }
  void initialise(torch::Generator& generator);
  const LayerSpec& spec() const { return spec_; }
  /// Noise of dropout and noise layers comes from here; without it they draw from LibTorch's own generator.
  void setNoise(const torch::Generator& generator) { noise_ = generator; }
  /// Weights or gains have come from elsewhere (a checkpoint).
  void weightsReplaced() { begun_ = false; }
  bool takesLabels() const { return spec_.kind == LayerKind::joinLabel || spec_.kind == LayerKind::projection; }
  /// Whether a sample's output depends on the others in the batch.
  bool couplesBatch() const;
  /// What it computes with, in the order of parameters(): for BorrowedWeights.
  std::vector<torch::Tensor*> weights();

 private:
  void registerWeights();
  torch::Tensor weight();                                   ///< in the form in which it is used
  /// Divided by their largest singular value, that `singular` leads to and follows.
  torch::Tensor bySingular(const torch::Tensor& weights, torch::Tensor& singular);
  Precision precisionFor(const torch::Tensor& x) const;     ///< what `x` is computed in
  torch::Tensor product(const torch::Tensor& x, const torch::Tensor& w, const torch::Tensor& bias) const;
  torch::Tensor linearMap(const torch::Tensor& x);
  bool hasGain() const { return spec_.form == WeightForm::normalised || spec_.form == WeightForm::scaled; }
  void beginWith(const torch::Tensor& mapped);
  torch::Tensor standardNormal(at::IntArrayRef shape) const;
  torch::Tensor dropped(const torch::Tensor& x) const;
  c10::optional<torch::Generator> noise() const { return noise_.defined() ? c10::optional<torch::Generator>(noise_) : c10::nullopt; }

  LayerSpec spec_;
  Precision precision_;
  torch::Tensor weight_, bias_, runningMean_, runningVar_;
  torch::Tensor gain_;       // [out], normalised and scaled weights; zero until the first batch
  bool begun_ = false;       // what gain_ tells, known without asking the device
  torch::Tensor singular_, labelSingular_;   // [rows], spectral weights: where the power iteration has got to
  torch::Tensor labelRows_;  // [classes,in], projection
  torch::Generator noise_;
};

}  // namespace ganvas
