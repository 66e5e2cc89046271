#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>


#include "engine/core/config_json.hpp"
#include "engine/core/event_log.hpp"
#include "engine/core/run_folder.hpp"
#include "engine/data/picture_set.hpp"
#include "engine/games/games.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/lessons/lessons.hpp"
#include "engine/tensor/device.hpp"
#include "engine/picture/animation.hpp"
#include "engine/picture/png.hpp"
#include "engine/sketch/paper.hpp"
#include "engine/sketch/sketch_file.hpp"
#include "engine/tensor/frames.hpp"
#include "engine/tensor/checkpoint.hpp"
#include "engine/training/pace.hpp"
#include "engine/training/plan.hpp"
#include "engine/training/run_facts.hpp"
#include "engine/worker/drawing_jobs.hpp"
#include "engine/worker/engine_factory.hpp"
#include "engine/worker/model_server.hpp"
#include "engine/worker/stored_model.hpp"
#include "engine/worker/training_session.hpp"

namespace ganvas {
namespace fs = std::filesystem;

namespace {

Result<TileGrid> readSamples(const fs::path& folder, const RunConfig& config, std::int64_t step) {
  const auto file = samplePath(folder, step);
  auto bytes = readFile(file);
  if (!bytes) return bytes.error();
  auto frame = decodePng(*bytes, sentence("\"%1\"", file.string()));
  if (!frame) return frame.error();
  if (config.tileWidth < 1 || config.tileHeight < 1 || frame->width % config.tileWidth != 0 || frame->height % config.tileHeight != 0)
    return Error{ErrorKind::input, sentence("\"%1\" does not fit the picture size in the run's config.json.", file.string()), {}};
  TileGrid grid;
  grid.step = step;
  grid.tileWidth = config.tileWidth, grid.tileHeight = config.tileHeight;
  grid.columns = frame->width / grid.tileWidth, grid.rows = frame->height / grid.tileHeight;
  grid.count = grid.columns * grid.rows;
  grid.frame = std::move(*frame);
  return grid;
}

class LocalEngine final : public Engine {
 public:
  std::vector<FamilyInfo> families() const override {
    std::vector<FamilyInfo> all;
    for (const auto& family : familyRegistry()) all.push_back(family.info);
    return all;
  }
  Result<Schema> schema(const std::string& name) const override {
    auto family = familyNamed(name);
    if (!family) return family.error();
    return (*family)->schema;
  }
  std::vector<DeviceInfo> devices() const override { return listDevices(); }

  std::vector<DatasetInfo> datasets() const override { return listDatasets(); }
  std::shared_ptr<Job<DataPreview>> preview(DataRequest request) override {
    return Job<DataPreview>::start([request = std::move(request)](JobContext& job) { return previewData(request, job); });
  }
  std::shared_ptr<Job<AuditReport>> audit(DataRequest request) override {
    return Job<AuditReport>::start([request = std::move(request)](JobContext& job) { return auditData(request, job); });
  }

  Result<std::vector<std::string>> heldOut(const std::string& source) const override { return heldOutNames(source); }

  std::vector<PresetInfo> presets(const std::string& family) const override { return listPresets(family); }
  Result<Values> loadPreset(const std::string& nameOrFile) const override {
    auto preset = findPreset(nameOrFile);
    if (!preset) return preset.error();
    auto family = familyNamed(preset->info.family);
    if (!family) return family.error();
    return (*family)->schema.resolve(preset->values);
  }
  Result<std::string> keepPoints(const std::vector<double>& points) override {
    auto text = pointsAsText(points);
    if (!text) return text.error();
    const auto path = newDrawingPath();
    auto storage = diskStorage();
    if (auto made = storage->createFolders(path.parent_path()); !made) return made.error();
    if (auto written = storage->writeAtomically(path, *text); !written) return written.error();
    return path.string();
  }

  Result<PresetInfo> savePreset(const std::string& nameOrFile, const PresetInfo& info, const Values& values) override {
    const bool file = nameOrFile.ends_with(".json");
    auto path = file ? Result<fs::path>(fs::path(nameOrFile)) : presetPath(nameOrFile);
    if (!path) return path.error();
    auto storage = diskStorage();
    if (path->has_parent_path())
      if (auto made = storage->createFolders(path->parent_path()); !made) return made.error();
    Preset preset{info, values};
    if (auto written = writePreset(*storage, *path, preset); !written) return written.error();
    preset.info.name = path->stem().string();
    preset.info.path = path->string();
    preset.info.shipped = false;
    return preset.info;
  }

