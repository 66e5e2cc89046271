#include <QSignalSpy>
#include <mutex>
#include <thread>

#include "tests/ui/shell/ui_fixture.hpp"

namespace ganvas::test {
namespace {

using ui::Bridge;
using BridgeTest = UiTest;

RunRequest dcgan() { return {"dcgan", "fashion-mnist", "", {}, {}, {}, false}; }

TEST_F(BridgeTest, ManyRoundsAreOneSignalATickAndNothingIsLost) {
  ASSERT_TRUE(bridge.start(dcgan()));
  std::size_t signalCount = 0;
  std::vector<std::int64_t> steps;
  QObject::connect(&bridge, &Bridge::scalarsArrived, &bridge, [&](const std::vector<Scalar>& scalars) {
    ++signalCount;
    for (const auto& scalar : scalars) {
      if (scalar.tag == "loss_d") steps.push_back(scalar.step);
    }
  });
  engine->session()->advance(400);
  ASSERT_TRUE(eventually([&] { return steps.size() == 400; }));
  EXPECT_EQ(signalCount, 1u);
  for (std::size_t i = 0; i < steps.size(); ++i) EXPECT_EQ(steps[i], static_cast<std::int64_t>(i) + 1);
}

TEST_F(BridgeTest, AFailedStartSaysWhyAndLeavesTheRunningOne) {
  ASSERT_TRUE(bridge.start(dcgan()));
  const auto before = bridge.session();
  QSignalSpy failed(&bridge, &Bridge::failed);
  engine->failNextStart("The disk is full.");
  EXPECT_FALSE(bridge.start(dcgan()));
  ASSERT_EQ(failed.count(), 1);
  EXPECT_EQ(failed[0][0].value<ui::Words>()(), QStringLiteral("The disk is full."));
  EXPECT_EQ(bridge.session(), before);
}

TEST_F(BridgeTest, ANewRunStopsTheOldOneAndLetsGoOfItOnlyWhenItHasEnded) {
  ASSERT_TRUE(bridge.start(dcgan()));
  const std::weak_ptr<FakeSession> old = engine->session();
  ASSERT_TRUE(bridge.start(dcgan()));
  tick();
  ASSERT_FALSE(old.expired()) << "destroying a session that trains would wait for it";
  ASSERT_EQ(old.lock()->sent().size(), 1u);
  EXPECT_TRUE(std::holds_alternative<command::Stop>(old.lock()->sent()[0]));
  old.lock()->advance(1);
  EXPECT_TRUE(eventually([&] { return old.expired(); }));
}

/// An engine whose networks write down on which thread they go.
class GoingEngine : public FakeEngine {
 public:
  struct Goings {
    std::mutex mutex;
    std::vector<std::thread::id> threads;
    std::size_t count() {
      std::lock_guard lock(mutex);
      return threads.size();
    }
  };
  class GoingModel : public FakeModel {
   public:
    explicit GoingModel(std::shared_ptr<Goings> goings) : FakeModel({}, {}, 1, 0), goings_(std::move(goings)) {}
    ~GoingModel() override {
      std::lock_guard lock(goings_->mutex);
      goings_->threads.push_back(std::this_thread::get_id());
    }

   private:
    std::shared_ptr<Goings> goings_;
  };
  std::shared_ptr<Job<std::shared_ptr<Model>>> openModel(const std::string&) override {
    return Job<std::shared_ptr<Model>>::start([goings = goings](JobContext&) -> Result<std::shared_ptr<Model>> { return std::shared_ptr<Model>(std::make_shared<GoingModel>(goings)); });
  }
  std::shared_ptr<Goings> goings = std::make_shared<Goings>();
};

TEST_F(BridgeTest, TheWindowIsNeverTheLastToLetGoOfNetworks) {
  const auto going = std::make_shared<GoingEngine>();
  Bridge other(going);
  other.openModel(QStringLiteral("first"));   // answered too late to be shown
  other.openModel(QStringLiteral("second"));
  ASSERT_TRUE(eventually([&] { return other.model() && going->goings->count() == 1; }));
  auto panel = other.model();   // as a panel holds it
  other.openModel(QStringLiteral("third"));
  ASSERT_TRUE(eventually([&] { return other.model() != panel; }));
  EXPECT_EQ(going->goings->count(), 1U);
  panel.reset();
  ASSERT_TRUE(eventually([&] { return going->goings->count() == 2; }));
  for (const auto thread : going->goings->threads) EXPECT_NE(thread, std::this_thread::get_id());
}

TEST_F(BridgeTest, AJobWhoseOwnerDiedIsCancelledAndNeverAnswers) {
  auto slow = std::make_shared<FakeEngine>(FakeOptions{0, 100000, true});
  Bridge slowBridge(slow);
  auto job = slow->preview({"fashion-mnist", {}});
  bool answered = false;
  auto owner = std::make_unique<QObject>();
  slowBridge.follow<DataPreview>(job, owner.get(), [&](Result<DataPreview>) { answered = true; });
  QElapsedTimer clock;
  clock.start();
  owner.reset();
  EXPECT_TRUE(eventually([&] { return job->finished(); }));
  EXPECT_FALSE(answered);
  EXPECT_EQ(job->poll()->error().kind, ErrorKind::cancelled);
}

TEST_F(BridgeTest, TheNewestOfTwoRunsOpenedIsShown) {
  std::vector<std::string> opened;
  QObject::connect(&bridge, &Bridge::recordOpened, &bridge, [&](const RunRecord& record) { opened.push_back(record.summary.name); });
  bridge.openRun(QString::fromStdString(engine->runsFolder()) + QStringLiteral("/dcgan-fashion-mnist-3"));
  bridge.openRun(QString::fromStdString(engine->runsFolder()) + QStringLiteral("/fc-gan-mnist-1"));
  ASSERT_TRUE(eventually([&] { return bridge.model() != nullptr; }));
  EXPECT_EQ(opened, std::vector<std::string>{"fc-gan-mnist-1"});
  EXPECT_EQ(bridge.model()->info().family.name, "fc-gan");
}

TEST_F(BridgeTest, AStoredModelStaysUntilTheSessionsIsAskedFor) {
  ASSERT_TRUE(bridge.start(dcgan()));
  const auto own = bridge.model();
  ASSERT_NE(own, nullptr);
  bridge.openModel(QString::fromStdString(engine->runsFolder()) + QStringLiteral("/fc-gan-mnist-1"));
  ASSERT_TRUE(eventually([&] { return bridge.model() != own; }));
  tick();
  EXPECT_NE(bridge.model(), own);
  bridge.useSessionModel();
  EXPECT_EQ(bridge.model(), own);
}

TEST_F(BridgeTest, ThePreferredDeviceYieldsToOneThatIsNamed) {
  bridge.setPreferredDevice(QStringLiteral("cpu"));
  ASSERT_TRUE(bridge.start(dcgan()));
  EXPECT_EQ(std::get<std::string>(engine->lastRequest()->values.at("device")), "cpu");
  auto request = dcgan();
  request.values["device"] = std::string("auto");
  ASSERT_TRUE(bridge.start(request));
  EXPECT_EQ(std::get<std::string>(engine->lastRequest()->values.at("device")), "auto");
}

}  // namespace
}  // namespace ganvas::test
