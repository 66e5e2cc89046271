#include <filesystem>

#include "engine/core/run_folder.hpp"
#include "engine/gans/cgan.hpp"
#include "engine/gans/dcgan.hpp"
#include "engine/gans/family.hpp"
#include "engine/gans/fc_gan.hpp"
#include "engine/gans/infogan.hpp"
#include "engine/gans/pix2pix.hpp"
#include "engine/gans/sgan.hpp"
#include "engine/gans/toy2d.hpp"

namespace ganvas {

const std::vector<Family>& familyRegistry() {
  static const auto families = [] {
    std::vector<Family> all{
        fcGanFamily(),
        dcganFamily(),
        cganFamily(),
        infoganFamily(),
        sganFamily(),
        pix2pixFamily(),
        toy2dFamily(),
    };
    for (auto& family : all) {
      const auto picture = resourcesFolder() / "families" / (family.info.name + ".png");
      std::error_code ignored;
      if (std::filesystem::exists(picture, ignored)) family.info.picture = picture.string();
    }
    return all;
  }();
  return families;
}

const Family* findFamily(const std::string& name) {
  for (const auto& family : familyRegistry())
    if (family.info.name == name) return &family;
  return nullptr;
}

Result<const Family*> familyNamed(const std::string& name) {
  if (const auto* family = findFamily(name)) return family;
  std::string known;
  for (const auto& family : familyRegistry()) known += (known.empty() ? "" : ", ") + family.info.name;
  return Error{ErrorKind::usage, sentence("family \"%1\" is not known. There are: %2.", name, known), {}};
}

ModuleSlot* Gan::module(const std::string& name) {
  for (const auto& slot : modules())
    if (slot.name == name) return const_cast<ModuleSlot*>(&slot);
  return nullptr;
}

}  // namespace ganvas
