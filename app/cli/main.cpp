// ganvas-cli: everything that the window can do with a model, a run or data, without a window. Composition only.
#include <CLI/CLI.hpp>

#include "app/cli/commands.hpp"
#include "engine/worker/engine_factory.hpp"

int main(int argc, char** argv) {
  using namespace ganvas;
  CLI::App app{"Explore generative adversarial networks by hand, without a window.", "ganvas-cli"};
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", GANVAS_VERSION);
  cli::Options options;
  app.add_flag("--json", options.json, "One JSON object on stdout at the end");
  const auto commands = cli::addCommands(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return app.exit(e);  // --help, --version
    // The parse may have stopped before --json was read.
    options.json = std::any_of(argv, argv + argc, [](const char* word) { return std::string_view(word) == "--json"; });
    const auto rest = app.remaining();
    const bool unknown = app.get_subcommands().empty() && !rest.empty();
    return cli::report({ErrorKind::usage, Sentence(unknown ? "There is no command \"" + rest.front() + "\". See ganvas-cli --help." : std::string(e.what()) + ". See ganvas-cli --help."), {}}, options);
  }
  prepareProcess();
  const auto engine = makeEngine();
  for (const auto& [subcommand, run] : commands)
    if (subcommand->parsed()) return run(*engine);
  return 2;
}
