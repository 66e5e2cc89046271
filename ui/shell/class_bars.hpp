// How many samples each class has, as bars. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "engine/api/data.hpp"

namespace ganvas::ui {

class ClassBars : public QWidget {
  Q_OBJECT
 public:
  explicit ClassBars(QWidget* parent = nullptr);
  void setClasses(std::vector<ClassCount> classes);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {160, 24}; }

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  std::vector<ClassCount> classes_;
};

}  // namespace ganvas::ui
