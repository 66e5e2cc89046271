// The engine's words as the window shows them. GUI thread.
#pragma once

#include <QString>
#include <functional>
#include <string>

#include "engine/api/engine.hpp"

namespace ganvas::ui {

/// Names, paths and keys: as they are.
inline QString from(const std::string& text) { return QString::fromStdString(text); }
QString from(const Sentence& sentence) = delete;   // a sentence is told

/// What the engine tells (titles, helps, units, sentences), in the language of the window. Words that no translation knows, such as the
/// names of a person's own classes, come out as they are.
QString told(const std::string& words);
QString told(const Sentence& sentence);

/// Words that may be shown for long: found anew each time that they are shown, so that they follow a change of language. They hold all that
/// they tell of, by value.
using Words = std::function<QString()>;
Words toldWhenShown(Sentence sentence);
/// Names, and sentences that have no other language.
Words asTheyAre(QString text);

/// The title of a family, or its name where this program does not know it.
QString familyTitle(const Engine& engine, const std::string& name);
/// "category 2" of the code "category2".
QString codeTitle(const CodeInfo& code);
/// The title of the catalogue's data; a folder's own name for a path.
QString dataTitle(const Engine& engine, const std::string& nameOrPath);

}  // namespace ganvas::ui
