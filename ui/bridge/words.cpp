#include "ui/bridge/words.hpp"

#include <QFileInfo>
#include <algorithm>

namespace ganvas::ui {
namespace {

template <class Known>
QString titleAmong(const std::vector<Known>& all, const std::string& name, const QString& otherwise) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Known& known) { return known.name == name; });
  return found == all.end() ? otherwise : from(found->title);
}

}  // namespace

QString familyTitle(const Engine& engine, const std::string& name) { return titleAmong(engine.families(), name, from(name)); }

QString dataTitle(const Engine& engine, const std::string& nameOrPath) {
  return titleAmong(engine.datasets(), nameOrPath, QFileInfo(from(nameOrPath)).fileName());
}

}  // namespace ganvas::ui
