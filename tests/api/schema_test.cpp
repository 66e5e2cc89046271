// The schema against a table of texts and what a person would expect of each.
#include "engine/api/schema.hpp"

#include <gmock/gmock.h>

#include <clocale>
#include <cmath>
#include <cstring>
#include <limits>

namespace ganvas {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Parameter parameter(const std::string& key, ParameterType type, Value value) {
  Parameter p;
  p.key = key;
  p.type = type;
  p.defaultValue = std::move(value);
  return p;
}

Schema example() {
  auto lr = parameter("lr_g", ParameterType::real, 2e-4);
  lr.minimum = 1e-6;
  lr.maximum = 0.1;
  auto batch = parameter("batch", ParameterType::integer, std::int64_t{64});
  batch.minimum = 1;
  batch.maximum = 4096;
  batch.unit = "pictures";
  auto loss = parameter("loss", ParameterType::choice, std::string("nonsaturating"));
  loss.choices = {{"minimax", "Minimax"}, {"nonsaturating", "Non-saturating"}, {"hinge", "Hinge"}, {"wgan-gp", "WGAN-GP"}};
  auto penalty = parameter("gp_weight", ParameterType::real, std::int64_t{10});  // an integer default of a real
  penalty.minimum = 0;
  penalty.enabledIf = {{"loss", {"wgan-gp"}, "Only WGAN-GP has a gradient penalty."}};
  auto flip = parameter("flip", ParameterType::boolean, false);
  auto prompt = parameter("prompt", ParameterType::text, std::string());
  auto seed = parameter("seed", ParameterType::integer, std::int64_t{1});
  return Schema({lr, batch, loss, penalty, flip, prompt, seed});
}

struct Good {
  const char* key;
  const char* text;
  Value value;
};

TEST(SchemaParse, takesWhatAPersonTypes) {
  const Good table[] = {
      {"lr_g", "2e-4", 2e-4},
      {"lr_g", "0.0002", 2e-4},
      {"lr_g", " 2E-4 ", 2e-4},
      {"lr_g", "0.1", 0.1},
      {"lr_g", "1e-06", 1e-6},
      {"batch", "1", std::int64_t{1}},
      {"batch", " 4096", std::int64_t{4096}},
      {"flip", "true", true},
      {"flip", "off", false},
      {"flip", "Yes", true},
      {"flip", "0", false},
      {"loss", "hinge", "hinge"},
      {"loss", " wgan-gp ", "wgan-gp"},
      {"gp_weight", "0", 0.0},
      {"gp_weight", "1e300", 1e300},
      {"prompt", " a bird ", " a bird "},
      {"prompt", "", ""},
      {"prompt", "Vögel 🐦", "Vögel 🐦"},
      {"seed", "9223372036854775807", std::numeric_limits<std::int64_t>::max()},
      {"seed", "-9223372036854775808", std::numeric_limits<std::int64_t>::min()},
  };
  for (const auto& row : table) {
    const auto parsed = example().parse(row.key, row.text);
    ASSERT_TRUE(parsed.ok()) << row.key << "=" << row.text << ": " << parsed.error().message;
    EXPECT_EQ(*parsed, row.value) << row.key << "=" << row.text;
  }
}

struct Bad {
  const char* key;
  std::string text;
  const char* says;
};

TEST(SchemaParse, saysWhatIsWrongAndWhatWouldBeRight) {
  const Bad table[] = {
      {"lr_g", "", "\"\" is not a number. It takes a number from 0.000001 to 0.1."},
      {"lr_g", "fast", "lr_g: \"fast\" is not a number."},
      {"lr_g", "1e-4x", "\"1e-4x\" is not a number"},
      {"lr_g", "0,0002", "\"0,0002\" is not a number"},
      {"lr_g", "nan", "not a finite number"},
      {"lr_g", "inf", "not a finite number"},
      {"lr_g", "-inf", "not a finite number"},
      {"lr_g", "1e999", "not a number"},
      {"lr_g", "0x1p-3", "not a number"},
      {"lr_g", "1e-7", "lr_g: 1e-7 is too small. It takes a number from 0.000001 to 0.1."},
      {"lr_g", "0.2", "lr_g: 0.2 is too large."},
      {"batch", "0", "batch: 0 is too small. It takes a whole number from 1 to 4096 pictures."},
      {"batch", "4097", "batch: 4097 is too large."},
      {"batch", "64.0", "\"64.0\" is not a whole number"},
      {"batch", "0x40", "is not a whole number"},
      {"batch", "1 000", "is not a whole number"},
      {"batch", "99999999999999999999", "is too large"},
      {"seed", "-99999999999999999999", "is too small"},
      {"flip", "maybe", "flip: \"maybe\" is neither true nor false. It takes true or false."},
      {"loss", "higne", "did you mean \"hinge\"?"},
      {"loss", "Hinge", "did you mean \"hinge\"?"},
      {"loss", "cross entropy", "It takes minimax, nonsaturating, hinge or wgan-gp."},
      {"gp_weight", "-1", "gp_weight: -1 is too small. It takes a number of at least 0."},
      {"prompt", std::string("a\0b", 3), "control characters"},
      {"prompt", "\xff\xfe", "UTF-8"},
      {"prompt", "\xc0\x80", "UTF-8"},
      {"prompt", "\xed\xa0\x80", "UTF-8"},
      {"prompt", "\xe2\x82", "UTF-8"},
      {"lr_q", "1", "There is no parameter \"lr_q\"; did you mean \"lr_g\"?"},
      {"batchsize", "1", "did you mean \"batch\"?"},
      {"", "1", "There is no parameter \"\""},
  };
  for (const auto& row : table) {
    const auto parsed = example().parse(row.key, row.text);
    ASSERT_FALSE(parsed.ok()) << row.key << "=" << row.text;
    EXPECT_EQ(parsed.error().kind, ErrorKind::usage);
    EXPECT_THAT(parsed.error().message, HasSubstr(row.says));
  }
}

TEST(SchemaParse, knowsNoLocale) {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  // Where a locale with a decimal comma is installed it must make no difference; elsewhere this checks the plain one.
  for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C"}) {
    if (!std::setlocale(LC_ALL, name)) continue;
    EXPECT_EQ(*example().parse("lr_g", "0.05"), Value(0.05)) << name;
    EXPECT_FALSE(example().parse("lr_g", "0,05").ok()) << name;
    EXPECT_EQ(toString(Value(0.05)), "0.05") << name;
  }
  std::setlocale(LC_ALL, before.c_str());
}

