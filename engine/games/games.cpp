#include "engine/games/games.hpp"

#include <algorithm>
#include <cmath>

#include "engine/api/quote.hpp"
#include "engine/games/methods.hpp"

namespace ganvas {
namespace {

constexpr double kFar = 1e6;   // who is that far from the equilibrium will not come back
constexpr int kMostColumns = 400;

Result<const Rules*> rulesOf(const std::string& name) {
  std::string known;
  for (const auto& rules : gameRules()) {
    if (rules.info.name == name) return &rules;
    known += (known.empty() ? "" : ", ") + rules.info.name;
  }
  return Error{ErrorKind::usage, sentence("There is no game %1. There are: %2.", inQuotes(name), known), {}};
}

double distanceOf(const Rules& rules, Place place) { return std::hypot(place.x - rules.info.equilibriumX, place.y - rules.info.equilibriumY); }

bool isWithin(const Bounds& bounds, Place place) {
  return place.x >= bounds.xLow && place.x <= bounds.xHigh && place.y >= bounds.yLow && place.y <= bounds.yHigh;
}

struct Prepared {
  const Rules* rules;
  Play play;
};

Result<Prepared> prepare(const GameRequest& request) {
  const auto rules = rulesOf(request.game);
  if (!rules) return rules.error();
  const auto values = gameSchema().resolve(request.values);
  if (!values) return values.error();
  return Prepared{*rules, readPlay(*values)};
}

Parameter number(std::string key, std::string title, std::string group, double value, double least, double most, std::string help) {
  Parameter p;
  p.key = std::move(key), p.title = std::move(title), p.group = std::move(group), p.help = std::move(help);
  p.type = ParameterType::real, p.defaultValue = value, p.minimum = least, p.maximum = most, p.live = true;
  return p;
}

Parameter whole(std::string key, std::string title, std::string group, std::int64_t value, double least, double most, std::string help) {
  auto p = number(std::move(key), std::move(title), std::move(group), 0, least, most, std::move(help));
  p.type = ParameterType::integer, p.defaultValue = value;
  return p;
}

Parameter onlyWith(Parameter p, std::string method, std::string reason) {
  p.enabledIf.push_back({"method", {std::move(method)}, std::move(reason)});
  return p;
}

Parameter methodChoice() {
  Parameter p;
  p.key = "method", p.title = "Method", p.group = "Method", p.type = ParameterType::choice, p.defaultValue = std::string("simultaneous"), p.live = true;
  p.choices = {{"simultaneous", "Both at once"},      {"alternating", "In turns"},       {"momentum", "In turns with momentum"},
               {"extragradient", "Extragradient"},    {"optimistic", "Optimistic"},      {"consensus", "Consensus"},
               {"averaging", "Mean of all places"},   {"r1", "Both at once with R1"}};
  p.help =
      "How the two players step. Both at once: each along its slope, from the same place. In turns: player two answers where player one has just gone. "
      "Extragradient: a step is tried first and the slopes found there are taken. Optimistic: the last slopes foretell the next. Consensus: both also like flat places. "
      "Mean of all places: played in turns, and what is shown is the mean of the way. R1: player two pays for its distance from rest.";
  p.paper = "Korpelevich 1976; Mescheder and others 2017, arXiv:1705.10461; Daskalakis and others 2018, arXiv:1711.00141; Mescheder and others 2018, arXiv:1801.04406; Gidel and others 2019, arXiv:1807.04740";
  return p;
}

}  // namespace

std::vector<GameInfo> listGames() {
  std::vector<GameInfo> all;
  for (const auto& rules : gameRules()) all.push_back(rules.info);
  return all;
}

Schema gameSchema() {
  auto size = number("step_size", "Step size", "Method", 0.1, 0.0001, 10, "How far a step goes along the slope: the learning rate of both players. Usually 0.01 to 0.5.");
  size.logarithmic = true;
  auto seed = whole("seed", "Seed", "Method", 1, 0, 2147483647, "The noise is the same for the same seed.");
  seed.advanced = true;
  return Schema({methodChoice(), std::move(size),
                 onlyWith(number("momentum", "Momentum", "Method", -0.5, -0.99, 0.99, "How much of the last step goes into the next. Below 0 it brakes, and the swing round the equilibrium dies out; above 0 it grows."), "momentum",
                          "Only with the method momentum."),
                 onlyWith(number("consensus_weight", "Weight of consensus", "Method", 0.5, 0, 100, "How much both players care for flat places beside their own win. Usually 0.1 to 1."), "consensus", "Only with the method consensus."),
                 onlyWith(number("r1_weight", "Weight of R1", "Method", 0.5, 0, 100, "What player two pays for half its squared distance from rest. Usually 0.1 to 2."), "r1", "Only with the method R1."),
                 number("noise", "Noise", "Method", 0, 0, 10, "How much chance is in each slope, as a training on small batches has it: the standard deviation."), std::move(seed),
                 number("start_x", "Start of x", "Start", 0.8, -10, 10, "Where player one begins. A chance (the game of coins) lies from 0 to 1."),
                 number("start_y", "Start of y", "Start", 0.6, -10, 10, "Where player two begins. A chance (the game of coins) lies from 0 to 1."),
                 whole("steps", "Steps", "Start", 500, 1, 100000, "How many steps are played.")});
}

Result<GameTrack> playGame(const GameRequest& request) {
  const auto prepared = prepare(request);
  if (!prepared) return prepared.error();
  const auto& [rules, play] = *prepared;
  const auto& b = rules->bounds;
  if (play.start.x < b.xLow || play.start.x > b.xHigh)
    return Error{ErrorKind::usage, sentence("start_x: in the game %1, x lies from %2 to %3.", rules->info.name, toString(Value{b.xLow}), toString(Value{b.xHigh})), {}};
  if (play.start.y < b.yLow || play.start.y > b.yHigh)
    return Error{ErrorKind::usage, sentence("start_y: in the game %1, y lies from %2 to %3.", rules->info.name, toString(Value{b.yLow}), toString(Value{b.yHigh})), {}};
  GameTrack track;
  Player player(*rules, play);
  for (std::int64_t step = 0;; ++step) {
    const auto place = player.shown();
    const double distance = distanceOf(*rules, place);
    if (!(distance <= kFar)) {   // so that NaN counts
      track.divergedAt = step;
      break;
    }
    track.x.push_back(place.x), track.y.push_back(place.y), track.distance.push_back(distance), track.value.push_back(rules->value(place));
    if (step == play.steps) break;
    player.step();
  }
  return track;
}

Result<GameField> gameField(const GameRequest& request, int columns, double low, double high) {
  auto prepared = prepare(request);
  if (!prepared) return prepared.error();
  if (columns < 2 || columns > kMostColumns) return Error{ErrorKind::usage, sentence("A field has from 2 to %1 columns, not %2.", kMostColumns, columns), {}};
  if (!(low < high) || !(std::abs(low) <= kFar) || !(std::abs(high) <= kFar))
    return Error{ErrorKind::usage, sentence("A field goes from a lower number to a higher one, both between -1000000 and 1000000."), {}};
  auto& [rules, play] = *prepared;
  play.noise = 0;
  if (play.method == "averaging") play.method = "alternating";   // the mean stands where it is; what moves is the pair
  GameField field;
  field.columns = field.rows = columns;
  field.xLow = field.yLow = low, field.xHigh = field.yHigh = high;
  for (int row = 0; row < columns; ++row)
    for (int column = 0; column < columns; ++column) {
      const auto along = [&](int i) { return low + (high - low) * i / (columns - 1); };
      play.start = {along(column), along(row)};
      Place go;
      if (isWithin(rules->bounds, play.start)) {
        Player player(*rules, play);
        player.step();
        go = 1 / play.stepSize * (player.shown() - play.start);
      }
      field.dx.push_back(std::isfinite(go.x) ? go.x : 0), field.dy.push_back(std::isfinite(go.y) ? go.y : 0);
    }
  return field;
}

}  // namespace ganvas
