// Runs the widget tests without a display, with settings of their own. A warning of Qt's is a failed test.
#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstdio>

#include "ui/shell/theme.hpp"

namespace {

void failOnWarning(QtMsgType type, const QMessageLogContext&, const QString& text) {
  std::fprintf(stderr, "Qt: %s\n", qPrintable(text));
  if (type == QtDebugMsg || type == QtInfoMsg) return;
  // What the offscreen platform cannot do is no fault of the program.
  if (text.startsWith(QLatin1String("This plugin does not support"))) return;
  ADD_FAILURE() << "Qt warned: " << text.toStdString();
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  testing::InitGoogleTest(&argc, argv);
  QApplication app(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("Ganvas"));
  QApplication::setApplicationName(QStringLiteral("Ganvas"));
  QTemporaryDir settings;
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
  qInstallMessageHandler(failOnWarning);
  ganvas::ui::Theme::instance().apply(ganvas::ui::Theme::Choice::light);
  return RUN_ALL_TESTS();
}
