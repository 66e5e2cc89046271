#include "engine/metrics/neighbours.hpp"

#include <limits>

#include "engine/metrics/feature_network.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kChunk = 2000;
constexpr std::int64_t kByDifference = 2;   // cdist's way without a matrix product, whose rounding hides that two pictures are the same

torch::Tensor flat(const torch::Tensor& bytes) { return bytes.to(torch::kFloat32).div_(255).flatten(1); }

}  // namespace

Result<Nearest> nearestIn(const PictureSet& data, const PictureSplit& split, const torch::Tensor& pictures, const JobContext& job) {
  torch::NoGradGuard guard;
  const auto wanted = flat(pictures);
  Nearest best{torch::zeros({wanted.size(0)}, torch::kInt64), torch::full({wanted.size(0)}, std::numeric_limits<double>::infinity(), torch::kFloat64)};
  for (std::int64_t first = 0; first < split.count; first += kChunk) {
    if (job.stopped()) return Error{ErrorKind::cancelled, sentence("Looking for neighbours was stopped."), {}};
    job.report(static_cast<double>(first) / static_cast<double>(split.count), sentence("Looking for the nearest training pictures"));
    const auto rows = torch::arange(first, std::min(first + kChunk, split.count));
    const auto [distance, row] = torch::cdist(wanted, flat(picturesAt(data, split, rows)), 2, kByDifference).to(torch::kFloat64).min(1);
    const auto nearer = distance.lt(best.distances);
    best.rows = torch::where(nearer, row + first, best.rows);
    best.distances = torch::where(nearer, distance, best.distances);
  }
  best.distances.div_(std::sqrt(static_cast<double>(wanted.size(1))));
  return best;
}

}  // namespace ganvas
