#include "engine/worker/stored_model.hpp"

#include <spdlog/spdlog.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "engine/core/run_folder.hpp"
#include "engine/data/class_filter.hpp"
#include "engine/picture/png.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/metrics/feature_network.hpp"
#include "engine/metrics/neighbours.hpp"
#include "engine/training/batches.hpp"
#include "engine/training/judging.hpp"
#include "engine/tensor/checkpoint.hpp"
#include "engine/tensor/device.hpp"
#include "engine/tensor/frames.hpp"
#include "engine/tensor/seeds.hpp"
#include "engine/training/run_facts.hpp"

namespace ganvas {
namespace fs = std::filesystem;

namespace {

Error wrong(Sentence message) { return {ErrorKind::usage, std::move(message), {}}; }

bool readNumber(const std::string& text, double& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
}

/// The class that a name or number means.
Result<std::int64_t> classOf(const std::string& wanted, const StoredModel& stored, bool told) {
  const auto& names = stored.plan.config.classNames;
  if (!told)
    return wrong(sentence("class \"%1\": the networks of \"%2\" are not told a class.", wanted, stored.plan.family->info.title));
  if (const int k = classMeant(names, wanted); k >= 0) return k;
  std::string known;
  for (std::size_t k = 0; k < names.size(); ++k) known += (k ? ", " : "") + std::to_string(k) + " (" + names[k] + ")";
  return wrong(sentence("class \"%1\" is not known. There are: %2.", wanted, known));
}

/// A row of all codes, NaN where nothing was asked.
Result<std::vector<float>> codesOf(const std::map<std::string, std::string>& wanted, const StoredModel& stored) {
  const auto known = stored.gan->codes();
  std::vector<float> row(known.size(), std::numeric_limits<float>::quiet_NaN());
  for (const auto& [name, text] : wanted) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const CodeInfo& code) { return code.name == name; });
    if (found == known.end()) {
      std::string names;
      for (const auto& code : known) names += (names.empty() ? "" : ", ") + code.name;
      return wrong(sentence("code \"%1\" is not known. %2", name, known.empty() ? sentence("These networks have no codes.") : sentence("There are: %1.", names)));
    }
    double value = 0;
    const bool number = readNumber(text, value);
    if (found->kinds > 0 && (!number || value != std::floor(value) || value < 0 || value >= static_cast<double>(found->kinds)))
      return wrong(sentence("code %1=%2: it is a whole number from 0 to %3.", name, text, found->kinds - 1));
    if (found->kinds == 0 && (!number || value < -2 || value > 2)) return wrong(sentence("code %1=%2: it is a number from -2 to 2; -1 to 1 is what the networks learnt.", name, text));
    row[static_cast<std::size_t>(found - known.begin())] = static_cast<float>(value);
  }
  return row;
}

/// Puts the class and the codes of a request into the inputs.
Result<void> ask(NamedTensors& inputs, const GenerateRequest& request, const StoredModel& stored) {
  const auto count = inputs.at("latent").size(0);
  if (auto chosen = chooseClass(inputs, request.classWanted, stored); !chosen) return chosen.error();
  if (!request.codes.empty()) {
    const auto row = codesOf(request.codes, stored);
    if (!row) return row.error();
    inputs["codes"] = torch::tensor(*row).repeat({count, 1}).to(stored.plan.device);
  }
  return {};
}

/// Generators that are given something are asked about held-out samples of the run's data.
Result<void> giveExamples(StoredModel& stored, const JobContext& job) {
  if (stored.plan.family->info.tilesEach == 1) return {};
  auto data = loadData({stored.plan.data, pictureOptions(stored.plan.settings)}, job);
  if (!data) return data.error();
  stored.gan->useExamples(heldOut(*data, stored.plan.device));
  return {};
}

}  // namespace

void writePng(Storage& storage, const fs::path& file, const Frame& frame) {
  storage.createFolders(file.parent_path()).value();
  const auto png = encodePng(frame);
  storage.writeAtomically(file, std::as_bytes(std::span(png))).value();
}

