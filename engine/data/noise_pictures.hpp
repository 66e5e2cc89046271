// Grey noise of a shape: what measures speed needs no data set. Pure; any thread.
#pragma once

#include <memory>

#include "engine/data/picture_set.hpp"
#include "engine/picture/picture.hpp"

namespace ganvas {

/// `count` pictures of noise, the same for training and held out; labels go round where there are classes.
std::shared_ptr<const PictureSet> noisePictures(std::int64_t count, const PictureShape& shape, int classes);

}  // namespace ganvas
