// The catalogue of data sets (resources/datasets/catalogue.json) and how a name or path given as --data is found. Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/api/data.hpp"
#include "engine/api/result.hpp"

namespace ganvas {

enum class DatasetFormat { idx, folder, sheet, emoji, points };

/// A picture of equal tiles, row by row without gaps; each class has the same number of rows, in the order of its names.
struct SheetLayout {
  int tileWidth = 0, tileHeight = 0;  ///< px
  int rowsPerClass = 0;               ///< 0: the tiles have no labels
};

/// What stands beside a font of emoji (DatasetPlace::path) to know its pictures by.
struct EmojiFiles {
  std::filesystem::path sequences;    ///< emoji-test.txt of Unicode
  std::filesystem::path annotations;  ///< common/ of CLDR; empty where it is not here
  bool skinTones = false;             ///< people and hands in five tones as well
};

/// Where a data set lies and what is known of it before anything is read.
struct DatasetPlace {
  DatasetInfo info;  ///< name, title, summary, licence, class names: whatever is known without reading
  DatasetFormat format = DatasetFormat::folder;
  std::filesystem::path path;  ///< absolute; empty where the data are not on this computer, or are points that Ganvas knows by itself
  SheetLayout sheet;           ///< where the format is one
  EmojiFiles emoji;            ///< where the format is emoji
};

Result<std::vector<DatasetPlace>> readCatalogue();

/// A catalogue name first, then a path ("~" is the home folder). Missing data: an error with the line that brings them.
Result<DatasetPlace> findDataset(const std::string& nameOrPath);

/// Whether a folder holds *-images-idx3-ubyte[.gz], or a file begins as an IDX file of pictures does (packed or not).
bool looksLikeIdx(const std::filesystem::path& path);

}  // namespace ganvas
