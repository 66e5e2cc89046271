// The feature network and the Fréchet metric on a small set whose classes are told by rule.
#include <gtest/gtest.h>

#include <ATen/Parallel.h>
#include <ATen/CPUGeneratorImpl.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <set>

#include "engine/metrics/feature_network.hpp"
#include "engine/metrics/metric.hpp"

namespace ganvas {
namespace {

namespace fs = std::filesystem;
using torch::Tensor;

constexpr int kSide = 16, kClasses = 4;

/// Bars: lying or standing, thin or thick, at a random place and brightness, with noise. Without `labelled` all are one bar at the top,
/// so that only turns differ.
std::shared_ptr<const PictureSet> bars(std::int64_t trainCount, std::int64_t testCount, bool labelled, int channels = 1) {
  struct Bytes {
    std::vector<std::uint8_t> pixels;
    std::vector<std::int32_t> labels;
  };
  const auto all = std::make_shared<std::array<Bytes, 2>>();
  auto generator = at::detail::createCPUGenerator(99);
  const auto fill = [&](Bytes& bytes, std::int64_t count) {
    auto pictures = torch::rand({count, channels, kSide, kSide}, generator).mul_(60);
    const auto places = torch::randint(0, kSide / 2 - 2, {count}, generator, torch::kLong);
    const auto brightness = torch::randint(120, 190, {count}, generator, torch::kLong);
    for (std::int64_t i = 0; i < count; ++i) {
      const auto label = static_cast<std::int32_t>(labelled ? i % kClasses : 0);
      const auto bar = pictures[i].narrow(label % 2 == 0 ? 1 : 2, places[i].item<std::int64_t>(), label < 2 ? 2 : 5);
      bar.add_(brightness[i].item<std::int64_t>());
      if (labelled) bytes.labels.push_back(label);
    }
    const auto raw = pictures.to(at::kByte).contiguous();
    bytes.pixels.assign(raw.data_ptr<std::uint8_t>(), raw.data_ptr<std::uint8_t>() + raw.numel());
    return PictureSplit{count, bytes.pixels, bytes.labels};
  };
  const auto train = fill((*all)[0], trainCount), test = fill((*all)[1], testCount);
  DatasetInfo info;
  info.width = info.height = kSide;
  info.channels = channels;
  const auto hash = "bars" + std::to_string(trainCount) + "of" + std::to_string(testCount) + (labelled ? "labelled" : "plain");
  return std::make_shared<PictureSet>(info, train, test, hash, std::vector<Sentence>{}, all);
}

class Metrics : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = fs::temp_directory_path() / ("ganvas-metrics-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    bars_ = bars(1200, 400, true);
  }
  static void TearDownTestSuite() { fs::remove_all(folder_), bars_.reset(); }

  static Result<std::shared_ptr<const FeatureNetwork>> network(const PictureSet& data, const std::string& cache) {
    const auto job = JobContext::quiet();
    return featureNetworkFor(data, torch::kCPU, folder_ / cache, *diskStorage(), job);
  }
  /// The metric, with `made` as the generator.
  static Result<MetricValue> frechet(std::function<Tensor(std::int64_t, std::int64_t)> made, std::int64_t samples,
                                     std::shared_ptr<const PictureSet> data = bars_, std::vector<std::string>* notes = nullptr) {
    auto job = JobContext::quiet();
    MetricContext context{.data = std::move(data), .generate = std::move(made), .samples = samples, .job = job, .cache = folder_ / "one"};
    if (notes) context.note = [notes](const std::string& sentence) { notes->push_back(sentence); };
    return findMetric("frechet")->compute(context);
  }
  static Tensor asGenerated(const Tensor& bytes) { return bytes.to(at::kFloat) / 127.5 - 1; }
  static Tensor held(std::int64_t count, std::int64_t offset) { return asGenerated(picturesAt(*bars_, bars_->test(), torch::arange(offset, offset + count))); }

