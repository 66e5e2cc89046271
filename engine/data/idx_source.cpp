// IDX files as a source of pictures: one file, or a train and a test file with labels beside them.
#include <algorithm>
#include <map>
#include <optional>
#include <regex>

#include "engine/data/idx_file.hpp"
#include "engine/data/picture_source.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

/// Raw pictures held at once while they are fitted.
constexpr std::int64_t kChunkBytes = 8 << 20;

enum class Role { train, test, other };

/// "emnist-letters-train-images-idx3-ubyte.gz" → prefix "emnist-letters-train-", base "emnist-letters-", role train.
struct IdxName {
  std::string prefix, base;
  Role role = Role::other;
  std::string separator;  ///< between "images" and "idx3-ubyte"
};

std::optional<IdxName> parseName(const std::string& name) {
  static const std::regex pattern(R"(^([^.].*)?images([-.])idx3-ubyte(\.gz)?$)");
  static const std::regex roles(R"(^(.*?)(train|t10k|test)[-_.]?$)");
  std::smatch parts;
  if (!std::regex_match(name, parts, pattern)) return std::nullopt;
  IdxName result{parts[1], parts[1], Role::other, parts[2]};
  if (std::smatch role; std::regex_match(result.prefix, role, roles)) {
    result.base = role[1];
    result.role = role[2] == "train" ? Role::train : Role::test;
  }
  return result;
}

/// The file, packed or not; the unpacked one where both are there.
fs::path eitherForm(const fs::path& path) {
  std::error_code ec;
  auto packed = path;
  packed += ".gz";
  return fs::exists(path, ec) ? path : fs::exists(packed, ec) ? packed : fs::path();
}

fs::path labelsBeside(const fs::path& pictures) {
  const auto name = parseName(pictures.filename().string());
  return name ? eitherForm(pictures.parent_path() / (name->prefix + "labels" + name->separator + "idx1-ubyte")) : fs::path();
}

struct IdxPaths {
  fs::path train, test;  ///< of pictures; test may be empty
};

Result<IdxPaths> choosePictures(const fs::path& path) {
  std::error_code ec;
  const bool isFolder = fs::is_directory(path, ec);
  const auto wanted = isFolder ? std::nullopt : parseName(path.filename().string());
  if (!isFolder && (!wanted || wanted->role != Role::train)) return IdxPaths{path, {}};

  const auto folder = isFolder ? path : path.parent_path();
  std::map<std::string, std::map<Role, fs::path>> sets;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    const auto name = parseName(it->path().filename().string());
    if (!name || (wanted && name->base != wanted->base)) continue;
    auto& chosen = sets[name->role == Role::other ? name->prefix : name->base][name->role];
    const auto found = it->path();
    if (chosen.empty() || chosen.extension() == ".gz") chosen = found;
  }
  if (ec)
    return Error{ErrorKind::storage, sentence("The folder %1 cannot be read. Check that you may enter it.", inQuotes(folder.string())),
                 ec.message()};
  if (!isFolder) return IdxPaths{path, sets.empty() ? fs::path() : sets.begin()->second[Role::test]};
  if (sets.empty())
    return Error{ErrorKind::missing, sentence("The folder %1 holds no IDX file of pictures.", inQuotes(folder.string())), {}};
  if (sets.size() > 1) {
    std::string names;
    for (auto& [base, files] : sets) names += (names.empty() ? "" : ", ") + files.begin()->second.filename().string();
    return Error{
        ErrorKind::usage,
        sentence("The folder %1 holds more than one IDX set (%2). Give the path of the file to use.", inQuotes(folder.string()), names),
        {}};
  }
  auto& files = sets.begin()->second;
  if (files.contains(Role::train)) return IdxPaths{files[Role::train], files[Role::test]};
  return IdxPaths{files.begin()->second, {}};
}

/// One file of pictures with its labels, if any.
struct Part {
  fs::path path;
  std::unique_ptr<IdxFile> pictures;
  std::vector<std::uint8_t> labels;
};

Result<void> readLabels(Part& part, const fs::path& path) {
  auto file = IdxFile::open(path, IdxFile::Content::labels);
  if (!file) return file.error();
  const auto pictures = part.pictures->count();
  if ((*file)->count() != pictures)
    return Error{ErrorKind::input,
                 sentence("%1 holds %2 pictures, but %3 holds %4 labels. They do not belong together; get both from the same place.",
                          inQuotes(part.path.string()), grouped(pictures), inQuotes(path.string()), grouped((*file)->count())),
                 {}};
  part.labels.resize(std::size_t(pictures));
  return (*file)->read(0, part.labels);
}

class IdxSource final : public PictureSource {
 public:
  Result<void> open(const DatasetPlace& place) {
    info_ = place.info;
    const auto paths = choosePictures(place.path);
    if (!paths) return paths.error();
    for (const auto& path : {paths->train, paths->test})
      if (!path.empty())
        if (auto added = addPart(path); !added) return added.error();
    if (auto labels = addLabels(); !labels) return labels.error();
    describe();
    return {};
  }

  const DatasetInfo& info() const override { return info_; }
  const std::string& identity() const override { return identity_; }
  std::int64_t count() const override { return trainCount() + testCount(); }
  std::int64_t testCount() const override { return parts_.size() > 1 ? parts_[1].pictures->count() : 0; }
  const std::vector<Sentence>& warnings() const override { return warnings_; }
  std::int64_t chunk() const override { return std::clamp<std::int64_t>(kChunkBytes / itemBytes(), 1, 4096); }

