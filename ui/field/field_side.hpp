// Beside the field: what is shown of it, the latent point, and the numbers of the game. GUI thread.
#pragma once

#include <QScrollArea>

namespace ganvas::ui {

class FieldLayers;
class FieldNumbers;
class LatentPad;

class FieldSide : public QScrollArea {
  Q_OBJECT
 public:
  /// `ofRun`: with the numbers that only a run tells.
  explicit FieldSide(bool ofRun, QWidget* parent = nullptr);
  FieldLayers& layers() const { return *layers_; }
  FieldNumbers& numbers() const { return *numbers_; }
  LatentPad& pad() const { return *pad_; }
  void takeOver(const FieldSide& other);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 private:
  FieldLayers* layers_;
  FieldNumbers* numbers_;
  LatentPad* pad_;
};

}  // namespace ganvas::ui
