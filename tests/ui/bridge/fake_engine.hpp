// A whole engine in memory, without torch: two families with rich schemas, data that is here and data that is not, presets, runs,
// sessions that advance by a thread or when told to, models that draw synthetic garments. Games, lessons and paper are the real ones. Deterministic. Any thread, as the real one.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include "engine/api/engine.hpp"

namespace ganvas::test {

struct FakeOptions {
  double roundsPerSecond = 0;   ///< 0: a session advances only by FakeSession::advance
  int jobMilliseconds = 0;      ///< how long each job pretends to work
  bool withRuns = true;         ///< three stored runs (one of them broken), or an empty runs folder
};

/// The networks that the fakes pretend to have trained.
class FakeModel : public Model {
 public:
  FakeModel(FamilyInfo family, std::string data, int channels, std::int64_t step, std::string folder = {});
  ModelInfo info() const override;
  void request(InferenceRequest request) override;
  std::optional<InferenceResult> take() override;

  void setStep(std::int64_t step) { step_ = step; }
  /// All that was asked, in order, for tests; and what was asked last.
  std::vector<InferenceRequest> requests() const;
  std::optional<InferenceRequest> lastRequest() const;

 private:
  FamilyInfo family_;
  std::string data_, folder_;
  int channels_;
  std::atomic<std::int64_t> step_;
  mutable std::mutex mutex_;
  std::optional<InferenceRequest> pending_;
  std::vector<InferenceRequest> asked_;
};

class FakeSession : public Session {
 public:
  FakeSession(FamilyInfo family, Schema schema, Values values, std::string folder, std::string data, std::int64_t startStep, bool paused,
              double roundsPerSecond);
  ~FakeSession() override;

  std::string folder() const override { return folder_; }
  std::string family() const override { return family_.name; }
  std::string data() const override { return data_; }
  const Schema& schema() const override { return schema_; }
  Values values() const override;
  std::vector<SeriesInfo> series() const override;
  void send(Command command) override;
  SessionStatus status() const override;
  std::vector<Scalar> takeScalars() override;
  std::optional<TileGrid> takeSamples() override;
  std::vector<Edit> takeEdits() override;
  std::vector<Notice> takeNotices() override;
  std::shared_ptr<Model> model() override { return model_; }
  Result<SessionStatus> wait() override;

  /// Trains so many rounds now (begins with leaving the state preparing); a stop asked for takes effect here.
  void advance(int rounds);
  void notify(Notice notice);
  /// Ends the run as a NaN would.
  void fail(const std::string& sentence);
  /// Commands in the order in which they were sent.
  std::vector<Command> sent() const;

 private:
  void round();
  void finish(const std::string& by);
  void sample();

  FamilyInfo family_;
  Schema schema_;
  std::string folder_, data_;
  double roundsPerSecond_;
  std::shared_ptr<FakeModel> model_;
  mutable std::recursive_mutex mutex_;
  Values values_;
  SessionStatus status_;
  std::vector<Scalar> scalars_;
  std::optional<TileGrid> samples_;
  std::vector<Edit> edits_;
  std::vector<Notice> notices_;
  std::vector<Command> sent_;
  std::uint64_t latentSeed_ = 1;
  bool stopAsked_ = false;
  std::jthread thread_;
};

class FakeEngine : public Engine {
 public:
  explicit FakeEngine(FakeOptions options = {});

