// The words of a lesson: a small part of Markdown, set in the tokens' type and colours. GUI thread.
#pragma once

#include <QLabel>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

/// Paragraphs, lists ("- ", "1. "), headings ("# "), **bold**, *italic*, `formula` and <sub>, <sup>; everything else stays as it is written.
/// A paragraph that is one formula stands by itself. In formulas and in bold, G and the generator, D and the discriminator have their colours.
QString lessonHtml(const QString& markdown);

class LessonText : public QLabel {
  Q_OBJECT
 public:
  explicit LessonText(tokens::Type type = tokens::Type::reading, Ink ink = Ink::text, QWidget* parent = nullptr);
  void setMarkdown(const QString& markdown);
  const QString& markdown() const { return markdown_; }

 private:
  void dress();
  tokens::Type type_;
  Ink ink_;
  QString markdown_;
};

}  // namespace ganvas::ui
