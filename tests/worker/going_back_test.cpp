// A run that goes back is what it was, to the bit, and nothing on the disk tells of what did not happen any more.
#include <map>

#include "engine/worker/training_session.hpp"
#include "tests/core/failing_storage.hpp"
#include "tests/worker/training_runs.hpp"

namespace ganvas {
namespace {

namespace fs = std::filesystem;

class GoingBack : public test::TrainingRuns {
 protected:
  static bool stands(Session& session, std::int64_t step) {
    return eventually([&] {
      const auto status = session.status();
      return status.step == step && status.state == SessionState::paused && status.phase.empty();
    });
  }
  /// All that would be needed to go on, as it is now.
  static NamedTensors saved(Session& session, std::int64_t step) {
    session.send(command::Checkpoint{});
    EXPECT_TRUE(eventually([&] {
      const auto steps = checkpointSteps(session.folder());
      return !steps.empty() && steps.back() == step;
    }));
    return weights(session.folder(), step);
  }
  static void expectSame(const NamedTensors& a, const NamedTensors& b) {
    ASSERT_EQ(a.size(), b.size());
    for (const auto& [name, tensor] : a) EXPECT_TRUE(torch::equal(tensor, b.at(name))) << name;
  }
  std::vector<std::int64_t> roundsTold(const std::string& folder) {
    std::vector<std::int64_t> steps;
    for (const auto& scalar : engine_->openRun(folder)->wait().value().scalars)
      if (scalar.tag == "loss_d") steps.push_back(scalar.step);
    return steps;
  }
  static void goTo(Session& session, std::int64_t step) {
    session.send(command::GoTo{step});
    ASSERT_TRUE(stands(session, step)) << step;
  }
};

TEST_F(GoingBack, BackAndForwardAgainIsTheSame) {
  auto session = start({}, true);
  std::map<std::int64_t, NamedTensors> was;
  for (std::int64_t step = 1; step <= 6; ++step) {
    session->send(command::StepRound{});
    ASSERT_TRUE(stands(*session, step));
    was[step] = saved(*session, step);
  }
  session->send(command::StepBack{4});
  ASSERT_TRUE(stands(*session, 2));
  expectSame(was[2], saved(*session, 2));
  EXPECT_EQ(checkpointSteps(session->folder()).back(), 2) << "a killed run goes on from here";
  EXPECT_EQ(roundsTold(session->folder()), (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(sampleSteps(session->folder()), (std::vector<std::int64_t>{0, 1, 2}));
  goTo(*session, 6);
  expectSame(was[6], saved(*session, 6));
  session->send(command::StepBack{1});
  ASSERT_TRUE(stands(*session, 5));
  session->send(command::StepBack{100});
  ASSERT_TRUE(stands(*session, 0)) << "no further than to the beginning";
  goTo(*session, 4);
  expectSame(was[4], saved(*session, 4));
  EXPECT_EQ(roundsTold(session->folder()), (std::vector<std::int64_t>{1, 2, 3, 4})) << "no round twice, none missing";
}

/// Nobody looks at these runs while they train, so that few moments are kept and rounds have to be trained again.
TEST_F(GoingBack, GoesThroughTheSameRoundsWithWhatWasChanged) {
  auto session = start({{"checkpoint_every", std::int64_t{1000000}}}, true);
  session->send(command::StepRound{});
  session->send(command::StepPhase{});
  session->send(command::SetParameter{"lr_g", 0.01});   // in the second round: from the third on
  session->send(command::GoTo{7});
  ASSERT_TRUE(stands(*session, 7));
  session->send(command::SetParameter{"d_steps", std::int64_t{2}});
  goTo(*session, 12);
  const auto end = saved(*session, 12);
  session->send(command::SetParameter{"lr_d", 0.5});
  goTo(*session, 10);
  EXPECT_NE(std::get<double>(session->values().at("lr_d")), 0.5) << "this has not been changed yet";
  EXPECT_EQ(std::get<std::int64_t>(session->values().at("d_steps")), 2);
  EXPECT_EQ(readEdits(session->folder()).value().size(), 2u);
  goTo(*session, 12);
  expectSame(end, saved(*session, 12));
  goTo(*session, 5);
  EXPECT_EQ(std::get<std::int64_t>(session->values().at("d_steps")), 1);
  EXPECT_EQ(std::get<double>(session->values().at("lr_g")), 0.01);
  goTo(*session, 7);
  session->send(command::SetParameter{"d_steps", std::int64_t{2}});
  goTo(*session, 12);
  expectSame(end, saved(*session, 12));
}

TEST_F(GoingBack, ARoundThatHasBegunCounts) {
  auto session = start({}, true);
  session->send(command::StepRound{});
  ASSERT_TRUE(stands(*session, 1));
  const auto was = saved(*session, 1);
  session->send(command::StepPhase{});
  ASSERT_TRUE(eventually([&] { return !session->status().phase.empty(); }));
  session->send(command::StepBack{1});
  ASSERT_TRUE(stands(*session, 1));
  fs::remove(checkpointPath(session->folder(), 1));
  session->send(command::StepRound{});
  ASSERT_TRUE(stands(*session, 2));
  session->send(command::StepBack{1});
  ASSERT_TRUE(stands(*session, 1));
  session->send(command::Stop{});
  ASSERT_TRUE(session->wait());
  session.reset();
  session = engine_->resumeRun((folder_ / "run").string(), {}, true).value();
  ASSERT_TRUE(stands(*session, session->status().step));
  goTo(*session, 1);
  expectSame(was, saved(*session, 1));
}

TEST_F(GoingBack, AResumedRunKnowsWhatWasBeforeIt) {
  const Values often{{"checkpoint_every", std::int64_t{4}}, {"keep_checkpoints", std::int64_t{9}}, {"steps", std::int64_t{10}}};
  ASSERT_TRUE(start(often)->wait());
  const auto end = weights(folder_ / "run", 10), middle = weights(folder_ / "run", 4);
  auto session = engine_->resumeRun((folder_ / "run").string(), {{"steps", std::int64_t{0}}}, true).value();
  ASSERT_TRUE(stands(*session, 10));
  goTo(*session, 6);
  EXPECT_EQ(checkpointSteps(session->folder()), (std::vector<std::int64_t>{4, 6}));
  goTo(*session, 10);
  expectSame(end, saved(*session, 10));
  fs::remove(checkpointPath(session->folder(), 4));
  goTo(*session, 3);   // with no moment and no checkpoint: from the beginning
  goTo(*session, 4);
  expectSame(middle, saved(*session, 4));
}

TEST_F(GoingBack, WhatNobodyHasTakenYetIsForgottenToo) {
  auto session = start({}, true);
  goTo(*session, 5);
  goTo(*session, 2);
  std::vector<std::int64_t> told;
  for (const auto& scalar : session->takeScalars())
    if (scalar.tag == "loss_d") told.push_back(scalar.step);
  EXPECT_EQ(told, (std::vector<std::int64_t>{1, 2}));
}

TEST_F(GoingBack, StoppedAfterGoingBackItEndsThere) {
  auto session = start({}, true);
  goTo(*session, 5);
  (void)saved(*session, 5);
  session->send(command::StepBack{2});
  session->send(command::Stop{});
  ASSERT_TRUE(session->wait());
  EXPECT_EQ(checkpointSteps(session->folder()).back(), session->status().step);
  EXPECT_EQ(roundsTold(session->folder()).size(), static_cast<std::size_t>(session->status().step));
}

/// Wherever the disk fills up from going back on, that does not end the run, and once there is room it ends as if nothing had happened.
TEST_F(GoingBack, AFullDiskLosesNothing) {
  ASSERT_TRUE(start({{"steps", std::int64_t{6}}})->wait());
  const auto whole = weights(folder_ / "run", 6);
  const auto settled = [](SessionState state) { return state == SessionState::paused || state == SessionState::finished || state == SessionState::failed; };
  int first = 0, last = 0;   // writes of a run without a mishap: before it goes back, and in all
  for (int failAt = 0; failAt <= last; failAt = failAt == 0 ? first + 1 : failAt + 1) {
    fs::remove_all(folder_ / "run");
    auto plan = planRun(request({{"steps", std::int64_t{6}}})).value();
    plan.startPaused = true;
    const auto storage = std::make_shared<test::FailingStorage>(failAt, test::FailingStorage::Failure::once);
    auto session = std::make_shared<TrainingSession>(std::move(plan), storage);
    goTo(*session, 4);
    (void)saved(*session, 4);
    if (failAt == 0) first = storage->writes();
    goTo(*session, 2);
    do {
      session->send(command::Resume{});
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      ASSERT_TRUE(eventually([&] { return settled(session->status().state); }));
    } while (session->status().state == SessionState::paused);
    if (failAt == 0) last = storage->writes();
    if (session->status().state == SessionState::failed) continue;   // at the end the checkpoint may be missing, and says so
    expectSame(whole, weights(folder_ / "run", 6));
    EXPECT_EQ(checkpointSteps(folder_ / "run").back(), 6);
  }
  EXPECT_GT(last, first);
}

}  // namespace
}  // namespace ganvas
