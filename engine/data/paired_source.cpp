// Ready pairs: pictures twice as wide as others, one half of which is the drawing, or two folders whose files have the same names.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/data/picture_source.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

/// A source of pictures that are twice as wide, as one of their halves.
class HalvesSource final : public PictureSource {
 public:
  HalvesSource(std::unique_ptr<PictureSource> source, bool drawingIsLeft) : source_(std::move(source)), info_(source_->info()), drawingIsLeft_(drawingIsLeft) {
    info_.kind = DataKind::pairs;
    info_.summary = sentence("%1 pictures with their drawings.", grouped(source_->count()));
    info_.width /= 2;
    identity_ = source_->identity() + (drawingIsLeft ? "\ndrawing left" : "\ndrawing right");
  }
  const DatasetInfo& info() const override { return info_; }
  const std::string& identity() const override { return identity_; }
  std::int64_t count() const override { return source_->count(); }
  std::int64_t testCount() const override { return source_->testCount(); }
  SampleFacts facts(std::int64_t index) const override { return source_->facts(index); }
  const std::vector<Sentence>& warnings() const override { return source_->warnings(); }
  Result<PictureShape> shape(const PictureOptions& options, const JobContext& job, std::span<const std::int64_t> samples) override { return source_->shape(options, job, samples); }
  Result<std::int64_t> advance(std::int64_t first, std::int64_t most) override { return source_->advance(first, most); }
  void rewind() override { source_->rewind(); }
  std::int64_t chunk() const override { return source_->chunk(); }

  DecodedPicture sample(std::int64_t index) const override {
    auto whole = source_->sample(index);
    if (whole.problem) return whole;
    const int half = whole.picture.width / 2;
    if (half < 1) return {{}, PictureProblem{AuditIssue::unreadable, sentence("is too narrow to hold a drawing and a picture side by side")}};
    auto left = columnsOf(whole.picture, 0, half), right = columnsOf(whole.picture, half, half);
    return {drawingIsLeft_ ? std::move(right) : std::move(left), {}, whole.storedChannels, drawingIsLeft_ ? std::move(left) : std::move(right)};
  }

 private:
  std::unique_ptr<PictureSource> source_;
  DatasetInfo info_;
  std::string identity_;
  bool drawingIsLeft_;
};

/// "dir/Cat 1.png" -> "dir/cat 1": what a picture and its drawing have in common.
std::string stemOf(const std::string& name) { return lower(fs::path(name).replace_extension().generic_string()); }

class TwoFoldersSource final : public PictureSource {
 public:
  TwoFoldersSource(std::unique_ptr<PictureSource> drawings, std::unique_ptr<PictureSource> pictures) : drawings_(std::move(drawings)), pictures_(std::move(pictures)), info_(pictures_->info()), warnings_(pictures_->warnings()) {
    std::map<std::string, std::int64_t> byStem;
    std::vector<std::string> alone;
    for (std::int64_t i = 0; i < drawings_->count(); ++i)
      if (const auto name = drawings_->facts(i).name.text(); !byStem.emplace(stemOf(name), i).second) alone.push_back(name);   // the same name with another ending
    const auto training = pictures_->count() - pictures_->testCount();
    for (std::int64_t i = 0; i < pictures_->count(); ++i) {
      const auto name = pictures_->facts(i).name.text();
      const auto found = byStem.find(stemOf(name));
      if (found == byStem.end()) {
        alone.push_back(name);
        continue;
      }
      pairs_.emplace_back(i, found->second);
      testCount_ += i >= training;
      byStem.erase(found);
    }
    for (const auto& [stem, i] : byStem) alone.push_back(drawings_->facts(i).name.text());
    if (!alone.empty()) warnings_.push_back(aloneTold(alone));
    info_.kind = DataKind::pairs;
    info_.count = count() - testCount_;
    info_.summary = sentence("%1 pictures with their drawings.", grouped(count()));
    identity_ = pictures_->identity() + "\ndrawings\n" + drawings_->identity();
  }

  const DatasetInfo& info() const override { return info_; }
  const std::string& identity() const override { return identity_; }
  std::int64_t count() const override { return std::int64_t(pairs_.size()); }
  std::int64_t testCount() const override { return testCount_; }
  SampleFacts facts(std::int64_t index) const override { return pictures_->facts(at(index).first); }
  const std::vector<Sentence>& warnings() const override { return warnings_; }
  Result<std::int64_t> advance(std::int64_t, std::int64_t most) override { return most; }
  void rewind() override {}
  std::int64_t chunk() const override { return pictures_->chunk(); }