Result<void> chooseClass(NamedTensors& inputs, const std::optional<std::string>& wanted, const StoredModel& stored) {
  if (!wanted) return {};
  const auto chosen = classOf(*wanted, stored, inputs.contains("class"));
  if (!chosen) return chosen.error();
  inputs["class"] = torch::full({inputs.at("latent").size(0)}, *chosen, torch::TensorOptions().dtype(torch::kInt64).device(stored.plan.device));
  return {};
}

Result<StoredModel> loadStored(const fs::path& nameOrFolder) {
  auto plan = planStored(nameOrFolder);
  if (!plan) return plan.error();
  Sentence note;
  auto checkpoint = newestCheckpoint(plan->folder, plan->family->info.name, note);
  if (!checkpoint) return checkpoint.error();
  if (!note.empty()) spdlog::warn(note.text());
  Snapshot snapshot{checkpoint->step, weightsFrom(checkpoint->tensors, false), weightsFrom(checkpoint->tensors, true)};
  // Asked here, so that networks that do not fit are told at once.
  const auto shape = shapeOf(*plan);
  if (!shape) return shape.error();
  auto gan = makeGan(*plan->family, plan->settings, *shape, plan->device);
  for (const auto* weights : {&snapshot.live, &snapshot.averaged})
    if (auto fits = loadWeights(*gan, *weights); !fits)
      return Error{fits.error().kind, sentence("\"%1\": %2", checkpointPath(plan->folder, checkpoint->step).string(), fits.error().message), {}};
  return StoredModel{std::move(*plan), *shape, std::move(gan), std::make_shared<const Snapshot>(std::move(snapshot))};
}

Result<Evaluation> evaluateStored(const fs::path& folder, const std::vector<std::string>& metrics, int samples, JobContext& job) {
  auto stored = loadStored(folder);
  if (!stored) return stored.error();
  const auto& plan = stored->plan;
  const auto described = describeDataset(plan.data, pictureOptions(plan.settings));
  if (!described) return described.error();
  const auto chosen = chooseMetrics(metrics, *described, plan.family->info);
  if (!chosen) return chosen.error();
  const auto kept = pointsPath(plan.folder);
  auto data = loadData({fs::exists(kept) ? kept.string() : plan.data, pictureOptions(plan.settings)}, job);
  if (!data) return data.error();
  // The count that was measured for training holds where it was trained.
  const bool sameDevice = describe(plan.device) == plan.settings.text("device");
  useThreads(sameDevice && plan.config.measured.contains("threads") ? std::max(1, std::atoi(plan.config.measured.at("threads").c_str())) : coreCount());
  Evaluation evaluation{plan.folder.string(), stored->snapshot->step, {}, {}};
  MetricContext context{.data = *data, .device = plan.device, .samples = samples, .job = job, .cache = cacheFolder(),
                        .note = [&evaluation](const Sentence& note) { evaluation.notes.push_back(note); }};
  if (plan.family->info.tilesEach > 1) stored->gan->useExamples(heldOut(*data, plan.device));
  letJudge(context, *stored->gan);
  for (const auto* spec : *chosen) {
    auto value = spec->compute(context);
    // What was asked for by name must come out; else one that these networks cannot give leaves the others standing.
    if (!value && (!metrics.empty() || value.error().kind == ErrorKind::cancelled)) return value.error();
    if (value) evaluation.metrics.emplace(spec->name, *value);
    else evaluation.notes.push_back(value.error().message);
  }
  return evaluation;
}

