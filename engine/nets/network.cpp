#include "engine/nets/network.hpp"

#include <algorithm>
#include <stdexcept>

namespace ganvas {

Network::Network(std::vector<LayerSpec> specs, Precision precision) {
  for (const auto& spec : specs) {
    layers_.push_back(register_module(spec.name, std::make_shared<LayerImpl>(spec, precision)));
    if (spec.kind == LayerKind::joinOutput) joined_.insert(spec.of);
  }
}

std::size_t Network::after(const std::string& name) const {
  for (std::size_t i = 0; i < layers_.size(); ++i)
    if (layers_[i]->spec().name == name) return i + 1;
  throw std::logic_error("no layer named " + name);
}

std::vector<DenseLayer> Network::denseChain(std::size_t& at, std::size_t end) {
  std::vector<DenseLayer> chain;
  while (at < end && layers_[at]->isDense()) {
    const auto* next = at + 1 < end ? &layers_[at + 1]->spec() : nullptr;
    const bool relu = next && next->kind == LayerKind::relu, leaky = next && next->kind == LayerKind::leakyRelu && next->amount >= 0;
    chain.push_back(layers_[at]->dense(relu ? 0.0 : leaky ? next->amount : 1.0));
    at += relu || leaky ? 2 : 1;
    while (at < end && layers_[at]->spec().kind == LayerKind::flatten) ++at;   // what comes out of a chain is flat
  }
  return chain;
}

torch::Tensor Network::run(torch::Tensor x, const torch::Tensor& labels, std::size_t begin, std::size_t end) {
  std::map<std::string, torch::Tensor> kept;
  return run(std::move(x), labels, begin, end, kept);
}

std::vector<torch::Tensor> Network::forwardAlong(torch::Tensor x, const std::vector<std::string>& names, const torch::Tensor& labels) {
  std::map<std::string, torch::Tensor> kept;
  std::vector<torch::Tensor> outputs;
  std::size_t begin = 0;
  for (const auto& name : names) {
    const auto end = after(name);
    outputs.push_back(x = run(x, labels, begin, end, kept));
    begin = end;
  }
  outputs.push_back(run(x, labels, begin, layers_.size(), kept));
  return outputs;
}

torch::Tensor Network::run(torch::Tensor x, const torch::Tensor& labels, std::size_t begin, std::size_t end, std::map<std::string, torch::Tensor>& kept) {
  if (begin == 0 && joined_.contains("")) kept[""] = x;
  for (auto i = begin; i < end; ++i) {
    if (layers_[i]->spec().kind == LayerKind::joinOutput) {
      x = torch::cat({x, kept.at(layers_[i]->spec().of)}, 1);
    } else if (x.is_cpu() && x.scalar_type() == torch::kFloat32 && x.dim() == 2 && layers_[i]->isDense()) {
      x = denseLayers(x, denseChain(i, end));
      --i;
    } else if (i + 1 < end && layers_[i]->absorbs(layers_[i + 1]->spec(), x)) {
      x = layers_[i]->forwardWith(layers_[i + 1]->spec(), x);
      ++i;
    } else {
      x = layers_[i]->forward(x, labels);
    }
    if (joined_.contains(layers_[i]->spec().name)) kept[layers_[i]->spec().name] = x;
  }
  return x;
}

void Network::initialise(torch::Generator generator) {
  for (const auto& layer : layers_) layer->initialise(generator);
}

void Network::setNoise(const torch::Generator& generator) {
  for (const auto& layer : layers_) layer->setNoise(generator);
}

void Network::weightsReplaced() {
  for (const auto& layer : layers_) layer->weightsReplaced();
}

std::vector<std::string> Network::layersOf(LayerKind kind) const {
  std::vector<std::string> names;
  for (const auto& layer : describe())
    if (layer.kind == kind) names.push_back(layer.name);
  return names;
}

std::vector<LayerSpec> Network::describe() const {
  std::vector<LayerSpec> specs;
  for (const auto& layer : layers_) specs.push_back(layer->spec());
  return specs;
}

bool Network::couplesBatch() const {
  return std::any_of(layers_.begin(), layers_.end(), [](const auto& layer) { return layer->couplesBatch(); });
}

bool Network::takesLabels() const {
  return std::any_of(layers_.begin(), layers_.end(), [](const auto& layer) { return layer->takesLabels(); });
}

void BorrowedWeights::use(const std::vector<torch::Tensor>& weights) {
  if (places_.empty()) {
    for (const auto& layer : network_.layers_)
      for (auto* place : layer->weights()) places_.push_back(place), own_.push_back(*place);
  }
  put(weights);
}

void BorrowedWeights::put(const std::vector<torch::Tensor>& weights) {
  for (std::size_t i = 0; i < weights.size(); ++i) *places_.at(i) = weights[i];
}

}  // namespace ganvas
