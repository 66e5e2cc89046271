#include "ui/games/game_readout.hpp"

#include <QGridLayout>
#include <QPainter>
#include <algorithm>

#include "ui/shell/theme.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;

/// A piece of the way's line, with the mark that its steps have.
class WaySample : public QWidget {
 public:
  WaySample(CurveStyle style, bool disc, QWidget* parent) : QWidget(parent), style_(std::move(style)), disc_(disc) {
    setFixedSize(kSpace8, kSpace6);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLineSample(painter, rect(), style_);
    painter.setPen(QPen(colour(Ink::surface), 1));
    painter.setBrush(style_.colour());
    const QPointF at = QRectF(rect()).center();
    if (disc_) painter.drawEllipse(at, 4, 4);
    else painter.drawPolygon(QPolygonF{at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)});
  }

 private:
  CurveStyle style_;
  bool disc_;
};

}  // namespace

GameReadout::GameReadout(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(kSpace2);
  grid_->setVerticalSpacing(0);
  grid_->setColumnStretch(1, 1);
  const std::pair<QString, Ink> heads[] = {{QStringLiteral("x"), Ink::generator}, {QStringLiteral("y"), Ink::discriminator}, {QStringLiteral("V"), Ink::textMuted}, {tr("distance"), Ink::textMuted}};
  int column = 2;
  for (const auto& [text, ink] : heads) {
    auto* head = new InkLabel(ink, Type::caption, this);
    head->setText(text);
    head->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->setMinimumWidth(QFontMetrics(numbers()).horizontalAdvance(QStringLiteral("−0.0000")));
    grid_->addWidget(head, 0, column++);
  }
}

void GameReadout::setWays(const std::vector<GameWay>& ways) {
  const bool same = std::equal(ways.begin(), ways.end(), ways_.begin(), ways_.end(), [](const auto& a, const auto& b) { return a.name == b.name; });
  ways_ = ways;
  if (!same) {
    for (auto* sample : samples_) delete sample;
    for (auto* name : names_) delete name;
    for (auto& row : numbers_)
      for (auto* number : row) delete number;
    samples_.clear(), names_.clear(), numbers_.clear();
    for (std::size_t i = 0; i < ways_.size(); ++i) {
      const int row = static_cast<int>(i) + 1;
      samples_.push_back(new WaySample(ways_[i].style, i == 0, this));
      names_.push_back(new ElidedLabel(Ink::text, Type::body, this));
      names_.back()->setText(ways_[i].name);
      grid_->addWidget(samples_.back(), row, 0);
      grid_->addWidget(names_.back(), row, 1);
      auto& numbers = numbers_.emplace_back();
      for (const auto ink : {Ink::generator, Ink::discriminator, Ink::text, Ink::text}) {
        numbers.push_back(InkLabel::numbers(ink, Type::body, this));
        numbers.back()->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid_->addWidget(numbers.back(), row, static_cast<int>(numbers.size()) + 1);
      }
    }
  }
  refresh();
}

void GameReadout::setStep(double step) {
  step_ = step;
  refresh();
}

QStringList GameReadout::texts(std::size_t row) const {
  QStringList all;
  for (const auto* label : numbers_.at(row)) all << label->text();
  return all;
}

void GameReadout::refresh() {
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    const auto& track = ways_[i].track;
    if (track.x.empty()) continue;
    const auto at = std::min(static_cast<std::size_t>(step_), track.x.size() - 1);
    const double values[] = {track.x[at], track.y[at], at < track.value.size() ? track.value[at] : 0, track.distance[at]};
    for (std::size_t column = 0; column < 4; ++column) numbers_[i][column]->setText(shortNumber(values[column]));
  }
}

}  // namespace ganvas::ui
