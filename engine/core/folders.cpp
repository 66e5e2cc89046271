// Where Ganvas keeps things for a person, and where its own resources lie.
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "engine/core/run_folder.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

/// An absolute path from the environment; the XDG specification says that relative ones are to be ignored.
fs::path fromEnvironment(const char* name) {
  const char* text = std::getenv(name);
  const fs::path path = text ? text : "";
  return path.is_absolute() ? path : fs::path{};
}

fs::path homeFolder() {
  if (auto home = fromEnvironment("HOME"); !home.empty()) return home;
  std::vector<char> buffer(16384);
  passwd entry{};
  passwd* found = nullptr;
  if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found && found->pw_dir) {
    const fs::path home = found->pw_dir;
    std::error_code code;
    if (home.is_absolute() && fs::is_directory(home, code)) return home;
  }
  return {};
}

/// $VARIABLE/ganvas, ~/underHome/ganvas, or /tmp/ganvas-<uid>/lastResort.
fs::path personal(const char* variable, const char* underHome, const char* lastResort) {
  if (const auto base = fromEnvironment(variable); !base.empty()) return base / "ganvas";
  if (const auto home = homeFolder(); !home.empty()) return home / underHome / "ganvas";
  return fs::path("/tmp") / ("ganvas-" + std::to_string(::getuid())) / lastResort;
}

/// The last part of a path or a catalogue name, fit for a file name of at most `longest` bytes.
std::string plainName(const std::string& text, std::size_t longest) {
  fs::path path = fs::path(text).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  std::string name = path.filename().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/'; }, '_');
  if (name.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u) --end;
    name.resize(end);
  }
  return name;
}

std::string localTime() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  std::array<char, 32> text{};
  return std::string(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d-%H%M", &parts));
}

/// `base`/`name``ending`, with a number where that is taken.
fs::path untaken(const fs::path& base, const std::string& name, const std::string& ending) {
  std::error_code code;
  auto path = base / (name + ending);
  for (int n = 2; fs::exists(fs::symlink_status(path, code)); ++n) path = base / (name + " " + std::to_string(n) + ending);
  return path;
}

}  // namespace

fs::path runsFolder() { return personal("XDG_DATA_HOME", ".local/share", "data") / "runs"; }
fs::path cacheFolder() { return personal("XDG_CACHE_HOME", ".cache", "cache"); }
fs::path configFolder() { return personal("XDG_CONFIG_HOME", ".config", "config"); }

fs::path drawingsFolder() { return personal("XDG_DATA_HOME", ".local/share", "data") / "drawings"; }
fs::path newDrawingPath() { return untaken(drawingsFolder(), localTime(), ".csv"); }

fs::path newRunFolder(const std::string& family, const std::string& data) {
  std::string name = localTime() + " " + plainName(family, 60);
  if (const auto source = plainName(data, 60); !source.empty()) name += " " + source;
  return untaken(runsFolder(), name, "");
}

fs::path resourcesFolder() {
  if (const char* given = std::getenv("GANVAS_RESOURCES"); given && *given) return given;
  std::error_code code;
  const fs::path program = fs::read_symlink("/proc/self/exe", code);
  if (!code) {
    const fs::path installed = (program.parent_path() / ".." / "share" / "ganvas").lexically_normal();
    if (fs::is_directory(installed, code)) return installed;
  }
  return GANVAS_SOURCE_RESOURCES;
}

fs::path shippedModelsFolder() { return resourcesFolder() / "models"; }

fs::path modelFolder(const std::string& nameOrFolder) {
  std::error_code code;
  const bool name = !nameOrFolder.empty() && nameOrFolder.find('/') == std::string::npos && nameOrFolder.find("..") == std::string::npos;
  const auto shipped = shippedModelsFolder() / nameOrFolder;
  return name && fs::exists(shipped / "config.json", code) ? shipped : fs::path(nameOrFolder);
}

}  // namespace ganvas
