#include "ui/field/phase_formula.hpp"

#include <QStringList>
#include <QVBoxLayout>
#include <numeric>

#include "ui/bridge/words.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/curve_style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

/// "+ 0.7", "− 0.7"
QString signedNumber(double value, bool first) {
  const auto size = shortNumber(std::abs(value));
  if (value < 0) return (first ? QStringLiteral("−") : QStringLiteral(" − ")) + size;
  return first ? size : QStringLiteral(" + ") + size;
}

/// Terms besides the loss, by their names in formulas.
QString termText(const std::string& tag, double value) {
  static const std::map<std::string, QString> names{{"d_real", QStringLiteral("D(x)")}, {"d_fake", QStringLiteral("D(G(z))")}, {"value", QStringLiteral("V(D,G)")}};
  if (const auto known = names.find(tag); known != names.end()) return known->second + QLatin1Char(' ') + shortNumber(value);
  if (tag.starts_with("gradient/")) return QStringLiteral("|∇| ") + shortNumber(value);
  return {};
}

}  // namespace

QString formulaText(const PlayedPhase& played) {
  if (played.formula.empty() || played.addends.empty()) return {};
  auto text = from(played.formula) + QStringLiteral(" = ");
  for (std::size_t i = 0; i < played.addends.size(); ++i) text += signedNumber(played.addends[i], i == 0);
  if (played.addends.size() > 1) text += QStringLiteral(" = ") + signedNumber(std::accumulate(played.addends.begin(), played.addends.end(), 0.0), true);
  return text;
}

PhaseFormula::PhaseFormula(QWidget* parent)
    : QWidget(parent), title_(new InkLabel(Ink::text, tokens::Type::strong, this)), formula_(InkLabel::numbers(Ink::text, tokens::Type::body, this)), numbers_(InkLabel::numbers(Ink::textMuted, tokens::Type::caption, this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(tokens::kSpace4, tokens::kSpace1, tokens::kSpace4, tokens::kSpace1);
  column->setSpacing(0);
  for (auto* label : {title_, formula_, numbers_}) {
    label->setWordWrap(true);
    column->addWidget(label);
  }
  show(std::nullopt);
}

void PhaseFormula::show(const std::optional<PlayedPhase>& played) {
  if (!played) {
    title_->setInk(Ink::textMuted);
    title_->setText(tr("A step, or slow motion, shows here what each player minimises."));
    formula_->clear();
    numbers_->clear();
    return;
  }
  const bool d = played->player != Role::generator;
  title_->setInk(d ? Ink::discriminator : Ink::generator);
  title_->setText(d ? tr("The discriminator has made a step down on its loss") : tr("The generator has made a step down on its loss"));
  formula_->setText(formulaText(*played));
  QStringList terms;
  for (const auto& [tag, value] : played->terms)
    if (const auto text = termText(tag, value); !text.isEmpty()) terms << text;
  numbers_->setText(terms.join(QStringLiteral("   ·   ")));
}

}  // namespace ganvas::ui
