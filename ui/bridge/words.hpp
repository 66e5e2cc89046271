// The engine's words as the window shows them. GUI thread.
#pragma once

#include <QString>
#include <string>

#include "engine/api/engine.hpp"

namespace ganvas::ui {

inline QString from(const std::string& text) { return QString::fromStdString(text); }

/// The title of a family, or its name where this program does not know it.
QString familyTitle(const Engine& engine, const std::string& name);
/// The title of the catalogue's data; a folder's own name for a path.
QString dataTitle(const Engine& engine, const std::string& nameOrPath);

}  // namespace ganvas::ui
