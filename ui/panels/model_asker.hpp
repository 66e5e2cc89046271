// A panel's requests to the networks: several kinds of pictures, one request under way at a time, the newest state of each kind.
// Asks only while the panel is visible, and again while the networks go on learning. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/api/model.hpp"

class QWidget;

namespace ganvas::ui {

class Bridge;

class ModelAsker : public QObject {
  Q_OBJECT
 public:
  /// `make` gives the request for a kind, 0 … kinds-1, as the panel stands now.
  ModelAsker(Bridge& bridge, QWidget* panel, int kinds, std::function<InferenceRequest(int kind)> make);

  /// Forgets what is under way. Null: nothing is asked.
  void setModel(std::shared_ptr<Model> model);
  const std::shared_ptr<Model>& model() const { return model_; }
  bool hasModel() const { return model_ != nullptr; }
  /// As of the last half second.
  const ModelInfo& info() const { return info_; }
  bool training() const;                    ///< the networks may still change
  /// Whether the pictures follow the training.
  void setFollowing(bool on) { following_ = on; }

  void want(int kind);
  /// Whether it is still to be asked for: the answer that came last shows less than there is.
  bool wants(int kind) const { return wanted_[static_cast<std::size_t>(kind)]; }
  void wantAll();

 signals:
  void answered(int kind, const ganvas::InferenceResult& result);   ///< an error instead where result.error is set
  void infoChanged();                                               ///< about twice a second while visible

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Outstanding {
    int kind = 0;
    std::uint64_t revision = 0;
    QElapsedTimer since;
  };
  bool current() const;                     // the bridge has these networks: only then is anybody there to answer
  void pump();                              // sends the next request if none is under way
  void take(const InferenceResult& result);
  void follow();                            // the bridge has other networks, or these again
  void poll();
  void refreshInfo();

  Bridge& bridge_;
  QWidget* panel_;
  std::function<InferenceRequest(int)> make_;
  std::shared_ptr<Model> model_;
  ModelInfo info_;
  std::vector<bool> wanted_;
  std::optional<Outstanding> outstanding_;
  int lastKind_;
  std::int64_t askedStep_ = -1;             // of the networks when pictures were asked for last
  bool following_ = true;
  QTimer poll_;
};

}  // namespace ganvas::ui
