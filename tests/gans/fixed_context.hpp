// A round without a trainer: the batch is given, and noise is what the test can work out by hand.
#pragma once

#include "engine/gans/family.hpp"

namespace ganvas::test {

class FixedContext : public RoundContext {
 public:
  FixedContext(const Settings& settings, Batch batch) : settings_(settings), batch_(std::move(batch)) {}
  const Settings& settings() const override { return settings_; }
  std::int64_t step() const override { return 0; }
  std::int64_t batchSize() const override { return batch_.samples.size(0); }
  Batch nextBatch() override { return batch_; }
  const Batch& batch() const override { return batch_; }
  Batch labelledBatch(std::int64_t) override { return batch_; }
  torch::Tensor normal(std::vector<std::int64_t> shape) override { return torch::full(shape, static_cast<float>(++draws)); }
  torch::Tensor uniform(std::vector<std::int64_t> shape) override { return torch::full(shape, 0.25F); }
  std::unique_ptr<AdamLookahead> lookahead(const std::string&) override { return optimizer ? std::make_unique<AdamLookahead>(*optimizer) : nullptr; }

  int draws = 0;                       ///< the n-th normal draw is all n
  FlatAdam* optimizer = nullptr;       ///< of the discriminator, where it is looked ahead

 private:
  const Settings& settings_;
  Batch batch_;
};

/// A term of a phase; not a number where it has none of this name.
inline double termOf(const PhaseResult& result, const std::string& tag) {
  for (const auto& [name, value] : result.terms)
    if (name == tag) return value.item<double>();
  return std::nan("");
}

}  // namespace ganvas::test
