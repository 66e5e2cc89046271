// Asks for the name of a preset and what it is for. GUI thread.
#pragma once

#include <QDialog>
#include <vector>

#include "engine/api/family.hpp"

class QLineEdit;
class QPushButton;

namespace ganvas::ui {

class InkLabel;

class PresetDialog : public QDialog {
  Q_OBJECT
 public:
  PresetDialog(const std::vector<PresetInfo>& existing, QWidget* parent);
  QString name() const;
  QString summary() const;

 private:
  void judge();
  std::vector<PresetInfo> existing_;
  QLineEdit *name_, *summary_;
  InkLabel* verdict_;
  QPushButton* save_;
};

}  // namespace ganvas::ui
