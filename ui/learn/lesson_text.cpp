#include "ui/learn/lesson_text.hpp"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

#include "ui/shell/theme.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;

QString tag(const QString& style, const QString& inner) { return QStringLiteral("<span style=\"%1\">%2</span>").arg(style, inner); }

/// The players in their colours, in a text that is escaped already.
QString withPlayers(QString text) {
  static const QRegularExpression generator(QStringLiteral("(\\bG\\b|\\b[Gg]enerators?\\b|生成器)")), discriminator(QStringLiteral("(\\bD\\b|\\b[Dd]iscriminators?\\b|判别器)"));
  const auto paint = [&](const QRegularExpression& words, Ink ink) {
    text.replace(words, QStringLiteral("\x01") + colour(ink).name() + QStringLiteral("\x02\\1\x03"));
  };
  paint(discriminator, Ink::discriminator);
  paint(generator, Ink::generator);
  return text.replace(QLatin1Char('\x01'), QStringLiteral("<span style=\"color:")).replace(QLatin1Char('\x02'), QStringLiteral("\">")).replace(QLatin1Char('\x03'), QStringLiteral("</span>"));
}

QString formula(const QString& escaped) {
  return tag(QStringLiteral("background-color:%1").arg(colour(Ink::raised).name()), QStringLiteral("&nbsp;") + withPlayers(escaped) + QStringLiteral("&nbsp;"));
}

QString escaped(const QString& text) {
  auto html = text.toHtmlEscaped();
  for (const char* name : {"sub", "sup"})
    for (const QString& slash : {QString(), QStringLiteral("/")}) html.replace(QStringLiteral("&lt;%1%2&gt;").arg(slash, QLatin1String(name)), QStringLiteral("<%1%2>").arg(slash, QLatin1String(name)));
  return html;
}

/// Bold and italic in text that holds no formula. A star inside of a word or by itself is a star: D*(x).
QString emphasised(QString html) {
  static const QRegularExpression bold(QStringLiteral("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*"));
  static const QRegularExpression italic(QStringLiteral("(?<![\\w*])\\*(?=[^\\s*])([^*]+?)(?<=\\S)\\*(?![\\w*(])"), QRegularExpression::UseUnicodePropertiesOption);
  for (auto match = bold.match(html); match.hasMatch(); match = bold.match(html))
    html.replace(match.capturedStart(), match.capturedLength(), QStringLiteral("<b>%1</b>").arg(withPlayers(match.captured(1))));
  return html.replace(italic, QStringLiteral("<i>\\1</i>"));
}

QString inlined(const QString& text) {
  QString html;
  const auto pieces = text.split(QLatin1Char('`'));
  for (int i = 0; i < pieces.size(); ++i) {
    const bool code = i % 2 == 1 && i + 1 < pieces.size();   // the last of an odd number of marks is a mark
    if (code) html += formula(escaped(pieces[i]));
    else html += (i % 2 == 1 ? QStringLiteral("`") : QString()) + emphasised(escaped(pieces[i]));
  }
  return html;
}

QString block(const QString& name, const QString& inner, const QString& more = {}) {
  return QStringLiteral("<%1 style=\"margin-top:0px; margin-bottom:%2px; line-height:122%;%3\">%4</%1>").arg(name).arg(kSpace3).arg(more, inner);
}

QString listed(const QStringList& items, bool numbered) {
  QString inner;
  for (const auto& item : items) inner += QStringLiteral("<li style=\"margin-bottom:%1px; line-height:122%;\">%2</li>").arg(kSpace1).arg(inlined(item));
  return QStringLiteral("<%1 style=\"margin-top:0px; margin-bottom:%2px; margin-left:%3px; -qt-list-indent:0;\">%4</%1>").arg(numbered ? QStringLiteral("ol") : QStringLiteral("ul")).arg(kSpace3).arg(kSpace4).arg(inner);
}

/// Lines that are nothing but formulas stand by themselves, each in its own.
QString paragraph(const QStringList& lines) {
  static const QRegularExpression alone(QStringLiteral("^`([^`]+)`$"));
  if (!std::all_of(lines.begin(), lines.end(), [](const QString& line) { return alone.match(line).hasMatch(); })) return block(QStringLiteral("p"), inlined(lines.join(QLatin1Char(' '))));
  QStringList formulas;
  for (const auto& line : lines) formulas << formula(escaped(alone.match(line).captured(1)));
  return block(QStringLiteral("p"), formulas.join(QStringLiteral("<br/>")), QStringLiteral(" margin-left:%1px;").arg(kSpace6));
}

}  // namespace

QString lessonHtml(const QString& markdown) {
  static const QRegularExpression bullet(QStringLiteral("^\\s*[-*•]\\s+(.*)$")), number(QStringLiteral("^\\s*\\d+[.)]\\s+(.*)$")), heading(QStringLiteral("^#{1,6}\\s+(.*)$"));
  QString html;
  QStringList words, items;
  bool numbered = false;
  const auto flush = [&] {
    if (!words.isEmpty()) html += paragraph(words);
    if (!items.isEmpty()) html += listed(items, numbered);
    words.clear(), items.clear();
  };
  for (const auto& raw : markdown.split(QLatin1Char('\n'))) {
    const auto line = raw.trimmed();
    const auto asBullet = bullet.match(line), asNumber = number.match(line), asHeading = heading.match(line);
    if (line.isEmpty()) {
      flush();
    } else if (asHeading.hasMatch()) {
      flush();
      html += block(QStringLiteral("p"), QStringLiteral("<b>%1</b>").arg(inlined(asHeading.captured(1))));
    } else if (asBullet.hasMatch() || asNumber.hasMatch()) {
      if (!words.isEmpty() || (!items.isEmpty() && numbered != asNumber.hasMatch())) flush();
      numbered = asNumber.hasMatch();
      items << (numbered ? asNumber : asBullet).captured(1);
    } else if (!items.isEmpty() && raw.startsWith(QLatin1Char(' '))) {
      items.last() += QLatin1Char(' ') + line;   // an item that goes on
    } else {
      if (!items.isEmpty()) flush();
      words << line;
    }
  }
  flush();
  return html;
}

LessonText::LessonText(Type type, Ink ink, QWidget* parent) : QLabel(parent), type_(type), ink_(ink) {
  setTextFormat(Qt::RichText);
  setWordWrap(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  setFocusPolicy(Qt::NoFocus);
  connect(&Theme::instance(), &Theme::changed, this, &LessonText::dress);
  dress();
}

void LessonText::setMarkdown(const QString& markdown) {
  markdown_ = markdown;
  dress();
}

void LessonText::dress() {
  setFont(tokens::font(type_));
  QPalette colours = palette();
  for (const auto role : {QPalette::WindowText, QPalette::Text}) colours.setColor(role, colour(ink_));
  setPalette(colours);
  setText(lessonHtml(markdown_));
}

}  // namespace ganvas::ui