  std::string runsFolder() const override { return ganvas::runsFolder().string(); }
  std::shared_ptr<Job<std::vector<RunSummary>>> runs() override {
    return Job<std::vector<RunSummary>>::start([](JobContext& job) -> Result<std::vector<RunSummary>> {
      std::vector<RunSummary> all;
      for (const auto& folder : listRunFolders(ganvas::runsFolder())) {
        if (job.stopped()) break;
        all.push_back(withThumbnail(readRunSummary(folder)));
      }
      return all;
    });
  }
  std::shared_ptr<Job<RunRecord>> openRun(const std::string& folder) override {
    return Job<RunRecord>::start([folder](JobContext&) { return readRecord(folder); });
  }
  std::shared_ptr<Job<TileGrid>> samplesAt(const std::string& folder, std::int64_t step) override {
    return Job<TileGrid>::start([folder, step](JobContext&) -> Result<TileGrid> {
      auto config = readConfig(folder);
      if (!config) return config.error();
      const auto steps = ganvas::sampleSteps(folder);
      auto after = std::upper_bound(steps.begin(), steps.end(), step);
      if (after == steps.begin()) return Error{ErrorKind::missing, sentence("The run \"%1\" has no sample grid from that early.", folder), {}};
      return readSamples(folder, *config, *--after);
    });
  }

  std::vector<FieldError> problems(const RunRequest& request) const override {
    auto family = familyNamed(request.family);
    if (!family) return {{"family", family.error().message}};
    auto found = (*family)->schema.problems(request.values);
    if (!found.empty()) return found;
    if (auto plan = planRun(request); !plan) return {{fieldOf(plan.error().message, (*family)->schema), plan.error().message}};
    return {};
  }
  Result<std::shared_ptr<Session>> startRun(RunRequest request) override {
    auto plan = planRun(request);
    if (!plan) return plan.error();
    auto storage = diskStorage();
    // Told at once where the disk is full or read-only, not from a thread later.
    if (auto made = storage->createFolders(plan->folder); !made) return made.error();
    return std::shared_ptr<Session>(std::make_shared<TrainingSession>(std::move(*plan), storage));
  }
  Result<std::shared_ptr<Session>> resumeRun(const std::string& folder, const Values& edits, bool startPaused) override {
    auto plan = planResume(folder, edits, startPaused);
    if (!plan) return plan.error();
    return std::shared_ptr<Session>(std::make_shared<TrainingSession>(std::move(*plan), diskStorage()));
  }

  std::shared_ptr<Job<double>> secondsPerRound(RunRequest request) override {
    return Job<double>::start([request = std::move(request)](JobContext& job) -> Result<double> {
      auto pace = paceOf(request, cacheFolder(), job);
      if (!pace) return pace.error();
      return pace->secondsPerRound;
    });
  }

  std::shared_ptr<Job<std::shared_ptr<Model>>> openModel(const std::string& folder) override {
    return Job<std::shared_ptr<Model>>::start([folder](JobContext&) -> Result<std::shared_ptr<Model>> {
      auto stored = loadStored(folder);
      if (!stored) return stored.error();
      auto weights = std::make_shared<SnapshotBox>();
      auto info = modelInfo(stored->plan, stored->plan.settings);
      weights->put(std::move(stored->snapshot));
      return std::shared_ptr<Model>(std::make_shared<ModelServer>(*stored->plan.family, stored->plan.settings, stored->shape, stored->plan.device,
                                                                  std::move(info), std::move(weights), coreCount()));
    });
  }
  std::shared_ptr<Job<std::vector<std::string>>> generate(GenerateRequest request) override {
    return Job<std::vector<std::string>>::start([request = std::move(request)](JobContext& job) { return generateStored(request, job); });
  }
  std::shared_ptr<Job<Neighbours>> neighbours(NeighboursRequest request) override {
    return Job<Neighbours>::start([request = std::move(request)](JobContext& job) { return neighboursStored(request, job); });
  }
  std::shared_ptr<Job<std::vector<int>>> readClasses(const std::string& folder, TileGrid grid) override {
    return Job<std::vector<int>>::start([folder, grid = std::move(grid)](JobContext& job) { return readClassesStored(folder, grid, job); });
  }
  std::shared_ptr<Job<Evaluation>> evaluate(const std::string& folder, std::vector<std::string> metrics, int samples) override {
    return Job<Evaluation>::start([=](JobContext& job) { return evaluateStored(folder, metrics, samples, job); });
  }

