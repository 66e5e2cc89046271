#include "ui/bridge/words.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace ganvas::ui {
namespace {

template <class Known>
QString titleAmong(const std::vector<Known>& all, const std::string& name, const QString& otherwise) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Known& known) { return known.name == name; });
  return found == all.end() ? otherwise : told(found->title);
}

}  // namespace

QString told(const std::string& words) { return words.empty() ? QString() : QCoreApplication::translate("engine", words.c_str()); }

QString told(const Sentence& sentence) {
  const auto pattern = told(sentence.pattern());
  if (sentence.arguments().empty()) return pattern;
  std::vector<std::string> arguments;
  for (const auto& argument : sentence.arguments()) arguments.push_back(told(argument).toStdString());
  return from(filled(pattern.toStdString(), arguments));
}

Words toldWhenShown(Sentence sentence) {
  return [sentence = std::move(sentence)] { return told(sentence); };
}

Words asTheyAre(QString text) {
  return [text = std::move(text)] { return text; };
}

QString codeTitle(const CodeInfo& code) {
  const auto digits = code.name.find_last_not_of("0123456789") + 1;
  return digits == code.name.size() ? told(code.name) : told(code.name.substr(0, digits)) + from(code.name.substr(digits));
}

QString familyTitle(const Engine& engine, const std::string& name) { return titleAmong(engine.families(), name, from(name)); }

QString dataTitle(const Engine& engine, const std::string& nameOrPath) {
  return titleAmong(engine.datasets(), nameOrPath, QFileInfo(from(nameOrPath)).fileName());
}

}  // namespace ganvas::ui
