#include "ui/panels/panel_registry.hpp"

#include <QCoreApplication>
#include <algorithm>

#include "ui/panels/class_panel.hpp"
#include "ui/panels/classify_panel.hpp"
#include "ui/panels/codes_panel.hpp"
#include "ui/panels/field_panel.hpp"
#include "ui/panels/latent_panel.hpp"
#include "ui/panels/neighbours_panel.hpp"
#include "ui/panels/sketch_panel.hpp"

namespace ganvas::ui {

const std::vector<PanelInfo>& panels() {
  static const std::vector<PanelInfo> all = {
      {QStringLiteral("sketch"), QStringLiteral(QT_TRANSLATE_NOOP("panels", "Draw")), [](Bridge& bridge, QWidget* parent) -> Panel* { return new SketchPanel(bridge, parent); }},
      {QStringLiteral("class"), QStringLiteral(QT_TRANSLATE_NOOP("panels", "Classes")), [](Bridge& bridge, QWidget* parent) -> Panel* { return new ClassPanel(bridge, parent); }},
      {QStringLiteral("codes"), QStringLiteral(QT_TRANSLATE_NOOP("panels", "Codes")), [](Bridge& bridge, QWidget* parent) -> Panel* { return new CodesPanel(bridge, parent); }},
      {QStringLiteral("classify"), QStringLiteral(QT_TRANSLATE_NOOP("panels", "Classify")), [](Bridge& bridge, QWidget* parent) -> Panel* { return new ClassifyPanel(bridge, parent); }},
      {QStringLiteral("field"), QStringLiteral(QT_TRANSLATE_NOOP("panels", "Field")), [](Bridge& bridge, QWidget* parent) -> Panel* { return new FieldPanel(bridge, parent); }},
      {QStringLiteral("latent"), QStringLiteral(QT_TRANSLATE_NOOP("panels", "Latent space")), [](Bridge& bridge, QWidget* parent) -> Panel* { return new LatentPanel(bridge, parent); }},
      {QStringLiteral("neighbours"), QStringLiteral(QT_TRANSLATE_NOOP("panels", "Neighbours")), [](Bridge& bridge, QWidget* parent) -> Panel* { return new NeighboursPanel(bridge, parent); }},
  };
  return all;
}

const PanelInfo* findPanel(const QString& id) {
  const auto found = std::find_if(panels().begin(), panels().end(), [&](const PanelInfo& info) { return info.id == id; });
  return found == panels().end() ? nullptr : &*found;
}

QString panelTitle(const PanelInfo& info) { return QCoreApplication::translate("panels", info.title.toUtf8().constData()); }

std::uint64_t nextRevision() {
  static std::uint64_t last = 0;   // GUI thread only
  return ++last;
}

}  // namespace ganvas::ui
