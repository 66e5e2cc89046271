// ganvas: engine and window put together. Without a display it can still play a tour and measure itself.
#include <CLI/CLI.hpp>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <chrono>
#include <iostream>

#include "app/common/bench_report.hpp"
#include "app/window/bench.hpp"
#include "app/window/tour.hpp"
#include "engine/worker/engine_factory.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/theme.hpp"

namespace {

struct Options {
  std::string theme, language, run, tour;
  double seconds = 60;
  std::vector<std::string> bench;
  bool json = false;
  std::int64_t firstPaintSince = 0;   // monotonic nanoseconds at which a measuring parent started this process
};

void addOptions(CLI::App& app, Options& options) {
  app.set_version_flag("--version", GANVAS_VERSION);
  app.add_option("--theme", options.theme, "Colours of the window")->check(CLI::IsMember({"light", "dark"}));
  app.add_option("--language", options.language, "Language of the window: en, zh_CN");
  app.add_option("--run", options.run, "Folder of a run to open");
  app.add_option("--tour", options.tour, "Train for a while without a display and save pictures of it into this folder");
  app.add_option("--seconds", options.seconds, "How long the tour trains")->check(CLI::Range(1.0, 86400.0))->capture_default_str();
  app.add_option("--bench", options.bench, "Measure: window-share, toy2d-live, window-tick, first-paint, curve-pan");
  app.add_flag("--json", options.json, "One JSON object on stdout at the end");
  app.add_option("--first-paint-since", options.firstPaintSince)->group("");
}

bool hasDisplay() { return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"); }

void describeApplication() {
  QApplication::setOrganizationName(QStringLiteral("Ganvas"));
  QApplication::setApplicationName(QStringLiteral("Ganvas"));
  QApplication::setApplicationVersion(QStringLiteral(GANVAS_VERSION));
  QGuiApplication::setDesktopFileName(QStringLiteral("org.ganvas.Ganvas"));  // Wayland finds the icon by it
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/app/org.ganvas.Ganvas.svg")));
}

/// Settings of its own, so that neither a tour nor a measurement changes or depends on the person's.
void isolateSettings(const QTemporaryDir& folder) {
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
}

int openWindow(const Options& options, ganvas::ui::Bridge& bridge) {
  ganvas::ui::MainWindow window(bridge);
  if (options.firstPaintSince > 0) {
    QObject::connect(&window, &ganvas::ui::MainWindow::firstPainted, &window, [&] {
      const auto now = std::chrono::steady_clock::now().time_since_epoch();
      std::cout << (std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - options.firstPaintSince) / 1e6 << std::endl;
      QTimer::singleShot(0, qApp, &QApplication::quit);
    });
  }
  window.show();
  if (!options.run.empty()) window.openRun(QString::fromStdString(options.run));
  return QApplication::exec();
}

int measure(const std::shared_ptr<ganvas::Engine>& engine, const Options& options) {
  const auto done = ganvas::reportBench(ganvas::windowBenchRows(engine), options.bench, options.json, " (the other rows: ganvas-cli bench)");
  if (done) return 0;
  std::cerr << "ganvas: " << done.error().message << std::endl;
  return ganvas::exitCode(done.error());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App cli{"Explore generative adversarial networks by hand.", "ganvas"};
  Options options;
  addOptions(cli, options);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : 2;
  }
  const bool measures = !options.bench.empty() || options.firstPaintSince > 0;
  if (!hasDisplay()) {
    if (options.tour.empty() && !measures) {
      std::cerr << "There is no display to open a window on. ganvas --tour FOLDER trains for a minute and saves pictures of it.\n";
      return 1;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
  }
  ganvas::prepareProcess();
  QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);   // a line is drawn through every place that the pen was at
  QApplication app(argc, argv);
  describeApplication();
  QTemporaryDir settings;
  if (measures || !options.tour.empty()) isolateSettings(settings);
  auto& language = ganvas::ui::Language::instance();
  language.apply(options.language.empty() ? language.choice() : QString::fromStdString(options.language));
  using ganvas::ui::Theme;
  auto& theme = Theme::instance();
  theme.apply(options.theme == "dark" ? Theme::Choice::dark : options.theme == "light" ? Theme::Choice::light : theme.choice());

  const auto engine = ganvas::makeEngine();
  if (!options.bench.empty()) return measure(engine, options);
  ganvas::ui::Bridge bridge(engine);
  if (!options.tour.empty()) return ganvas::playTour(bridge, {QString::fromStdString(options.tour), options.seconds});
  return openWindow(options, bridge);
}