TEST(ValueText, isPlainForEverydayNumbers) {
  EXPECT_EQ(toString(Value(0.0002)), "0.0002");
  EXPECT_EQ(toString(Value(10.0)), "10");
  EXPECT_EQ(toString(Value(0.5)), "0.5");
  EXPECT_EQ(toString(Value(0.0)), "0");
  EXPECT_EQ(toString(Value(1e-9)), "1e-9");
  EXPECT_EQ(toString(Value(std::int64_t{-7})), "-7");
  EXPECT_EQ(toString(Value(true)), "true");
  EXPECT_EQ(toString(Value("hinge")), "hinge");
}

TEST(ValueText, readsBackToTheSameBits) {
  auto real = parameter("x", ParameterType::real, 0.0);
  std::uint64_t state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;  // Knuth's constants: every exponent comes up
    double value = 0;
    std::memcpy(&value, &state, sizeof value);
    if (!std::isfinite(value)) continue;
    const auto back = real.parse(toString(Value(value)));
    ASSERT_TRUE(back.ok()) << toString(Value(value));
    ASSERT_EQ(std::get<double>(*back), value);
  }
}

TEST(SchemaCheck, takesAnIntegerForARealAndAWholeRealForAnInteger) {
  const auto schema = example();
  EXPECT_EQ(*schema.find("gp_weight")->check(std::int64_t{3}), Value(3.0));
  EXPECT_EQ(*schema.find("batch")->check(32.0), Value(std::int64_t{32}));
  EXPECT_FALSE(schema.find("batch")->check(32.5).ok());
  EXPECT_FALSE(schema.find("batch")->check(1e30).ok());
  EXPECT_FALSE(schema.find("batch")->check(std::nan("")).ok());
  EXPECT_FALSE(schema.find("batch")->check("32").ok());
  EXPECT_FALSE(schema.find("batch")->check(true).ok());
  EXPECT_FALSE(schema.find("lr_g")->check("0.01").ok());
  EXPECT_FALSE(schema.find("lr_g")->check(std::nan("")).ok());
  EXPECT_FALSE(schema.find("lr_g")->check(std::numeric_limits<double>::infinity()).ok());
  EXPECT_FALSE(schema.find("flip")->check(std::int64_t{1}).ok());
  EXPECT_FALSE(schema.find("loss")->check(std::int64_t{1}).ok());
  EXPECT_FALSE(schema.find("prompt")->check(1.0).ok());
}

