// What falls to each class, as bars: how many samples it has, or how likely it is. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "engine/api/data.hpp"
#include "engine/api/family.hpp"

namespace ganvas::ui {

class ClassBars : public QWidget {
  Q_OBJECT
 public:
  explicit ClassBars(QWidget* parent = nullptr);
  /// Numbers of samples; the largest fills the room.
  void setClasses(const std::vector<ClassCount>& classes);
  /// Shares from 0 to 1 with their names, in the colour of a role; all of one fills the room.
  void setShares(const std::vector<std::string>& names, const std::vector<double>& shares, Role role);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {160, 24}; }

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  struct Bar {
    QString name, figure;
    double length = 0;   // of the room
  };
  void put(std::vector<Bar> bars, Role role);

  std::vector<Bar> bars_;
  Role role_ = Role::real;
};

}  // namespace ganvas::ui
