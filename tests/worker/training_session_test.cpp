#include "engine/worker/training_session.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/core/failing_storage.hpp"
#include "tests/worker/training_runs.hpp"

namespace ganvas {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

using test::TrainingRuns;

TEST_F(TrainingRuns, TrainsToItsBudgetAndKeepsEverything) {
  auto session = start({{"steps", std::int64_t{12}}, {"samples_every", std::int64_t{5}}});
  std::vector<Scalar> scalars;
  const auto status = session->wait();
  ASSERT_TRUE(status) << status.error().message;
  EXPECT_EQ(status->step, 12);
  EXPECT_EQ(status->stoppedBy, "steps");
  for (auto& scalar : session->takeScalars()) scalars.push_back(scalar);
  int losses = 0;
  for (const auto& scalar : scalars) losses += scalar.tag == "loss_d";
  EXPECT_EQ(losses, 12) << "lossless";
  EXPECT_EQ(sampleSteps(session->folder()), (std::vector<std::int64_t>{0, 1, 2, 4, 5, 10, 12}));
  EXPECT_EQ(checkpointSteps(session->folder()), (std::vector<std::int64_t>{12}));

  const auto record = engine_->openRun(session->folder())->wait();
  ASSERT_TRUE(record) << record.error().message;
  std::vector<double> live, stored;
  for (const auto& s : scalars) if (s.tag == "loss_g") live.push_back(static_cast<float>(s.value));
  for (const auto& s : record->scalars) if (s.tag == "loss_g") stored.push_back(s.value);
  EXPECT_EQ(live, stored) << "a reopened run looks the same as it did live";
  const auto grid = engine_->samplesAt(session->folder(), 11)->wait();
  ASSERT_TRUE(grid);
  EXPECT_EQ(grid->step, 10);
  EXPECT_EQ(grid->tileWidth, 28);
}

TEST_F(TrainingRuns, StopsByEpochsAndWhenAsked) {
  auto session = start({{"epochs", 1.0}});
  EXPECT_EQ(session->wait().value().stoppedBy, "epochs");
  EXPECT_EQ(session->status().step, 5);  // 40 pictures in batches of 8
  session.reset();
  fs::remove_all(folder_ / "run");
  session = start();
  ASSERT_TRUE(eventually([&] { return session->status().step > 3; }));
  session->send(command::Stop{});
  EXPECT_EQ(session->wait().value().stoppedBy, "signal");
  EXPECT_EQ(checkpointSteps(session->folder()).back(), session->status().step);
}

TEST_F(TrainingRuns, PausesAndStepsByRoundAndByPhase) {
  auto session = start({}, true);
  ASSERT_TRUE(reaches(*session, SessionState::paused));
  EXPECT_EQ(session->status().step, 0);
  session->send(command::StepRound{});
  ASSERT_TRUE(eventually([&] { return session->status().step == 1; }));
  session->send(command::StepPhase{});
  ASSERT_TRUE(eventually([&] { return session->status().phase == "generator"; })) << "D has been updated, G is next";
  EXPECT_EQ(session->status().step, 1);
  const auto played = session->status().played;
  ASSERT_TRUE(played);
  EXPECT_EQ(played->player, Role::discriminator);
  ASSERT_EQ(played->addends.size(), 2u) << played->formula;
  EXPECT_EQ(played->terms.front().first, "loss_d");
  EXPECT_NEAR(played->terms.front().second, played->addends[0] + played->addends[1], 1e-5);
  session->send(command::StepPhase{});
  ASSERT_TRUE(eventually([&] { return session->status().step == 2; }));
  EXPECT_EQ(session->status().played->player, Role::generator);
  session->send(command::Resume{});
  ASSERT_TRUE(eventually([&] { return session->status().step > 5; }));
  EXPECT_FALSE(session->status().played);
  session->send(command::Pause{});
  ASSERT_TRUE(reaches(*session, SessionState::paused));
}

TEST_F(TrainingRuns, RecordsWhatIsChangedWhileItRuns) {
  auto session = start({}, true);
  session->send(command::StepRound{});
  session->send(command::SetParameter{"lr_g", 0.001});
  session->send(command::SetParameter{"latent", std::int64_t{9}});
  session->send(command::SetParameter{"lr_d", 50.0});
  ASSERT_TRUE(eventually([&] { return std::get<double>(session->values().at("lr_g")) == 0.001; }));
  session->send(command::Stop{});
  ASSERT_TRUE(session->wait());
  const auto edits = session->takeEdits();
  ASSERT_EQ(edits.size(), 1u);
  EXPECT_EQ(edits[0].key, "lr_g");
  EXPECT_EQ(std::get<double>(edits[0].from), 2e-4);
  const auto notices = session->takeNotices();
  EXPECT_TRUE(std::any_of(notices.begin(), notices.end(), [](const auto& n) { return n.key == "latent"; })) << "not live: told, not done";
  EXPECT_TRUE(std::any_of(notices.begin(), notices.end(), [](const auto& n) { return n.key == "lr_d"; })) << "out of range: told, not done";
  EXPECT_EQ(readEdits(session->folder()).value().size(), 1u);
}

TEST_F(TrainingRuns, GoesOnBitForBitAfterStopping) {
  auto session = start({{"steps", std::int64_t{10}}});
  ASSERT_TRUE(session->wait());
  const auto whole = weights(session->folder(), 10);
  session.reset();
  fs::remove_all(folder_ / "run");
  session = start({{"steps", std::int64_t{4}}});
  ASSERT_TRUE(session->wait());
  session.reset();
  session = engine_->resumeRun((folder_ / "run").string(), {{"steps", std::string("10")}}, false).value();
  const auto status = session->wait();
  ASSERT_TRUE(status) << status.error().message;
  EXPECT_EQ(status->step, 10);
  const auto resumed = weights(session->folder(), 10);
  ASSERT_EQ(whole.size(), resumed.size());
  for (const auto& [name, tensor] : whole) EXPECT_TRUE(torch::equal(tensor, resumed.at(name))) << name;
  const auto record = engine_->openRun(session->folder())->wait();
  std::vector<std::int64_t> steps;
  for (const auto& s : record->scalars) if (s.tag == "loss_d") steps.push_back(s.step);
  EXPECT_EQ(steps, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10})) << "no round twice, none missing";
}

