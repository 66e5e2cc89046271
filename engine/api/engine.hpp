// The door to the engine: all that the window and the command line can ask of it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/data.hpp"
#include "engine/api/family.hpp"
#include "engine/api/game.hpp"
#include "engine/api/job.hpp"
#include "engine/api/lesson.hpp"
#include "engine/api/model.hpp"
#include "engine/api/result.hpp"
#include "engine/api/schema.hpp"
#include "engine/api/session.hpp"
#include "engine/api/sketch.hpp"

namespace ganvas {

/// What a run is made from. Precedence of values: default < preset < config < values.
struct RunRequest {
  std::string family;
  std::string data;                     ///< catalogue name or path
  std::string folder;                   ///< empty: a new one in the runs folder
  std::optional<std::string> preset;    ///< name or file
  std::optional<std::string> config;    ///< file
  Values values;                        ///< set by hand
  bool startPaused = false;
};

/// The cheap facts of a run folder, for a list.
struct RunSummary {
  std::string folder;
  std::string name;                     ///< last part of the folder
  std::string family;
  std::string data;
  std::int64_t step = 0;
  double seconds = 0;
  std::int64_t modified = 0;            ///< seconds since 1970
  Frame thumbnail;                      ///< the newest sample grid, small
  Sentence problem;                     ///< why it cannot be opened, or empty
};

/// All that a run's folder says: a reopened run looks the same as it did live.
struct RunRecord {
  RunSummary summary;
  Values values;
  std::vector<SeriesInfo> series;
  std::vector<Scalar> scalars;
  std::vector<Edit> edits;
  std::vector<std::int64_t> sampleSteps;
};

/// Pictures of a stored model, the same for the same seed on every machine.
struct GenerateRequest {
  std::string folder;                   ///< of the run
  int count = 64;
  std::uint64_t seed = 1;
  std::string out;                      ///< a .png file gets one grid; anything else is a folder for a file each
  std::optional<std::string> classWanted;      ///< name or number; else the classes go round
  std::map<std::string, std::string> codes;    ///< name → value, as the model's ModelInfo::codes describe them
};

/// A model that ships with Ganvas.
struct ShippedModel {
  std::string name;                     ///< what --model takes
  std::string title;
  std::string family;
  std::string data;
  std::string folder;
};

/// A run's networks for others to use: without optimizers, averaged weights alone, half as precise.
struct ExportRequest {
  std::string run;                      ///< its folder
  std::string out;                      ///< a folder that is not there yet, or empty
  std::string title;                    ///< what a person reads; empty: the folder's name
};

/// Does the generator draw what it has learnt by heart? Its pictures beside the training pictures that are nearest to them.
struct NeighboursRequest {
  std::string folder;                   ///< of the run
  int count = 8;
  std::uint64_t seed = 1;
  std::string out;                      ///< a .png file for the pairs; empty: none is written
};

struct Neighbours {
  TileGrid pairs;                       ///< two rows: generated pictures, and under each its nearest training picture
  std::vector<double> distances;        ///< of each pair: root mean square over pixels, where black to white is 1
  double typical = 0;                   ///< the same of held-out real pictures, their median: much less means learnt by heart
};

struct MetricValue {
  double value = 0;
  double floor = 0;                     ///< what held-out real data score
  std::int64_t samples = 0;
  double accuracy = 0;                  ///< on held-out pictures, of the network trained on these data that the number rests on; 0: on none
  std::map<std::string, double> baselines = {};   ///< what others score that were not trained for it: "look-up"
  std::vector<double> shares = {};      ///< where it counts classes: the share of generated pictures read as each
};

struct Evaluation {
  std::string run;
  std::int64_t step = 0;
  std::map<std::string, MetricValue> metrics;
  std::vector<Sentence> notes;          ///< what should be known beside the numbers, and why some are missing
};

/// Thread-safe. Methods that return a Result or a list answer within milliseconds; whatever takes longer is a Job.
class Engine {
 public:
  virtual ~Engine() = default;

  virtual std::vector<FamilyInfo> families() const = 0;
  virtual Result<Schema> schema(const std::string& family) const = 0;
  virtual std::vector<DeviceInfo> devices() const = 0;

  virtual std::vector<DatasetInfo> datasets() const = 0;
  virtual std::shared_ptr<Job<DataPreview>> preview(DataRequest request) = 0;
  virtual std::shared_ptr<Job<AuditReport>> audit(DataRequest request) = 0;
  /// Names of the pictures that no run is trained on, where the data themselves say which (emoji: by code points).
  virtual Result<std::vector<std::string>> heldOut(const std::string& source) const = 0;

