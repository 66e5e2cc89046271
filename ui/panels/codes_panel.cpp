#include "ui/panels/codes_panel.hpp"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <cmath>

#include "ui/bridge/words.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kLatents = 10;        // rows where no code is varied
constexpr int kSteps = 9;           // of a number, from -2 to 2: a little beyond what was learnt
constexpr double kReach = 2;
constexpr int kTicks = 40;          // slider positions from -2 to 2
constexpr int kControlsWidth = 240; // px
constexpr int kMostKinds = 30;      // rows or columns

}  // namespace

CodesPanel::CodesPanel(Bridge& bridge, QWidget* parent) : CodesPanel(bridge, new QScrollArea, parent) {}

CodesPanel::CodesPanel(Bridge& bridge, QScrollArea* scroll, QWidget* parent) : GridPanel(bridge, scroll, parent), scroll_(scroll), controls_(new QWidget(scroll)) {
  setAccessibleName(tr("Codes"));
  view().setAccessibleName(tr("Pictures by codes"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFixedWidth(kControlsWidth);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(controls_);
  connect(&asker(), &ModelAsker::infoChanged, this, &CodesPanel::readCodes);
  begin();
}

void CodesPanel::modelSet() {
  codes_.clear();
  values_.clear();
  rows_ = columns_ = -1;
  buildControls();
  readCodes();
}

/// The networks tell their codes once they are built.
void CodesPanel::readCodes() {
  const auto& codes = asker().info().codes;
  if (codes.size() == codes_.size()) return;
  codes_ = codes;
  values_.assign(codes_.size(), 0);
  buildControls();
  // A kind by row and a number by column, or what there is.
  int kind = -1, number = -1;
  for (int i = static_cast<int>(codes_.size()) - 1; i >= 0; --i) (codes_[static_cast<std::size_t>(i)].kinds > 0 ? kind : number) = i;
  setAxes(kind >= 0 && number >= 0 ? kind : -1, number >= 0 ? number : kind);
}

void CodesPanel::buildControls() {
  delete controls_->layout();
  qDeleteAll(controls_->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
  rowBox_ = columnBox_ = nullptr;
  if (codes_.empty()) return;
  auto* grid = new QGridLayout(controls_);
  grid->setContentsMargins(0, 0, tokens::kSpace2, 0);
  grid->setVerticalSpacing(tokens::kSpace2);
  const auto label = [this](const QString& text) {
    auto* made = new InkLabel(Ink::textMuted, tokens::Type::body, controls_);
    made->setText(text);
    return made;
  };
  const auto box = [&](const QString& title, bool latents, int line) {
    auto* made = new QComboBox(controls_);
    made->setAccessibleName(title);
    if (latents) made->addItem(tr("other latents"), -1);
    for (std::size_t i = 0; i < codes_.size(); ++i) made->addItem(codeTitle(codes_[i]), static_cast<int>(i));
    grid->addWidget(label(title), line, 0);
    grid->addWidget(made, line, 1);
    connect(made, &QComboBox::activated, this, [this] { setAxes(rowBox_->currentData().toInt(), columnBox_->currentData().toInt()); });
    return made;
  };
  rowBox_ = box(tr("Rows"), true, 0);
  columnBox_ = box(tr("Columns"), false, 1);
  setTabOrder(scroll_, rowBox_);   // they are made after the grid, but stand before it
  setTabOrder(rowBox_, columnBox_);
  QWidget* last = columnBox_;
  auto* held = label(tr("Held elsewhere"));
  grid->addWidget(held, 2, 0, 1, 2);
  int line = 3;
  for (int i = 0; i < static_cast<int>(codes_.size()); ++i, ++line) {
    grid->addWidget(label(codeTitle(codes_[static_cast<std::size_t>(i)])), line, 0);
    auto* control = buildControl(i);
    grid->addWidget(control, line, 1);
    setTabOrder(last, control);
    last = control;
  }
  grid->setRowStretch(line, 1);
  grid->setColumnStretch(1, 1);
}

QWidget* CodesPanel::buildControl(int number) {
  const auto& code = codes_[static_cast<std::size_t>(number)];
  if (code.kinds > 0) {
    auto* box = new QComboBox(controls_);
    for (std::int64_t k = 0; k < code.kinds; ++k) box->addItem(QString::number(k));
    box->setCurrentIndex(static_cast<int>(values_[static_cast<std::size_t>(number)]));
    box->setAccessibleName(codeTitle(code));
    box->setToolTip(tr("One of the kinds that the networks found by themselves."));
    connect(box, &QComboBox::activated, this, [this, number](int kind) { setCode(number, kind); });
    return box;
  }
  auto* slider = new QSlider(Qt::Horizontal, controls_);
  slider->setRange(-kTicks / 2, kTicks / 2);
  slider->setValue(static_cast<int>(std::lround(values_[static_cast<std::size_t>(number)] * kTicks / (2 * kReach))));
  slider->setAccessibleName(codeTitle(code));
  slider->setToolTip(tr("From -2 to 2; what was learnt goes from -1 to 1."));
  connect(slider, &QSlider::valueChanged, this, [this, number](int value) { setCode(number, 2 * kReach * value / kTicks); });
  return slider;
}

void CodesPanel::setCode(int number, double value) {
  if (number < 0 || number >= static_cast<int>(values_.size())) return;
  values_[static_cast<std::size_t>(number)] = value;
  ask();
}

void CodesPanel::setAxes(int rows, int columns) {
  rows_ = rows == columns ? -1 : rows;
  columns_ = columns;
  if (rowBox_ && columnBox_) {
    rowBox_->setCurrentIndex(rowBox_->findData(rows_));
    columnBox_->setCurrentIndex(columnBox_->findData(columns_));
  }
  ask();
}

void CodesPanel::takeOver(Panel& other) {
  GridPanel::takeOver(other);
  const auto& before = static_cast<CodesPanel&>(other);
  readCodes();
  if (codes_.empty() || before.codes_.size() != codes_.size()) return;
  values_ = before.values_;
  buildControls();
  setAxes(before.rows_, before.columns_);
}

CodesPanel::Axis CodesPanel::axis(int code) const {
  Axis axis{code, {}};
  if (code < 0 || code >= static_cast<int>(codes_.size())) return {};
  const auto kinds = codes_[static_cast<std::size_t>(code)].kinds;
  if (kinds > 0) {
    for (std::int64_t k = 0; k < std::min<std::int64_t>(kinds, kMostKinds); ++k) axis.values.push_back(static_cast<double>(k));
  } else {
    for (int i = 0; i < kSteps; ++i) axis.values.push_back(-kReach + 2 * kReach * i / (kSteps - 1));
  }
  return axis;
}

InferenceRequest CodesPanel::request() const {
  InferenceRequest request;
  if (codes_.empty() || columns_ < 0) return request;
  const auto across = axis(columns_), down = axis(rows_);
  const int rows = down.code >= 0 ? static_cast<int>(down.values.size()) : kLatents;
  std::vector<LatentRecipe> latents;
  std::vector<double> codes;
  for (int y = 0; y < rows; ++y) {
    for (const double value : across.values) {
      // One latent for the whole grid, so that only the codes differ; where rows are latents, one for each row.
      const LatentPoint point{header().seed(), static_cast<std::uint32_t>(down.code >= 0 ? 0 : y)};
      latents.push_back({point, point, 0, {}});
      auto line = values_;
      line[static_cast<std::size_t>(columns_)] = value;
      if (down.code >= 0) line[static_cast<std::size_t>(down.code)] = down.values[static_cast<std::size_t>(y)];
      codes.insert(codes.end(), line.begin(), line.end());
    }
  }
  request.columns = static_cast<int>(across.values.size());
  request.inputs["latent"] = std::move(latents);
  request.inputs["codes"] = std::move(codes);
  return request;
}

/// What each place of an axis stands for; the code's name is told by the lists at the side.
QStringList CodesPanel::words(const Axis& axis) const {
  QStringList all;
  for (const double value : axis.values) {
    const bool kind = codes_[static_cast<std::size_t>(axis.code)].kinds > 0;
    all << (kind ? QString::number(std::lround(value)) : QLocale().toString(value, 'f', 1));
  }
  return all;
}

GridPanel::Legend CodesPanel::legend() const {
  const auto across = axis(columns_), down = axis(rows_);
  const auto title = [this](const Axis& axis) { return axis.code < 0 ? QString() : codeTitle(codes_[static_cast<std::size_t>(axis.code)]); };
  Legend legend{words(across), words(down), false, {}};
  legend.caption = [rowTitle = title(down), columnTitle = title(across), rows = legend.rows, columns = legend.columns](int tile, int wide) {
    QStringList parts;
    if (!rowTitle.isEmpty()) parts << tr("%1 = %2").arg(rowTitle, rows.value(tile / wide));
    if (!columnTitle.isEmpty()) parts << tr("%1 = %2").arg(columnTitle, columns.value(tile % wide));
    return parts.join(QStringLiteral(", "));
  };
  return legend;
}

}  // namespace ganvas::ui
