// Draws a target for the playground: points on a pad, kept as data of one's own. GUI thread.
#pragma once

#include <QDialog>

namespace ganvas::ui {

class Bridge;
class InkLabel;
class PointPad;

class DrawPointsDialog : public QDialog {
  Q_OBJECT
 public:
  explicit DrawPointsDialog(Bridge& bridge, QWidget* parent = nullptr);
  PointPad& pad() const { return *pad_; }

  void accept() override;

 signals:
  void kept(const QString& path);   ///< where the points lie now

 private:
  QLayout* makeTools();

  Bridge& bridge_;
  PointPad* pad_;
  InkLabel *count_, *trouble_;
};

}  // namespace ganvas::ui
