// TensorBoard's event files, read and written: TFRecord frames (length, masked CRC-32C, payload, masked CRC-32C) around
// protobuf Event messages. `tensorboard --logdir` opens a run folder, and so does Ganvas.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/api/session.hpp"
#include "engine/core/storage.hpp"

namespace ganvas {

/// Appends scalars. One thread.
class EventWriter {
 public:
  virtual ~EventWriter() = default;
  /// All points of one step in one record. Buffers nothing: a killed process loses no point that was added.
  virtual Result<void> add(std::int64_t step, const std::vector<Scalar>& scalars) = 0;
  /// SessionLog START: readers drop earlier records of this step and later.
  virtual Result<void> markResumed(std::int64_t step) = 0;
  virtual Result<void> sync() = 0;
};

/// Opens a new events.out.tfevents.<seconds>.<host>.<pid> file in the folder.
Result<std::unique_ptr<EventWriter>> createEventLog(Storage& storage, const std::filesystem::path& folder);

/// All scalars of all event files of a folder, oldest file first, resumptions applied; a torn or corrupt tail is dropped.
/// Ends early with what it has where `path` holds no event file: an empty list.
Result<std::vector<Scalar>> readEventLogs(const std::filesystem::path& folder);

}  // namespace ganvas
