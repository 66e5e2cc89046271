#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QStringList>
#include <QTemporaryDir>
#include <cstdio>

#include "tests/ui/preview/preview.hpp"
#include "ui/shell/theme.hpp"

namespace {

QSize sizeFrom(const QString& text) {
  const auto parts = text.split(QLatin1Char('x'));
  return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1280, 800);
}

void spin(int milliseconds) {
  QElapsedTimer clock;
  clock.start();
  while (clock.elapsed() < milliseconds) QApplication::processEvents(QEventLoop::AllEvents, 10);
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  if (argc > 5) qputenv("QT_SCALE_FACTOR", argv[5]);
  QApplication app(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("Ganvas"));
  QApplication::setApplicationName(QStringLiteral("Ganvas"));
  QTemporaryDir settings;
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());

  const auto& all = ganvas::test::Preview::all();
  const auto found = argc > 2 ? all.find(QString::fromLocal8Bit(argv[1])) : all.end();
  if (found == all.end()) {
    std::fprintf(stderr, "ui_preview NAME OUT.png [light|dark] [WIDTHxHEIGHT] [SCALE]\nNames:\n");
    for (const auto& [name, make] : all) std::fprintf(stderr, "  %s\n", qPrintable(name));
    return 2;
  }
  const bool dark = argc > 3 && QString::fromLocal8Bit(argv[3]) == QLatin1String("dark");
  ganvas::ui::Theme::instance().apply(dark ? ganvas::ui::Theme::Choice::dark : ganvas::ui::Theme::Choice::light);

  ganvas::test::PreviewWorld world;
  world.engine = std::make_shared<ganvas::test::FakeEngine>();
  ganvas::ui::Bridge bridge(world.engine);
  world.bridge = &bridge;
  world.spin = spin;
  auto widget = found->second(world);
  widget->resize(sizeFrom(argc > 4 ? QString::fromLocal8Bit(argv[4]) : QString()));
  widget->show();
  spin(700);
  const bool saved = widget->grab().save(QString::fromLocal8Bit(argv[2]));
  widget.reset();
  return saved ? 0 : 1;
}
