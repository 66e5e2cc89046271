#include "engine/data/catalogue.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "engine/core/run_folder.hpp"
#include "engine/core/storage.hpp"
#include "engine/data/point_target.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;

/// Where people put data sets that no package brings.
fs::path datasetsFolder() { return runsFolder().parent_path() / "datasets"; }

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

constexpr std::string_view kMark = "{datasets}";

std::string withDatasetsFolder(std::string text) {
  for (auto at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at))
    text.replace(at, kMark.size(), datasetsFolder().string());
  return text;
}

/// The same for a sentence, whose words can be looked up without the folder.
Sentence toldWithFolder(std::string text) {
  const auto at = text.find(kMark);
  if (at == std::string::npos) return Sentence(std::move(text));
  return {text.replace(at, kMark.size(), "%1"), {Sentence(datasetsFolder().string())}};
}

/// "$NAME/rest", "{datasets}/rest", "~/rest" or a plain path; empty where the variable is not set.
fs::path candidatePath(const std::string& text) {
  if (!text.starts_with('$')) return withDatasetsFolder(text);
  const auto slash = std::min(text.find('/'), text.size());
  const auto value = environment(text.substr(1, slash - 1).c_str());
  return value.empty() ? fs::path() : fs::path(value + text.substr(slash));
}

bool isThere(const fs::path& path, DatasetFormat format) {
  std::error_code ec;
  if (path.empty()) return false;
  if (format == DatasetFormat::idx) return looksLikeIdx(path);
  if (format != DatasetFormat::folder) return fs::is_regular_file(path, ec);
  return fs::is_directory(path, ec) && !fs::is_empty(path, ec) && !ec;
}

template <class Enum>
Enum named(const std::string& name, std::initializer_list<Enum> all) {
  for (auto value : all)
    if (name == toString(value)) return value;
  throw std::invalid_argument("unknown word \"" + name + "\"");
}

DatasetFormat toFormat(const std::string& name) {
  if (name == "idx") return DatasetFormat::idx;
  if (name == "folder") return DatasetFormat::folder;
  if (name == "sheet") return DatasetFormat::sheet;
  if (name == "emoji") return DatasetFormat::emoji;
  if (name == "points") return DatasetFormat::points;
  throw std::invalid_argument("unknown format \"" + name + "\"");
}

SheetLayout toSheet(const json& entry) {
  const SheetLayout layout{entry.at("tileWidth").get<int>(), entry.at("tileHeight").get<int>(), entry.value("rowsPerClass", 0)};
  if (layout.tileWidth < 1 || layout.tileHeight < 1 || layout.rowsPerClass < 0) throw std::invalid_argument("a sheet without tiles");
  return layout;
}

/// The first of these paths where there is something.
fs::path firstThere(const json& paths) {
  std::error_code ec;
  for (const auto& text : paths)
    if (const auto path = candidatePath(text.get<std::string>()); !path.empty() && fs::exists(path, ec)) return fs::absolute(path);
  return {};
}

EmojiFiles toEmoji(const json& entry) {
  return {firstThere(entry.at("sequences")), firstThere(entry.value("annotations", json::array())), entry.value("skinTones", false)};
}

/// Its size is that of the pictures in which points are drawn.
DatasetPlace pointsPlace(DatasetPlace place, bool modes) {
  auto& info = place.info;
  info.kind = DataKind::points;
  info.fields = {Field::points};
  if (modes) info.fields.push_back(Field::group);
  info.width = info.height = kDrawnSide;
  info.channels = 3;
  info.present = true;
  return place;
}

DatasetPlace toPlace(const json& entry) {
  DatasetPlace place;
  auto& info = place.info;
  info.name = entry.at("name").get<std::string>();
  info.title = entry.at("title").get<std::string>();
  info.summary = Sentence(entry.at("summary").get<std::string>());
  info.license = entry.at("license").get<std::string>();
  info.howToGet = toldWithFolder(entry.value("howToGet", ""));
  info.kind = named(entry.at("kind").get<std::string>(),
                    {DataKind::images, DataKind::labelled, DataKind::pairs, DataKind::points, DataKind::captions, DataKind::sequence});
  info.fields = {info.kind == DataKind::points ? Field::points : Field::image};
  if (info.kind == DataKind::labelled) info.fields.push_back(Field::label);
  if (entry.contains("fields")) {
    info.fields.clear();
    for (const auto& field : entry.at("fields"))
      info.fields.push_back(named(field.get<std::string>(), {Field::image, Field::label, Field::text, Field::points, Field::sequence,
                                                             Field::landmarks, Field::group}));
  }
  info.classNames = entry.value("classes", std::vector<std::string>{});
  place.format = toFormat(entry.at("format").get<std::string>());
  if (place.format == DatasetFormat::points) return pointsPlace(std::move(place), pointTarget(info.name).modes);
  if (place.format == DatasetFormat::sheet) place.sheet = toSheet(entry.at("sheet"));
  for (const auto& text : entry.at("paths")) {
    const auto path = candidatePath(text.get<std::string>());
    if (!isThere(path, place.format)) continue;
    place.path = fs::absolute(path);
    break;
  }
  if (place.format == DatasetFormat::emoji) {
    place.emoji = toEmoji(entry.at("emoji"));
    if (place.emoji.sequences.empty()) place.path.clear();
  }
  info.present = !place.path.empty();
  info.path = place.path.string();
  return place;
}

