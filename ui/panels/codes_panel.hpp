// Interaction "codes": an InfoGAN's codes, a list or a slider each, and a grid that varies one code by row and another by column.
// GUI thread.
#pragma once

#include <memory>
#include <vector>

#include "ui/panels/panel_registry.hpp"

class QComboBox;
class QGridLayout;

namespace ganvas::ui {

class ModelAsker;
class ModelHeader;
class TileView;

class CodesPanel : public Panel {
  Q_OBJECT
 public:
  explicit CodesPanel(Bridge& bridge, QWidget* parent = nullptr);

  void setModel(std::shared_ptr<Model> model) override;
  /// The value of a code where it is not varied: a kind, or -2 … 2.
  void setCode(int number, double value);
  /// Which code the grid's rows and columns go through; -1: rows are other latents.
  void setAxes(int rows, int columns);

  TileView& view() const { return *view_; }                          // for tests
  const std::vector<CodeInfo>& codes() const { return codes_; }
  InferenceRequest request() const;

 private:
  struct Axis {
    int code = -1;
    std::vector<double> values;
  };
  Axis axis(int code) const;
  void take(const InferenceResult& result);
  void readCodes();
  void buildControls();
  QWidget* buildControl(int number);

  Bridge& bridge_;
  ModelAsker* asker_ = nullptr;
  ModelHeader* header_ = nullptr;
  QComboBox *rowBox_ = nullptr, *columnBox_ = nullptr;
  QWidget* controls_ = nullptr;
  QGridLayout* grid_ = nullptr;
  TileView* view_ = nullptr;
  std::vector<CodeInfo> codes_;
  std::vector<double> values_;
  int rows_ = -1, columns_ = -1;
};

}  // namespace ganvas::ui