Result<std::vector<std::string>> generateStored(const GenerateRequest& request, JobContext& job) {
  constexpr int kMost = 100000;
  if (request.count < 1 || request.count > kMost) return Error{ErrorKind::usage, sentence("count must be between 1 and %1.", kMost), {}};
  auto stored = loadStored(request.folder);
  if (!stored) return stored.error();
  if (auto given = giveExamples(*stored, job); !given) return given.error();
  useThreads(coreCount());
  const auto& plan = stored->plan;
  const bool points = stored->shape.target != nullptr;   // all of them lie in one picture
  const int atOnce = points ? request.count : 100;
  std::vector<torch::Tensor> pictures;
  for (int from = 0; from < request.count; from += atOnce) {
    if (job.stopped()) return Error{ErrorKind::cancelled, sentence("Generating was stopped."), {}};
    job.report(static_cast<double>(from) / request.count, sentence("Generating pictures"));
    auto inputs = inputsOfSeed(*stored->gan, request.seed, std::min(atOnce, request.count - from), from, plan.device);
    if (auto asked = ask(inputs, request, *stored); !asked) return asked.error();
    pictures.push_back(stored->gan->infer(inputs).at("samples").to(torch::kCPU));
  }
  const auto grid = toTileGrid(torch::cat(pictures), 0, stored->snapshot->step);
  const auto storage = diskStorage();
  std::vector<std::string> files;
  const auto save = [&](const fs::path& file, const Frame& frame) {
    writePng(*storage, file, frame);
    files.push_back(file.string());
  };
  const fs::path out = fs::absolute(request.out);
  if (out.extension() == ".png") {
    save(out, grid.frame);
    return files;
  }
  storage->createFolders(out).value();
  for (int i = 0; i < grid.count; ++i) {
    char name[16];
    std::snprintf(name, sizeof name, "%06d.png", i);
    save(out / name, tileAt(grid, i));
  }
  return files;
}

Result<Neighbours> neighboursStored(const NeighboursRequest& request, JobContext& job) {
  constexpr int kMost = 256;
  constexpr std::int64_t kTypical = 64;   // held-out pictures that say what is usual
  if (request.count < 1 || request.count > kMost) return wrong(sentence("count must be between 1 and %1.", kMost));
  auto stored = loadStored(request.folder);
  if (!stored) return stored.error();
  auto data = loadPictures({stored->plan.data, pictureOptions(stored->plan.settings)}, job);
  if (!data) return data.error();
  if (auto given = giveExamples(*stored, job); !given) return given.error();
  useThreads(coreCount());
  const auto made = asBytes(picturesOfSeed(*stored->gan, request.seed, request.count, 0, stored->plan.device).to(torch::kCPU));
  const auto& train = (*data)->train();
  const auto nearest = nearestIn(**data, train, made, job);
  if (!nearest) return nearest.error();
  Neighbours result;
  for (int i = 0; i < request.count; ++i) result.distances.push_back(nearest->distances[i].item<double>());
  if (const auto& test = (*data)->test(); test.count > 0) {
    const auto usual = nearestIn(**data, train, picturesAt(**data, test, someRows(test.count, kTypical, request.seed)), job);
    if (!usual) return usual.error();
    result.typical = usual->distances.median().item<double>();
  }
  result.pairs = toTileGrid(torch::cat({normalised(made), normalised(picturesAt(**data, train, nearest->rows))}), request.count, stored->snapshot->step);
  if (!request.out.empty()) writePng(*diskStorage(), fs::absolute(request.out), result.pairs.frame);
  return result;
}

Result<std::vector<int>> readClassesStored(const fs::path& folder, const TileGrid& grid, JobContext& job) {
  auto plan = planStored(folder);
  if (!plan) return plan.error();
  if (!plan->labelled) return wrong(sentence("The data of this run have no classes that pictures could be sorted into."));
  auto data = loadPictures({plan->data, pictureOptions(plan->settings)}, job);
  if (!data) return data.error();
  if (grid.tileWidth != (*data)->width() || grid.tileHeight != (*data)->height()) return wrong(sentence("These pictures are of another size than the run's data."));
  useThreads(coreCount());
  auto network = featureNetworkFor(**data, torch::kCPU, cacheFolder(), *diskStorage(), job);
  if (!network) return network.error();
  std::vector<torch::Tensor> tiles;
  const PictureShape shape{(*data)->channels(), (*data)->height(), (*data)->width()};
  for (int i = 0; i < grid.count; ++i) tiles.push_back(asBytes(pictureOf(tileAt(grid, i), {}, shape)));
  const auto logits = (*network)->featuresAndLogits(torch::cat(tiles));
  const auto classes = logits.narrow(1, FeatureNetwork::kWidth, logits.size(1) - FeatureNetwork::kWidth).argmax(1);
  std::vector<int> result;
  for (int i = 0; i < grid.count; ++i) result.push_back(static_cast<int>(classes[i].item<std::int64_t>()));
  return result;
}

}  // namespace ganvas
