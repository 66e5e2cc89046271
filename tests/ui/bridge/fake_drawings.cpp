// Drawings of the fake engine: real paper and real files, no model.
#include "engine/core/storage.hpp"
#include "engine/sketch/paper.hpp"
#include "engine/sketch/sketch_file.hpp"
#include "tests/ui/bridge/fake_engine.hpp"

namespace ganvas::test {

std::vector<ShippedModel> FakeEngine::models() const { return {{"emoji", "Emoji", "pix2pix", "emoji", runsFolder() + "/dcgan-emoji-1"}}; }

std::shared_ptr<Job<std::string>> FakeEngine::exportModel(ExportRequest request) {
  return job<std::string>([request]() -> Result<std::string> { return request.out + "/checkpoints/000000001.safetensors"; });
}

std::unique_ptr<Paper> FakeEngine::newPaper(int width, int height) const { return rasterPaper(width, height); }

Result<Sketch> FakeEngine::readDrawing(const std::string& file) const { return readSketch(file); }

Result<void> FakeEngine::saveDrawing(const std::string& file, const Sketch& drawing) {
  auto text = sketchAsText(drawing);
  if (!text) return text.error();
  const auto storage = diskStorage();
  if (auto made = storage->createFolders(std::filesystem::path(file).parent_path()); !made) return made.error();
  return storage->writeAtomically(file, *text);
}

/// Of a .json what it holds, of anything else a line across.
std::shared_ptr<Job<Sketch>> FakeEngine::drawPicture(PictureToDraw picture) {
  return job<Sketch>([picture]() -> Result<Sketch> {
    if (picture.file.ends_with(".json")) return readSketch(picture.file);
    return Sketch{256, 256, {{SketchTool::pen, 3, {{20, 20, 1}, {230, 230, 1}}}}};
  });
}

std::shared_ptr<Job<DrawingExample>> FakeEngine::drawingExample(const std::string&, std::uint64_t seed) {
  return job<DrawingExample>([seed]() -> Result<DrawingExample> {
    const auto edge = 30 + static_cast<float>(seed % 5) * 10;
    return DrawingExample{fakeSamples(seed, 1, 1, 3, 1).frame, {256, 256, {{SketchTool::rectangle, 4, {{edge, edge, 1}, {200, 180, 1}}}}}, Sentence("a box")};
  });
}

std::shared_ptr<Job<std::vector<std::string>>> FakeEngine::draw(DrawRequest request) {
  return job<std::vector<std::string>>([request]() -> Result<std::vector<std::string>> { return std::vector<std::string>{request.out}; });
}

std::shared_ptr<Job<std::string>> FakeEngine::saveAnimation(Animation animation, const std::string& out) {
  return job<std::string>([out, count = animation.frames.size()]() -> Result<std::string> {
    if (count == 0) return Error{ErrorKind::usage, Sentence("There is nothing to record yet."), {}};
    return out;
  });
}

}  // namespace ganvas::test
