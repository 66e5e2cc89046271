// The small part of Markdown that lessons are written in.
#include "ui/learn/lesson_text.hpp"

#include <gtest/gtest.h>

#include <QTextDocument>

namespace ganvas::test {
namespace {

QString plain(const QString& markdown) {
  QTextDocument document;
  document.setHtml(ui::lessonHtml(markdown));
  return document.toPlainText();
}

TEST(LessonText, EmphasisAndFormulas) {
  const auto html = ui::lessonHtml(QStringLiteral("A **bold** word, an *italic* one, `V = x·y`."));
  EXPECT_TRUE(html.contains(QStringLiteral("<b>bold</b>")));
  EXPECT_TRUE(html.contains(QStringLiteral("<i>italic</i>")));
  EXPECT_FALSE(html.contains(QLatin1Char('*')));
  EXPECT_FALSE(html.contains(QLatin1Char('`')));
}

TEST(LessonText, AStarOfAFormulaIsAStar) {
  for (const auto& text : {QStringLiteral("D*(x) = ½ and D* elsewhere"), QStringLiteral("2 * 3 * 4"), QStringLiteral("a lone * star")}) {
    EXPECT_EQ(plain(text), text);
    EXPECT_FALSE(ui::lessonHtml(text).contains(QStringLiteral("<i>"))) << text.toStdString();
  }
  EXPECT_EQ(plain(QStringLiteral("`D*(x) * D*(y)`")).simplified(), QStringLiteral("D*(x) * D*(y)"));
  EXPECT_EQ(plain(QStringLiteral("an open ` mark")), QStringLiteral("an open ` mark"));
}

TEST(LessonText, ParagraphsListsAndHeadings) {
  EXPECT_EQ(plain(QStringLiteral("one\nline\n\ntwo")), QStringLiteral("one line\ntwo"));
  const auto html = ui::lessonHtml(QStringLiteral("# Head\n- first\n- second\n  goes on\n\n1. one\n2. two"));
  EXPECT_EQ(html.count(QStringLiteral("<li")), 4);
  EXPECT_EQ(html.count(QStringLiteral("<ul")), 1);
  EXPECT_EQ(html.count(QStringLiteral("<ol")), 1);
  EXPECT_TRUE(html.contains(QStringLiteral("second goes on")));
  EXPECT_TRUE(html.contains(QStringLiteral("<b>Head</b>")));
}

TEST(LessonText, FormulasAloneStandInTheirOwnLines) {
  EXPECT_EQ(ui::lessonHtml(QStringLiteral("`x ← x − y`\n`y ← y + x`")).count(QStringLiteral("<br/>")), 1);
  EXPECT_EQ(ui::lessonHtml(QStringLiteral("`x` and `y`")).count(QStringLiteral("<br/>")), 0);
}

TEST(LessonText, WhatLooksLikeHtmlIsTextExceptSubAndSup) {
  EXPECT_EQ(plain(QStringLiteral("a < b && <script>x</script>")), QStringLiteral("a < b && <script>x</script>"));
  EXPECT_TRUE(ui::lessonHtml(QStringLiteral("p<sub>data</sub>")).contains(QStringLiteral("<sub>data</sub>")));
}

TEST(LessonText, ThePlayersHaveTheirColours) {
  const auto html = ui::lessonHtml(QStringLiteral("**The generator** and `V(D, G)`, 判别器 in **判别器**"));
  const auto paint = [](ui::Ink ink, const QString& word) { return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(ui::tokens::colour(ink).name(), word); };
  EXPECT_TRUE(html.contains(paint(ui::Ink::generator, QStringLiteral("generator"))));
  EXPECT_TRUE(html.contains(paint(ui::Ink::generator, QStringLiteral("G"))));
  EXPECT_TRUE(html.contains(paint(ui::Ink::discriminator, QStringLiteral("D"))));
  EXPECT_EQ(html.count(paint(ui::Ink::discriminator, QStringLiteral("判别器"))), 1);
}

}  // namespace
}  // namespace ganvas::test