  Result<PictureShape> shape(const PictureOptions& options, const JobContext& job, std::span<const std::int64_t> samples) override {
    std::vector<std::int64_t> those;
    for (const auto index : samples) those.push_back(at(index).first);
    if (samples.empty())
      for (const auto& pair : pairs_) those.push_back(pair.first);
    return pictures_->shape(options, job, those);
  }

  DecodedPicture sample(std::int64_t index) const override {
    auto picture = pictures_->sample(at(index).first);
    if (picture.problem) return picture;
    auto drawing = drawings_->sample(at(index).second);
    if (drawing.problem) return {{}, PictureProblem{drawing.problem->issue, sentence("has a drawing that %1", drawing.problem->message)}};
    picture.drawing = std::move(drawing.picture);
    return picture;
  }

 private:
  static Sentence aloneTold(const std::vector<std::string>& names) {
    constexpr std::size_t kNamed = 5;
    std::string some;
    for (std::size_t i = 0; i < names.size() && i < kNamed; ++i) some += (i ? ", " : "") + inQuotes(names[i]);
    return names.size() > kNamed ? sentence("%1 files have no partner in the other folder and were left out: %2 and others. Files of a pair have the same name.", grouped(std::int64_t(names.size())), some)
                                 : sentence("%1 files have no partner in the other folder and were left out: %2. Files of a pair have the same name.", names.size(), some);
  }
  const std::pair<std::int64_t, std::int64_t>& at(std::int64_t index) const { return pairs_[std::size_t(index)]; }

  std::unique_ptr<PictureSource> drawings_, pictures_;
  DatasetInfo info_;
  std::vector<Sentence> warnings_;
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs_;   // picture, drawing
  std::int64_t testCount_ = 0;
  std::string identity_;
};

/// The sub-folder of one of these names, upper and lower case alike; empty where there is none.
fs::path subFolder(const fs::path& folder, const std::set<std::string>& names) {
  std::error_code ec;
  std::set<fs::path> found;   // in an order that is the same on every disk
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec))
    if (names.contains(lower(it->path().filename().string())) && it->is_directory(ec)) found.insert(it->path());
  return found.empty() ? fs::path() : *found.begin();
}

Result<std::unique_ptr<PictureSource>> openTwoFolders(const DatasetPlace& place) {
  const auto drawings = subFolder(place.path, {"a", "sketches", "drawings", "edges", "input"});
  const auto pictures = subFolder(place.path, {"b", "pictures", "photos", "target"});
  if (drawings.empty() || pictures.empty())
    return Error{ErrorKind::usage, sentence("%1 does not hold two folders of pairs. Name the one with the drawings A, sketches, drawings, edges or input, and the other B, pictures, photos or target.", inQuotes(place.path.string())), {}};
  std::array<std::unique_ptr<PictureSource>, 2> sources;
  for (const auto i : {0, 1}) {
    auto one = place;
    one.path = i == 0 ? drawings : pictures;
    one.info.classNames.clear();
    auto opened = openFolderSource(one);
    if (!opened) return opened.error();
    sources[std::size_t(i)] = std::move(*opened);
  }
  auto source = std::make_unique<TwoFoldersSource>(std::move(sources[0]), std::move(sources[1]));
  if (source->count() == 0)
    return Error{ErrorKind::input, sentence("No file in %1 has the name of one in %2. Files of a pair have the same name.", inQuotes(drawings.string()), inQuotes(pictures.string())), {}};
  return std::unique_ptr<PictureSource>(std::move(source));
}

}  // namespace

Result<std::unique_ptr<PictureSource>> openPairs(const DatasetPlace& place, const PictureOptions& options) {
  if (place.format != DatasetFormat::folder)
    return Error{ErrorKind::usage, sentence("%1 is not a folder of pictures, so it holds no ready pairs. Take pairs \"drawn\", or choose a folder.", place.info.title), {}};
  if (options.pairs == Pairs::folders) return openTwoFolders(place);
  auto source = openPlace(place, options.classes);
  if (!source) return source.error();
  const auto& info = (*source)->info();
  if (info.width < info.height * 3 / 2)
    return Error{ErrorKind::input, sentence("The pictures in %1 are %2×%3 px: too narrow to hold a drawing and a picture side by side.", inQuotes(place.path.string()), info.width, info.height), {}};
  return std::unique_ptr<PictureSource>(std::make_unique<HalvesSource>(std::move(*source), options.pairs == Pairs::left));
}

}  // namespace ganvas
