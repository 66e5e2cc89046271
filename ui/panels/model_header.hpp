// The head of a panel that draws with trained networks: seed, averaged or live weights or both side by side, whether to follow the training. GUI thread.
#pragma once

#include <QWidget>
#include <cstdint>

#include "engine/api/model.hpp"

class QButtonGroup;
class QCheckBox;
class QHBoxLayout;
class QSpinBox;

namespace ganvas::ui {

class InkLabel;
class ModelAsker;

/// Buttons of which one is down; ids 0, 1, …
QButtonGroup* segmentedButtons(QWidget* parent, QHBoxLayout* row, const QStringList& texts, const QStringList& tips);

class ModelHeader : public QWidget {
  Q_OBJECT
 public:
  ModelHeader(ModelAsker& asker, QWidget* parent);

  std::uint32_t seed() const { return seed_; }
  void setSeed(std::uint32_t seed);
  Weights weights() const { return weights_; }
  void setWeights(Weights weights);
  /// Averaged weights with the live ones beside them: weights() are the averaged ones.
  bool comparing() const { return comparing_; }
  void setComparing(bool on);
  /// Set as another one is: a panel that is made anew goes on as it was.
  void takeOver(const ModelHeader& before);
  /// Stands between the seed and the choice of weights.
  void addTool(QWidget* widget);
  /// Time and step of an answer, or its error.
  void report(const InferenceResult& result);

 signals:
  void seedChanged();
  void weightsChanged();                      ///< or whether they are compared

 private:
  void choose(Weights weights, bool comparing);
  void refresh();
  ModelAsker& asker_;
  std::uint32_t seed_ = 0;
  Weights weights_ = Weights::ema;
  bool comparing_ = false;
  QHBoxLayout* tools_ = nullptr;
  QSpinBox* seedBox_ = nullptr;
  QButtonGroup* weightsGroup_ = nullptr;
  QCheckBox* follow_ = nullptr;
  InkLabel* status_ = nullptr;
};

}  // namespace ganvas::ui