TEST_F(TrainingRuns, ResetGoesBackToTheSameWeightsAndKeepsTheOldRun) {
  auto session = start({{"steps", std::int64_t{3}}}, true);
  session->send(command::Resume{});
  session->send(command::StepRound{});
  session->send(command::StepRound{});
  ASSERT_TRUE(eventually([&] { return session->status().step >= 1; }));
  session->send(command::Reset{});
  ASSERT_TRUE(eventually([&] { return session->status().step == 0 && session->status().state == SessionState::paused; }));
  EXPECT_TRUE(fs::exists((folder_ / "run").string() + " before reset 1/config.json"));
  session->send(command::Resume{});
  ASSERT_TRUE(session->wait());
  const auto first = weights(session->folder(), 3);
  session.reset();
  fs::remove_all(folder_ / "run");
  session = start({{"steps", std::int64_t{3}}});
  ASSERT_TRUE(session->wait());
  const auto fresh = weights(session->folder(), 3);
  for (const auto& [name, tensor] : first) EXPECT_TRUE(torch::equal(tensor, fresh.at(name))) << name;
}

TEST_F(TrainingRuns, StartsFromWhatAnotherRunHasLearned) {
  auto session = start({{"steps", std::int64_t{3}}});
  ASSERT_TRUE(session->wait());
  const auto folder = session->folder();
  session.reset();
  const auto other = (folder_ / "other").string();
  ASSERT_TRUE(engine_->exportModel({folder, other, "Other"})->wait());
  const auto learned = weights(other, 3);
  fs::remove_all(folder);
  session = start({{"steps", std::int64_t{1}}, {"start_from", other}, {"lr_g", 1e-7}, {"lr_d", 1e-7}, {"seed", std::int64_t{2}}});
  ASSERT_TRUE(session->wait());
  const auto after = weights(session->folder(), 1);
  for (const auto& [name, tensor] : learned)
    if (tensor.is_floating_point() && name.find("running") == std::string::npos) {
      EXPECT_LT((after.at(name) - tensor.to(torch::kFloat32)).abs().max().item<float>(), 1e-5) << name << ": one tiny step away";
    }
  session.reset();
  fs::remove_all(other);   // what has begun does not need it any more
  session = engine_->resumeRun((folder_ / "run").string(), {{"steps", std::string("2")}}, false).value();
  EXPECT_TRUE(session->wait());
  ASSERT_TRUE(engine_->exportModel({session->folder(), (folder_ / "again").string(), "Again"})->wait());
  EXPECT_EQ(readFile(folder_ / "again" / "config.json").value().find(other), std::string::npos) << "where it began is this machine's own business";
}

