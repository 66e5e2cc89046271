#include "engine/worker/drawing_jobs.hpp"

#include <algorithm>
#include <filesystem>

#include <opencv2/core.hpp>

#include "engine/api/quote.hpp"
#include "engine/core/run_folder.hpp"
#include "engine/data/picture_source.hpp"
#include "engine/data/words.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/picture/draw.hpp"
#include "engine/picture/svg.hpp"
#include "engine/sketch/edges.hpp"
#include "engine/sketch/raster.hpp"
#include "engine/sketch/sketch_file.hpp"
#include "engine/tensor/device.hpp"
#include "engine/tensor/frames.hpp"
#include "engine/tensor/seeds.hpp"
#include "engine/training/judging.hpp"
#include "engine/worker/stored_model.hpp"

namespace ganvas {
namespace fs = std::filesystem;

namespace {

constexpr int kSvgSide = 1024;          // px, larger than any model's pictures
constexpr int kExampleSide = 512;       // px of a picture to draw after
constexpr std::uintmax_t kLargestFile = 256u << 20;

std::string endingOf(const fs::path& file) { return lower(file.extension().string()); }

/// Any picture file, an SVG too.
Result<Picture> readPicture(const fs::path& file) {
  auto bytes = readFile(file, kLargestFile);
  if (!bytes) return bytes.error();
  const std::span data(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
  if (endingOf(file) == ".svg") return renderSvg(data, kSvgSide, sentence("\"%1\"", file.string()));
  auto decoded = decodePicture(data);
  if (decoded.problem) return Error{ErrorKind::input, sentence("%1 %2. A drawing is a .json file with strokes, an .svg, or a picture (png, jpg, webp, bmp).", inQuotes(file.string()), decoded.problem->message), {}};
  return std::move(decoded.picture);
}

/// A drawing as networks take it, from any kind of file: [1,1,side,side], paper 1 and ink -1.
Result<torch::Tensor> readInk(const fs::path& file, int side) {
  cv::Mat ink;
  if (endingOf(file) == ".json") {
    auto drawing = readSketch(file);
    if (!drawing) return drawing.error();
    ink = drawSketch(*drawing, side);
  } else {
    auto picture = readPicture(file);
    if (!picture) return picture.error();
    ink = looksDrawn(*picture) ? drawingIn(*picture, side) : drawSketch(sketchOf(*picture, SketchStyle::canny, 1), side);
  }
  return normalised(torch::from_blob(ink.data, {1, 1, side, side}, torch::kUInt8));
}

Result<DrawingExample> shippedExample(std::uint64_t seed) {
  std::vector<fs::path> files;
  std::error_code ec;
  for (fs::directory_iterator it(resourcesFolder() / "drawings", ec), end; !ec && it != end; it.increment(ec))
    if (it->path().extension() == ".json") files.push_back(it->path());
  std::sort(files.begin(), files.end());
  if (files.empty()) return Error{ErrorKind::missing, sentence("There are no drawings to show: neither the data of this model are here nor any that ship with Ganvas."), {}};
  const auto& file = files[seed % files.size()];
  auto drawing = readSketch(file);
  if (!drawing) return drawing.error();
  return DrawingExample{{}, std::move(*drawing), Sentence(file.stem().string())};
}

/// A picture fitted as the model's data are, with lines found in it.
Result<DrawingExample> exampleFrom(PictureSource& source, const PictureOptions& options, std::uint64_t seed, const JobContext& job) {
  constexpr int kTries = 50;   // a set may hold some pictures that cannot be read
  Draw draws(seed * 0x9E3779B97F4A7C15ULL + 1);
  for (int i = 0; i < kTries && !job.stopped(); ++i) {
    source.rewind();
    const auto index = static_cast<std::int64_t>(draws.below(static_cast<std::size_t>(source.count())));
    if (auto ready = source.advance(index, 1); !ready) return ready.error();
    const auto sample = source.sample(index);
    if (sample.problem) continue;
    const auto square = fittedPicture(sample.picture, kExampleSide, kExampleSide, options);
    DrawingExample example;
    const PictureShape shape{3, kExampleSide, kExampleSide};
    auto planes = torch::empty({1, 3, kExampleSide, kExampleSide}, torch::kUInt8);
    fitPicture(square, shape, options, {planes.data_ptr<std::uint8_t>(), static_cast<std::size_t>(planes.numel())});
    example.picture = toTileGrid(normalised(planes), 1, 0).frame;
    example.drawing = sample.drawing ? linesOf(fittedPicture(*sample.drawing, kExampleSide, kExampleSide, options)) : sketchOf(square, SketchStyle::canny, seed);
    example.name = source.facts(index).name;
    return example;
  }
  return Error{ErrorKind::input, sentence("No picture of %1 could be read.", source.info().title), {}};
}

}  // namespace

std::vector<ShippedModel> listModels() {
  std::vector<std::pair<int, ShippedModel>> found;   // with the side of its pictures
  for (const auto& folder : listRunFolders(shippedModelsFolder())) {
    const auto config = readConfig(folder);
    if (!config) continue;
    const auto title = config->facts.find("title");
    found.push_back({config->tileWidth, {folder.filename().string(), title == config->facts.end() ? folder.filename().string() : title->second, config->family, config->data, folder.string()}});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second.name < b.second.name; });
  std::vector<ShippedModel> models;
  for (auto& [side, model] : found) models.push_back(std::move(model));
  return models;
}

Result<Sketch> drawPictureNow(const PictureToDraw& request, const JobContext& job) {
  job.report(-1, sentence("Looking for lines"));
  if (!request.file.empty() && endingOf(request.file) == ".json") return readSketch(request.file);
  if (request.file.empty() && request.picture.empty()) return Error{ErrorKind::input, sentence("There is no picture to find lines in."), {}};
  auto picture = request.file.empty() ? Result<Picture>(Picture{request.picture.width, request.picture.height, 4, *request.picture.bgra}) : readPicture(request.file);
  if (!picture) return picture.error();
  auto drawing = !request.style && looksDrawn(*picture) ? linesOf(*picture) : sketchOf(*picture, request.style.value_or(SketchStyle::canny), request.seed);
  if (drawing.strokes.empty()) return Error{ErrorKind::input, sentence("No lines were found in this picture. Take one in which something stands out from its background."), {}};
  return drawing;
}

Result<DrawingExample> drawingExampleOf(const std::string& model, std::uint64_t seed, const JobContext& job) {
  job.report(-1, sentence("Looking for something to draw"));
  const auto plan = planStored(model);
  if (!plan) return shippedExample(seed);
  const auto options = pictureOptions(plan->settings);
  auto source = openSource({plan->data, options});
  return source && (*source)->count() > 0 ? exampleFrom(**source, options, seed, job) : shippedExample(seed);
}

Result<std::vector<std::string>> drawStored(const DrawRequest& request, JobContext& job) {
  constexpr int kMost = 256, kColumns = 6;
  if (request.variants < 1 || request.variants > kMost) return Error{ErrorKind::usage, sentence("variants must be between 1 and %1.", kMost), {}};
  const fs::path out = fs::absolute(request.out);
  if (endingOf(out) != ".png") return Error{ErrorKind::usage, sentence("%1 does not end in .png. Give a file such as picture.png.", inQuotes(request.out)), {}};
  auto stored = loadStored(request.model);
  if (!stored) return stored.error();
  const auto& info = stored->plan.family->info;
  if (std::find(info.interactions.begin(), info.interactions.end(), "sketch") == info.interactions.end())
    return Error{ErrorKind::usage, sentence("The model %1 is a %2, which does not paint drawings. Take one that does, or ganvas-cli generate.", inQuotes(request.model), info.title), {}};
  auto ink = readInk(request.sketch, stored->shape.height);
  if (!ink) return ink.error();
  useThreads(coreCount());
  auto inputs = stored->gan->inputsFrom(latentsOfSeed(request.seed, request.variants, 0, stored->gan->latentSize()).to(stored->plan.device), 0);
  inputs["sketch"] = ink->to(stored->plan.device);
  if (auto chosen = chooseClass(inputs, request.classWanted, *stored); !chosen) return chosen.error();
  if (!request.classWanted) inputs.erase("class");   // one drawing is of one class: the networks take their first
  const auto grid = toTileGrid(stored->gan->infer(inputs).at("samples"), std::min(request.variants, kColumns), stored->snapshot->step);
  writePng(*diskStorage(), out, grid.frame);
  return std::vector<std::string>{out.string()};
}

}  // namespace ganvas
