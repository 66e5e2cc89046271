#include "engine/nets/network.hpp"

#include <algorithm>
#include <stdexcept>

namespace ganvas {

Network::Network(std::vector<LayerSpec> specs, Precision precision) {
  for (const auto& spec : specs) layers_.push_back(register_module(spec.name, std::make_shared<LayerImpl>(spec, precision)));
}

std::size_t Network::after(const std::string& name) const {
  for (std::size_t i = 0; i < layers_.size(); ++i)
    if (layers_[i]->spec().name == name) return i + 1;
  throw std::logic_error("no layer named " + name);
}

torch::Tensor Network::run(torch::Tensor x, const torch::Tensor& labels, std::size_t begin, std::size_t end) {
  for (auto i = begin; i < end; ++i) {
    if (i + 1 < end && layers_[i]->absorbs(layers_[i + 1]->spec(), x)) {
      x = layers_[i]->forwardWith(layers_[i + 1]->spec(), x);
      ++i;
    } else {
      x = layers_[i]->forward(x, labels);
    }
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