// Runs of earlier versions lack the parameters that came later.
TEST_F(TrainingRuns, ARunWithoutANewParameterCanBeReset) {
  ASSERT_TRUE(start({{"steps", std::int64_t{2}}})->wait());
  const auto file = folder_ / "run" / "config.json";
  auto config = readFile(file).value();
  const auto at = config.find("\"start_from\"");
  ASSERT_NE(at, std::string::npos);
  config.erase(at, config.find('\n', at) - at);
  test::writeBytes(file, config);
  auto session = engine_->resumeRun((folder_ / "run").string(), {{"steps", std::string("9")}}, true).value();
  session->send(command::Reset{});
  ASSERT_TRUE(eventually([&] { return session->status().step == 0 && session->status().state == SessionState::paused; }));
  session->send(command::StepRound{});
  EXPECT_TRUE(eventually([&] { return session->status().step == 1; }));
}

TEST_F(TrainingRuns, StartsOnlyFromNetworksOfItsShape) {
  ASSERT_TRUE(start({{"steps", std::int64_t{1}}})->wait());
  const auto folder = (folder_ / "run").string(), other = (folder_ / "other").string();
  fs::rename(folder, other);
  const auto wider = start({{"start_from", other}, {"latent", std::int64_t{9}}})->wait();
  ASSERT_FALSE(wider);
  EXPECT_EQ(wider.error().message.text().find("start_from"), 0u) << wider.error().message;
  EXPECT_TRUE(fs::is_empty(folder)) << "what is refused leaves nothing behind";
  for (const auto* nothing : {"emoji", "/nowhere"}) {   // of another family; not there
    const auto problems = engine_->problems(request({{"start_from", std::string(nothing)}}));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].key, "start_from");
  }
}

TEST_F(TrainingRuns, AnswersRequestsBesideTheTraining) {
  auto session = start({}, true);
  ASSERT_TRUE(eventually([&] { return session->model() != nullptr; }));
  auto model = session->model();
  ASSERT_TRUE(eventually([&] { return model->info().latentSize == 6 && !model->info().directionShares.empty(); }));
  double shares = 0;
  for (const double share : model->info().directionShares) shares += share;
  EXPECT_NEAR(shares, 1.0, 1e-6) << "six directions span six dimensions";
  const auto ask = [&](std::vector<LatentRecipe> recipes, std::uint64_t revision) {
    InferenceRequest request;
    request.revision = revision;
    request.inputs["latent"] = std::move(recipes);
    model->request(std::move(request));
    std::optional<InferenceResult> result;
    EXPECT_TRUE(eventually([&] { return (result = model->take()).has_value() && result->revision == revision; }));
    return *result;
  };
  const LatentPoint a{1, 0}, b{1, 1};
  const auto ends = ask({{a, b, 0.0}, {a, b, 1.0}, {b, a, 0.0}}, 1);
  ASSERT_FALSE(ends.error) << ends.error->message;
  const auto& grid = ends.images.at("samples");
  EXPECT_EQ(grid.count, 3);
  const auto plain = ask({{a, a, 0.0}}, 2), moved = ask({{a, a, 0.0, {3.0}}}, 3);
  EXPECT_NE(*plain.images.at("samples").frame.bgra, *moved.images.at("samples").frame.bgra);
  InferenceRequest wrong;
  wrong.revision = 4;
  wrong.inputs["text"] = std::string("a cat");
  model->request(wrong);
  std::optional<InferenceResult> refused;
  ASSERT_TRUE(eventually([&] { return (refused = model->take()).has_value(); }));
  ASSERT_TRUE(refused->error);
  EXPECT_NE(refused->error->message.text().find("text"), std::string::npos);
  const auto before = model->info().step;
  session->send(command::StepRound{});
  ASSERT_TRUE(eventually([&] { return model->info().step == before + 1; })) << "newer weights are told without being asked for";
  session.reset();
  const auto after = ask({{a, a, 0.0}}, 5);  // the model outlives its run
  EXPECT_FALSE(after.error);
}

TEST_F(TrainingRuns, AStoredModelDrawsTheSamePicturesAgain) {
  auto session = start({{"steps", std::int64_t{3}}});
  ASSERT_TRUE(session->wait());
  GenerateRequest request{session->folder(), 5, 42, (folder_ / "a.png").string()};
  ASSERT_TRUE(engine_->generate(request)->wait());
  request.out = (folder_ / "b.png").string();
  ASSERT_TRUE(engine_->generate(request)->wait());
  EXPECT_EQ(test::readBytes(folder_ / "a.png"), test::readBytes(folder_ / "b.png"));
  request.out = (folder_ / "many").string();
  EXPECT_EQ(engine_->generate(request)->wait().value().size(), 5u);
  const auto model = engine_->openModel(session->folder())->wait();
  ASSERT_TRUE(model);
  EXPECT_EQ((*model)->info().step, 3);
}

