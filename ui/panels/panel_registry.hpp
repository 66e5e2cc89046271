// The panels through which trained networks are used: one for each interaction id that a family may name. GUI thread.
#pragma once

#include <QString>
#include <QWidget>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "engine/api/model.hpp"

namespace ganvas::ui {

class Bridge;

class Panel : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  /// The networks to use from now on; null shows an empty state. Whoever holds the panel tells it; the networks that it has already change
  /// nothing. The panel asks for pictures only while it is visible and the bridge has these networks.
  virtual void setModel(std::shared_ptr<Model> model) = 0;
  /// What the person chose in a panel of the same kind with the same networks; the window was made anew.
  virtual void takeOver(Panel& other) {}
};

struct PanelInfo {
  QString id;       ///< interaction id: "latent"
  QString title;    ///< untranslated source text; show it through panelTitle()
  std::function<Panel*(Bridge&, QWidget*)> make;
};

/// All panels there are, in the order in which they are offered. A new panel adds one line.
const std::vector<PanelInfo>& panels();
const PanelInfo* findPanel(const QString& id);   ///< null where no panel serves this interaction
QString panelTitle(const PanelInfo& info);

/// Numbers inference requests across all panels, because they share one channel: a result with a larger number than
/// the one waited for says that the waited one was thrown away.
std::uint64_t nextRevision();

}  // namespace ganvas::ui
