// A lesson: text, something to open, things to try, a question. Read from resources/lessons. Pure values; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/game.hpp"
#include "engine/api/schema.hpp"

namespace ganvas {

/// The same text in each language by its code: "en", "zh_CN".
using LocalText = std::map<std::string, std::string>;

/// What a lesson sets up: a run of a family, or a game.
struct LessonScene {
  std::string family, data;             ///< of a run; empty: a game
  std::optional<std::string> preset;
  Values values;                        ///< set over the preset; of a game: of gameSchema()
  std::string game;
  std::string beside;                   ///< a second scene of this lesson that is shown beside this one, or empty
};

/// A button of a lesson.
struct LessonAction {
  LocalText label;
  std::string scene;                    ///< opens this scene, paused at its beginning; empty: acts on what is open
  Values values;                        ///< sets live parameters (of a game: its parameters)
  std::string command;                  ///< "play", "pause", "step", "step-phase", "reset", "" for none
};

struct LessonQuestion {
  LocalText text;
  std::vector<LocalText> answers;
  int right = 0;
  LocalText because;                    ///< shown once it is answered
};

/// One page of it.
struct LessonStep {
  LocalText title, text, look;          ///< what it tells, and what to look at meanwhile; **bold**, *italic*, `code` and lists as in Markdown
  std::string scene;                    ///< what is open meanwhile; empty: as before
  std::vector<LessonAction> actions;
  std::vector<LocalText> attempts;      ///< things to try
  std::optional<LessonQuestion> question;
};

struct LessonInfo {
  std::string name;                     ///< file name without order and .json
  std::string path;
  LocalText title, summary;
  int minutes = 0;
  std::map<std::string, LessonScene> scenes;
  std::vector<LessonStep> steps;
  bool hasClaims = false;               ///< what it says can be checked by a machine
};

/// The lessons that can be read, in their order, and why others cannot.
struct LessonList {
  std::vector<LessonInfo> lessons;
  std::vector<Sentence> problems;
};

/// The text in a language, else in English.
inline const std::string& inLanguage(const LocalText& text, const std::string& language) {
  static const std::string none;
  if (const auto found = text.find(language); found != text.end()) return found->second;
  const auto english = text.find("en");
  return english == text.end() ? none : english->second;
}

}  // namespace ganvas
