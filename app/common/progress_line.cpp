#include "app/common/progress_line.hpp"

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace ganvas {
namespace {

volatile std::sig_atomic_t g_interrupted = 0;

void onSignal(int) { g_interrupted = 1; }

}  // namespace

bool interrupted() {
  static const bool installed = [] {
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // a second one ends the process at once
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    return true;
  }();
  return installed && g_interrupted != 0;
}

void ProgressLine::show(const std::string& text, double fraction) {
  static const bool terminal = isatty(STDERR_FILENO) != 0;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < (terminal ? std::chrono::milliseconds(100) : std::chrono::milliseconds(10000))) return;
  last_ = now;
  shown_ = terminal;
  std::string bar;
  if (fraction >= 0) {
    constexpr int kWidth = 24;
    const int full = static_cast<int>(fraction * kWidth + 0.5);
    bar = "[" + std::string(static_cast<std::size_t>(full), '=') + std::string(static_cast<std::size_t>(kWidth - full), ' ') + "] ";
  }
  std::fprintf(stderr, terminal ? "\r\033[K%s%s" : "%s%s\n", bar.c_str(), text.c_str());
  std::fflush(stderr);
}

void ProgressLine::clear() {
  if (shown_) std::fprintf(stderr, "\r\033[K");
  shown_ = false;
}

}  // namespace ganvas
