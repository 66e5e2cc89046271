#include "ui/shell/language.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <algorithm>

namespace ganvas::ui {
namespace {

const QString kChoiceKey = QStringLiteral("language"), kEnglish = QStringLiteral("en");
const QString kFolder = QStringLiteral(":/translations"), kPrefix = QStringLiteral("ganvas_"), kSuffix = QStringLiteral(".qm");

bool known(const QString& code) {
  const auto all = Language::all();
  return std::any_of(all.begin(), all.end(), [&](const Language::Known& one) { return one.code == code; });
}

/// The first of the system's languages that there is, in whatever country it is spoken, if it can be shown.
QString systemLanguage() {
  for (const auto& wanted : QLocale::system().uiLanguages()) {
    for (const auto& one : Language::all()) {
      if (QLocale(wanted).language() == QLocale(one.code).language() && Language::lackingFont(one.code).isEmpty()) return one.code;
    }
  }
  return kEnglish;
}

}  // namespace

Language& Language::instance() {
  static auto* language = new Language;  // lives as long as the process: a translator may be asked until the very end
  return *language;
}

std::vector<Language::Known> Language::all() {
  std::vector<Known> all{{kEnglish, QStringLiteral("English")}};
  for (const auto& file : QDir(kFolder).entryList({kPrefix + QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Name)) {
    const auto code = file.mid(kPrefix.size()).chopped(kSuffix.size());
    if (code != kEnglish) all.push_back({code, QLocale(code).nativeLanguageName()});
  }
  return all;
}

QString Language::choice() const {
  const auto choice = QSettings().value(kChoiceKey).toString();
  return known(choice) ? choice : QString();
}

void Language::choose(const QString& choice) {
  QSettings().setValue(kChoiceKey, choice);
  apply(choice);
}

void Language::apply(const QString& choice) {
  const auto code = choice.isEmpty() ? systemLanguage() : known(choice) ? choice : kEnglish;
  for (auto* translator : {&own_, &qt_}) QCoreApplication::removeTranslator(translator);
  // English has a file as well: it tells one from many.
  if (own_.load(kPrefix + code, kFolder)) QCoreApplication::installTranslator(&own_);
  // Qt's own words (file dialogs, "Copy"), where they are installed.
  if (qt_.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) QCoreApplication::installTranslator(&qt_);
  const QLocale wanted(code), system = QLocale::system();
  QLocale::setDefault(system.language() == wanted.language() ? system : wanted);
  if (std::exchange(current_, code) != code) emit changed();
}

QString Language::lackingFont(const QString& code) {
  if (QLocale(code).script() != QLocale::SimplifiedHanScript || !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty()) return {};
  return tr("No installed font has Chinese characters: install one, for example with sudo apt install fonts-wqy-microhei, and start Ganvas again.");
}

}  // namespace ganvas::ui
