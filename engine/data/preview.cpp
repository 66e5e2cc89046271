// A few pictures of a data set, evenly spread, and what it holds.
#include <algorithm>
#include <cmath>

#include "engine/data/picture_set.hpp"
#include "engine/data/picture_source.hpp"
#include "engine/data/point_set.hpp"
#include "engine/data/set_registry.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kTiles = 64;
constexpr int kLargestTile = 256;  ///< 64 tiles of it are 16 MB

/// As training would see it, but small enough for a grid.
PictureShape tileShape(const DatasetInfo& info, const PictureOptions& options) {
  PictureShape shape{options.channels ? options.channels : std::max(info.channels, 1), options.size, options.size};
  if (options.size == 0) {
    shape.height = std::max(info.height, 1);
    shape.width = std::max(info.width, 1);
  }
  const double scale = std::min(1.0, double(kLargestTile) / std::max(shape.width, shape.height));
  shape.width = std::max(1, int(std::lround(shape.width * scale)));
  shape.height = std::max(1, int(std::lround(shape.height * scale)));
  return shape;
}

/// Opaque tiles into a transparent frame.
class GridPainter {
 public:
  GridPainter(const PictureShape& shape, std::int64_t tiles) : shape_(shape) {
    grid_.columns = int(std::ceil(std::sqrt(double(tiles))));
    grid_.rows = int((tiles + grid_.columns - 1) / grid_.columns);
    grid_.tileWidth = shape.width;
    grid_.tileHeight = shape.height;
    bgra_.resize(std::size_t(grid_.columns) * std::size_t(grid_.rows) * std::size_t(shape.width) * std::size_t(shape.height) * 4);
  }

  void add(std::span<const std::uint8_t> planes) {
    const auto plane = std::size_t(shape_.width) * std::size_t(shape_.height);
    const auto stride = std::size_t(grid_.columns) * std::size_t(shape_.width) * 4;
    const auto left = std::size_t(grid_.count % grid_.columns) * std::size_t(shape_.width);
    const auto top = std::size_t(grid_.count / grid_.columns) * std::size_t(shape_.height);
    for (int y = 0; y < shape_.height; ++y) {
      auto* to = bgra_.data() + (top + std::size_t(y)) * stride + left * 4;
      const auto* from = planes.data() + std::size_t(y) * std::size_t(shape_.width);
      for (int x = 0; x < shape_.width; ++x, to += 4, ++from) {
        for (int c = 0; c < 3; ++c) to[c] = from[shape_.channels == 1 ? 0 : std::size_t(2 - c) * plane];
        to[3] = 255;
      }
    }
    ++grid_.count;
  }

  TileGrid finish() {
    const auto columns = grid_.columns, rows = grid_.rows;
    grid_.frame = {columns * shape_.width, rows * shape_.height, std::make_shared<const std::vector<std::uint8_t>>(std::move(bgra_))};
    return std::move(grid_);
  }

 private:
  PictureShape shape_;
  TileGrid grid_;
  std::vector<std::uint8_t> bgra_;
};

void countSamples(const PictureSource& source, const PictureOptions& options, DataPreview& preview) {
  for (const auto& name : preview.info.classNames) preview.classes.push_back({name, 0});
  if (const auto set = findDecoded(source, setKey(source, options))) {
    preview.count = set->train().count;
    preview.testCount = set->test().count;
    for (const auto label : set->train().labels) ++preview.classes[std::size_t(label)].count;
    return;
  }
  const auto listed = source.count() - source.testCount();
  preview.testCount = source.testCount() > 0 ? source.testCount() : (listed + 5) / 10;
  preview.count = source.testCount() > 0 ? listed : listed - preview.testCount;
  if (preview.classes.empty()) return;
  for (std::int64_t i = 0; i < listed; ++i) ++preview.classes[std::size_t(source.facts(i).label)].count;
}

}  // namespace

Result<DataPreview> previewData(const DataRequest& request, const JobContext& job) {
  if (const auto place = findDataset(request.source); place && place->format == DatasetFormat::points) return previewPoints(*place);
  auto opened = openSource(request);
  if (!opened) return opened.error();
  auto& source = **opened;
  DataPreview preview;
  preview.info = source.info();
  const auto shape = tileShape(preview.info, request.options);
  const auto all = source.count() - source.testCount();
  const auto tiles = std::min(all, kTiles);
  GridPainter painter(shape, tiles);
  std::vector<std::uint8_t> planes(shape.bytes());
  Sentence firstProblem;
  for (std::int64_t tile = 0; tile < tiles; ++tile) {
    // A picture that cannot be read gives its place to the next one that can.
    for (std::int64_t index = tile * all / tiles, end = (tile + 1) * all / tiles; index < end; ++index) {
      job.report(double(tile) / double(tiles), sentence("Reading pictures"));
      if (job.stopped()) return stoppedError();
      if (auto ready = source.advance(index, 1); !ready) return ready.error();
      const auto sample = source.sample(index);
      if (sample.problem) {
        if (firstProblem.empty()) firstProblem = sentence("%1 %2", quoted(source.facts(index).name), sample.problem->message);
        continue;
      }
      fitPicture(sample.picture, shape, request.options, planes);
      painter.add(planes);
      auto facts = source.facts(index);
      preview.tileLabels.push_back(facts.label);
      preview.tileNames.push_back(facts.named ? facts.name.text() : std::string());
      break;
    }
  }
  if (preview.tileLabels.empty())
    return Error{ErrorKind::input,
                 sentence("None of the %1 pictures in %2 can be used: %3.", grouped(all), inQuotes(preview.info.path), firstProblem),
                 {}};
  preview.grid = painter.finish();
  countSamples(source, request.options, preview);
  return preview;
}

}  // namespace ganvas
