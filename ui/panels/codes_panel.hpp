// Interaction "codes": an InfoGAN's codes, a list or a slider each, and a grid that varies one code by row and another by column.
// GUI thread.
#pragma once

#include <vector>

#include "ui/panels/grid_panel.hpp"

class QComboBox;
class QScrollArea;

namespace ganvas::ui {

class CodesPanel : public GridPanel {
  Q_OBJECT
 public:
  explicit CodesPanel(Bridge& bridge, QWidget* parent = nullptr);

  /// The value of a code where it is not varied: a kind, or -2 … 2.
  void setCode(int number, double value);
  /// Which code the grid's rows and columns go through; -1: rows are other latents.
  void setAxes(int rows, int columns);

  void takeOver(Panel& other) override;

 private:
  struct Axis {
    int code = -1;
    std::vector<double> values;
  };
  CodesPanel(Bridge& bridge, QScrollArea* scroll, QWidget* parent);
  void modelSet() override;
  InferenceRequest request() const override;
  Legend legend() const override;
  Axis axis(int code) const;
  QStringList words(const Axis& axis) const;
  void readCodes();
  void buildControls();
  QWidget* buildControl(int number);

  QComboBox *rowBox_ = nullptr, *columnBox_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QWidget* controls_ = nullptr;
  std::vector<CodeInfo> codes_;
  std::vector<double> values_;
  int rows_ = -1, columns_ = -1;
};

}  // namespace ganvas::ui
