// Drawings: painted by a model, and found in pictures; models for others.
#include <cstdio>
#include <memory>

#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/common/progress_line.hpp"

namespace ganvas::cli {

using Json = nlohmann::ordered_json;

Run addDraw(CLI::App& command, const Options& options) {
  const auto request = std::make_shared<DrawRequest>();
  command.add_option("--model", request->model, "A model's name or the folder of a run; without it, the models that ship with Ganvas are listed");
  command.add_option("--sketch", request->sketch, "The drawing: .json with strokes, .svg, or a picture");
  command.add_option("--out", request->out, "A .png file");
  command.add_option("--seed", request->seed, "Seed of what the drawing leaves open")->capture_default_str();
  command.add_option("--variants", request->variants, "So many pictures in a row")->capture_default_str();
  command.add_option("--class", request->classWanted, "What is drawn, by name or number, for models that are told it; else their first class");
  return [&options, request](Engine& engine) {
    if (request->model.empty()) {
      Json all = Json::array();
      for (const auto& model : engine.models()) {
        all.push_back({{"name", model.name}, {"title", model.title}, {"family", model.family}, {"data", model.data}, {"folder", model.folder}});
        if (!options.json) std::printf("%-16s %s (%s on %s)\n", model.name.c_str(), model.title.c_str(), model.family.c_str(), model.data.c_str());
      }
      if (options.json) print(Json{{"models", all}});
      return 0;
    }
    for (const auto& [value, name] : {std::pair(&request->sketch, "--sketch"), std::pair(&request->out, "--out")})
      if (value->empty()) return report({ErrorKind::usage, Sentence(std::string(name) + " is missing. See ganvas-cli draw --help."), {}}, options);
    const auto job = engine.draw(*request);
    const auto files = followJob(*job);
    if (!files) return report(files.error(), options);
    if (options.json) print(Json{{"model", request->model}, {"files", *files}});
    else std::printf("%s\n", files->front().c_str());
    return 0;
  };
}

Run addExport(CLI::App& command, const Options& options) {
  const auto request = std::make_shared<ExportRequest>();
  command.add_option("--run", request->run, "Run folder")->required();
  command.add_option("--out", request->out, "A new folder for the model")->required();
  command.add_option("--title", request->title, "What a person reads");
  return [&options, request](Engine& engine) {
    const auto job = engine.exportModel(*request);
    const auto file = followJob(*job);
    if (!file) return report(file.error(), options);
    if (options.json) print(Json{{"run", request->run}, {"file", *file}});
    else std::printf("%s\n", file->c_str());
    return 0;
  };
}

Run addSketch(CLI::App& command, const Options& options) {
  struct Arguments : PictureToDraw {
    std::string style, out;
  };
  const auto arguments = std::make_shared<Arguments>();
  std::string styles = "How lines are found:";
  for (const auto& style : sketchStyles()) styles += " " + style.name;
  command.add_option("--picture", arguments->file, "A picture or an .svg")->required();
  command.add_option("--style", arguments->style, styles + "; without it, dark lines on light paper are followed, anything else is drawn by its edges");
  command.add_option("--seed", arguments->seed, "Another seed, another hand")->capture_default_str();
  command.add_option("--out", arguments->out, "A .json file for the strokes")->required();
  return [&options, arguments](Engine& engine) {
    if (!arguments->style.empty()) {
      const auto& all = sketchStyles();
      const auto found = std::find_if(all.begin(), all.end(), [&](const auto& style) { return style.name == arguments->style; });
      if (found == all.end()) return report({ErrorKind::usage, Sentence("--style " + arguments->style + " is not known. See ganvas-cli sketch --help."), {}}, options);
      arguments->PictureToDraw::style = found->style;
    }
    const auto job = engine.drawPicture(*arguments);
    const auto drawing = followJob(*job);
    if (!drawing) return report(drawing.error(), options);
    if (auto saved = engine.saveDrawing(arguments->out, *drawing); !saved) return report(saved.error(), options);
    if (options.json) print(Json{{"strokes", drawing->strokes.size()}, {"file", arguments->out}});
    else std::printf("%zu strokes in %s\n", drawing->strokes.size(), arguments->out.c_str());
    return 0;
  };
}

}  // namespace ganvas::cli
