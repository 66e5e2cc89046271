// Data as the window and the command line speak of it. Pure values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/frame.hpp"
#include "engine/api/sentence.hpp"
#include "engine/api/sketch.hpp"

namespace ganvas {

enum class DataKind { images, labelled, pairs, points, captions, sequence };
/// "images", "labelled", "pairs", "points", "captions", "sequence".
const char* toString(DataKind kind);

/// The named typed fields that a sample may have. A family declares the ones that it needs.
enum class Field { image, label, text, points, sequence, landmarks, group };
const char* toString(Field field);

/// One entry of the catalogue, or what was found at a path.
struct DatasetInfo {
  std::string name;              ///< what --data takes: a catalogue name, or a path
  std::string title;
  Sentence summary;
  DataKind kind = DataKind::images;
  std::vector<Field> fields;     ///< what each sample has
  std::string license;
  Sentence howToGet;             ///< the line that brings it, e.g. "sudo apt install dataset-fashion-mnist"
  std::string path;              ///< where it lies, where present
  bool present = false;
  std::int64_t count = 0;        ///< samples for training; 0 where not known without reading
  int width = 0, height = 0;     ///< natural size in px; 0 where samples differ or it is not known
  int channels = 0;              ///< 1 grey, 3 colour; 0 where not known
  std::vector<std::string> classNames;  ///< by label
};

/// How a picture that is not square or not of the right size is fitted.
enum class Fit { crop, pad, stretch };
/// "crop" (centre square, then resize), "pad" (whole picture, borders filled with the background), "stretch".
const char* toString(Fit fit);

/// Where the drawings come from that belong to pictures.
enum class Pairs {
  drawn,     ///< lines are found in each picture
  left,      ///< pictures twice as wide: the drawing is their left half
  right,     ///< or their right half
  folders    ///< two sub-folders whose files have the same names: A, sketches, drawings, edges or input, and B, pictures, photos or target
};

struct PictureOptions {
  int size = 0;                          ///< side in px; 0 keeps the natural size (then all must agree)
  int channels = 0;                      ///< 1 or 3; 0 takes what the data has
  Fit fit = Fit::crop;
  std::uint32_t background = 0xffffff;   ///< 0xRRGGBB under transparent pixels and in padding
  std::vector<std::string> classes;      ///< names or numbers of the classes to take, upper and lower case alike; empty: all
  int drawings = 0;                      ///< with each picture so many drawings of it; 0: none are needed
  SketchStyle drawingStyle = SketchStyle::mixed;
  Pairs pairs = Pairs::drawn;
};

struct DataRequest {
  std::string source;                    ///< catalogue name or path
  PictureOptions options;
};

struct ClassCount {
  std::string name;
  std::int64_t count = 0;
};

struct DataPreview {
  DatasetInfo info;
  TileGrid grid;                         ///< evenly spread over the data, at most 64 tiles
  std::vector<int> tileLabels;           ///< label of each tile, -1 where there is none
  std::vector<std::string> tileNames;    ///< name of each tile ("grinning face", a file's path), empty where it has only a number
  std::vector<ClassCount> classes;       ///< empty without labels
  std::int64_t count = 0;                ///< usable samples
  std::int64_t testCount = 0;            ///< held-out samples
};

enum class AuditIssue { unreadable, tooSmall, duplicate, wrongChannels, overLarge };
/// "unreadable", "too small", "duplicate", "other channel count", "over-large".
const char* toString(AuditIssue issue);

struct AuditFinding {
  AuditIssue issue = AuditIssue::unreadable;
  Sentence item;         ///< path inside the data set, or "picture 17"
  Sentence message;
};

struct AuditReport {
  std::int64_t checked = 0;
  std::vector<AuditFinding> findings;
};

}  // namespace ganvas
