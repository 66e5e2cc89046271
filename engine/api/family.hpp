// What a GAN family says of itself to the outside. Pure values; any thread.
#pragma once

#include <string>
#include <vector>

#include "engine/api/data.hpp"

namespace ganvas {

struct FamilyInfo {
  std::string name;                        ///< as on the command line
  std::string title;                       ///< as in the window
  std::string summary;                     ///< one sentence
  std::string paper;                       ///< "Radford, Metz, Chintala 2016, arXiv:1511.06434"
  std::vector<std::string> interactions;   ///< ids of panels that its trained networks offer: "latent", "class", …
  std::vector<Field> fields;               ///< what a sample must have
  std::string picture;                     ///< path of a picture for the gallery, or empty
  int tilesEach = 1;                       ///< of a grid of samples for each picture: more where one is made from something, which is shown beside it
};

/// What a network or a curve stands for: its colour everywhere.
enum class Role { none, generator, discriminator, encoder, frozen, real };
/// "none", "generator", "discriminator", "encoder", "frozen", "real".
const char* toString(Role role);

/// How a curve is drawn and explained. Tags are hierarchical: "loss_g", "gradient/generator", "metric/frechet".
struct SeriesInfo {
  std::string tag;
  std::string title;     ///< "Generator loss"
  std::string group;     ///< "Losses", "Outputs", "Gradients", "Metrics", "Speed": one plot each
  std::string unit;
  Role role = Role::none;
  std::string sentence;  ///< what it means and what to look for
  std::vector<std::pair<std::string, double>> guides = {};  ///< named horizontal lines: {"log 4", 1.386}
  bool occasional = false;  ///< measured now and then instead of every round: never smoothed
};

/// A number or a kind that a generator is told to draw.
struct CodeInfo {
  std::string name;              ///< "category", "code1"
  std::int64_t kinds = 0;        ///< 0: a number from -1 to 1; else one of so many
};

struct PresetInfo {
  std::string name;      ///< file name without .json
  std::string title;
  std::string summary;   ///< what it is for
  std::string family;
  std::string data;      ///< suggested data, may be empty
  std::string path;
  bool shipped = false;  ///< part of Ganvas, cannot be overwritten
  bool first = false;    ///< the one to begin with where its data are here
};

struct DeviceInfo {
  std::string id;        ///< "cpu", "cuda:0"
  std::string title;     ///< the processor's or card's name
  std::int64_t memoryBytes = 0;
};

}  // namespace ganvas