  std::vector<FamilyInfo> families() const override;
  Result<Schema> schema(const std::string& family) const override;
  std::vector<DeviceInfo> devices() const override;
  std::vector<DatasetInfo> datasets() const override;
  std::shared_ptr<Job<DataPreview>> preview(DataRequest request) override;
  std::shared_ptr<Job<AuditReport>> audit(DataRequest request) override;
  Result<std::vector<std::string>> heldOut(const std::string&) const override { return std::vector<std::string>{"boot", "bag"}; }
  std::vector<PresetInfo> presets(const std::string& family) const override;
  Result<Values> loadPreset(const std::string& nameOrFile) const override;
  Result<std::string> keepPoints(const std::vector<double>& points) override;
  std::vector<double> drawn() const { std::lock_guard lock(mutex_); return drawn_; }
  Result<PresetInfo> savePreset(const std::string& nameOrFile, const PresetInfo& info, const Values& values) override;
  std::string runsFolder() const override { return "/home/ada/.local/share/ganvas/runs"; }
  std::shared_ptr<Job<std::vector<RunSummary>>> runs() override;
  std::shared_ptr<Job<RunRecord>> openRun(const std::string& folder) override;
  std::shared_ptr<Job<TileGrid>> samplesAt(const std::string& folder, std::int64_t step) override;
  std::vector<FieldError> problems(const RunRequest& request) const override;
  Result<std::shared_ptr<Session>> startRun(RunRequest request) override;
  Result<std::shared_ptr<Session>> resumeRun(const std::string& folder, const Values& edits, bool startPaused) override;
  std::shared_ptr<Job<double>> secondsPerRound(RunRequest request) override;
  std::shared_ptr<Job<std::shared_ptr<Model>>> openModel(const std::string& folder) override;
  std::shared_ptr<Job<std::vector<std::string>>> generate(GenerateRequest request) override;
  std::shared_ptr<Job<Neighbours>> neighbours(NeighboursRequest request) override;
  std::shared_ptr<Job<std::vector<int>>> readClasses(const std::string& folder, TileGrid grid) override;
  std::shared_ptr<Job<Evaluation>> evaluate(const std::string& folder, std::vector<std::string> metrics, int samples) override;
  std::vector<ShippedModel> models() const override;
  std::shared_ptr<Job<std::string>> exportModel(ExportRequest request) override;
  std::string drawingsFolder() const override { return drawings_; }
  std::unique_ptr<Paper> newPaper(int width, int height) const override;
  Result<Sketch> readDrawing(const std::string& file) const override;
  Result<void> saveDrawing(const std::string& file, const Sketch& drawing) override;
  std::shared_ptr<Job<Sketch>> drawPicture(PictureToDraw picture) override;
  std::shared_ptr<Job<DrawingExample>> drawingExample(const std::string& model, std::uint64_t seed) override;
  std::shared_ptr<Job<std::vector<std::string>>> draw(DrawRequest request) override;
  std::shared_ptr<Job<std::string>> saveAnimation(Animation animation, const std::string& out) override;
  std::vector<GameInfo> games() const override;
  Schema gameSchema() const override;
  Result<GameTrack> playGame(const GameRequest& request) const override;
  Result<GameField> gameField(const GameRequest& request, int columns, double low, double high) const override;
  LessonList lessons() const override;

  /// Where drawings really are written, for tests that look.
  void setDrawingsFolder(const std::string& folder) { drawings_ = folder; }
  /// The session begun last, while somebody holds it.
  std::shared_ptr<FakeSession> session() const;
  std::optional<RunRequest> lastRequest() const;
  /// The next startRun or resumeRun fails with this sentence.
  void failNextStart(const std::string& sentence);
  /// Saved presets by name, for tests.
  std::map<std::string, std::pair<PresetInfo, Values>> savedPresets() const;

 private:
  template <class T>
  std::shared_ptr<Job<T>> job(std::function<Result<T>()> make) const;
  std::vector<RunSummary> storedRuns() const;

  FakeOptions options_;
  mutable std::mutex mutex_;
  std::weak_ptr<FakeSession> session_;
  std::optional<RunRequest> lastRequest_;
  std::optional<std::string> failure_;
  std::map<std::string, std::pair<PresetInfo, Values>> saved_;
  std::vector<double> drawn_;
  std::string drawings_ = "/home/ada/.local/share/ganvas/drawings";
  int begun_ = 0;
};

template <class T>
std::shared_ptr<Job<T>> FakeEngine::job(std::function<Result<T>()> make) const {
  return Job<T>::start([make = std::move(make), wait = options_.jobMilliseconds](JobContext& context) -> Result<T> {
    for (int elapsed = 0; elapsed < wait; elapsed += 5) {
      if (context.stopped()) return Error{ErrorKind::cancelled, sentence("Stopped."), {}};
      context.report(static_cast<double>(elapsed) / wait, sentence("Looking at the pictures"));
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return make();
  });
}

/// Garments as a generator `sharpness` (0…1) of the way to its best would draw them.
TileGrid fakeSamples(std::uint64_t seed, int count, int columns, int channels, double sharpness, std::int64_t step = 0);
/// 0 at the start of a run, towards 1 after some thousand rounds.
double fakeSharpness(std::int64_t step);
/// The curves that a fake run draws, and its values of one round.
std::vector<SeriesInfo> fakeSeries();
std::vector<Scalar> fakeScalars(std::int64_t step);
Schema fakeSchema(const std::string& family);

}  // namespace ganvas::test