  /// Points of the plane (x, y, x, y, …) as data of one's own: a CSV in the person's folder. Its path, or why they are none.
  virtual Result<std::string> keepPoints(const std::vector<double>& points) = 0;

  virtual std::vector<PresetInfo> presets(const std::string& family) const = 0;
  virtual Result<Values> loadPreset(const std::string& nameOrFile) const = 0;
  /// Into the person's preset folder under a name, or into a file where `nameOrFile` ends in .json.
  virtual Result<PresetInfo> savePreset(const std::string& nameOrFile, const PresetInfo& info, const Values& values) = 0;

  virtual std::string runsFolder() const = 0;
  virtual std::shared_ptr<Job<std::vector<RunSummary>>> runs() = 0;
  virtual std::shared_ptr<Job<RunRecord>> openRun(const std::string& folder) = 0;
  /// The sample grid saved at the largest step ≤ `step`.
  virtual std::shared_ptr<Job<TileGrid>> samplesAt(const std::string& folder, std::int64_t step) = 0;

  /// Everything that can be told wrong before the start, at its field. Empty: startRun will begin.
  virtual std::vector<FieldError> problems(const RunRequest& request) const = 0;
  virtual Result<std::shared_ptr<Session>> startRun(RunRequest request) = 0;
  /// Goes on from the newest checkpoint. `edits` may hold live keys only and are recorded.
  virtual Result<std::shared_ptr<Session>> resumeRun(const std::string& folder, const Values& edits, bool startPaused) = 0;

  /// How long one round of this run takes on this machine: from an earlier measurement, else measured in a few seconds of full work.
  virtual std::shared_ptr<Job<double>> secondsPerRound(RunRequest request) = 0;

  virtual std::shared_ptr<Job<std::shared_ptr<Model>>> openModel(const std::string& folder) = 0;
  /// The files written.
  virtual std::shared_ptr<Job<std::vector<std::string>>> generate(GenerateRequest request) = 0;
  virtual std::shared_ptr<Job<Neighbours>> neighbours(NeighboursRequest request) = 0;
  /// The class of each tile of a run's grid, as a network trained on the run's data reads it (made first where it was not yet).
  virtual std::shared_ptr<Job<std::vector<int>>> readClasses(const std::string& folder, TileGrid grid) = 0;
  virtual std::shared_ptr<Job<Evaluation>> evaluate(const std::string& folder, std::vector<std::string> metrics, int samples) = 0;

  virtual std::vector<ShippedModel> models() const = 0;   ///< Those with the largest pictures first, then by name.
  /// A folder that every place takes which takes a model. Its checkpoint.
  virtual std::shared_ptr<Job<std::string>> exportModel(ExportRequest request) = 0;
  /// Where a person's drawings lie unless they say otherwise. May not be there yet.
  virtual std::string drawingsFolder() const = 0;
  virtual std::unique_ptr<Paper> newPaper(int width, int height) const = 0;
  virtual Result<Sketch> readDrawing(const std::string& file) const = 0;
  virtual Result<void> saveDrawing(const std::string& file, const Sketch& drawing) = 0;
  /// By the extractor that made the drawings which models are trained on.
  virtual std::shared_ptr<Job<Sketch>> drawPicture(PictureToDraw picture) = 0;
  /// From the data of a model where they are here, else one of the drawings that ship with Ganvas. Another one for another seed.
  virtual std::shared_ptr<Job<DrawingExample>> drawingExample(const std::string& model, std::uint64_t seed) = 0;
  /// The files written.
  virtual std::shared_ptr<Job<std::vector<std::string>>> draw(DrawRequest request) = 0;
  /// Into a .gif, .webp or .mp4 file.
  virtual std::shared_ptr<Job<std::string>> saveAnimation(Animation animation, const std::string& out) = 0;

  virtual std::vector<GameInfo> games() const = 0;
  /// The parameters of a game, the same for every game: method, step size, …
  virtual Schema gameSchema() const = 0;
  virtual Result<GameTrack> playGame(const GameRequest& request) const = 0;
  /// Where a step of the request's method goes from each place of a square from low to high, with so many places to a side. Without noise.
  virtual Result<GameField> gameField(const GameRequest& request, int columns, double low, double high) const = 0;

  virtual LessonList lessons() const = 0;
};

}  // namespace ganvas
