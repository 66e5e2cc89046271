// The few choices that hold for the whole program. GUI thread.
#pragma once

#include <QDialog>

#include "engine/api/engine.hpp"

namespace ganvas::ui {

class SettingsDialog : public QDialog {
  Q_OBJECT
 public:
  explicit SettingsDialog(const Engine& engine, QWidget* parent = nullptr);

 signals:
  void deviceChosen(const QString& device);
};

/// The device that new runs begin with: "auto", "cpu", "cuda:0"; from the settings.
QString preferredDevice();

}  // namespace ganvas::ui
