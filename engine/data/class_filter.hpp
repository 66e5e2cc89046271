// Only the chosen classes of a source of any kind: what PictureOptions::classes asks for. One thread, as the source itself.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/data/picture_source.hpp"

namespace ganvas {

/// The source seen through its classes: samples of others are not there, labels count from 0 in the data's own order.
/// `classes` are names (upper and lower case are the same) or numbers of classes, in any order; none, or all of them, is the source itself.
Result<std::unique_ptr<PictureSource>> onlyClasses(std::unique_ptr<PictureSource> source, const std::vector<std::string>& classes);

/// Which class is meant: its name, upper and lower case alike, else its number; -1 where there is none.
int classMeant(const std::vector<std::string>& names, std::string_view text);

}  // namespace ganvas
