// ganvas-cli as a person or a tool uses it: another process, its exit code, its one JSON object.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "engine/core/run_folder.hpp"
#include "engine/core/safetensors.hpp"
#include "tests/core/temp_folder.hpp"
#include "tests/worker/idx_files.hpp"

namespace ganvas {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

struct Outcome {
  int code = -1;
  std::string out, err;
  Json json() const { return Json::parse(out); }
};

class Cli : public ::testing::Test {
 protected:
  void SetUp() override {
    test::writeIdx(folder_ / "data", 40);
    setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    setenv("XDG_DATA_HOME", (folder_ / "share").c_str(), 1);
  }

  pid_t spawn(const std::vector<std::string>& words) {
    const auto pid = fork();
    if (pid == 0) {
      if (!std::freopen((folder_ / "out").c_str(), "w", stdout) || !std::freopen((folder_ / "err").c_str(), "w", stderr)) _exit(126);
      std::vector<char*> argv;
      const std::string program = GANVAS_BIN_DIR "/ganvas-cli";
      argv.push_back(const_cast<char*>(program.c_str()));
      for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
      argv.push_back(nullptr);
      execv(program.c_str(), argv.data());
      _exit(127);
    }
    return pid;
  }
  Outcome finish(pid_t pid) {
    int status = 0;
    waitpid(pid, &status, 0);
    Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), test::readBytes(folder_ / "out"), test::readBytes(folder_ / "err")};
    return outcome;
  }
  Outcome run(std::vector<std::string> words) {
    words.push_back("--json");
    return finish(spawn(words));
  }
  std::vector<std::string> train(const std::string& run, std::vector<std::string> more) {
    std::vector<std::string> words{"train", "--family", "fc-gan", "--data", folder_ / "data", "--run", folder_ / run, "--threads", "1",
                                   "--set", "width=16", "--set", "latent=6", "--set", "batch=8"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  std::map<std::string, StoredTensor> tensors(const std::string& run, std::int64_t step) {
    return readSafetensors(checkpointPath(folder_ / run, step)).value().tensors;
  }
  void expectSame(const std::map<std::string, StoredTensor>& a, const std::map<std::string, StoredTensor>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (const auto& [name, tensor] : a) EXPECT_EQ(tensor.bytes, b.at(name).bytes) << name;
  }
  /// Exit code, an {"error"} that says `part`, the same sentence on stderr, and no stack trace.
  void expectError(const Outcome& outcome, int code, const std::string& part) {
    EXPECT_EQ(outcome.code, code) << outcome.err;
    const auto error = outcome.json().at("error").get<std::string>();
    EXPECT_NE(error.find(part), std::string::npos) << error;
    EXPECT_NE(outcome.err.find(error), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.err.find("frame #"), std::string::npos) << outcome.err;
  }

  test::TempFolder folder_;
};

TEST_F(Cli, ListsFamiliesDataAndParameters) {
  const auto families = run({"families"}).json().at("families");
  ASSERT_GE(families.size(), 2u);
  for (const auto& family : families) {
    for (const auto* key : {"name", "title", "summary", "paper", "interactions"}) EXPECT_TRUE(family.contains(key)) << key;
    const auto parameters = run({"parameters", family.at("name")}).json().at("parameters");
    for (const auto& p : parameters)
      for (const auto* key : {"key", "type", "default", "min", "max", "choices", "unit", "group", "live", "advanced", "enabled_if", "help", "paper"})
        EXPECT_TRUE(p.contains(key)) << p.dump();
  }
  const auto datasets = run({"datasets"}).json().at("datasets");
  for (const auto& data : datasets)
    for (const auto* key : {"name", "title", "kind", "license", "present", "count"}) EXPECT_TRUE(data.contains(key)) << data.dump();
}

/// What `parameters` lists is what --set takes, what config.json holds and what --config takes back.
TEST_F(Cli, ListsWhatIsHeldOut) {
  const auto byContent = run({"datasets", "--held-out", folder_ / "data"});
  if (byContent.code == 0) {
    EXPECT_TRUE(byContent.json().at("held_out").is_array());
  } else {
    EXPECT_NE(byContent.err.find("held out"), std::string::npos) << byContent.err;
  }
  EXPECT_NE(run({"datasets", "--held-out", folder_ / "nowhere"}).code, 0);
}

TEST_F(Cli, CommandLineSchemaAndConfigAgree) {
  for (const auto& family : run({"families"}).json().at("families")) {
    const std::string name = family.at("name");
    const auto parameters = run({"parameters", name}).json().at("parameters");
    std::vector<std::string> words{"train", "--family", name, "--data", folder_ / "data", "--run", folder_ / name};
    const std::map<std::string, std::string> small{{"base_channels", "4"}, {"width", "16"}, {"batch", "8"}, {"steps", "1"}, {"threads", "1"}};
    for (const auto& p : parameters) {
      const std::string key = p.at("key");
      const auto& value = p.at("default");
      words.push_back("--set");
      words.push_back(key + "=" + (small.contains(key) ? small.at(key) : value.is_string() ? value.get<std::string>() : value.dump()));
    }
    const auto trained = run(words);
    ASSERT_EQ(trained.code, 0) << trained.err;
    const auto config = Json::parse(test::readBytes(folder_.path() / name / "config.json"));
    ASSERT_EQ(config.at("values").size(), parameters.size());
    for (const auto& p : parameters) EXPECT_TRUE(config.at("values").contains(p.at("key").get<std::string>())) << p.at("key");
    const auto again = run({"train", "--family", name, "--data", folder_ / "data", "--run", folder_ / (name + " again"), "--config", folder_.path() / name / "config.json"});
    ASSERT_EQ(again.code, 0) << again.err;
    expectSame(tensors(name, 1), tensors(name + " again", 1));
  }
}

TEST_F(Cli, TrainsGeneratesAndSaysWhatItDid) {
  const auto trained = run(train("run", {"--steps", "5"}));
  ASSERT_EQ(trained.code, 0) << trained.err;
  const auto json = trained.json();
  EXPECT_EQ(json.at("step"), 5);
  EXPECT_EQ(json.at("stopped_by"), "steps");
  EXPECT_EQ(json.at("family"), "fc-gan");
  EXPECT_EQ(json.at("device"), "cpu");
  for (const auto* key : {"run", "data", "seconds", "images_per_second", "metrics"}) EXPECT_TRUE(json.contains(key)) << key;
  const auto grid = run({"generate", "--run", folder_ / "run", "--count", "4", "--seed", "9", "--out", folder_ / "grid.png"});
  ASSERT_EQ(grid.code, 0) << grid.err;
  EXPECT_EQ(test::readBytes(folder_ / "grid.png").substr(1, 3), "PNG");
  expectError(run({"evaluate", "--run", folder_ / "run", "--metrics", "nonsense"}), 2, "nonsense");
}

/// A picture without a library: a 24-bit BMP of one colour, rows filled up to multiples of four bytes.
std::string bmpOf(int width, int height, unsigned char blue, unsigned char green, unsigned char red) {
  const int row = (width * 3 + 3) / 4 * 4;
  std::string bytes(static_cast<std::size_t>(54 + row * height), '\0');
  const auto put = [&](std::size_t at, std::uint32_t value) {
    for (int i = 0; i < 4; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
  };
  bytes[0] = 'B', bytes[1] = 'M', bytes[26] = 1, bytes[28] = 24;
  put(2, static_cast<std::uint32_t>(bytes.size())), put(10, 54), put(14, 40), put(18, static_cast<std::uint32_t>(width)), put(22, static_cast<std::uint32_t>(height));
  for (int i = 0; i < width * height; ++i) {
    char* pixel = &bytes[static_cast<std::size_t>(54 + i / width * row + 3 * (i % width))];
    pixel[0] = static_cast<char>(blue), pixel[1] = static_cast<char>(green), pixel[2] = static_cast<char>(red);
  }
  return bytes;
}

TEST_F(Cli, AFolderOfOnesOwnPicturesTrains) {
  fs::create_directories(folder_ / "mine" / "red");
  fs::create_directories(folder_ / "mine" / "green");
  for (int i = 0; i < 12; ++i) {
    const auto shade = static_cast<unsigned char>(i * 10);   // no two alike: duplicates are left out
    test::writeBytes(folder_ / "mine" / "red" / (std::to_string(i) + ".bmp"), bmpOf(40 + i, 31, shade, 0, 200));
    test::writeBytes(folder_ / "mine" / "green" / (std::to_string(i) + ".bmp"), bmpOf(33, 40 + i, shade, 200, 0));
  }
  test::writeBytes(folder_ / "mine" / "red" / "torn.bmp", "BM and no more");
  const auto trained = run({"train", "--family", "dcgan", "--data", folder_ / "mine", "--run", folder_ / "run", "--steps", "2", "--threads", "1",
                            "--set", "size=32", "--set", "base_channels=4", "--set", "batch=8"});
  ASSERT_EQ(trained.code, 0) << trained.err;
  EXPECT_NE(trained.err.find("torn.bmp"), std::string::npos) << trained.err;
  const auto config = Json::parse(test::readBytes(folder_.path() / "run" / "config.json"));
  EXPECT_EQ(config.at("values").at("channels"), "3");
  EXPECT_EQ(run({"generate", "--run", folder_ / "run", "--count", "4", "--out", folder_ / "grid.png"}).code, 0);
}

TEST_F(Cli, KilledRunsGoOnBitForBit) {
  ASSERT_EQ(run(train("whole", {"--steps", "60", "--set", "checkpoint_every=7"})).code, 0);
  const auto pid = spawn(train("killed", {"--steps", "100000", "--set", "checkpoint_every=7"}));
  while (checkpointSteps(folder_ / "killed").empty()) {
    ASSERT_EQ(waitpid(pid, nullptr, WNOHANG), 0) << test::readBytes(folder_ / "err");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  kill(pid, SIGKILL);
  waitpid(pid, nullptr, 0);
  const auto reached = checkpointSteps(folder_ / "killed").back();
  const auto goal = std::max<std::int64_t>(60, reached + 5);
  ASSERT_EQ(run({"train", "--run", folder_ / "whole", "--resume", "--steps", std::to_string(goal)}).code, 0);
  const auto resumed = run({"train", "--run", folder_ / "killed", "--resume", "--steps", std::to_string(goal)});
  ASSERT_EQ(resumed.code, 0) << resumed.err;
  EXPECT_EQ(resumed.json().at("step"), goal);
  expectSame(tensors("whole", goal), tensors("killed", goal));
}

TEST_F(Cli, AnInterruptFinishesTheRoundAndSaves) {
  auto words = train("run", {});
  words.push_back("--json");
  const auto pid = spawn(words);
  while (sampleSteps(folder_ / "run").size() < 3) {
    ASSERT_EQ(waitpid(pid, nullptr, WNOHANG), 0) << test::readBytes(folder_ / "err");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  kill(pid, SIGTERM);
  const auto outcome = finish(pid);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.json().at("stopped_by"), "signal");
  EXPECT_EQ(checkpointSteps(folder_ / "run").back(), outcome.json().at("step"));
}

TEST_F(Cli, WrongUsageIsTwoAndFailedWorkIsOne) {
  expectError(run({"train"}), 2, "--run");
  expectError(run({"dance"}), 2, "no command \"dance\"");
  expectError(run({"parameters", "vae"}), 2, "vae");
  expectError(run(train("r", {"--set", "lr_g"})), 2, "key=value");
  expectError(run(train("r", {"--set", "lr_gg=1"})), 2, "lr_g");
  expectError(run(train("r", {"--set", "lr_g=9"})), 2, "lr_g");
  expectError(run(train("r", {"--set", "loss=nice"})), 2, "loss");
  expectError(run(train("r", {"--device", "cuda:88"})), 1, "cuda:88");
  expectError(run(train("r", {"--preset", "no-such-preset"})), 2, "no-such-preset");
  expectError(run({"train", "--family", "dcgan", "--data", "/nowhere/at/all", "--run", folder_ / "r"}), 1, "/nowhere/at/all");
  expectError(run({"train", "--run", folder_ / "r", "--resume"}), 1, "r");
  expectError(run({"generate", "--run", folder_ / "r", "--out", folder_ / "x"}), 1, "r");
  expectError(run({"bench", "no-such-row"}), 2, "no-such-row");
  EXPECT_FALSE(fs::exists(folder_ / "r")) << "what fails before the start leaves nothing behind";
}

TEST_F(Cli, GeneratorsAreToldClassesAndCodes) {
  const std::vector<std::string> tiny{"--data", folder_ / "data", "--threads", "1", "--steps", "2", "--set", "base_channels=4", "--set", "latent=6", "--set", "batch=8"};
  const auto trained = [&](const std::string& family, std::vector<std::string> more) {
    std::vector<std::string> words{"train", "--family", family, "--run", folder_ / family};
    words.insert(words.end(), tiny.begin(), tiny.end());
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  };
  ASSERT_EQ(trained("cgan", {}).code, 0);
  const auto generate = [&](const std::string& family, const std::string& out, std::vector<std::string> more) {
    std::vector<std::string> words{"generate", "--run", folder_ / family, "--count", "2", "--out", folder_ / out};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  };
  ASSERT_EQ(generate("cgan", "one.png", {"--class", "1"}).code, 0);
  ASSERT_EQ(generate("cgan", "zero.png", {"--class", "0"}).code, 0);
  EXPECT_NE(test::readBytes(folder_ / "one.png"), test::readBytes(folder_ / "zero.png"));
  expectError(generate("cgan", "x.png", {"--class", "2"}), 2, "class \"2\"");
  expectError(generate("cgan", "x.png", {"--code", "category=1"}), 2, "no codes");
  ASSERT_EQ(trained("infogan", {"--set", "kinds=3", "--set", "dense=16"}).code, 0);
  ASSERT_EQ(generate("infogan", "two.png", {"--code", "category=2", "--code", "code1=-1"}).code, 0);
  expectError(generate("infogan", "x.png", {"--code", "category=3"}), 2, "from 0 to 2");
  expectError(generate("infogan", "x.png", {"--code", "colour=1"}), 2, "category, code1, code2");
  expectError(generate("infogan", "x.png", {"--code", "category"}), 2, "NAME=VALUE");
  expectError(generate("infogan", "x.png", {"--class", "1"}), 2, "not told a class");
  EXPECT_FALSE(fs::exists(folder_ / "x.png"));
  const auto pairs = run({"neighbours", "--run", folder_ / "cgan", "--count", "3", "--out", folder_ / "pairs.png"});
  ASSERT_EQ(pairs.code, 0) << pairs.err;
  EXPECT_EQ(pairs.json().at("distances").size(), 3u);
  EXPECT_TRUE(fs::exists(folder_ / "pairs.png"));
  for (int again = 0; again < 2; ++again) expectError(trained("sgan", {"--set", "labels_per_class=21"}), 2, "labels_per_class 21");   // no folder is left behind
  expectError(trained("dcgan", {"--set", "classes=7"}), 2, "classes \"7\"");
}

/// From pictures to a model that paints a drawing, and on to one for others.
TEST_F(Cli, PaintsDrawings) {
  const auto folder = (folder_ / "p2p").string(), picture = (folder_ / "painted.png").string();
  const auto trained = run({"train", "--family", "pix2pix", "--data", folder_ / "data", "--run", folder, "--threads", "1", "--steps", "3", "--set", "size=32", "--set", "base_channels=4",
                            "--set", "base_channels_d=4", "--set", "batch=4", "--set", "drawings=1", "--set", "latent=3"});
  ASSERT_EQ(trained.code, 0) << trained.err;
  std::ofstream(folder_ / "line.json") << R"({"ganvas_sketch": 1, "width": 512, "height": 512, "strokes": [{"tool": "pen", "size": 6, "points": [[50, 50], [400, 300]]}]})";
  std::ofstream(folder_ / "line.svg") << R"(<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><path d="M10 10 80 60" stroke="black" stroke-width="2"/></svg>)";
  const auto drawn = run({"draw", "--model", folder, "--sketch", folder_ / "line.json", "--out", picture, "--variants", "3", "--seed", "5"});
  ASSERT_EQ(drawn.code, 0) << drawn.err;
  const auto first = test::readBytes(picture);
  EXPECT_EQ(first.substr(1, 3), "PNG");
  EXPECT_EQ(static_cast<unsigned char>(first[19]), 96) << "three pictures of 32 px in a row: the width in the header";
  ASSERT_EQ(run({"draw", "--model", folder, "--sketch", folder_ / "line.json", "--out", picture, "--variants", "3", "--seed", "5"}).code, 0);
  EXPECT_EQ(test::readBytes(picture), first) << "the same seed";
  EXPECT_EQ(run({"draw", "--model", folder, "--sketch", folder_ / "line.svg", "--out", picture}).code, 0);
  EXPECT_EQ(run({"draw", "--model", folder, "--sketch", picture, "--out", folder_ / "again.png"}).code, 0) << "a picture is a drawing too";

  const auto lines = run({"sketch", "--picture", folder_ / "line.svg", "--out", folder_ / "found.json"});
  ASSERT_EQ(lines.code, 0) << lines.err;
  EXPECT_GE(lines.json().at("strokes").get<int>(), 1);
  EXPECT_EQ(run({"draw", "--model", folder, "--sketch", folder_ / "found.json", "--out", picture}).code, 0);

  ASSERT_EQ(run(train("other", {"--steps", "1"})).code, 0);
  const auto other = run({"draw", "--model", folder_ / "other", "--sketch", folder_ / "line.json", "--out", picture});
  EXPECT_EQ(other.code, 2);
  EXPECT_NE(other.err.find("does not paint drawings"), std::string::npos) << other.err;

  const auto model = (folder_ / "model").string();
  const auto exported = run({"export", "--run", folder, "--out", model, "--title", "Lines"});
  ASSERT_EQ(exported.code, 0) << exported.err;
  EXPECT_LT(fs::file_size(exported.json().at("file").get<std::string>()), fs::file_size(checkpointPath(folder, 3)) / 4) << "no optimizers, half the bytes";
  EXPECT_EQ(run({"draw", "--model", model, "--sketch", folder_ / "line.json", "--out", picture}).code, 0);
  EXPECT_EQ(run({"export", "--run", folder, "--out", model}).code, 2) << "it is not empty any more";

  for (const auto& [words, part] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"draw", "--model", folder, "--sketch", folder_ / "nowhere.png", "--out", picture}, "nowhere.png"},
           {{"draw", "--model", folder_ / "data", "--sketch", folder_ / "line.json", "--out", picture}, "config.json"},
           {{"draw", "--model", folder, "--sketch", folder_ / "data" / "train-images-idx3-ubyte", "--out", picture}, "A drawing is"},
           {{"draw", "--model", folder, "--sketch", folder_ / "line.json", "--out", folder_ / "painted.bmp"}, ".png"},
           {{"draw", "--model", folder, "--sketch", folder_ / "line.json", "--out", picture, "--variants", "0"}, "variants"},
           {{"draw", "--model", folder, "--sketch", folder_ / "line.json", "--out", picture, "--class", "boot"}, "class"},
           {{"draw", "--model", folder, "--out", picture}, "--sketch"},
           {{"train", "--family", "pix2pix", "--data", folder_ / "data", "--run", folder_ / "few", "--set", "size=32", "--set", "perceptual=1"}, "at least 256"},
           {{"train", "--family", "pix2pix", "--data", folder_ / "data", "--run", folder_ / "few2", "--set", "pairs=left"}, "ready pairs"},
           {{"sketch", "--picture", folder_ / "line.svg", "--style", "oil", "--out", folder_ / "x.json"}, "oil"}}) {
    const auto wrong = run(words);
    EXPECT_NE(wrong.code, 0) << part;
    EXPECT_NE(wrong.err.find(part), std::string::npos) << wrong.err;
  }
}

