// Chooses the language of the window. Each is a translation that was built in; English is what the source says. GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>
#include <vector>

namespace ganvas::ui {

/// One for the application. Widgets take their words when they are made, so whoever holds them makes them anew on changed().
class Language : public QObject {
  Q_OBJECT
 public:
  /// A language by its code ("en", "zh_CN"), named in itself ("English", "简体中文").
  struct Known {
    QString code, name;
  };

  static Language& instance();
  static std::vector<Known> all();

  /// The one remembered in the settings; empty: as the system.
  QString choice() const;
  /// The one in force.
  QString current() const { return current_; }
  /// Applies a choice and remembers it.
  void choose(const QString& choice);
  /// Applies without remembering (a command-line option, a test). A code that is not known is English.
  void apply(const QString& choice);

  /// Empty, or the sentence that no installed font has the letters of this language, and which package brings one.
  static QString lackingFont(const QString& code);

 signals:
  void changed();

 private:
  QString current_ = QStringLiteral("en");
  QTranslator own_, qt_;
};

}  // namespace ganvas::ui
