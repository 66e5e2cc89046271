#include "engine/metrics/chunks.hpp"

#include <algorithm>

#include "engine/metrics/feature_network.hpp"
#include "engine/tensor/frames.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kChunk = 250;

Error cancelled() { return {ErrorKind::cancelled, sentence("Measuring was stopped."), {}}; }

}  // namespace

Result<torch::Tensor> readGenerated(const MetricContext& context, std::int64_t samples, const Sentence& activity, const Reading& read) {
  std::vector<torch::Tensor> all;
  for (std::int64_t done = 0; done < samples; done += kChunk) {
    if (context.job.stopped()) return cancelled();
    context.job.report(static_cast<double>(done) / static_cast<double>(samples), activity);
    const auto pictures = context.generate(std::min(kChunk, samples - done), done);
    if (!torch::isfinite(pictures).all().item<bool>()) {
      return Error{ErrorKind::numeric, sentence("The generator makes pictures that are not numbers (NaN or infinity), which no metric can judge."), {}};
    }
    all.push_back(read(asBytes(pictures)));
  }
  return torch::cat(all);
}

Result<torch::Tensor> readReal(const PictureSet& data, const PictureSplit& split, const torch::Tensor& rows, const JobContext& job, const Reading& read) {
  std::vector<torch::Tensor> all;
  for (const auto& part : rows.split(kChunk)) {
    if (job.stopped()) return cancelled();
    all.push_back(read(picturesAt(data, split, part)));
  }
  return torch::cat(all);
}

}  // namespace ganvas