TEST_F(Cli, DamagedRunsAreTold) {
  ASSERT_EQ(run(train("run", {"--steps", "3"})).code, 0);
  const auto config = folder_.path() / "run" / "config.json";
  const auto good = test::readBytes(config);
  test::writeBytes(config, good.substr(0, good.size() / 2));
  expectError(run({"train", "--run", folder_ / "run", "--resume", "--steps", "5"}), 1, "config.json");
  auto json = Json::parse(good);
  json["values"]["lr_g"] = 40;
  test::writeBytes(config, json.dump());
  EXPECT_NE(run({"train", "--run", folder_ / "run", "--resume", "--steps", "5"}).code, 0);
  json["values"]["lr_g"] = 2e-4;
  json["family"] = "dcgan";
  test::writeBytes(config, json.dump());
  EXPECT_NE(run({"generate", "--run", folder_ / "run", "--out", folder_ / "x.png"}).code, 0);
  test::writeBytes(config, good);
  auto checkpoint = test::readBytes(checkpointPath(folder_ / "run", 3));
  checkpoint[checkpoint.size() / 2] ^= 1;
  test::writeBytes(checkpointPath(folder_ / "run", 3), checkpoint);
  expectError(run({"generate", "--run", folder_ / "run", "--out", folder_ / "x.png"}), 1, "000000003.safetensors");
}