  static fs::path folder_;
  static std::shared_ptr<const PictureSet> bars_;
};
fs::path Metrics::folder_;
std::shared_ptr<const PictureSet> Metrics::bars_;

TEST_F(Metrics, featureNetworkLearnsTheClassesAndLeavesTheProcessAlone) {
  auto& random = at::globalContext().defaultGenerator(at::kCPU);
  const auto before = random.get_state();
  const int threads = at::get_num_threads();
  torch::NoGradGuard noGrad;
  const auto made = network(*bars_, "one");
  ASSERT_TRUE(made.ok()) << made.error().message;
  EXPECT_GT((*made)->accuracy(), 0.95);
  EXPECT_EQ((*made)->classes(), kClasses);
  EXPECT_TRUE(random.get_state().equal(before));
  EXPECT_FALSE(torch::GradMode::is_enabled());
  EXPECT_EQ(at::get_num_threads(), threads);
  const auto features = (*made)->features(picturesAt(*bars_, bars_->test(), torch::arange(300)));
  EXPECT_EQ(features.sizes(), (std::vector<std::int64_t>{300, FeatureNetwork::kWidth}));
  EXPECT_FALSE(features.requires_grad());
}

TEST_F(Metrics, featureNetworkIsKeptAndTheSameWhenTrainedAgain) {
  const auto first = network(*bars_, "one");
  ASSERT_TRUE(first.ok());
  const auto pictures = picturesAt(*bars_, bars_->test(), torch::arange(64));
  const auto expected = (*first)->features(pictures);
  EXPECT_EQ(network(*bars_, "one")->get(), first->get());
  fs::copy(folder_ / "one", folder_ / "two", fs::copy_options::recursive);
  const auto read = network(*bars_, "two");
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE((*read)->features(pictures).equal(expected));
  EXPECT_EQ((*read)->accuracy(), (*first)->accuracy());
  fs::copy(folder_ / "one", folder_ / "three", fs::copy_options::recursive);
  for (const auto& entry : fs::directory_iterator(folder_ / "three" / "features")) fs::resize_file(entry.path(), 1000);  // torn: made anew
  const auto again = network(*bars_, "three");
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE((*again)->features(pictures).equal(expected));
}

TEST_F(Metrics, withoutLabelsItTellsRotationsAndTakesColour) {
  const auto plainSet = bars(600, 100, false, 3);
  const auto& plain = *plainSet;
  const auto made = network(plain, "plain");
  ASSERT_TRUE(made.ok()) << made.error().message;
  EXPECT_FALSE((*made)->tellsClasses());
  EXPECT_EQ((*made)->featuresAndLogits(picturesAt(plain, plain.test(), torch::arange(5))).size(1), FeatureNetwork::kWidth + 4);
  EXPECT_GT((*made)->accuracy(), 0.95);
}

TEST_F(Metrics, frechetOfHeldOutPicturesIsTheFloorAndNoiseIsFarOff) {
  std::vector<std::string> notes;
  const auto real = frechet(held, 400, bars_, &notes);
  ASSERT_TRUE(real.ok()) << real.error().message;
  EXPECT_NEAR(real->value, real->floor, 1e-4 + 0.01 * real->floor);  // the same 400 pictures
  EXPECT_EQ(real->samples, 400);
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_NE(notes[0].find("held-out"), std::string::npos);
  torch::manual_seed(4);
  const auto noise = frechet([](std::int64_t n, std::int64_t) { return torch::rand({n, 1, kSide, kSide}) * 2 - 1; }, 400);
  ASSERT_TRUE(noise.ok());
  EXPECT_GT(noise->value, 20 * noise->floor);
  // One class only: every picture is perfect, yet the distance tells that three classes are missing.
  const auto collapsed = frechet([](std::int64_t n, std::int64_t from) { return asGenerated(picturesAt(*bars_, bars_->train(), torch::arange(from, from + n) % 100 * kClasses)); }, 400);
  ASSERT_TRUE(collapsed.ok());
  EXPECT_GT(collapsed->value, 5 * collapsed->floor);
}

TEST_F(Metrics, whatCannotBeMeasuredIsASentence) {
  const auto few = frechet(held, 100);
  ASSERT_FALSE(few.ok());
  EXPECT_EQ(few.error().kind, ErrorKind::usage);
  EXPECT_NE(few.error().message.text().find("256"), std::string::npos) << few.error().message;
  const auto broken = frechet([](std::int64_t n, std::int64_t) { return torch::full({n, 1, kSide, kSide}, std::nanf("")); }, 300);
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.error().kind, ErrorKind::numeric);
  const auto small = frechet(held, 300, bars(100, 20, true));
  ASSERT_FALSE(small.ok());
  EXPECT_NE(small.error().message.text().find("100 pictures"), std::string::npos) << small.error().message;
  std::stop_source stop;
  stop.request_stop();
  JobContext stopped(stop.get_token(), [](Progress) {});
  MetricContext context{.data = bars(800, 300, true), .generate = held, .samples = 300, .job = stopped, .cache = folder_ / "stopped"};
  const auto cancelled = findMetric("frechet")->compute(context);
  ASSERT_FALSE(cancelled.ok());
  EXPECT_EQ(cancelled.error().kind, ErrorKind::cancelled);
}

