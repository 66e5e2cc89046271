#include "tests/ui/bridge/fake_engine.hpp"

#include <algorithm>
#include <chrono>

#include "engine/games/games.hpp"
#include "engine/lessons/lessons.hpp"

namespace ganvas::test {
namespace {

const std::vector<std::string> kGarmentNames = {"T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"};
constexpr std::int64_t kStoredSteps = 4000;

Error missing(const std::string& what, const std::string& advice) { return {ErrorKind::missing, Sentence(what + " " + advice), {}}; }

DatasetInfo dataset(std::string name, std::string title, std::string summary, std::string license, bool present) {
  DatasetInfo info;
  info.name = std::move(name);
  info.title = std::move(title);
  info.summary = Sentence(std::move(summary));
  info.kind = DataKind::labelled;
  info.fields = {Field::image, Field::label};
  info.license = std::move(license);
  info.present = present;
  info.width = info.height = 28;
  info.channels = 1;
  info.count = present ? 60000 : 0;
  return info;
}

}  // namespace

FakeEngine::FakeEngine(FakeOptions options) : options_(options) {}

std::vector<FamilyInfo> FakeEngine::families() const {
  return {{"fc-gan", "Fully connected GAN", "The first GAN: two plain networks, every pixel joined to every unit.",
           "Goodfellow and others 2014, arXiv:1406.2661", {"latent"}, {Field::image}, ""},
          {"dcgan", "DCGAN", "Strided convolutions and batch norm: the network that made GANs work on pictures.",
           "Radford, Metz, Chintala 2016, arXiv:1511.06434", {"latent"}, {Field::image}, ""}};
}

Result<Schema> FakeEngine::schema(const std::string& family) const {
  for (const auto& known : families()) {
    if (known.name == family) return fakeSchema(family);
  }
  return Error{ErrorKind::usage, sentence("There is no GAN family named \"%1\". Known are fc-gan and dcgan.", family), {}};
}

std::vector<DeviceInfo> FakeEngine::devices() const { return {{"cpu", "Analytical Engine, 2 cores", 8'000'000'000}}; }

std::vector<DatasetInfo> FakeEngine::datasets() const {
  auto fashion = dataset("fashion-mnist", "Fashion-MNIST", "70,000 grey pictures of clothes from ten classes.", "MIT", true);
  fashion.classNames = kGarmentNames;
  fashion.path = "/usr/share/datasets/fashion-mnist";
  auto digits = dataset("mnist", "MNIST", "70,000 handwritten digits.", "CC BY-SA 3.0", true);
  digits.classNames = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  auto emoji = dataset("emoji", "Emoji", "3,600 colour emoji drawn from the Noto font.", "OFL-1.1", false);
  emoji.howToGet = Sentence("sudo apt install fonts-noto-color-emoji");
  emoji.channels = 3;
  return {fashion, digits, emoji};
}

std::shared_ptr<Job<DataPreview>> FakeEngine::preview(DataRequest request) {
  return job<DataPreview>([this, request]() -> Result<DataPreview> {
    DataPreview preview;
    const auto known = datasets();
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& d) { return d.name == request.source; });
    if (found != known.end()) {
      if (!found->present) return missing("The data set " + found->title + " is not here.", "Bring it with: " + found->howToGet.text());
      preview.info = *found;
    } else if (request.source.find("empty") != std::string::npos || request.source.empty()) {
      return missing("The folder " + request.source + " has no pictures in it.", "Choose one with png, jpg, webp or bmp files.");
    } else {
      preview.info = dataset(request.source, request.source.substr(request.source.rfind('/') + 1), "A folder of pictures.", "", true);
      preview.info.classNames = {"cats", "dogs", "birds"};
      preview.info.count = 1250;
    }
    const int channels = request.options.channels ? request.options.channels : preview.info.channels;
    preview.grid = fakeSamples(7, 64, 8, channels, 1.0);
    const auto& names = preview.info.classNames;
    preview.count = preview.info.count;
    preview.testCount = preview.count / 6;
    for (int i = 0; i < 64; ++i) preview.tileLabels.push_back(i % static_cast<int>(names.size()));
    for (std::size_t i = 0; i < names.size(); ++i) {
      preview.classes.push_back({names[i], preview.count / static_cast<std::int64_t>(names.size()) - static_cast<std::int64_t>(37 * i)});
    }
    return preview;
  });
}

std::shared_ptr<Job<AuditReport>> FakeEngine::audit(DataRequest request) {
  return job<AuditReport>([request]() -> Result<AuditReport> {
    AuditReport report;
    report.checked = 1250;
    if (request.source.find('/') == std::string::npos) return report;
    report.findings = {{AuditIssue::unreadable, Sentence("cats/whiskers.png"), Sentence("The file ends in the middle of the picture.")},
                       {AuditIssue::duplicate, Sentence("dogs/rex-copy.jpg"), Sentence("The same picture as dogs/rex.jpg.")},
                       {AuditIssue::tooSmall, Sentence("birds/icon.png"), Sentence("16 × 16 px is smaller than the 32 px asked for.")}};
    return report;
  });
}

std::vector<PresetInfo> FakeEngine::presets(const std::string& family) const {
  std::vector<PresetInfo> all = {
      {"dcgan-default", "Default", "Fashion-MNIST in a quarter of an hour on two cores.", "dcgan", "fashion-mnist", "/presets/dcgan-default.json", true},
      {"dcgan-quick", "Quick look", "Small networks: shapes within a minute.", "dcgan", "fashion-mnist", "/presets/dcgan-quick.json", true},
      {"fc-gan-default", "Default", "Digits that one can read.", "fc-gan", "mnist", "/presets/fc-gan-default.json", true}};
  {
    std::lock_guard lock(mutex_);
    for (const auto& [name, preset] : saved_) all.push_back(preset.first);
  }
  std::erase_if(all, [&](const auto& preset) { return preset.family != family; });
  return all;
}

Result<Values> FakeEngine::loadPreset(const std::string& nameOrFile) const {
  if (nameOrFile == "dcgan-default") return Values{{"lr_g", 2e-4}, {"steps", std::int64_t{12000}}};
  if (nameOrFile == "dcgan-quick") return Values{{"base", std::int64_t{16}}, {"steps", std::int64_t{1500}}, {"lr_d", 4e-4}};
  if (nameOrFile == "fc-gan-default") return Values{{"batch", std::int64_t{100}}};
  std::lock_guard lock(mutex_);
  for (const auto& [name, preset] : saved_) {
    if (name == nameOrFile || preset.first.path == nameOrFile) return preset.second;
  }
  return missing("There is no preset named \"" + nameOrFile + "\".", "Choose one from the list.");
}

Result<std::string> FakeEngine::keepPoints(const std::vector<double>& points) {
  if (points.size() < 4) return Error{ErrorKind::usage, sentence("A distribution needs at least two points that differ. Draw some more."), {}};
  std::lock_guard lock(mutex_);
  drawn_ = points;
  return std::string("/home/ada/.local/share/ganvas/drawings/2026-01-01-1200.csv");
}

Result<PresetInfo> FakeEngine::savePreset(const std::string& nameOrFile, const PresetInfo& info, const Values& values) {
  if (nameOrFile.starts_with("dcgan-") || nameOrFile.starts_with("fc-gan-")) {
    return Error{ErrorKind::usage, sentence("The preset \"%1\" is part of Ganvas. Choose another name.", nameOrFile), {}};
  }
  auto saved = info;
  saved.name = nameOrFile;
  if (saved.name.ends_with(".json")) saved.name.resize(saved.name.size() - 5);
  if (saved.name.find('/') != std::string::npos) saved.name = saved.name.substr(saved.name.rfind('/') + 1);
  saved.path = nameOrFile.ends_with(".json") ? nameOrFile : "/home/ada/.local/share/ganvas/presets/" + nameOrFile + ".json";
  if (saved.title.empty()) saved.title = saved.name;
  std::lock_guard lock(mutex_);
  saved_[saved.name] = {saved, values};
  return saved;
}

std::vector<RunSummary> FakeEngine::storedRuns() const {
  if (!options_.withRuns) return {};
  std::vector<RunSummary> runs = {
      {runsFolder() + "/dcgan-fashion-mnist-3", "dcgan-fashion-mnist-3", "dcgan", "fashion-mnist", kStoredSteps, 832, 1780000000,
       fakeSamples(3, 64, 8, 1, fakeSharpness(kStoredSteps)).frame, {}},
      {runsFolder() + "/fc-gan-mnist-1", "fc-gan-mnist-1", "fc-gan", "mnist", 900, 61, 1779913600, fakeSamples(4, 64, 8, 1, 0.62).frame, {}},
      {runsFolder() + "/dcgan-emoji-1", "dcgan-emoji-1", "dcgan", "emoji", 2200, 410, 1779740800, fakeSamples(5, 64, 8, 3, 0.9).frame, {}},
      {runsFolder() + "/dcgan-broken", "dcgan-broken", "dcgan", "fashion-mnist", 0, 0, 1779654400, {},
       Sentence("config.json of dcgan-broken ends in the middle. Restore the file from a copy.")}};
  return runs;
}

std::shared_ptr<Job<std::vector<RunSummary>>> FakeEngine::runs() {
  return job<std::vector<RunSummary>>([this]() -> Result<std::vector<RunSummary>> { return storedRuns(); });
}

std::shared_ptr<Job<RunRecord>> FakeEngine::openRun(const std::string& folder) {
  return job<RunRecord>([this, folder]() -> Result<RunRecord> {
    for (const auto& summary : storedRuns()) {
      if (summary.folder != folder) continue;
      if (!summary.problem.empty()) return Error{ErrorKind::input, summary.problem, {}};
      RunRecord record;
      record.summary = summary;
      record.values = fakeSchema(summary.family).defaults();
      record.series = fakeSeries();
      for (std::int64_t step = 1; step <= summary.step; ++step) {
        for (auto& scalar : fakeScalars(step)) record.scalars.push_back(std::move(scalar));
      }
      record.edits = {{summary.step / 3, "lr_d", 2e-4, 1e-4}};
      for (std::int64_t step = 0; step <= summary.step; step += 50) record.sampleSteps.push_back(step);
      return record;
    }
    return missing("There is no run in " + folder + ".", "Choose a folder with a config.json in it.");
  });
}

std::shared_ptr<Job<TileGrid>> FakeEngine::samplesAt(const std::string&, std::int64_t step) {
  return job<TileGrid>([step]() -> Result<TileGrid> {
    const auto saved = step / 50 * 50;
    return fakeSamples(1, 64, 8, 1, fakeSharpness(saved), saved);
  });
}

std::vector<FieldError> FakeEngine::problems(const RunRequest& request) const {
  std::vector<FieldError> all = fakeSchema(request.family).problems(request.values);
  if (request.data.empty()) all.push_back({"data", sentence("Choose data to train on.")});
  for (const auto& known : datasets()) {
    if (known.name == request.data && !known.present) all.push_back({"data", Sentence(known.title + " is not here. Bring it with: " + known.howToGet.text())});
  }
  return all;
}

Result<std::shared_ptr<Session>> FakeEngine::startRun(RunRequest request) {
  Values values;
  if (request.preset) {
    auto preset = loadPreset(*request.preset);
    if (!preset) return preset.error();
    values = *preset;
  }
  for (const auto& [key, value] : request.values) values[key] = value;
  auto schema = this->schema(request.family);
  if (!schema) return schema.error();
  auto resolved = schema->resolve(values);
  if (!resolved) return resolved.error();
  std::lock_guard lock(mutex_);
  lastRequest_ = request;
  if (failure_) return Error{ErrorKind::missing, Sentence(*std::exchange(failure_, std::nullopt)), {}};
  auto folder = request.folder.empty() ? runsFolder() + "/" + request.family + "-" + std::to_string(++begun_) : request.folder;
  const auto known = families();
  const auto family = *std::find_if(known.begin(), known.end(), [&](const auto& f) { return f.name == request.family; });
  auto session = std::make_shared<FakeSession>(family, *schema, *resolved, folder, request.data, 0, request.startPaused, options_.roundsPerSecond);
  session_ = session;
  return std::shared_ptr<Session>(session);
}

Result<std::shared_ptr<Session>> FakeEngine::resumeRun(const std::string& folder, const Values& edits, bool startPaused) {
  const auto stored = storedRuns();
  const auto run = std::find_if(stored.begin(), stored.end(), [&](const auto& r) { return r.folder == folder; });
  if (run == stored.end()) return missing("There is no run in " + folder + ".", "Choose a folder with a config.json in it.");
  auto values = fakeSchema(run->family).defaults();
  for (const auto& [key, value] : edits) values[key] = value;
  std::lock_guard lock(mutex_);
  if (failure_) return Error{ErrorKind::storage, Sentence(*std::exchange(failure_, std::nullopt)), {}};
  const auto known = families();
  const auto family = *std::find_if(known.begin(), known.end(), [&](const auto& f) { return f.name == run->family; });
  auto session = std::make_shared<FakeSession>(family, fakeSchema(run->family), values, folder, run->data, run->step, startPaused, options_.roundsPerSecond);
  session_ = session;
  return std::shared_ptr<Session>(session);
}

std::shared_ptr<Job<double>> FakeEngine::secondsPerRound(RunRequest request) {
  return job<double>([request = std::move(request)]() -> Result<double> { return request.data == "emoji" ? missing("The emoji are not here.", "Install them.") : Result<double>(0.25); });
}

std::shared_ptr<Job<std::shared_ptr<Model>>> FakeEngine::openModel(const std::string& folder) {
  return job<std::shared_ptr<Model>>([this, folder]() -> Result<std::shared_ptr<Model>> {
    for (const auto& run : storedRuns()) {
      if (run.folder != folder || !run.problem.empty()) continue;
      const auto known = families();
      const auto family = *std::find_if(known.begin(), known.end(), [&](const auto& f) { return f.name == run.family; });
      return std::shared_ptr<Model>(std::make_shared<FakeModel>(family, run.data, run.data == "emoji" ? 3 : 1, run.step, run.folder));
    }
    return missing("There are no networks in " + folder + ".", "Choose the folder of a run.");
  });
}

std::shared_ptr<Job<std::vector<std::string>>> FakeEngine::generate(GenerateRequest request) {
  return job<std::vector<std::string>>([out = request.out]() -> Result<std::vector<std::string>> { return std::vector<std::string>{out}; });
}

std::shared_ptr<Job<Neighbours>> FakeEngine::neighbours(NeighboursRequest request) {
  return job<Neighbours>([request]() -> Result<Neighbours> {
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(request.count) * 28 * 56 * 4, 200);
    Neighbours result;
    result.pairs = {kStoredSteps, request.count, 2, 28, 28, 2 * request.count, {request.count * 28, 56, pixels}};
    for (int i = 0; i < request.count; ++i) result.distances.push_back(0.1 + 0.01 * i);
    result.typical = 0.15;
    return result;
  });
}

/// Classes go 2, 1, 0, 2, 1, 0, …
std::shared_ptr<Job<std::vector<int>>> FakeEngine::readClasses(const std::string&, TileGrid grid) {
  return job<std::vector<int>>([count = grid.count]() -> Result<std::vector<int>> {
    std::vector<int> classes;
    for (int i = 0; i < count; ++i) classes.push_back(2 - i % 3);
    return classes;
  });
}

std::shared_ptr<Job<Evaluation>> FakeEngine::evaluate(const std::string& folder, std::vector<std::string>, int samples) {
  return job<Evaluation>([folder, samples]() -> Result<Evaluation> {
    return Evaluation{folder, kStoredSteps, {{"frechet", {13.7, 1.9, samples > 0 ? samples : 2048}}}};
  });
}

std::vector<GameInfo> FakeEngine::games() const { return listGames(); }
Schema FakeEngine::gameSchema() const { return ganvas::gameSchema(); }
Result<GameTrack> FakeEngine::playGame(const GameRequest& request) const { return ganvas::playGame(request); }
Result<GameField> FakeEngine::gameField(const GameRequest& request, int columns, double low, double high) const { return ganvas::gameField(request, columns, low, high); }
LessonList FakeEngine::lessons() const { return listLessons(); }

std::shared_ptr<FakeSession> FakeEngine::session() const { std::lock_guard lock(mutex_); return session_.lock(); }
std::optional<RunRequest> FakeEngine::lastRequest() const { std::lock_guard lock(mutex_); return lastRequest_; }
void FakeEngine::failNextStart(const std::string& sentence) { std::lock_guard lock(mutex_); failure_ = sentence; }
std::map<std::string, std::pair<PresetInfo, Values>> FakeEngine::savedPresets() const { std::lock_guard lock(mutex_); return saved_; }

}  // namespace ganvas::test
