#include "engine/data/point_set.hpp"

#include <algorithm>
#include <cmath>

#include "engine/picture/content_hash.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kTrain = 100'000, kTest = 10'000;
constexpr std::uint64_t kTrainSeed = 1, kTestSeed = 2;
constexpr std::int64_t kPreviewPoints = 1000;

std::string hashOf(const PointTarget& target) {
  ContentHash hash;
  const auto add = [&](double number) { hash.add(std::as_bytes(std::span(&number, 1))); };
  hash.add(static_cast<std::int64_t>(target.shape));
  add(target.spread);
  if (target.line) add(1);
  for (const auto& part : target.parts) add(part.x), add(part.y);
  return hash.digest().hex();
}

/// Light where it is thin, dark where it is dense; points over it.
Frame pictureOf(const PointTarget& target) {
  std::vector<double> densities;
  const double step = (target.high - target.low) / kDrawnSide;
  for (int row = 0; row < kDrawnSide; ++row)
    for (int column = 0; column < kDrawnSide; ++column)
      densities.push_back(target.density(target.low + (column + 0.5) * step, target.high - (row + 0.5) * step));
  const double most = *std::max_element(densities.begin(), densities.end());
  std::vector<std::uint8_t> bgra;
  for (const double density : densities) {
    const auto grey = static_cast<std::uint8_t>(255 - 150 * std::sqrt(density / std::max(most, 1e-300)));
    bgra.insert(bgra.end(), {grey, grey, grey, 255});
  }
  const auto points = target.sample(kPreviewPoints, kTestSeed);
  for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
    const auto column = static_cast<int>((points[i] - target.low) / step), row = static_cast<int>((target.high - points[i + 1]) / step);
    if (column < 0 || column >= kDrawnSide || row < 0 || row >= kDrawnSide) continue;
    const auto at = 4 * static_cast<std::size_t>(row * kDrawnSide + column);
    bgra[at] = bgra[at + 1] = bgra[at + 2] = 40;
  }
  return {kDrawnSide, kDrawnSide, std::make_shared<const std::vector<std::uint8_t>>(std::move(bgra))};
}

}  // namespace

PointSet::PointSet(DatasetInfo info, std::string hash, std::vector<Sentence> warnings, std::shared_ptr<const PointTarget> target)
    : DataSet(std::move(info), std::move(hash), std::move(warnings)), target_(std::move(target)), train_(target_->sample(kTrain, kTrainSeed)),
      test_(target_->sample(kTest, kTestSeed)) {}

Result<DrawnPoints> openTarget(const DatasetPlace& place) {
  if (place.path.empty()) return DrawnPoints{pointTarget(place.info.name), {}};
  return readPoints(place.path);
}

Result<std::shared_ptr<const PointSet>> loadPoints(const DatasetPlace& place) {
  auto drawn = openTarget(place);
  if (!drawn) return drawn.error();
  auto hash = hashOf(drawn->target);
  return std::make_shared<const PointSet>(place.info, std::move(hash), std::move(drawn->warnings), std::make_shared<const PointTarget>(std::move(drawn->target)));
}

Result<DataPreview> previewPoints(const DatasetPlace& place) {
  const auto drawn = openTarget(place);
  if (!drawn) return drawn.error();
  DataPreview preview;
  preview.info = place.info;
  preview.grid = {0, 1, 1, kDrawnSide, kDrawnSide, 1, pictureOf(drawn->target)};
  preview.tileLabels = {-1};
  preview.tileNames = {""};
  preview.count = kTrain;
  preview.testCount = kTest;
  return preview;
}

}  // namespace ganvas
