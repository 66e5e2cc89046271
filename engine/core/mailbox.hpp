// How threads hand things to one another. Header-only, torch-free, safe under ThreadSanitizer.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace ganvas {

/// Lossless and ordered: metrics, edits, notices, commands. Any number of threads on both sides.
template <class T>
class Mailbox {
 public:
  void post(T item) {
    { std::lock_guard lock(mutex_); items_.push_back(std::move(item)); }
    arrived_.notify_one();
  }
  /// All that has arrived; never waits.
  std::vector<T> takeAll() {
    std::lock_guard lock(mutex_);
    std::vector<T> all(std::make_move_iterator(items_.begin()), std::make_move_iterator(items_.end()));
    items_.clear();
    return all;
  }
  std::optional<T> tryTake() {
    std::lock_guard lock(mutex_);
    return popLocked();
  }
  /// Waits for an item, or nothing once stopped.
  std::optional<T> take(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, stop, [this] { return !items_.empty(); });
    return popLocked();
  }

 private:
  std::optional<T> popLocked() {
    if (items_.empty()) return std::nullopt;
    auto item = std::move(items_.front());
    items_.pop_front();
    return item;
  }
  std::mutex mutex_;
  std::condition_variable_any arrived_;
  std::deque<T> items_;
};

/// Holds one item, the newest: pictures and inference requests.
template <class T>
class Slot {
 public:
  /// Returns what was thrown away, if anything.
  std::optional<T> put(T item) {
    std::optional<T> old;
    { std::lock_guard lock(mutex_); old = std::exchange(item_, std::move(item)); }
    arrived_.notify_one();
    return old;
  }
  std::optional<T> tryTake() {
    std::lock_guard lock(mutex_);
    return std::exchange(item_, std::nullopt);
  }
  std::optional<T> take(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, stop, [this] { return item_.has_value(); });
    return std::exchange(item_, std::nullopt);
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any arrived_;
  std::optional<T> item_;
};

}  // namespace ganvas
