#include "app/window/tour.hpp"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

#include "app/common/progress_line.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/home_page.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/message_bar.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/sample_grid_view.hpp"
#include "ui/train/train_page.hpp"

namespace ganvas {
namespace {

/// Lets the window live until something holds, or for so long. The bridge's ticks wake it.
bool spin(double seconds, const std::function<bool()>& until = {}) {
  QElapsedTimer clock;
  clock.start();
  while (clock.elapsed() < seconds * 1000) {
    if (until && until()) return true;
    QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  }
  return until && until();
}

class Tour {
 public:
  Tour(ui::Bridge& bridge, const TourPlan& plan) : bridge_(bridge), plan_(plan), folder_(plan.folder), window_(bridge) {}

  int play() {
    if (!folder_.mkpath(QStringLiteral("."))) return fail(QStringLiteral("The folder %1 cannot be made. Choose another one for the tour.").arg(plan_.folder));
    QObject::connect(&bridge_, &ui::Bridge::failed, &window_, [this](const ui::Words& sentence) { problem_ = sentence(); });
    const auto quick = ui::quickStart(bridge_.engine());
    if (!quick) return fail(QStringLiteral("No preset was found. Run ganvas from its build folder or install it."));
    if (!quick->data.present) {
      return fail(QStringLiteral("%1 is not here. Bring it with: %2").arg(QString::fromStdString(quick->data.title), QString::fromStdString(quick->data.howToGet)));
    }
    window_.resize(1280, 800);
    window_.goTo(ui::MainWindow::home);
    window_.show();
    spin(1.5);
    save(window_.grab().toImage(), QStringLiteral("home.png"));
    if (!train()) return fail(problem_.isEmpty() ? QStringLiteral("The run could not be started.") : problem_);
    const int result = saveResults();
    stop();
    return result;
  }

 private:
  static std::string describe(const SessionStatus& status) {
    const auto activity = status.activity.empty() ? std::string("training") : status.activity.text();
    return "round " + std::to_string(status.step) + ", " + std::to_string(std::lround(status.imagesPerSecond)) + " pictures/s, " + activity;
  }

  bool train() {
    window_.homePage().bigButton()->click();
    if (!bridge_.session()) return false;
    std::fprintf(stderr, "Training in %s\n", qPrintable(bridge_.folder()));
    ProgressLine line;
    QElapsedTimer clock;
    bool begun = false;
    // Time counts from the first round: reading the pictures for the first time is not training.
    while (bridge_.running() && (!begun || clock.elapsed() < plan_.seconds * 1000)) {
      spin(0.5);
      if (!begun && bridge_.status().step > 0) {
        begun = true;
        clock.start();
      }
      line.show(describe(bridge_.status()), begun ? std::min(1.0, clock.elapsed() / 1000.0 / plan_.seconds) : 0);
    }
    line.clear();
    if (bridge_.status().state == SessionState::failed && problem_.isEmpty()) problem_ = window_.messages().sentence();
    return bridge_.status().state != SessionState::failed;
  }

  int saveResults() {
    bool fine = save(window_.grab().toImage(), QStringLiteral("train.png"));
    if (auto* samples = qobject_cast<ui::SampleGridView*>(window_.trainPage().samplesWidget())) {
      fine = save(ui::gridImage(samples->shown(), 4), QStringLiteral("samples.png")) && fine;
    }
    if (auto* curves = qobject_cast<ui::LossCurves*>(window_.trainPage().curvesWidget())) {
      fine = save(curves->picture(), QStringLiteral("curves.png")) && fine;
    }
    window_.goTo(ui::MainWindow::play);
    spin(3);
    fine = save(window_.grab().toImage(), QStringLiteral("play.png")) && fine;
    std::printf("%s\n", qPrintable(QDir(folder_.absolutePath()).path()));
    return fine ? 0 : 1;
  }

  void stop() {
    bridge_.send(command::Stop{});
    spin(120, [this] { return !bridge_.running(); });
    window_.close();
  }

  bool save(const QImage& image, const QString& name) {
    const auto path = folder_.filePath(name);
    if (!image.isNull() && image.save(path)) {
      std::fprintf(stderr, "Saved %s\n", qPrintable(path));
      return true;
    }
    std::fprintf(stderr, "%s could not be written.\n", qPrintable(path));
    return false;
  }

  int fail(const QString& sentence) {
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return 1;
  }

  ui::Bridge& bridge_;
  TourPlan plan_;
  QDir folder_;
  QString problem_;
  ui::MainWindow window_;
};

}  // namespace

int playTour(ui::Bridge& bridge, const TourPlan& plan) { return Tour(bridge, plan).play(); }

}  // namespace ganvas
