// A bridge over the fake engine, with fresh settings for each test, and the event loop turned until something holds.
#pragma once

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QSettings>
#include <QTest>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"

namespace ganvas::test {

/// Waits for `condition`; false after ten seconds.
template <class Condition>
bool eventually(Condition condition) {
  QElapsedTimer clock;
  clock.start();
  while (!condition() && clock.elapsed() < 10000) QTest::qWait(5);
  return condition();
}

class UiTest : public testing::Test {
 protected:
  explicit UiTest(std::shared_ptr<FakeEngine> engine = std::make_shared<FakeEngine>()) : engine(std::move(engine)) {}
  void SetUp() override { QSettings().clear(); }

  /// Two or three ticks of the bridge.
  static void tick() { QTest::qWait(80); }

  std::shared_ptr<FakeEngine> engine;
  ui::Bridge bridge{engine};
};

}  // namespace ganvas::test