  std::vector<ShippedModel> models() const override { return listModels(); }
  std::shared_ptr<Job<std::string>> exportModel(ExportRequest request) override {
    return Job<std::string>::start([request = std::move(request)](JobContext& job) { return exportStored(request, job); });
  }
  std::string drawingsFolder() const override { return ganvas::drawingsFolder().string(); }
  std::unique_ptr<Paper> newPaper(int width, int height) const override { return rasterPaper(width, height); }
  Result<Sketch> readDrawing(const std::string& file) const override { return readSketch(file); }
  Result<void> saveDrawing(const std::string& file, const Sketch& drawing) override {
    auto text = sketchAsText(drawing);
    if (!text) return text.error();
    const auto storage = diskStorage();
    if (auto made = storage->createFolders(fs::absolute(file).parent_path()); !made) return made.error();
    return storage->writeAtomically(file, *text);
  }
  std::shared_ptr<Job<Sketch>> drawPicture(PictureToDraw picture) override {
    return Job<Sketch>::start([picture = std::move(picture)](JobContext& job) { return drawPictureNow(picture, job); });
  }
  std::shared_ptr<Job<DrawingExample>> drawingExample(const std::string& model, std::uint64_t seed) override {
    return Job<DrawingExample>::start([=](JobContext& job) { return drawingExampleOf(model, seed, job); });
  }
  std::shared_ptr<Job<std::vector<std::string>>> draw(DrawRequest request) override {
    return Job<std::vector<std::string>>::start([request = std::move(request)](JobContext& job) { return drawStored(request, job); });
  }
  std::shared_ptr<Job<std::string>> saveAnimation(Animation animation, const std::string& out) override {
    return Job<std::string>::start([animation = std::move(animation), out](JobContext& job) -> Result<std::string> {
      const auto storage = diskStorage();
      if (auto made = storage->createFolders(fs::absolute(out).parent_path()); !made) return made.error();
      if (auto written = writeAnimation(*storage, animation, out, job); !written) return written.error();
      return out;
    });
  }

  std::vector<GameInfo> games() const override { return listGames(); }
  Schema gameSchema() const override { return ganvas::gameSchema(); }
  Result<GameTrack> playGame(const GameRequest& request) const override { return ganvas::playGame(request); }
  Result<GameField> gameField(const GameRequest& request, int columns, double low, double high) const override {
    return ganvas::gameField(request, columns, low, high);
  }
  LessonList lessons() const override { return listLessons(); }

 private:
  /// The parameter whose name a sentence begins with, "data" otherwise.
  static std::string fieldOf(const std::string& message, const Schema& schema) {
    for (const auto& parameter : schema.parameters())
      if (message.rfind(parameter.key + " ", 0) == 0) return parameter.key;
    return "data";
  }

  static RunSummary withThumbnail(RunSummary summary) {
    auto config = readConfig(summary.folder);
    const auto steps = ganvas::sampleSteps(summary.folder);
    if (config && !steps.empty())
      if (auto grid = readSamples(summary.folder, *config, steps.back())) summary.thumbnail = std::move(grid->frame);
    return summary;
  }

  static Result<RunRecord> readRecord(const fs::path& folder) {
    auto plan = planStored(folder);
    if (!plan) return plan.error();
    auto scalars = readEventLogs(folder);
    if (!scalars) return scalars.error();
    auto edits = readEdits(folder);
    if (!edits) return edits.error();
    RunRecord record{withThumbnail(readRunSummary(folder)), plan->settings.values(), runSeries(*plan->family, plan->settings, plan->labelled), std::move(*scalars), std::move(*edits),
                     ganvas::sampleSteps(folder)};
    return record;
  }
};

}  // namespace

void prepareProcess() {
  // The log goes to a file: stderr is for the person.
  const auto log = cacheFolder() / "ganvas.log";
  std::error_code ignored;
  fs::create_directories(log.parent_path(), ignored);
  try {
    spdlog::set_default_logger(spdlog::rotating_logger_mt("ganvas", log.string(), 1 << 20, 2));
    spdlog::flush_on(spdlog::level::warn);
  } catch (const spdlog::spdlog_ex&) {
    spdlog::set_level(spdlog::level::off);  // no place for a log is no reason not to run
  }
  prepareTorch();
  if (const auto blas = blasInUse(); !blas.warning.empty()) spdlog::warn(blas.warning);
}

std::shared_ptr<Engine> makeEngine() { return std::make_shared<LocalEngine>(); }

}  // namespace ganvas
