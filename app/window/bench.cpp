#include "app/window/bench.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "ui/bridge/bridge.hpp"
#include "ui/shell/home_page.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/train/loss_curves.hpp"

namespace ganvas {
namespace {

using Json = nlohmann::json;
using Clock = std::chrono::steady_clock;

struct Row {
  std::optional<double> value;
  bool alsoMet = true;     // a second condition, beside the goal
  Json detail = Json::object();
};

struct RowInfo {
  std::string name, unit;
  double goal;
  bool higherIsBetter;
  std::function<Row(const std::shared_ptr<Engine>&)> run;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto middle = values.size() / 2;
  return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Row lacking(const std::string& reason) {
  Row row;
  row.detail["reason"] = reason;
  return row;
}

/// The bridge's ticks wake it: each pass waits for the next event instead of burning the trainer's core.
void spinUntil(const std::function<bool()>& done, double seconds) {
  const auto start = Clock::now();
  while (!done() && secondsSince(start) < seconds) QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

/// A window with the quick start's run in training, in a folder of its own.
class TrainingWindow {
 public:
  explicit TrainingWindow(const std::shared_ptr<Engine>& engine) : bridge_(engine), window_(bridge_) {
    const auto quick = ui::quickStart(*engine);
    if (!quick || !quick->data.present) {
      reason_ = quick ? quick->data.title + " is not here. Bring it with: " + quick->data.howToGet : "No preset was found.";
      return;
    }
    window_.resize(1280, 800);
    window_.goTo(ui::MainWindow::train);
    window_.show();
    QObject::connect(&bridge_, &ui::Bridge::failed, &window_, [this](const QString& sentence) { reason_ = sentence.toStdString(); });
    RunRequest request;
    request.family = quick->family.name;
    request.data = quick->data.name;
    request.preset = quick->preset.name;
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

/// Rounds a second over `rounds` rounds, from one round's end to another's; `wait` passes a little time.
double throughput(Session& session, std::int64_t rounds, const std::function<void()>& wait) {
  const auto next = [&](std::int64_t from) {
    while (session.status().step < from && session.status().state == SessionState::running) wait();
    return session.status().step;
  };
  const auto first = next(session.status().step + 1);
  const auto start = Clock::now();
  const auto last = next(first + rounds);
  return static_cast<double>(last - first) / secondsSince(start);
}

Row windowShare(const std::shared_ptr<Engine>& engine) {
  TrainingWindow training(engine);
  if (!training.reason().empty()) return lacking(training.reason());
  auto& session = *training.bridge().session();
  constexpr int kPairs = 7;
  const auto open = [] { QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents); };
  const auto headless = [] { std::this_thread::sleep_for(std::chrono::milliseconds(2)); };
  const double speed = throughput(session, 10, open);
  const auto rounds = std::max<std::int64_t>(20, static_cast<std::int64_t>(4 * speed));  // about four seconds each
  std::vector<double> ratios, with, without;
  for (int pair = 0; pair < kPairs; ++pair) {
    // Which of the two goes first alternates, so that a machine that warms up favours neither.
    double share[2] = {0, 0};
    for (int turn = 0; turn < 2; ++turn) {
      const bool windowed = (pair + turn) % 2 == 0;
      training.window().setVisible(windowed);
      spinUntil([] { return false; }, 0.3);
      share[windowed ? 0 : 1] = throughput(session, rounds, windowed ? std::function<void()>(open) : headless);
    }
    with.push_back(share[0]);
    without.push_back(share[1]);
    ratios.push_back(share[0] / share[1]);
  }
  Row row;
  row.value = median(ratios);
  row.detail = {{"pairs", kPairs}, {"rounds_per_segment", rounds}, {"rounds_per_second_window", median(with)},
                {"rounds_per_second_headless", median(without)}, {"ratios", ratios}, {"device", session.status().device},
                {"platform", QApplication::platformName().toStdString()}};
  return row;
}

Row windowTick(const std::shared_ptr<Engine>& engine) {
  TrainingWindow training(engine);
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
  spinUntil([] { return false; }, 20);
  timer.stop();
  if (intervals.size() < 100) return lacking("The window did not tick often enough to be measured.");
  std::sort(intervals.begin(), intervals.end());
  Row row;
  row.value = intervals[intervals.size() * 95 / 100];
  row.alsoMet = intervals.back() <= 100;
  row.detail = {{"max_ms", intervals.back()}, {"max_goal_ms", 100}, {"median_ms", intervals[intervals.size() / 2]}, {"ticks", intervals.size()},
                {"steps", training.bridge().status().step}, {"platform", QApplication::platformName().toStdString()}};
  return row;
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

Row firstPaint(const std::shared_ptr<Engine>&) {
  std::vector<double> all;
  for (int i = 0; i < 6; ++i) {
    const auto value = firstPaintOnce();
    if (!value) return lacking("The window did not open.");
    if (i > 0) all.push_back(*value);  // the first one warms the disk cache
  }
  Row row;
  row.value = median(all);
  row.detail = {{"runs_ms", all}, {"platform", QApplication::platformName().toStdString()}};
  return row;
}

Row curvePan(const std::shared_ptr<Engine>& engine) {
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
  for (int i = 0; i < kFrames; ++i) {
    const auto start = Clock::now();
    curves.panBy(i < kFrames / 2 ? 0.002 : -0.002);   // nearly all points stay in view
    curves.replotNow();
    QApplication::processEvents();
    frames.push_back(secondsSince(start));
  }
  Row row;
  row.value = 1 / median(frames);
  std::sort(frames.begin(), frames.end());
  row.detail = {{"points", kPoints}, {"frames", kFrames}, {"slowest_ms", frames.back() * 1000}, {"width", curves.width()},
                {"platform", QApplication::platformName().toStdString()}};
  return row;
}

const std::vector<RowInfo>& rows() {
  static const std::vector<RowInfo> all = {{"window-share", "x", 0.95, true, windowShare},
                                           {"window-tick", "ms", 33, false, windowTick},
                                           {"first-paint", "ms", 1500, false, firstPaint},
                                           {"curve-pan", "frames/s", 30, true, curvePan}};
  return all;
}

Json toJson(const RowInfo& info, const Row& row) {
  Json json = {{"name", info.name}, {"value", nullptr}, {"unit", info.unit}, {"goal", info.goal}, {"better", info.higherIsBetter ? "higher" : "lower"},
               {"met", nullptr}, {"detail", row.detail}};
  if (row.value) {
    json["value"] = *row.value;
    json["met"] = (info.higherIsBetter ? *row.value >= info.goal : *row.value <= info.goal) && row.alsoMet;
  }
  return json;
}

}  // namespace

std::vector<std::string> windowBenchNames() {
  std::vector<std::string> names;
  for (const auto& row : rows()) names.push_back(row.name);
  return names;
}

int runWindowBench(const std::shared_ptr<Engine>& engine, const std::vector<std::string>& names, bool json) {
  Json results = Json::array();
  for (const auto& info : rows()) {
    if (std::find(names.begin(), names.end(), info.name) == names.end()) continue;
    std::cerr << info.name << " …" << std::endl;
    const auto row = info.run(engine);
    results.push_back(toJson(info, row));
    if (!json) {
      const auto& last = results.back();
      std::cout << info.name << ": " << (row.value ? std::to_string(*row.value) + " " + info.unit : row.detail.value("reason", "")) << ", goal "
                << (info.higherIsBetter ? "at least " : "at most ") << info.goal << (last["met"].is_null() ? "" : last["met"] ? ", met" : ", not met") << "\n";
    }
  }
  if (json) std::cout << Json{{"results", results}}.dump() << std::endl;
  return 0;
}

}  // namespace ganvas