  SampleFacts facts(std::int64_t index) const override {
    const bool inTest = index >= trainCount();
    const auto within = inTest ? index - trainCount() : index;
    const auto& labels = parts_[inTest].labels;
    return {.name = inTest ? sentence("test picture %1", within) : sentence("picture %1", within),
            .label = labels.empty() ? -1 : int(labels[std::size_t(within)]),
            .side = inTest            ? SplitSide::test
                    : testCount() > 0 ? SplitSide::train
                                      : SplitSide::byContent};
  }

  Result<PictureShape> shape(const PictureOptions& options, const JobContext&, std::span<const std::int64_t>) override {
    return uniformShape(info_, options);
  }

  Result<std::int64_t> advance(std::int64_t first, std::int64_t count) override {
    buffer_.resize(std::size_t(count * itemBytes()));
    bufferFirst_ = first;
    std::span<std::uint8_t> out(buffer_);
    const auto inTrain = std::clamp<std::int64_t>(trainCount() - first, 0, count);
    if (inTrain > 0)
      if (auto read = parts_[0].pictures->read(first, out.first(std::size_t(inTrain * itemBytes()))); !read) return read.error();
    if (inTrain < count)
      if (auto read = parts_[1].pictures->read(first + inTrain - trainCount(), out.subspan(std::size_t(inTrain * itemBytes()))); !read)
        return read.error();
    return count;
  }

  void rewind() override {}  // zlib goes back by itself

  DecodedPicture sample(std::int64_t index) const override {
    const auto* from = buffer_.data() + (index - bufferFirst_) * itemBytes();
    Picture picture{info_.width, info_.height, info_.channels, {from, from + itemBytes()}};
    if (picture.channels == 3)  // files hold R G B
      for (std::size_t i = 0; i < picture.pixels.size(); i += 3) std::swap(picture.pixels[i], picture.pixels[i + 2]);
    return {std::move(picture), std::nullopt, info_.channels};
  }

 private:
  std::int64_t trainCount() const { return parts_[0].pictures->count(); }
  std::int64_t itemBytes() const { return parts_[0].pictures->bytesPerItem(); }

  Result<void> addPart(const fs::path& path) {
    auto file = IdxFile::open(path, IdxFile::Content::pictures);
    if (!file) return file.error();
    identity_ += fileIdentity(path);
    parts_.push_back({path, std::move(*file), {}});
    const auto &first = *parts_.front().pictures, &last = *parts_.back().pictures;
    if (first.width() == last.width() && first.height() == last.height() && first.channels() == last.channels()) return {};
    return Error{ErrorKind::input,
                 sentence("%1 and %2 hold pictures of different sizes. They do not belong together; get both from the same place.",
                          inQuotes(parts_.front().path.string()), inQuotes(path.string())),
                 {}};
  }

  Result<void> addLabels() {
    std::vector<fs::path> found;
    for (const auto& part : parts_) found.push_back(labelsBeside(part.path));
    const auto missing = std::size_t(std::ranges::count(found, fs::path()));
    if (missing == found.size()) return {};
    if (missing > 0) {
      const auto at = std::size_t(std::ranges::find(found, fs::path()) - found.begin());
      warnings_.push_back(sentence("There are no labels for %1, so no labels are used. Put its labels file beside it.",
                                   inQuotes(parts_[at].path.string())));
      return {};
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (auto labels = readLabels(parts_[i], found[i]); !labels) return labels.error();
      identity_ += fileIdentity(found[i]);
    }
    return checkLabels(found);
  }

  Result<void> checkLabels(const std::vector<fs::path>& paths) {
    int most = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const auto at = std::ranges::max_element(parts_[i].labels);
      most = std::max(most, int(*at));
      if (!info_.classNames.empty() && *at >= info_.classNames.size())
        return Error{ErrorKind::input,
                     sentence("%1 gives picture %2 the label %3, but %4 has only %5 classes. Download it again.",
                              inQuotes(paths[i].string()), at - parts_[i].labels.begin(), *at, info_.title, info_.classNames.size()),
                     {}};
    }
    while (info_.classNames.size() <= std::size_t(most)) info_.classNames.push_back(std::to_string(info_.classNames.size()));
    return {};
  }

  void describe() {
    const auto& pictures = *parts_[0].pictures;
    const bool labelled = !parts_[0].labels.empty();
    info_.kind = labelled ? DataKind::labelled : DataKind::images;
    info_.fields = {Field::image};
    if (labelled)
      info_.fields.push_back(Field::label);
    else
      info_.classNames.clear();
    info_.present = true;
    info_.count = pictures.count();
    info_.width = pictures.width();
    info_.height = pictures.height();
    info_.channels = pictures.channels();
    if (info_.summary.empty())
      info_.summary = sentence("%1 %2 pictures of %3×%4 px in IDX files%5", grouped(count()),
                               info_.channels == 1 ? sentence("grey") : sentence("colour"), info_.width, info_.height,
                               labelled ? sentence(", with labels.") : sentence("."));
  }

  DatasetInfo info_;
  std::string identity_ = "idx\n";
  std::vector<Sentence> warnings_;
  std::vector<Part> parts_;  ///< training, then test where there is one
  std::vector<std::uint8_t> buffer_;
  std::int64_t bufferFirst_ = 0;
};

}  // namespace

Result<std::unique_ptr<PictureSource>> openIdxSource(const DatasetPlace& place) {
  auto source = std::make_unique<IdxSource>();
  if (auto opened = source->open(place); !opened) return opened.error();
  return std::unique_ptr<PictureSource>(std::move(source));
}

}  // namespace ganvas
