// What is done with drawings without a window: read, found in pictures, painted by stored models. Any thread. Engine-internal.
#pragma once

#include <string>
#include <vector>

#include "engine/api/engine.hpp"

namespace ganvas {

std::vector<ShippedModel> listModels();
/// A drawing file; a picture of a drawing or an SVG is followed line by line.
Result<Sketch> drawPictureNow(const PictureToDraw& picture, const JobContext& job);
Result<DrawingExample> drawingExampleOf(const std::string& model, std::uint64_t seed, const JobContext& job);
Result<std::vector<std::string>> drawStored(const DrawRequest& request, JobContext& job);

}  // namespace ganvas
