// The words that --json and config files promise.
#include <gmock/gmock.h>

#include "engine/api/data.hpp"
#include "engine/api/family.hpp"
#include "engine/api/quote.hpp"
#include "engine/api/schema.hpp"
#include "engine/api/session.hpp"

namespace ganvas {
namespace {

using ::testing::ElementsAre;

template <class Enum>
std::vector<std::string> names(int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) all.emplace_back(toString(static_cast<Enum>(i)));
  return all;
}

TEST(Names, areThoseOfTheCommandLine) {
  EXPECT_THAT(names<DataKind>(6), ElementsAre("images", "labelled", "pairs", "points", "captions", "sequence"));
  EXPECT_THAT(names<ParameterType>(5), ElementsAre("boolean", "integer", "real", "choice", "text"));
  EXPECT_THAT(names<Field>(7), ElementsAre("image", "label", "text", "points", "sequence", "landmarks", "group"));
  EXPECT_THAT(names<Fit>(3), ElementsAre("crop", "pad", "stretch"));
  EXPECT_THAT(names<AuditIssue>(5), ElementsAre("unreadable", "too small", "duplicate", "other channel count", "over-large"));
  EXPECT_THAT(names<Role>(6), ElementsAre("none", "generator", "discriminator", "encoder", "frozen", "real"));
  EXPECT_THAT(names<SessionState>(6), ElementsAre("preparing", "running", "paused", "stopping", "finished", "failed"));
}

TEST(Quote, keepsASentenceReadable) {
  EXPECT_EQ(inQuotes("lr"), "\"lr\"");
  EXPECT_EQ(inQuotes("a\nb\x1b[31m"), "\"a?b?[31m\"");
  const auto cut = inQuotes(std::string(399, 'x') + "é and more");  // the é would be cut in two
  EXPECT_EQ(cut, "\"" + std::string(399, 'x') + "…\"");
}

}  // namespace
}  // namespace ganvas
