// What the window asks of a run's state in several places. Pure; any thread.
#pragma once

#include "engine/api/session.hpp"

namespace ganvas::ui {

/// Nothing more comes of it.
inline bool ended(SessionState state) { return state == SessionState::finished || state == SessionState::failed; }

}  // namespace ganvas::ui
