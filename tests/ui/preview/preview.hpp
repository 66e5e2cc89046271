// Renders any widget offscreen over the fake engine, so that whoever works on it can look at it:
//   ui_preview NAME OUT.png [light|dark] [WIDTHxHEIGHT] [SCALE]
// A page registers itself in a file of its own in this folder: static const Preview preview("train", [](auto& world) { … });
#pragma once

#include <QSize>
#include <QString>
#include <QWidget>
#include <functional>
#include <map>
#include <memory>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"

namespace ganvas::test {

struct PreviewWorld {
  std::shared_ptr<FakeEngine> engine;
  ui::Bridge* bridge = nullptr;
  /// Turns the event loop for so long: signals arrive, jobs end.
  std::function<void(int milliseconds)> spin;
};

/// Returns the widget to show.
using MakePreview = std::function<std::unique_ptr<QWidget>(PreviewWorld& world)>;

class Preview {
 public:
  Preview(const QString& name, MakePreview make) { all()[name] = std::move(make); }
  static std::map<QString, MakePreview>& all() {
    static std::map<QString, MakePreview> previews;
    return previews;
  }
};

}  // namespace ganvas::test
