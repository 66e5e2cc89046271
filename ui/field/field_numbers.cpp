#include "ui/field/field_numbers.hpp"

#include <QGridLayout>
#include <QLocale>
#include <cmath>
#include <limits>

#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kNumberWidth = 56;   // px
const QString kNothing = QStringLiteral("–");

}  // namespace

FieldNumbers::FieldNumbers(bool ofRun, QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(tokens::kSpace2);
  grid_->setVerticalSpacing(tokens::kSpace1);
  grid_->setColumnStretch(0, 1);
  auto* heading = new InkLabel(Ink::text, tokens::Type::strong, this);
  heading->setText(tr("The game"));
  grid_->addWidget(heading, 0, 0);
  for (int i = 0; i < kColumns; ++i) {
    auto* name = new InkLabel(Ink::textMuted, tokens::Type::strong, this);
    name->setText(i == 0 ? tr("A") : tr("B"));
    name->setAlignment(Qt::AlignRight);
    grid_->addWidget(name, 0, i + 1);
    second_.push_back(name);
  }
  addRow("value", tr("V(D,G), -1.386 at the end"), tr("E log D(x) + E log(1 - D(G(z))); -log 4 where the two cannot be told apart."));
  addRow("gap", tr("Distance of D from D*"), tr("Mean |D - D*| where points lie, real or generated."));
  if (ofRun) {
    addRow("loss_d", tr("Discriminator loss"), tr("What D minimised in the last round."));
    addRow("loss_g", tr("Generator loss"), tr("What G minimised in the last round."));
    addRow("gradient/generator", tr("Gradient at G"), tr("Length of the generator's gradient in the last round. Near zero, G learns nothing: its gradient has vanished."));
  }
  addRow("js", tr("JS divergence"), tr("Between the exact density and 10 000 generated points in cells: 0 for the same, 0.693 for nothing in common. A perfect sampler scores about 0.02."));
  addRow("kl", tr("KL divergence"), tr("KL(p_data ‖ p_g) over the same cells: what is missed weighs most."));
  addRow("modes", tr("Modes captured"), tr("Modes with a generated point within three standard deviations."));
  addRow("high_quality", tr("High quality"), tr("Share of generated points within three standard deviations of a mode; a perfect sampler has 98.9 %."));
  addRow("reverse_kl", tr("Reverse KL over modes"), tr("0 where every mode gets the same share of the generated points."));
  setSecondShown(false);
}

void FieldNumbers::addRow(const std::string& name, const QString& title, const QString& tip) {
  const int row = grid_->rowCount();
  auto* label = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  label->setText(title);
  label->setWordWrap(true);
  label->setToolTip(tip);
  grid_->addWidget(label, row, 0);
  for (int i = 0; i < kColumns; ++i) {
    auto* number = InkLabel::numbers(Ink::text, tokens::Type::body, this);
    number->setAlignment(Qt::AlignRight);
    number->setMinimumWidth(kNumberWidth);
    number->setText(kNothing);
    number->setToolTip(tip);
    grid_->addWidget(number, row, i + 1);
    labels_[name][static_cast<std::size_t>(i)] = number;
    if (i > 0) second_.push_back(number);
  }
  tips_[name] = tip;
}

void FieldNumbers::setSecondShown(bool shown) {
  for (auto* label : second_) label->setVisible(shown);
}

void FieldNumbers::put(int column, const std::string& name, double value) {
  const auto found = labels_.find(name);
  if (found == labels_.end()) return;
  const auto at = static_cast<std::size_t>(column);
  values_[at][name] = value;
  const QLocale locale;
  QString text;
  if (!std::isfinite(value)) text = tr("not finite");
  else if (name == "high_quality") text = tr("%1 %").arg(locale.toString(100 * value, 'f', 1));
  else if (name == "modes") text = locale.toString(static_cast<int>(value));
  else if (std::abs(value) >= 1000 || (value != 0 && std::abs(value) < 0.001)) text = locale.toString(value, 'g', 3);
  else text = locale.toString(value, 'f', 3);
  found->second[at]->setText(text);
}

void FieldNumbers::show(int column, const InferenceResult& result) {
  const bool measured = result.scalars.contains("js");
  for (const auto* name : {"value", "gap", "js", "kl", "modes", "high_quality", "reverse_kl"}) {
    if (!measured && name != std::string_view("value")) continue;   // it stands as it was measured last
    const auto found = result.scalars.find(name);
    if (found != result.scalars.end()) put(column, name, found->second);
    else if (labels_.contains(name)) {
      values_[static_cast<std::size_t>(column)].erase(name);
      labels_[name][static_cast<std::size_t>(column)]->setText(kNothing);
    }
  }
}

void FieldNumbers::addScalars(int column, const std::vector<Scalar>& scalars) {
  std::map<std::string, double> newest;
  for (const auto& scalar : scalars) newest[scalar.tag] = scalar.value;
  for (const auto* name : {"loss_d", "loss_g", "gradient/generator"})
    if (const auto found = newest.find(name); found != newest.end()) put(column, name, found->second);
  for (const auto* name : {"d_real", "d_fake", "penalty"})
    if (const auto found = newest.find(name); found != newest.end()) values_[static_cast<std::size_t>(column)][name] = found->second;
  // What held-out points score that the target's own sampler has drawn.
  const std::pair<const char*, const char*> floors[] = {{"metric/js_floor", "js"}, {"metric/kl_floor", "kl"}, {"metric/modes_captured_floor", "modes"}, {"metric/reverse_kl_floor", "reverse_kl"}};
  for (const auto& [tag, name] : floors) {
    const auto found = newest.find(tag);
    if (found == newest.end()) continue;
    const auto tip = tips_[name] + QLatin1Char(' ') + tr("A perfect sampler of this target scores %1.").arg(QLocale().toString(found->second, 'g', 3));
    for (auto* label : labels_[name]) label->setToolTip(tip);
  }
}

void FieldNumbers::clear(int column) {
  values_[static_cast<std::size_t>(column)].clear();
  for (auto& [name, labels] : labels_) labels[static_cast<std::size_t>(column)]->setText(kNothing);
}

double FieldNumbers::number(int column, const std::string& name) const {
  const auto& values = values_[static_cast<std::size_t>(column)];
  const auto found = values.find(name);
  return found == values.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

}  // namespace ganvas::ui
