// How far the game has got, in numbers: those of the field as it is, and the newest of the run. A column for each run. GUI thread.
#pragma once

#include <QWidget>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "engine/api/session.hpp"

class QGridLayout;

namespace ganvas::ui {

class InkLabel;

class FieldNumbers : public QWidget {
  Q_OBJECT
 public:
  static constexpr int kColumns = 2;

  /// `ofRun`: with what only a run tells (losses, gradients).
  explicit FieldNumbers(bool ofRun, QWidget* parent = nullptr);
  void setSecondShown(bool shown);
  void show(int column, const InferenceResult& result);
  void addScalars(int column, const std::vector<Scalar>& scalars);
  void clear(int column);
  /// The newest value by name ("value", "loss_d", …); NaN where there is none.
  double number(int column, const std::string& name) const;

 private:
  void addRow(const std::string& name, const QString& title, const QString& tip);
  void put(int column, const std::string& name, double value);

  QGridLayout* grid_;
  std::map<std::string, std::array<InkLabel*, kColumns>> labels_;
  std::map<std::string, QString> tips_;
  std::array<std::map<std::string, double>, kColumns> values_;
  std::vector<InkLabel*> second_;      // shown only beside a second run
};

}  // namespace ganvas::ui
