#include "app/cli/commands.hpp"

#include <cstdio>
#include <iostream>
#include <memory>

#include "app/cli/json_output.hpp"
#include "app/common/bench_report.hpp"
#include "app/common/progress_line.hpp"

namespace ganvas::cli {

using Json = nlohmann::ordered_json;

int report(const Error& error, const Options& options) {
  std::cerr << "ganvas-cli: " << error.message << std::endl;
  if (options.json) print(Json{{"error", error.message.text()}});
  return exitCode(error);
}

Commands addCommands(CLI::App& app, const Options& options) {
  Commands commands;
  const auto add = [&](const char* name, const char* summary, Run (*build)(CLI::App&, const Options&)) {
    auto* command = app.add_subcommand(name, summary);
    commands.emplace_back(command, build(*command, options));
  };
  add("families", "List the GAN families", addFamilies);
  add("datasets", "List the data sets and how to get them", addDatasets);
  add("parameters", "List a family's parameters", addParameters);
  add("train", "Train, or go on with a run", addTrain);
  add("generate", "Pictures from a trained run", addGenerate);
  add("draw", "Paint a drawing with a trained model", addDraw);
  add("sketch", "Find the lines of a picture, as a drawing", addSketch);
  add("export", "A trained run's networks as a model for others", addExport);
  add("evaluate", "Measure a trained run", addEvaluate);
  add("neighbours", "Generated pictures beside the training pictures nearest to them", addNeighbours);
  add("game", "Play a game of two numbers", addGame);
  add("lesson", "List the lessons, or check what one says", addLesson);
  add("bench", "Measure speed on this machine", addBench);
  return commands;
}

Run addFamilies(CLI::App&, const Options& options) {
  return [&options](Engine& engine) {
    Json all = Json::array();
    for (const auto& family : engine.families()) {
      all.push_back(toJson(family));
      if (!options.json) std::printf("%-10s %s\n           %s\n", family.name.c_str(), family.summary.c_str(), family.paper.c_str());
    }
    if (options.json) print(Json{{"families", all}});
    return 0;
  };
}

Run addDatasets(CLI::App& command, const Options& options) {
  const auto heldOut = std::make_shared<std::string>();
  command.add_option("--held-out", *heldOut, "Instead, the pictures of this data set that no run is trained on");
  return [&options, heldOut](Engine& engine) {
    if (!heldOut->empty()) {
      const auto names = engine.heldOut(*heldOut);
      if (!names) return report(names.error(), options);
      if (options.json) print(Json{{"data", *heldOut}, {"held_out", *names}});
      else
        for (const auto& name : *names) std::printf("%s\n", name.c_str());
      return 0;
    }
    Json all = Json::array();
    for (const auto& dataset : engine.datasets()) {
      all.push_back(toJson(dataset));
      if (options.json) continue;
      std::printf("%-16s %s  [%s, %s]\n", dataset.name.c_str(), dataset.title.c_str(), toString(dataset.kind), dataset.license.c_str());
      std::printf("                 %s\n", dataset.present ? ("here: " + dataset.path).c_str() : ("not here. " + dataset.howToGet.text()).c_str());
    }
    if (options.json) print(Json{{"datasets", all}});
    return 0;
  };
}

Run addParameters(CLI::App& command, const Options& options) {
  const auto family = std::make_shared<std::string>();
  command.add_option("family", *family, "Family")->required();
  return [&options, family](Engine& engine) {
    const auto schema = engine.schema(*family);
    if (!schema) return report(schema.error(), options);
    Json all = Json::array();
    for (const auto& p : schema->parameters()) {
      all.push_back(toJson(p));
      if (!options.json)
        std::printf("%-22s %-8s %-10s %s%s\n", p.key.c_str(), toString(p.type), toString(p.defaultValue).c_str(), p.live ? "(live) " : "", p.help.c_str());
    }
    if (options.json) print(Json{{"parameters", all}});
    return 0;
  };
}

Run addGenerate(CLI::App& command, const Options& options) {
  const auto request = std::make_shared<GenerateRequest>();
  command.add_option("--run", request->folder, "Run folder")->required();
  command.add_option("--count", request->count, "How many pictures")->capture_default_str();
  command.add_option("--seed", request->seed, "Seed of the latents")->capture_default_str();
  command.add_option("--out", request->out, "A .png file for one grid, or a folder for a file each")->required();
  command.add_option("--class", request->classWanted, "The class to draw, by name or number (conditional families)");
  const auto codes = std::make_shared<std::vector<std::string>>();
  command.add_option("--code", *codes, "NAME=VALUE: a code to draw with, as often as there are codes (InfoGAN)")->type_name("NAME=VALUE");
  return [&options, request, codes](Engine& engine) {
    for (const auto& code : *codes) {
      const auto sign = code.find('=');
      if (sign == 0 || sign == std::string::npos) return report({ErrorKind::usage, Sentence("--code " + code + " is not NAME=VALUE, for example --code category=3."), {}}, options);
      request->codes[code.substr(0, sign)] = code.substr(sign + 1);
    }
    const auto job = engine.generate(*request);
    const auto files = followJob(*job);
    if (!files) return report(files.error(), options);
    if (options.json) print(Json{{"run", request->folder}, {"count", request->count}, {"files", *files}});
    else std::printf("%d pictures in %s\n", request->count, request->out.c_str());
    return 0;
  };
}

Run addNeighbours(CLI::App& command, const Options& options) {
  const auto request = std::make_shared<NeighboursRequest>();
  command.add_option("--run", request->folder, "Run folder")->required();
  command.add_option("--count", request->count, "How many pictures")->capture_default_str();
  command.add_option("--seed", request->seed, "Seed of the latents")->capture_default_str();
  command.add_option("--out", request->out, "A .png file: generated pictures above, their neighbours below");
  return [&options, request](Engine& engine) {
    const auto job = engine.neighbours(*request);
    const auto found = followJob(*job);
    if (!found) return report(found.error(), options);
    if (options.json) print(Json{{"run", request->folder}, {"distances", found->distances}, {"typical", found->typical}});
    else std::printf("Nearest training pictures at %.3f to %.3f; held-out pictures have theirs at %.3f.\n", *std::min_element(found->distances.begin(), found->distances.end()),
                     *std::max_element(found->distances.begin(), found->distances.end()), found->typical);
    return 0;
  };
}

Run addEvaluate(CLI::App& command, const Options& options) {
  struct Arguments {
    std::string run;
    std::vector<std::string> metrics;
    int samples = 0;
  };
  const auto arguments = std::make_shared<Arguments>();
  command.add_option("--run", arguments->run, "Run folder")->required();
  command.add_option("--metrics", arguments->metrics, "Metrics, separated by commas; all where it is left out")->delimiter(',');
  command.add_option("--samples", arguments->samples, "Pictures to judge; 0: each metric's own count")->check(CLI::NonNegativeNumber);
  return [&options, arguments](Engine& engine) {
    const auto job = engine.evaluate(arguments->run, arguments->metrics, arguments->samples);
    const auto result = followJob(*job);
    if (!result) return report(result.error(), options);
    Json metrics = Json::object(), notes = Json::array();
    for (const auto& note : result->notes) {
      notes.push_back(note.text());
      std::fprintf(stderr, "%s\n", note.text().c_str());
    }
    for (const auto& [name, value] : result->metrics) {
      metrics[name] = toJson(value);
      if (options.json) continue;
      std::printf("%-20s %.4g   (real pictures: %.4g", name.c_str(), value.value, value.floor);
      for (const auto& [baseline, score] : value.baselines) std::printf("; %s: %.4g", baseline.c_str(), score);
      std::printf("; %lld samples)\n", static_cast<long long>(value.samples));
    }
    if (options.json) print(Json{{"run", result->run}, {"step", result->step}, {"metrics", metrics}, {"notes", notes}});
    return 0;
  };
}

Run addBench(CLI::App& command, const Options& options) {
  const auto names = std::make_shared<std::vector<std::string>>();
  command.add_option("names", *names, "Rows; all where they are left out");
  return [&options, names](Engine&) {
    const auto done = reportBench(benchRows(), *names, options.json, " (rows of the window: ganvas --bench)");
    return done ? 0 : report(done.error(), options);
  };
}

}  // namespace ganvas::cli
