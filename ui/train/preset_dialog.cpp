#include "ui/train/preset_dialog.hpp"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

#include "ui/bridge/words.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {

PresetDialog::PresetDialog(const std::vector<PresetInfo>& existing, QWidget* parent) : QDialog(parent), existing_(existing) {
  constexpr int kWidth = 420;
  setWindowTitle(tr("Save preset"));
  setMinimumWidth(kWidth);
  auto* lines = new QVBoxLayout(this);
  lines->setContentsMargins(tokens::kSpace6, tokens::kSpace6, tokens::kSpace6, tokens::kSpace4);
  lines->setSpacing(tokens::kSpace3);
  auto* form = new QFormLayout;
  form->setSpacing(tokens::kSpace2);
  name_ = new QLineEdit(this);
  // Becomes a file's name: no folders, nothing hidden.
  name_->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[\\w][\\w \\-+,()]{0,59}")), name_));
  summary_ = new QLineEdit(this);
  summary_->setPlaceholderText(tr("What it is for, in a sentence"));
  form->addRow(tr("&Name"), name_);
  form->addRow(tr("&Purpose"), summary_);
  lines->addLayout(form);
  verdict_ = new InkLabel(Ink::textMuted, tokens::Type::caption, this);
  verdict_->setWordWrap(true);
  verdict_->setMinimumHeight(2 * tokens::kSpace4);
  lines->addWidget(verdict_);
  auto* row = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("Cancel"), this);
  save_ = new QPushButton(tr("Save preset"), this);
  setVariant(save_, Variant::primary);
  save_->setDefault(true);
  row->addStretch();
  row->addWidget(cancel);
  row->addWidget(save_);
  lines->addLayout(row);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(save_, &QPushButton::clicked, this, &QDialog::accept);
  connect(name_, &QLineEdit::textChanged, this, &PresetDialog::judge);
  judge();
}

QString PresetDialog::name() const { return name_->text().trimmed(); }

QString PresetDialog::summary() const { return summary_->text().trimmed(); }

void PresetDialog::judge() {
  bool good = !name().isEmpty();
  QString verdict = good ? QString() : tr("Give it a name: letters, digits, spaces and dashes.");
  for (const auto& preset : existing_) {
    if (from(preset.name).compare(name(), Qt::CaseInsensitive) != 0) continue;
    good = !preset.shipped;
    verdict = preset.shipped ? tr("This preset comes with Ganvas and stays as it is. Choose another name.")
                             : tr("You have a preset of this name; it will be replaced.");
  }
  verdict_->setText(verdict);
  verdict_->setInk(good || name().isEmpty() ? Ink::textMuted : Ink::error);
  save_->setEnabled(good);
}

}  // namespace ganvas::ui