TEST_F(TrainingRuns, ARunFromADeviceThatIsNotHereCanBeLookedAtButNotGoneOnWith) {
  auto session = start({{"steps", std::int64_t{2}}});
  ASSERT_TRUE(session->wait());
  const auto folder = session->folder();
  session.reset();
  auto config = test::readBytes(fs::path(folder) / "config.json");
  const std::string here = "\"device\": \"cpu\"";
  ASSERT_NE(config.find(here), std::string::npos) << config;
  config.replace(config.find(here), here.size(), "\"device\": \"cuda:77\"");
  test::writeBytes(fs::path(folder) / "config.json", config);
  EXPECT_TRUE(engine_->openRun(folder)->wait());
  EXPECT_TRUE(engine_->openModel(folder)->wait());
  EXPECT_TRUE(engine_->generate({folder, 2, 1, (folder_ / "c.png").string()})->wait());
  const auto resumed = engine_->resumeRun(folder, {}, false);
  ASSERT_FALSE(resumed);
  EXPECT_NE(resumed.error().message.text().find("cuda:77"), std::string::npos) << resumed.error().message;
}

TEST_F(TrainingRuns, BadRequestsAreToldAtTheirField) {
  auto asked = request();
  asked.values["lr_gg"] = 1.0;
  EXPECT_EQ(engine_->startRun(asked).error().kind, ErrorKind::usage);
  asked = request({{"device", std::string("cuda:77")}});
  const auto problems = engine_->problems(asked);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].key, "device");
  asked = request();
  asked.data = (folder_ / "nowhere").string();
  EXPECT_EQ(engine_->problems(asked).at(0).key, "data");
  EXPECT_TRUE(engine_->problems(request()).empty());
  test::writeBytes(folder_ / "run", "a file");
  EXPECT_FALSE(engine_->startRun(request()));
}

TEST_F(TrainingRuns, ARunInTheWayIsNotOverwritten) {
  { ASSERT_TRUE(start({{"steps", std::int64_t{1}}})->wait()); }
  const auto again = engine_->startRun(request());
  ASSERT_FALSE(again);
  EXPECT_NE(again.error().message.text().find("--resume"), std::string::npos);
}

TEST_F(TrainingRuns, ChangedDataAreNotTakenForTheSame) {
  { ASSERT_TRUE(start({{"steps", std::int64_t{1}}})->wait()); }
  test::writeIdx(folder_ / "data", 41);
  auto session = engine_->resumeRun((folder_ / "run").string(), {{"steps", std::string("2")}}, false).value();
  const auto result = session->wait();
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().message.text().find("changed"), std::string::npos) << result.error().message;
}

/// Wherever the disk fills up, the run pauses or ends with a sentence, goes on once there is room, and ends as if nothing had happened.
TEST_F(TrainingRuns, AFullDiskLosesNothing) {
  ASSERT_TRUE(start({{"steps", std::int64_t{4}}})->wait());
  const auto whole = weights(folder_ / "run", 4);
  for (int failAt = 1; failAt < 40; ++failAt) {
    fs::remove_all(folder_ / "run");
    auto storage = std::make_shared<test::FailingStorage>(failAt);
    auto plan = planRun(request({{"steps", std::int64_t{4}}})).value();
    auto session = std::make_shared<TrainingSession>(std::move(plan), storage);
    for (;;) {
      ASSERT_TRUE(eventually([&] {
        const auto state = session->status().state;
        return state == SessionState::paused || state == SessionState::finished || state == SessionState::failed;
      })) << failAt;
      if (session->status().state != SessionState::paused) break;
      session->send(command::Resume{});
      std::this_thread::sleep_for(5ms);
    }
    const auto notices = session->takeNotices();
    const bool failed = session->status().state == SessionState::failed;
    if (storage->failed()) {
      ASSERT_TRUE(std::any_of(notices.begin(), notices.end(), [](const auto& n) { return n.level == NoticeLevel::error && n.message.text().find("full") != std::string::npos; })) << failAt;
    } else {
      EXPECT_FALSE(failed);
      break;
    }
    if (failed) continue;  // before the first round there is nothing to lose; at the end the checkpoint may be missing, and says so
    const auto end = weights(folder_ / "run", 4);
    for (const auto& [name, tensor] : whole) ASSERT_TRUE(torch::equal(tensor, end.at(name))) << name << " at write " << failAt;
  }
}

}  // namespace
}  // namespace ganvas