TEST_F(Metrics, classesAreReadAsTheyWereAskedFor) {
  auto job = JobContext::quiet();
  MetricContext context{.data = bars_, .samples = 300, .job = job, .cache = folder_ / "one"};
  // Draws class i of bars_ in turn, but names it wrongly in the last third.
  context.generate = [](std::int64_t n, std::int64_t from) { return asGenerated(picturesAt(*bars_, bars_->train(), torch::arange(from, from + n))); };
  context.inputs = [](std::int64_t n, std::int64_t from) {
    const auto number = torch::arange(from, from + n);
    return NamedTensors{{"class", (number + number.ge(200).to(torch::kInt64)).remainder(kClasses)}};
  };
  const auto value = findMetric("class_agreement")->compute(context);
  ASSERT_TRUE(value.ok()) << value.error().message;
  EXPECT_NEAR(value->value, 2.0 / 3, 0.05);
  EXPECT_GT(value->floor, 0.95);
  // The same evidence serves the other metrics, and perfect pictures are near the floor.
  for (const auto* name : {"precision", "recall", "coverage", "classifier_confidence"}) {
    const auto other = findMetric(name)->compute(context);
    ASSERT_TRUE(other.ok()) << name << other.error().message;
    EXPECT_NEAR(other->value, other->floor, 0.12) << name;
  }
  EXPECT_TRUE(context.evidence->found.contains("density"));
  EXPECT_EQ(context.evidence->readings.size(0), 300);
}

TEST_F(Metrics, ownAnswersAreHeldAgainstTheLabels) {
  auto job = JobContext::quiet();
  MetricContext context{.data = bars_, .samples = 400, .job = job, .cache = folder_ / "one"};
  const auto all = held(400, 0).flatten(1);
  context.infer = [&](const NamedTensors& inputs) {
    const auto labels = torch::cdist(inputs.at("image").flatten(1), all).argmin(1).remainder(kClasses);   // bars lie class by class in turn
    const auto oneHot = torch::zeros({labels.size(0), kClasses}).scatter_(1, (kClasses - 1 - labels).view({-1, 1}), 1.0);   // right, with the kinds in another order
    return NamedTensors{{"categories", oneHot}, {"classes", oneHot}};
  };
  const auto code = findMetric("code_error")->compute(context);
  ASSERT_TRUE(code.ok()) << code.error().message;
  EXPECT_DOUBLE_EQ(code->value, 0) << "kinds get the classes that fit them best";
  const auto test = findMetric("test_error")->compute(context);
  ASSERT_TRUE(test.ok());
  EXPECT_DOUBLE_EQ(test->value, 1) << "a classifier's classes have fixed names";
  EXPECT_LT(test->floor, 0.05);
}

TEST_F(Metrics, fitTheDataAndTheFamily) {
  DatasetInfo data;
  data.name = "plain", data.fields = {Field::image};
  FamilyInfo family;
  family.title = "Some GAN", family.interactions = {"latent"};
  const auto names = [&] {
    std::set<std::string> all;
    for (const auto* metric : chooseMetrics({}, data, family).value()) all.insert(metric->name);
    return all;
  };
  EXPECT_EQ(names(), (std::set<std::string>{"frechet", "precision", "recall", "density", "coverage"}));
  data.fields.push_back(Field::label);
  EXPECT_TRUE(names().contains("classes_present"));
  EXPECT_FALSE(names().contains("class_agreement"));
  family.interactions.push_back("class");
  EXPECT_TRUE(names().contains("class_agreement"));
  const auto refused = chooseMetrics({"code_error"}, data, family);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.text().find("Some GAN"), std::string::npos);
  EXPECT_EQ(listed(" frechet, recall ,,"), (std::vector<std::string>{"frechet", "recall"}));
}

TEST_F(Metrics, registryHasNamesAndSentences) {
  for (const auto& metric : metricRegistry()) {
    EXPECT_EQ(metric.series.tag, "metric/" + metric.name);
    EXPECT_FALSE(metric.series.title.empty() || metric.series.group.empty() || metric.series.sentence.empty());
    EXPECT_EQ(findMetric(metric.name), &metric);
  }
  EXPECT_EQ(findMetric("inception"), nullptr);
}

}  // namespace
}  // namespace ganvas
