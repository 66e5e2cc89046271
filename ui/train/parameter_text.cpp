#include "ui/train/parameter_text.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "ui/bridge/words.hpp"

namespace ganvas::ui::parametertext {
namespace {

/// Whose words these are, for translators.
struct ParameterText {
  Q_DECLARE_TR_FUNCTIONS(ganvas::ui::ParameterText)
};

QString withUnit(const Parameter& parameter, const QString& text) {
  return parameter.unit.empty() ? text : text + QChar(0x00a0) + told(parameter.unit);
}

QString bound(const Parameter& parameter, double value) {
  return parameter.type == ParameterType::integer ? QString::number(static_cast<qlonglong>(value)) : number(value);
}

}  // namespace

QString number(double value) {
  if (value == 0 || !std::isfinite(value)) return value == 0 ? QStringLiteral("0") : QString::number(value);
  const double size = std::abs(value);
  constexpr double kSmallestPlain = 1e-4, kLargestPlain = 1e6;
  const bool plain = size >= kSmallestPlain && size < kLargestPlain;
  int digits = plain ? std::max(4, static_cast<int>(std::floor(std::log10(size))) + 1) : 4;
  QString text = QString::number(value, 'g', digits);
  constexpr int kMostDigits = 9;
  while (size < 1 && std::abs(text.toDouble()) == 1 && digits < kMostDigits) text = QString::number(value, 'g', ++digits);   // 0.99999 is not 1
  // "2e-05" as people write it
  text.replace(QStringLiteral("e-0"), QStringLiteral("e-"));
  text.replace(QStringLiteral("e+0"), QStringLiteral("e"));
  text.replace(QStringLiteral("e+"), QStringLiteral("e"));
  return text;
}

QString shown(const Parameter& parameter, const Value& value) {
  if (const auto* on = std::get_if<bool>(&value)) return *on ? ParameterText::tr("on") : ParameterText::tr("off");
  if (const auto* real = std::get_if<double>(&value)) return number(*real);
  const auto key = toString(value);
  for (const auto& choice : parameter.choices) {
    if (choice.key == key) return told(choice.title.empty() ? choice.key : choice.title);
  }
  return from(key);
}

QString range(const Parameter& parameter) {
  switch (parameter.type) {
    case ParameterType::boolean: return ParameterText::tr("off or on");
    case ParameterType::choice: {
      QStringList titles;
      for (const auto& choice : parameter.choices) titles << told(choice.title.empty() ? choice.key : choice.title);
      return titles.join(QStringLiteral(", "));
    }
    case ParameterType::text: return {};
    case ParameterType::integer:
    case ParameterType::real: break;
  }
  if (parameter.minimum && parameter.maximum) {
    return withUnit(parameter, ParameterText::tr("%1 to %2").arg(bound(parameter, *parameter.minimum), bound(parameter, *parameter.maximum)));
  }
  if (parameter.minimum) return withUnit(parameter, ParameterText::tr("at least %1").arg(bound(parameter, *parameter.minimum)));
  if (parameter.maximum) return withUnit(parameter, ParameterText::tr("at most %1").arg(bound(parameter, *parameter.maximum)));
  return parameter.unit.empty() ? QString() : told(parameter.unit);
}

QString facts(const Parameter& parameter) {
  QStringList parts;
  const auto standard = shown(parameter, parameter.defaultValue);
  parts << ParameterText::tr("Default: %1").arg(standard.isEmpty() ? ParameterText::tr("empty") : standard);
  if (const auto text = range(parameter); !text.isEmpty() && parameter.type != ParameterType::boolean) parts << text;
  if (parameter.live) parts << ParameterText::tr("can change while it trains");
  return parts.join(QStringLiteral(" · "));
}

QString toolTip(const Parameter& parameter, const QString& note) {
  QString text = QStringLiteral("<p><b>%1</b>&nbsp; <code>%2</code></p>").arg(told(parameter.title).toHtmlEscaped(), from(parameter.key).toHtmlEscaped());
  if (!note.isEmpty()) text += QStringLiteral("<p><i>%1</i></p>").arg(note.toHtmlEscaped());
  if (!parameter.help.empty()) text += QStringLiteral("<p>%1</p>").arg(told(parameter.help).toHtmlEscaped());
  text += QStringLiteral("<p>%1</p>").arg(facts(parameter).toHtmlEscaped());
  if (!parameter.paper.empty()) text += QStringLiteral("<p>%1</p>").arg(from(parameter.paper).toHtmlEscaped());
  return text;
}

bool matches(const Parameter& parameter, const QString& query) {
  // In both languages: who reads papers knows the English words.
  QString hay = from(parameter.key);
  for (const auto& words : {parameter.title, parameter.group, parameter.help}) hay += QLatin1Char('\n') + from(words) + QLatin1Char('\n') + told(words);
  for (const auto& choice : parameter.choices) hay += QLatin1Char('\n') + from(choice.key + '\n' + choice.title) + QLatin1Char('\n') + told(choice.title);
  const auto words = query.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  return std::all_of(words.begin(), words.end(), [&](const QString& word) { return hay.contains(word, Qt::CaseInsensitive); });
}

}  // namespace ganvas::ui::parametertext