fs::path expanded(const std::string& path) {
  if (path != "~" && !path.starts_with("~/")) return path;
  const auto home = environment("HOME");
  return home.empty() ? fs::path(path) : fs::path(home + path.substr(1));
}

Error missingDataset(const std::string& nameOrPath, const std::vector<DatasetPlace>& catalogue) {
  std::string known;
  for (const auto& place : catalogue) known += (known.empty() ? "" : ", ") + place.info.name;
  return {ErrorKind::missing,
          sentence("There is no data set, file or folder %1. Give a folder of pictures, an IDX file, a CSV of points or one of these: %2.",
                   inQuotes(nameOrPath), known),
          {}};
}

}  // namespace

bool looksLikeIdx(const fs::path& path) {
  std::error_code ec;
  if (fs::is_directory(path, ec)) {
    for (fs::directory_iterator it(path, ec), end; !ec && it != end; it.increment(ec)) {
      const auto name = it->path().filename().string();
      for (const char* tail : {"images-idx3-ubyte", "images.idx3-ubyte"})
        if (!name.starts_with('.') && (name.ends_with(tail) || name.ends_with(tail + std::string(".gz")))) return true;
    }
    return false;
  }
  const auto name = path.filename().string();
  if (name.find("idx3-ubyte") != std::string::npos) return true;  // torn or wrong ones belong to the IDX reader too: it says what is wrong
  if (!fs::is_regular_file(path, ec)) return false;
  gzFile file = gzopen(path.c_str(), "rb");
  std::array<unsigned char, 4> magic{};
  const bool whole = file && gzread(file, magic.data(), 4) == 4;
  if (file) gzclose(file);
  return whole && magic[0] == 0 && magic[1] == 0 && magic[2] == 8 && (magic[3] == 3 || magic[3] == 4);
}

Result<std::vector<DatasetPlace>> readCatalogue() {
  const auto path = resourcesFolder() / "datasets" / "catalogue.json";
  auto text = readFile(path, 16u << 20);
  if (!text) return text.error();
  try {
    std::vector<DatasetPlace> places;
    const auto catalogue = json::parse(*text);
    for (const auto& entry : catalogue.at("datasets")) places.push_back(toPlace(entry));
    return places;
  } catch (const std::exception& e) {
    return Error{ErrorKind::input, sentence("The list of data sets %1 is damaged. Install Ganvas again.", inQuotes(path.string())),
                 e.what()};
  }
}

Result<DatasetPlace> findDataset(const std::string& nameOrPath) {
  if (nameOrPath.empty())
    return Error{ErrorKind::usage, sentence("No data were chosen. Give the name of a data set, an IDX file, a folder of pictures or a CSV of points."), {}};
  auto catalogue = readCatalogue();
  if (!catalogue) return catalogue.error();
  for (auto& place : *catalogue)
    if (place.info.name == nameOrPath) return std::move(place);

  std::error_code ec;
  const auto path = expanded(nameOrPath);
  const auto absolute = fs::weakly_canonical(path, ec);
  const auto status = fs::status(path, ec);
  if (!fs::exists(status)) return missingDataset(nameOrPath, *catalogue);
  DatasetPlace place;
  place.path = absolute.empty() ? fs::absolute(path, ec) : absolute;
  const bool points = lower(place.path.extension().string()) == ".csv" && fs::is_regular_file(status);
  place.format = points ? DatasetFormat::points : looksLikeIdx(place.path) ? DatasetFormat::idx : DatasetFormat::folder;
  if (place.format == DatasetFormat::folder && !fs::is_directory(status))
    return Error{
        ErrorKind::input,
        sentence("%1 is neither a folder nor an IDX file of pictures nor a CSV of points. Give the folder that the pictures lie in.", inQuotes(nameOrPath)),
        {}};
  place.info.name = place.info.path = place.path.string();
  place.info.title = place.path.filename().string();
  place.info.present = true;
  return points ? pointsPlace(std::move(place), false) : place;
}

}  // namespace ganvas
