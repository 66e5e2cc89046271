#include "tests/ui/bridge/fake_engine.hpp"

namespace ganvas::test {
namespace {

Parameter make(std::string key, std::string title, ParameterType type, Value value, std::string group, std::string help) {
  Parameter p;
  p.key = std::move(key);
  p.title = std::move(title);
  p.type = type;
  p.defaultValue = std::move(value);
  p.group = std::move(group);
  p.help = std::move(help);
  return p;
}

Parameter integer(std::string key, std::string title, std::int64_t value, double low, double high, std::string group, std::string help) {
  auto p = make(std::move(key), std::move(title), ParameterType::integer, value, std::move(group), std::move(help));
  p.minimum = low, p.maximum = high;
  return p;
}

Parameter real(std::string key, std::string title, double value, double low, double high, std::string group, std::string help) {
  auto p = make(std::move(key), std::move(title), ParameterType::real, value, std::move(group), std::move(help));
  p.minimum = low, p.maximum = high;
  return p;
}

Parameter live(Parameter p) { return p.live = true, p; }
Parameter advanced(Parameter p) { return p.advanced = true, p; }
Parameter logarithmic(Parameter p) { return p.logarithmic = true, p; }
Parameter unit(Parameter p, std::string text) { return p.unit = std::move(text), p; }
Parameter paper(Parameter p, std::string text) { return p.paper = std::move(text), p; }
Parameter onlyIf(Parameter p, Condition condition) { return p.enabledIf.push_back(std::move(condition)), p; }
Parameter choices(Parameter p, std::vector<Choice> list) { return p.choices = std::move(list), p; }

std::vector<Parameter> trainingParameters() {
  return {
      integer("steps", "Steps", 12000, 0, 10000000, "Run", "How many rounds to train. 0 trains until you stop it."),
      integer("seed", "Seed", 1, 0, 4294967295.0, "Run", "The same seed with the same settings gives the same run, bit for bit."),
      choices(make("device", "Device", ParameterType::choice, std::string("auto"), "Run", "Where the networks are computed."),
              {{"auto", "Automatic"}, {"cpu", "Processor"}}),
      live(unit(integer("sample_every", "Samples every", 50, 1, 100000, "Run", "How often the sample grid is drawn and saved."), "rounds")),
      advanced(integer("threads", "Threads", 0, 0, 256, "Run", "Processor threads for the networks. 0 measures once what is fastest.")),
      integer("batch", "Batch", 64, 2, 4096, "Optimiser",
              "Pictures in one update. Larger batches give steadier gradients and slower rounds; 32 to 256 is usual."),
      live(logarithmic(paper(real("lr_g", "Generator learning rate", 2e-4, 1e-7, 0.1, "Optimiser",
                                  "How far the generator moves in one update. Too high makes it oscillate, too low makes it slow; 1e-5 to 1e-3 is usual."),
                             "Kingma and Ba 2015, arXiv:1412.6980"))),
      live(logarithmic(real("lr_d", "Discriminator learning rate", 2e-4, 1e-7, 0.1, "Optimiser",
                            "How far the discriminator moves in one update. Up to four times the generator's is usual."))),
      advanced(paper(real("beta1", "Adam β1", 0.5, 0, 0.999, "Optimiser", "Momentum. GANs are steadier with 0 to 0.5 than with the usual 0.9."),
                     "Radford, Metz, Chintala 2016, arXiv:1511.06434")),
      advanced(real("beta2", "Adam β2", 0.999, 0.5, 0.99999, "Optimiser", "Memory of the gradient's size.")),
      live(integer("d_steps", "Discriminator steps", 1, 1, 20, "Optimiser", "Updates of the discriminator for one of the generator.")),
      advanced(real("ema", "EMA", 0.999, 0, 0.99999, "Optimiser", "Average of the generator's weights over time, used for samples. 0 keeps none.")),
      choices(paper(make("loss", "Loss", ParameterType::choice, std::string("nonsaturating"), "Loss", "What the two networks play for."),
                    "Goodfellow 2014, arXiv:1406.2661"),
              {{"minimax", "Minimax (2014)"}, {"nonsaturating", "Non-saturating"}, {"lsgan", "Least squares"}, {"hinge", "Hinge"}}),
      onlyIf(live(real("label_smoothing", "Label smoothing", 0, 0, 0.5, "Loss", "Asks the discriminator for 1 - s on real pictures.")),
             {"loss", {"minimax", "nonsaturating"}, "Only log losses have labels to smooth."}),
      live(real("instance_noise", "Instance noise", 0, 0, 1, "Loss", "Noise added to what the discriminator sees; hides detail early on.")),
      advanced(live(real("clip", "Gradient clipping", 0, 0, 1000, "Loss", "Largest norm of a gradient. 0 does not clip."))),
  };
}

std::vector<Parameter> pictureParameters() {
  return {
      choices(unit(make("size", "Size", ParameterType::choice, std::string("auto"), "Pictures", "Side of the pictures. Twice the side takes about four times as long."), "px"),
              {{"auto", "From the data"}, {"28", "28"}, {"32", "32"}, {"64", "64"}, {"128", "128"}}),
      choices(make("channels", "Colour", ParameterType::choice, std::string("auto"), "Pictures", "Grey or colour."),
              {{"auto", "From the data"}, {"1", "Grey"}, {"3", "Colour"}}),
      choices(make("fit", "Fit", ParameterType::choice, std::string("crop"), "Pictures", "How a picture that is not square is fitted."),
              {{"crop", "Crop to the centre"}, {"pad", "Pad with the background"}, {"stretch", "Stretch"}}),
      onlyIf(make("background", "Background", ParameterType::text, std::string("#ffffff"), "Pictures", "Colour under transparent pixels and in padding."),
             {"fit", {"pad", "crop"}, "A stretched picture has no border to fill."}),
      make("augment_flip", "Mirror at random", ParameterType::boolean, false, "Pictures", "Shows each picture mirrored half of the time."),
  };
}

}  // namespace

Schema fakeSchema(const std::string& family) {
  auto all = trainingParameters();
  for (auto& p : pictureParameters()) all.push_back(std::move(p));
  if (family == "fc-gan") {
    all.push_back(integer("latent", "Latent size", 100, 1, 2048, "Networks", "Numbers that the generator starts from."));
    all.push_back(integer("hidden", "Hidden width", 512, 8, 8192, "Networks", "Units in each hidden layer."));
    all.push_back(integer("layers", "Hidden layers", 3, 1, 8, "Networks", "Layers between input and output."));
    all.push_back(advanced(real("dropout", "Dropout in D", 0.3, 0, 0.9, "Networks", "Share of the discriminator's units left out at random.")));
  } else {
    all.push_back(integer("latent", "Latent size", 100, 1, 2048, "Networks", "Numbers that the generator starts from."));
    all.push_back(integer("base", "Base channels", 64, 8, 512, "Networks", "Channels of the widest picture-sized layer. Twice as many take about four times as long."));
    all.push_back(advanced(choices(make("norm_g", "Normalisation in G", ParameterType::choice, std::string("batch"), "Networks", "Keeps activations in range."),
                                   {{"batch", "Batch"}, {"none", "None"}})));
    all.push_back(advanced(choices(make("precision", "Precision", ParameterType::choice, std::string("float32"), "Networks", "Number format of the convolutions."),
                                   {{"float32", "float32"}, {"bfloat16", "bfloat16"}})));
  }
  return Schema(std::move(all));
}

}  // namespace ganvas::test
