#include "ui/bridge/words.hpp"

#include <gtest/gtest.h>

#include "ui/shell/language.hpp"

namespace ganvas::test {
namespace {

using ui::told;

class WordsTest : public testing::Test {
 protected:
  void SetUp() override { ui::Language::instance().apply(QStringLiteral("zh_CN")); }
  void TearDown() override { ui::Language::instance().apply(QStringLiteral("en")); }
};

TEST_F(WordsTest, ASentenceIsToldWithItsArguments) {
  const auto unknown = sentence("There is no parameter %1; did you mean %2?", "\"lr\"", "\"lr_g\"");
  EXPECT_EQ(unknown.text(), "There is no parameter \"lr\"; did you mean \"lr_g\"?");
  EXPECT_EQ(told(unknown).toStdString(), "没有参数 \"lr\"；您是指 \"lr_g\" 吗？");
}

TEST_F(WordsTest, ArgumentsThatAreSentencesAreToldToo) {
  const auto inner = sentence("%1 is too large", 9999);
  const auto outer = sentence("%1: %2. It takes %3.", "batch", inner, sentence("%1 from %2 to %3", sentence("a whole number"), 2, 4096));
  EXPECT_EQ(outer.text(), "batch: 9999 is too large. It takes a whole number from 2 to 4096.");
  EXPECT_EQ(told(outer).toStdString(), "batch：9999 太大。应为2 到 4096 之间的整数。");
}

TEST_F(WordsTest, WhatIsThePersonsOwnStaysAsItIs) {
  EXPECT_EQ(told(std::string("my cats %1")).toStdString(), "my cats %1");
  EXPECT_EQ(told(sentence("Reading %1", "%1 and %2")).toStdString(), "正在读取 %1 and %2");   // a name is not a pattern
}

TEST_F(WordsTest, ANumberedCodeKeepsItsNumber) {
  EXPECT_EQ(ui::codeTitle({"category2", 10}).toStdString(), "类别编码2");
  EXPECT_EQ(ui::codeTitle({"code", 0}).toStdString(), "数值编码");
}

}  // namespace
}  // namespace ganvas::test
