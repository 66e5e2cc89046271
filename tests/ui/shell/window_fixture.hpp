// The whole window over the fake engine, in English.
#pragma once

#include "tests/ui/shell/ui_fixture.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/main_window.hpp"

namespace ganvas::test {

class WindowTest : public UiTest {
 protected:
  using UiTest::UiTest;
  void SetUp() override {
    UiTest::SetUp();
    ui::Language::instance().apply(QStringLiteral("en"));
    window = std::make_unique<ui::MainWindow>(bridge);
    window->resize(1400, 900);
    window->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
  }
  void TearDown() override {
    window.reset();
    ui::Language::instance().apply(QStringLiteral("en"));
  }

  std::unique_ptr<ui::MainWindow> window;
};

}  // namespace ganvas::test
