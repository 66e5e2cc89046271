// One picture that is a sheet of equal tiles, each a sample: what the tiles are stands in the catalogue (SheetLayout).
#include <algorithm>

#include "engine/core/storage.hpp"
#include "engine/picture/picture_header.hpp"
#include "engine/data/picture_source.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kLargestSheet = 256u << 20;
constexpr std::int64_t kChunk = 1024;

class SheetSource final : public PictureSource {
 public:
  Result<void> open(const DatasetPlace& place) {
    info_ = place.info;
    path_ = place.path;
    layout_ = place.sheet;
    const auto bytes = readFile(path_, kLargestSheet);
    if (!bytes) return bytes.error();
    const auto reading = readPictureHeader({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()}, bytes->size());
    if (!reading.header) return notUsable(reading.problem.empty() ? sentence("is cut off") : reading.problem);
    const auto& header = *reading.header;
    if (const auto problem = tooLarge(header.width, header.height)) return notUsable(problem->message);
    if (header.width % layout_.tileWidth != 0 || header.height % layout_.tileHeight != 0)
      return notUsable(sentence("is %1, which is no whole number of tiles of %2", sizeText(header.width, header.height),
                                sizeText(layout_.tileWidth, layout_.tileHeight)));
    columns_ = header.width / layout_.tileWidth;
    rows_ = header.height / layout_.tileHeight;
    if (layout_.rowsPerClass > 0 && rows_ != std::int64_t(info_.classNames.size()) * layout_.rowsPerClass)
      return notUsable(sentence("has %1 rows of tiles instead of %2 for each of %3 classes", grouped(rows_), layout_.rowsPerClass,
                                info_.classNames.size()));
    identity_ =
        "sheet\n" + fileIdentity(path_) + sizeText(layout_.tileWidth, layout_.tileHeight) + ' ' + std::to_string(layout_.rowsPerClass);
    describe(header);
    return {};
  }

  const DatasetInfo& info() const override { return info_; }
  const std::string& identity() const override { return identity_; }
  std::int64_t count() const override { return columns_ * rows_; }
  std::int64_t testCount() const override { return 0; }
  const std::vector<Sentence>& warnings() const override { return warnings_; }
  std::int64_t chunk() const override { return kChunk; }
  void rewind() override {}

  SampleFacts facts(std::int64_t index) const override {
    const auto row = index / columns_;
    return {.name = sentence("row %1, column %2", row + 1, index % columns_ + 1),
            .label = layout_.rowsPerClass > 0 ? int(row / layout_.rowsPerClass) : -1};
  }

  Result<PictureShape> shape(const PictureOptions& options, const JobContext&, std::span<const std::int64_t>) override {
    return uniformShape(info_, options);
  }

  /// The sheet is decoded once, for the first tile.
  Result<std::int64_t> advance(std::int64_t, std::int64_t most) override {
    if (sheet_.picture.width > 0) return most;
    const auto bytes = readFile(path_, kLargestSheet);
    if (!bytes) return bytes.error();
    sheet_ = decodePicture({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()});
    if (sheet_.problem) return notUsable(sheet_.problem->message);
    if (sheet_.picture.width != columns_ * layout_.tileWidth || sheet_.picture.height != rows_ * layout_.tileHeight) {
      sheet_ = {};
      return notUsable(sentence("was changed while it was read"));
    }
    return most;
  }

  DecodedPicture sample(std::int64_t index) const override {
    const auto& sheet = sheet_.picture;
    Picture tile{layout_.tileWidth, layout_.tileHeight, sheet.channels, {}};
    const auto bytes = std::size_t(sheet.channels), row = std::size_t(tile.width) * bytes, stride = std::size_t(sheet.width) * bytes;
    const auto* from =
        sheet.pixels.data() + std::size_t(index / columns_) * std::size_t(tile.height) * stride + std::size_t(index % columns_) * row;
    tile.pixels.reserve(row * std::size_t(tile.height));
    for (int y = 0; y < tile.height; ++y, from += stride) tile.pixels.insert(tile.pixels.end(), from, from + row);
    return {std::move(tile), std::nullopt, sheet_.storedChannels};
  }

 private:
  static std::string sizeText(std::int64_t width, std::int64_t height) {
    return std::to_string(width) + "×" + std::to_string(height) + " px";
  }

  Error notUsable(const Sentence& why) const {
    return {ErrorKind::input, sentence("The sheet of pictures %1 %2. %3", inQuotes(path_.string()), why, toGetAgain(info_.howToGet)), {}};
  }

  void describe(const PictureHeader& header) {
    info_.kind = layout_.rowsPerClass > 0 ? DataKind::labelled : DataKind::images;
    if (info_.kind == DataKind::images) info_.classNames.clear();
    info_.fields = {Field::image};
    if (info_.kind == DataKind::labelled) info_.fields.push_back(Field::label);
    info_.count = count();
    info_.width = layout_.tileWidth;
    info_.height = layout_.tileHeight;
    info_.channels = header.channels;
  }

  DatasetInfo info_;
  fs::path path_;
  SheetLayout layout_;
  std::int64_t columns_ = 0, rows_ = 0;
  std::string identity_;
  std::vector<Sentence> warnings_;
  DecodedPicture sheet_;
};

}  // namespace

Result<std::unique_ptr<PictureSource>> openSheetSource(const DatasetPlace& place) {
  auto source = std::make_unique<SheetSource>();
  if (auto opened = source->open(place); !opened) return opened.error();
  return std::unique_ptr<PictureSource>(std::move(source));
}

}  // namespace ganvas