TEST_F(Cli, ABadConfigFileNamesItsField) {
  test::writeBytes(folder_ / "c.json", R"({"lr_g": 0.001, "momentum": 0.9})");
  const auto outcome = run(train("r", {"--config", folder_ / "c.json"}));
  expectError(outcome, 2, "momentum");
  EXPECT_NE(outcome.err.find("c.json"), std::string::npos);
  test::writeBytes(folder_ / "c.json", "{");
  expectError(run(train("r", {"--config", folder_ / "c.json"})), 1, "c.json");
}

TEST_F(Cli, PlaysGamesAndChecksWhatLessonsSay) {
  const auto games = run({"game"}).json();
  ASSERT_GE(games.at("games").size(), 4u);
  EXPECT_EQ(games.at("parameters").at(0).at("key"), "method");
  const auto track = run({"game", "--name", "bilinear", "--method", "alternating", "--steps", "20", "--set", "step_size=0.5"}).json();
  EXPECT_EQ(track.at("distance").size(), 21u);
  EXPECT_EQ(track.at("diverged_at"), -1);
  expectError(run({"game", "--name", "chess"}), 2, "\"chess\"");
  expectError(run({"game", "--name", "bilinear", "--set", "step_size=1e300"}), 2, "step_size");
  expectError(run({"lesson", "--check", "no-such"}), 2, "\"no-such\"");
  const auto lesson = folder_ / "l.json";
  const auto check = [&](const std::string& least) {
    std::ofstream(lesson) << R"({"ganvas_lesson": 1, "title": "T", "scenes": {"a": {"game": "bilinear"}}, "steps": [{"title": "S", "text": "T"}], "runs": {"r": {"scene": "a", "steps": 10}},
      "claims": [{"says": "It leaves.", "run": "r", "read": "distance", "is": ">", "value": )" << least << "}]}";
    return run({"lesson", "--check", lesson, "--others", "1"});
  };
  EXPECT_EQ(check("1").code, 0);
  const auto wrong = check("9");
  EXPECT_EQ(wrong.code, 1);
  EXPECT_EQ(wrong.json().at("claims").at(0).at("trials").size(), 2u);
  test::writeBytes(lesson, R"({"ganvas_lesson": 1, "titel": "T"})");
  expectError(run({"lesson", "--check", lesson}), 1, "title");
}

}  // namespace
}  // namespace ganvas
