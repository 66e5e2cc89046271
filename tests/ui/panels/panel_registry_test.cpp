#include <gtest/gtest.h>

#include <set>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/panels/panel_registry.hpp"

namespace ganvas::test {
namespace {

TEST(PanelRegistry, EveryPanelCanBeMadeAndFoundOnce) {
  ui::Bridge bridge(std::make_shared<FakeEngine>());
  std::set<QString> ids;
  for (const auto& info : ui::panels()) {
    EXPECT_TRUE(ids.insert(info.id).second);
    EXPECT_EQ(ui::findPanel(info.id), &info);
    EXPECT_FALSE(ui::panelTitle(info).isEmpty());
    const std::unique_ptr<ui::Panel> panel(info.make(bridge, nullptr));
    ASSERT_NE(panel, nullptr);
    panel->setModel(nullptr);
  }
  EXPECT_NE(ui::findPanel("latent"), nullptr);
  EXPECT_EQ(ui::findPanel("no such interaction"), nullptr);
}

TEST(PanelRegistry, RevisionsGrow) {
  const auto first = ui::nextRevision();
  EXPECT_GT(ui::nextRevision(), first);
}

}  // namespace
}  // namespace ganvas::test
