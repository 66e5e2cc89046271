#include "app/window/bench.hpp"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <optional>
#include <thread>

#include "ui/bridge/bridge.hpp"
#include "ui/field/arena.hpp"
#include "ui/field/field_board.hpp"
#include "ui/field/field_layers.hpp"
#include "ui/field/field_page.hpp"
#include "ui/field/field_side.hpp"
#include "ui/field/run_column.hpp"
#include "ui/shell/home_page.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/sketch/sketch_board.hpp"
#include "ui/sketch/sketch_canvas.hpp"
#include "ui/train/loss_curves.hpp"

namespace ganvas {
namespace {

using Clock = std::chrono::steady_clock;

BenchDetail::value_type platform() { return {"platform", QApplication::platformName().toStdString()}; }

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// The bridge's ticks wake it: each pass waits for the next event instead of burning the trainer's core.
void spinUntil(const std::function<bool()>& done, double seconds) {
  const auto start = Clock::now();
  while (!done() && secondsSince(start) < seconds) QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

/// What the quick start begins, or why it cannot.
Result<RunRequest> quickRequest(const Engine& engine) {
  const auto quick = ui::quickStart(engine);
  if (!quick) return Error{ErrorKind::input, Sentence("No preset was found."), {}};
  if (!quick->data.present) return Error{ErrorKind::input, Sentence(quick->data.title + " is not here. Bring it with: " + quick->data.howToGet.text()), {}};
  RunRequest request;
  request.family = quick->family.name, request.data = quick->data.name, request.preset = quick->preset.name;
  return request;
}

/// The first preset of the family that plays in the plane.
Result<RunRequest> planeRequest(const Engine& engine) {
  for (const auto& family : engine.families()) {
    if (!ui::offersField(family)) continue;
    for (const auto& preset : engine.presets(family.name)) {
      if (!preset.shipped || preset.data.empty()) continue;
      RunRequest request;
      request.family = family.name, request.data = preset.data, request.preset = preset.name;
      request.values["steps"] = std::int64_t{0};   // until it is stopped
      return request;
    }
  }
  return Error{ErrorKind::input, Sentence("No preset was found."), {}};
}

/// A window with a run in training, in a folder of its own.
class TrainingWindow {
 public:
  TrainingWindow(const std::shared_ptr<Engine>& engine, Result<RunRequest> asked, ui::MainWindow::Page page = ui::MainWindow::train) : bridge_(engine), window_(bridge_) {
    if (!asked) {
      reason_ = asked.error().message.text();
      return;
    }
    window_.resize(1280, 800);
    window_.goTo(page);
    window_.show();
    QObject::connect(&bridge_, &ui::Bridge::failed, &window_, [this](const ui::Words& sentence) { reason_ = sentence().toStdString(); });
    auto request = std::move(*asked);
    request.folder = folder_.filePath(QStringLiteral("run")).toStdString();
    if (!bridge_.start(request)) return;
    spinUntil([this] { return bridge_.status().step >= kWarmUp || !bridge_.running(); }, 300);
    if (bridge_.status().step < kWarmUp && reason_.empty()) reason_ = "The run did not begin.";
  }
  ~TrainingWindow() {
    bridge_.send(command::Stop{});
    spinUntil([this] { return !bridge_.running(); }, 120);
  }

  const std::string& reason() const { return reason_; }
  ui::Bridge& bridge() { return bridge_; }
  ui::MainWindow& window() { return window_; }

 private:
  static constexpr int kWarmUp = 20;   // rounds
  QTemporaryDir folder_;
  ui::Bridge bridge_;
  ui::MainWindow window_;
  std::string reason_;
};

struct Rounds {
  std::int64_t count = 0;
  double seconds = 0;
  double rate() const { return static_cast<double>(count) / seconds; }
};

/// At least `count` rounds, from one round's end to another's; `wait` passes a little time.
void watch(Session& session, std::int64_t count, const std::function<void()>& wait, Rounds& sum) {
  const auto next = [&](std::int64_t from) {
    while (session.status().step < from && session.status().state == SessionState::running) wait();
    return session.status().step;
  };
  const auto first = next(session.status().step + 1);
  const auto start = Clock::now();
  const auto last = next(first + count);
  sum.count += last - first;
  sum.seconds += secondsSince(start);
}

/// The rate with the window over that without.
Result<BenchResult> share(TrainingWindow& training, JobContext& job) {
  if (!training.reason().empty()) return lacking(training.reason());
  auto& session = *training.bridge().session();
  constexpr int kPairs = 7;
  constexpr int kTurns = 3;          // of each side in a pair: short ones, since a shared machine's speed drifts
  constexpr double kTurnSeconds = 3;
  constexpr auto kForgotten = std::chrono::milliseconds(2200);   // after so long without a look the engine draws no grids for a window
  const auto open = [] { QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents); };
  const auto headless = [] { std::this_thread::sleep_for(std::chrono::milliseconds(2)); };
  Rounds warm;
  watch(session, 10, open, warm);
  const auto count = std::max<std::int64_t>(8, static_cast<std::int64_t>(kTurnSeconds * warm.rate()));
  std::vector<double> ratios, with, without;
  for (int pair = 0; pair < kPairs; ++pair) {
    job.report(static_cast<double>(pair) / kPairs, Sentence("pair " + std::to_string(pair + 1) + " of " + std::to_string(kPairs)));
    Rounds shown, hidden;
    for (int turn = 0; turn < 2 * kTurns; ++turn) {
      // Shown, hidden, hidden, shown, …: a machine that grows faster or slower favours neither.
      const bool windowed = (turn / 2 + turn + pair) % 2 == 0;
      training.window().setVisible(windowed);
      spinUntil([] { return false; }, 0.2);
      if (!windowed) std::this_thread::sleep_for(kForgotten);
      watch(session, count, windowed ? std::function<void()>(open) : headless, windowed ? shown : hidden);
    }
    if (session.status().state != SessionState::running) return lacking("The run ended while it was measured.");
    with.push_back(shown.rate());
    without.push_back(hidden.rate());
    ratios.push_back(shown.rate() / hidden.rate());
  }
  return BenchResult{median(ratios), {{"pairs", double{kPairs}}, {"turns_per_pair", double{kTurns}}, {"rounds_per_turn", static_cast<double>(count)},
                                      {"rounds_per_second_window", median(with)}, {"rounds_per_second_headless", median(without)}, {"ratios", ratios},
                                      {"device", session.status().device}, platform()}};
}

Result<BenchResult> windowShare(const std::shared_ptr<Engine>& engine, JobContext& job) {
  TrainingWindow training(engine, quickRequest(*engine));
  return share(training, job);
}

Result<BenchResult> playgroundLive(const std::shared_ptr<Engine>& engine, JobContext& job) {
  TrainingWindow training(engine, planeRequest(*engine), ui::MainWindow::field);
  auto* arena = training.window().fieldPage().arena();
  if (!arena || !arena->side()) return lacking("There is no family here that plays in the plane.");
  arena->side()->layers().showAll();
  std::vector<double> gaps;   // seconds between two pictures while the window is open
  auto last = Clock::now();
  QObject::connect(arena->first().board(), &ui::FieldBoard::answered, arena, [&] {
    if (training.window().isVisible()) gaps.push_back(secondsSince(last));
    last = Clock::now();
  });
  auto result = share(training, job);
  if (result && !gaps.empty()) result->detail["pictures_per_second"] = 1 / median(gaps);
  return result;
}

Result<BenchResult> windowTick(const std::shared_ptr<Engine>& engine, JobContext& job) {
  TrainingWindow training(engine, quickRequest(*engine));
  if (!training.reason().empty()) return lacking(training.reason());
  std::vector<double> intervals;   // ms
  auto last = Clock::now();
  QTimer timer;
  timer.setTimerType(Qt::PreciseTimer);
  timer.setInterval(16);
  QObject::connect(&timer, &QTimer::timeout, [&] {
    intervals.push_back(secondsSince(last) * 1000);
    last = Clock::now();
  });
  timer.start();
  job.report(-1, Sentence("listening to the window for 20 seconds"));
  spinUntil([] { return false; }, 20);
  timer.stop();
  if (intervals.size() < 100) return lacking("The window did not tick often enough to be measured.");
  std::sort(intervals.begin(), intervals.end());
  constexpr double kLongestStall = 100;   // ms
  return BenchResult{intervals[intervals.size() * 95 / 100],
                     {{"max_ms", intervals.back()}, {"max_goal_ms", kLongestStall}, {"median_ms", intervals[intervals.size() / 2]},
                      {"ticks", static_cast<double>(intervals.size())}, {"steps", static_cast<double>(training.bridge().status().step)}, platform()},
                     intervals.back() <= kLongestStall};
}

/// Starts this program anew and reads when its window was first painted.
std::optional<double> firstPaintOnce() {
  QProcess child;
  child.setProcessChannelMode(QProcess::SeparateChannels);
  const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now().time_since_epoch()).count();
  child.start(QApplication::applicationFilePath(), {QStringLiteral("--first-paint-since"), QString::number(now)});
  if (!child.waitForFinished(60000)) {
    child.kill();
    child.waitForFinished();
    return {};
  }
  bool fine = false;
  const double value = child.readAllStandardOutput().trimmed().toDouble(&fine);
  return fine ? std::optional(value) : std::nullopt;
}

Result<BenchResult> firstPaint(const std::shared_ptr<Engine>&, JobContext& job) {
  std::vector<double> all;
  for (int i = 0; i < 6; ++i) {
    job.report(i / 6.0, Sentence("start " + std::to_string(i + 1) + " of 6"));
    const auto value = firstPaintOnce();
    if (!value) return lacking("The window did not open.");
    if (i > 0) all.push_back(*value);  // the first one warms the disk cache
  }
  return BenchResult{median(all), {{"runs_ms", all}, platform()}};
}

Result<BenchResult> curvePan(const std::shared_ptr<Engine>& engine, JobContext& job) {
  constexpr int kPoints = 1'000'000, kFrames = 120;
  ui::Bridge bridge(engine);
  ui::LossCurves curves(bridge);
  curves.resize(1280, 480);
  curves.show();
  std::vector<double> steps(kPoints), values(kPoints);
  for (int i = 0; i < kPoints; ++i) {
    steps[i] = i;
    values[i] = 1 + std::exp(-i / 2e5) + 0.2 * std::sin(i * 0.37) * std::sin(i * 1.9e-3) + 0.1 * std::sin(i * 12.9898);
  }
  curves.setSeries({{"loss_g", "Generator loss", "Losses", "", Role::generator, "", {}}});
  curves.setData(QStringLiteral("loss_g"), std::move(steps), std::move(values));
  curves.fit();
  curves.replotNow();
  QApplication::processEvents();
  std::vector<double> frames;   // seconds
  job.report(-1, Sentence("panning"));
  for (int i = 0; i < kFrames; ++i) {
    const auto start = Clock::now();
    curves.panBy(i < kFrames / 2 ? 0.002 : -0.002);   // nearly all points stay in view
    curves.replotNow();
    QApplication::processEvents();
    frames.push_back(secondsSince(start));
  }
  return BenchResult{1 / median(frames),
                     {{"points", double{kPoints}}, {"frames", double{kFrames}}, {"slowest_ms", *std::max_element(frames.begin(), frames.end()) * 1000},
                      {"width", static_cast<double>(curves.width())}, platform()}};
}

/// Counts how often a widget is painted.
class Paints : public QObject {
 public:
  explicit Paints(QWidget& widget) { widget.installEventFilter(this); }
  bool eventFilter(QObject*, QEvent* event) override {
    count += event->type() == QEvent::Paint;
    return false;
  }
  int count = 0;
};

/// A stroke goes on over a drawing of a thousand strokes, with a painted picture under it.
Result<BenchResult> canvasInk(const std::shared_ptr<Engine>& engine, JobContext& job) {
  constexpr int kStrokes = 1000, kPoints = 300;
  ui::SketchBoard board(*engine);
  ui::SketchCanvas canvas(board);
  canvas.resize(900, 900);
  canvas.show();
  QImage picture(256, 256, QImage::Format_RGB32);
  picture.fill(Qt::yellow);
  canvas.setPainted(picture);
  canvas.setBlend(0.5);
  const auto place = [](int i) { return QPointF(256 + 200 * std::sin(i * 0.71), 256 + 200 * std::cos(i * 0.37)); };
  job.report(-1, Sentence("drawing a thousand strokes"));
  for (int i = 0; i < kStrokes; ++i) {
    board.begin(place(i), 1);
    for (int j = 1; j < 12; ++j) board.move(place(i) + QPointF(4 * j, 3 * j), 1);
    board.end();
  }
  QApplication::processEvents();
  std::vector<double> times;   // ms from a place of the pen to its ink on the screen
  Paints paints(canvas);
  board.begin({20, 20}, 1);
  for (int i = 0; i < kPoints; ++i) {
    const auto start = Clock::now();
    board.move({20 + 1.5 * i, 20 + 1.4 * i + 20 * std::sin(i * 0.2)}, 1);
    const auto painted = paints.count;
    spinUntil([&] { return paints.count > painted; }, 0.5);
    times.push_back(secondsSince(start) * 1000);
  }
  board.end();
  const auto before = Clock::now();
  board.undo();
  const double undone = secondsSince(before) * 1000;
  std::sort(times.begin(), times.end());
  return BenchResult{times[times.size() * 95 / 100], {{"median_ms", median(times)}, {"slowest_ms", times.back()}, {"undo_ms", undone}, {"strokes", double{kStrokes}}, {"paints", static_cast<double>(paints.count)}, platform()}};
}

}  // namespace

std::vector<BenchRow> windowBenchRows(const std::shared_ptr<Engine>& engine) {
  const auto with = [engine](Result<BenchResult> (*row)(const std::shared_ptr<Engine>&, JobContext&)) {
    return [engine, row](JobContext& job) { return row(engine, job); };
  };
  return {{"window-share", "x", 0.95, true, "Training with the window open beside the same training with the window hidden.", with(windowShare)},
          {"toy2d-live", "x", 0.8, true, "Training in the playground with all its layers drawn beside the same training with the window hidden.", with(playgroundLive)},
          {"window-tick", "ms", 33, false, "How long the window's event loop keeps others waiting while training, 95th percentile.", with(windowTick)},
          {"first-paint", "ms", 1500, false, "From the start of the program to its first picture.", with(firstPaint)},
          {"curve-pan", "frames/s", 30, true, "Panning over a curve of a million points.", with(curvePan)},
          {"canvas-ink", "ms", 16, false, "From a place of the pen to its ink on the screen, over a drawing of a thousand strokes, 95th percentile.", with(canvasInk)}};
}

}  // namespace ganvas
