// The subcommands of ganvas-cli: what each takes, does and prints. Main thread.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <utility>
#include <vector>

#include "engine/api/engine.hpp"

namespace ganvas::cli {

struct Options {
  bool json = false;
};

/// Prints the sentence on stderr (and {"error"} on stdout with --json) and gives the exit code: 2 for wrong usage, 1 for failed work.
int report(const Error& error, const Options& options);

using Run = std::function<int(Engine&)>;
using Commands = std::vector<std::pair<CLI::App*, Run>>;

/// All subcommands; `options` must outlive them.
Commands addCommands(CLI::App& app, const Options& options);

// one function each, called by addCommands
Run addFamilies(CLI::App& command, const Options& options);
Run addDatasets(CLI::App& command, const Options& options);
Run addParameters(CLI::App& command, const Options& options);
Run addTrain(CLI::App& command, const Options& options);
Run addGenerate(CLI::App& command, const Options& options);
Run addNeighbours(CLI::App& command, const Options& options);
Run addDraw(CLI::App& command, const Options& options);
Run addExport(CLI::App& command, const Options& options);
Run addSketch(CLI::App& command, const Options& options);
Run addEvaluate(CLI::App& command, const Options& options);
Run addGame(CLI::App& command, const Options& options);
Run addLesson(CLI::App& command, const Options& options);
Run addBench(CLI::App& command, const Options& options);

}  // namespace ganvas::cli
