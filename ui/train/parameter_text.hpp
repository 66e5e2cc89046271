// What the form says about a parameter: numbers, ranges, tooltips, search. Pure; GUI thread, because it translates.
#pragma once

#include <QString>

#include "engine/api/schema.hpp"

namespace ganvas::ui::parametertext {

/// Four significant digits, no exponent between 0.0001 and a million: "0.0002", "2.5e-6", "1234.5" as "1235".
QString number(double value);
/// A value as the form shows it: choices by their title, booleans as "on" and "off".
QString shown(const Parameter& parameter, const Value& value);
/// "1e-6 to 1", "at least 1", "off or on"; empty where anything goes.
QString range(const Parameter& parameter);
/// Rich text: what it does, its default, range and unit, whether it is live, the paper. `note` is said first, e.g. why it is locked.
QString toolTip(const Parameter& parameter, const QString& note = {});
/// The facts of the tooltip in one line: "Default 0.0002 · 1e-6 to 1 · can change while training".
QString facts(const Parameter& parameter);
/// Every word of the query is found in key, title, group, help or a choice.
bool matches(const Parameter& parameter, const QString& query);

}  // namespace ganvas::ui::parametertext