TEST(SchemaResolve, laysGivenValuesOverDefaults) {
  const auto values = example().resolve({{"batch", 16.0}, {"gp_weight", std::int64_t{2}}});
  ASSERT_TRUE(values.ok());
  EXPECT_THAT(*values, SizeIs(7));
  EXPECT_EQ(values->at("batch"), Value(std::int64_t{16}));
  EXPECT_EQ(values->at("gp_weight"), Value(2.0));
  EXPECT_EQ(values->at("lr_g"), Value(2e-4));
  EXPECT_EQ(example().defaults().at("gp_weight"), Value(10.0)) << "an integer default of a real becomes a real";
}

TEST(SchemaResolve, namesEveryProblem) {
  const Values given = {{"batch", std::int64_t{0}}, {"lrg", 1.0}, {"loss", "hinge"}};
  const auto values = example().resolve(given);
  ASSERT_FALSE(values.ok());
  EXPECT_EQ(exitCode(values.error()), 2);
  EXPECT_THAT(values.error().message, AllOf(HasSubstr("batch: 0 is too small"), HasSubstr("\"lrg\""), HasSubstr("\"lr_g\"")));
  const auto problems = example().problems(given);
  ASSERT_THAT(problems, SizeIs(2));
  EXPECT_EQ(problems[0].key, "batch");
  EXPECT_EQ(problems[1].key, "lrg");
  EXPECT_THAT(example().problems({}), IsEmpty());
}

TEST(SchemaResolve, survivesAKeyOfAMegabyte) {
  const auto values = example().resolve({{std::string(1 << 20, 'k'), 1.0}});
  ASSERT_FALSE(values.ok());
  EXPECT_LT(values.error().message.text().size(), 1000u);
}

TEST(SchemaResolve, aWrongDefaultIsABug) {
  auto p = parameter("x", ParameterType::integer, std::int64_t{5});
  p.maximum = 4;
  EXPECT_THROW(Schema({p}).defaults(), std::logic_error);
}

TEST(SchemaDisabled, tellsTheReason) {
  const auto schema = example();
  EXPECT_EQ(schema.disabledReason("gp_weight", {}), "Only WGAN-GP has a gradient penalty.");
  EXPECT_EQ(schema.disabledReason("gp_weight", {{"loss", "wgan-gp"}}), std::nullopt);
  EXPECT_EQ(schema.disabledReason("batch", {}), std::nullopt);
  EXPECT_EQ(schema.disabledReason("no such key", {}), std::nullopt);
}

TEST(SchemaDisabled, comparesValuesNotTexts) {
  auto ema = parameter("ema", ParameterType::real, std::int64_t{0});
  auto start = parameter("ema_start", ParameterType::integer, std::int64_t{0});
  start.enabledIf = {{"ema", {"0.50", "1"}, {}}};
  const Schema schema({ema, start});
  EXPECT_EQ(schema.disabledReason("ema_start", {{"ema", 0.5}}), std::nullopt);
  EXPECT_EQ(schema.disabledReason("ema_start", {{"ema", std::int64_t{1}}}), std::nullopt);
  EXPECT_EQ(schema.disabledReason("ema_start", {}), "Only used while ema is 0.50 or 1.");
}

}  // namespace
}  // namespace ganvas
