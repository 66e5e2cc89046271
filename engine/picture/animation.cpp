#include "engine/picture/animation.hpp"

#include <gif_lib.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <memory>
#include <span>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include "engine/api/quote.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

Sentence makingIt() { return sentence("Writing the animation"); }
Error cancelled() { return {ErrorKind::cancelled, sentence("Stopped while the animation was written."), {}}; }

bool goesOn(const JobContext& job, std::size_t i, std::size_t count) {
  job.report(static_cast<double>(i) / static_cast<double>(count), makingIt());
  return !job.stopped();
}

int appendTo(GifFileType* gif, const GifByteType* bytes, int count) {
  static_cast<std::string*>(gif->UserData)->append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
  return count;
}

struct CloseGif {
  void operator()(GifFileType* gif) const { EGifCloseFile(gif, nullptr); }
};

/// One picture with colours of its own.
bool putGif(GifFileType* gif, const Frame& frame, int hundredths) {
  const auto count = static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height);
  std::vector<GifByteType> red(count), green(count), blue(count), indices(count);
  for (std::size_t i = 0; i < count; ++i) blue[i] = (*frame.bgra)[4 * i], green[i] = (*frame.bgra)[4 * i + 1], red[i] = (*frame.bgra)[4 * i + 2];
  int colours = 256;
  const std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> map(GifMakeMapObject(256, nullptr), GifFreeMapObject);
  if (!map || GifQuantizeBuffer(static_cast<unsigned>(frame.width), static_cast<unsigned>(frame.height), &colours, red.data(), green.data(), blue.data(), indices.data(), map->Colors) == GIF_ERROR) return false;
  const GifByteType control[4] = {0x04, static_cast<GifByteType>(hundredths & 255), static_cast<GifByteType>(hundredths >> 8), 0};   // stays until the next
  if (EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, 4, control) == GIF_ERROR || EGifPutImageDesc(gif, 0, 0, frame.width, frame.height, false, map.get()) == GIF_ERROR) return false;
  for (int y = 0; y < frame.height; ++y)
    if (EGifPutLine(gif, indices.data() + static_cast<std::ptrdiff_t>(y) * frame.width, frame.width) == GIF_ERROR) return false;
  return true;
}

Result<std::string> gifOf(const Animation& animation, const JobContext& job) {
  const Error failed{ErrorKind::internal, sentence("The animation could not be made."), "giflib"};
  std::string bytes;
  int code = 0;
  std::unique_ptr<GifFileType, CloseGif> gif(EGifOpen(&bytes, appendTo, &code));
  if (!gif) return failed;
  EGifSetGifVersion(gif.get(), true);
  const auto& first = animation.frames.front();
  if (EGifPutScreenDesc(gif.get(), first.width, first.height, 8, 0, nullptr) == GIF_ERROR) return failed;
  const GifByteType forEver[3] = {1, 0, 0};
  EGifPutExtensionLeader(gif.get(), APPLICATION_EXT_FUNC_CODE);
  EGifPutExtensionBlock(gif.get(), 11, "NETSCAPE2.0");
  EGifPutExtensionBlock(gif.get(), 3, forEver);
  EGifPutExtensionTrailer(gif.get());
  for (std::size_t i = 0; i < animation.frames.size(); ++i) {
    if (!goesOn(job, i, animation.frames.size())) return cancelled();
    if (!putGif(gif.get(), animation.frames[i], std::max(2, animation.milliseconds / 10))) return failed;
  }
  gif.reset();   // writes the end
  return bytes;
}

Result<std::string> webpOf(const Animation& animation, const JobContext& job) {
  const Error failed{ErrorKind::internal, sentence("The animation could not be made."), "libwebp"};
  const auto& first = animation.frames.front();
  WebPAnimEncoderOptions options;
  WebPConfig config;
  if (!WebPAnimEncoderOptionsInit(&options) || !WebPConfigInit(&config)) return failed;
  config.lossless = 1, config.quality = 30, config.method = 2;   // lossless: how much time is spent on size
  const std::unique_ptr<WebPAnimEncoder, void (*)(WebPAnimEncoder*)> encoder(WebPAnimEncoderNew(first.width, first.height, &options), WebPAnimEncoderDelete);
  if (!encoder) return failed;
  for (std::size_t i = 0; i < animation.frames.size(); ++i) {
    if (!goesOn(job, i, animation.frames.size())) return cancelled();
    WebPPicture picture;
    if (!WebPPictureInit(&picture)) return failed;
    picture.use_argb = 1, picture.width = first.width, picture.height = first.height;
    const bool added = WebPPictureImportBGRA(&picture, animation.frames[i].bgra->data(), 4 * first.width) && WebPAnimEncoderAdd(encoder.get(), &picture, static_cast<int>(i) * animation.milliseconds, &config);
    WebPPictureFree(&picture);
    if (!added) return failed;
  }
  WebPData data;
  WebPDataInit(&data);
  if (!WebPAnimEncoderAdd(encoder.get(), nullptr, static_cast<int>(animation.frames.size()) * animation.milliseconds, nullptr) || !WebPAnimEncoderAssemble(encoder.get(), &data)) return failed;
  std::string bytes(reinterpret_cast<const char*>(data.bytes), data.size);
  WebPDataClear(&data);
  return bytes;
}

/// OpenCV writes files by itself: into a new one beside, which is renamed then.
Result<void> writeMp4(Storage& storage, const Animation& animation, const fs::path& file, const JobContext& job) {
  const auto& first = animation.frames.front();
  const cv::Size size(first.width - first.width % 2, first.height - first.height % 2);
  auto part = temporaryBeside(file);
  part += ".mp4";
  cv::VideoWriter video;
  for (const char* code : {"avc1", "mp4v"})
    if (video.open(part.string(), cv::CAP_FFMPEG, cv::VideoWriter::fourcc(code[0], code[1], code[2], code[3]), 1000.0 / animation.milliseconds, size)) break;
  if (!video.isOpened()) return Error{ErrorKind::storage, sentence("%1 cannot be written as a film. Check the folder, or choose .webp or .gif.", inQuotes(file.string())), {}};
  for (std::size_t i = 0; i < animation.frames.size(); ++i) {
    if (!goesOn(job, i, animation.frames.size())) {
      video.release();
      (void)storage.remove(part);
      return cancelled();
    }
    const cv::Mat bgra(first.height, first.width, CV_8UC4, const_cast<std::uint8_t*>(animation.frames[i].bgra->data()));
    cv::Mat bgr;
    cv::cvtColor(bgra(cv::Rect({0, 0}, size)), bgr, cv::COLOR_BGRA2BGR);
    video.write(bgr);
  }
  video.release();
  // OpenCV does not say where a frame could not be written.
  cv::VideoCapture back(part.string());
  const bool whole = back.isOpened() && back.get(cv::CAP_PROP_FRAME_COUNT) >= static_cast<double>(animation.frames.size());
  back.release();
  if (!whole) {
    (void)storage.remove(part);
    return Error{ErrorKind::storage, sentence("%1 could not be written to its end. Check that there is room in the folder.", inQuotes(file.string())), {}};
  }
  return storage.rename(part, file);
}

}  // namespace

Result<void> writeAnimation(Storage& storage, const Animation& animation, const fs::path& file, const JobContext& job) {
  if (animation.frames.empty()) return Error{ErrorKind::usage, sentence("There is nothing to record yet: draw something first."), {}};
  const auto& first = animation.frames.front();
  for (const auto& frame : animation.frames)
    if (frame.empty() || frame.width != first.width || frame.height != first.height) return Error{ErrorKind::internal, sentence("The animation could not be made."), "pictures of several sizes"};
  const auto ending = file.extension().string();
  if (ending == ".mp4") return writeMp4(storage, animation, file, job);
  if (ending != ".gif" && ending != ".webp") return Error{ErrorKind::usage, sentence("%1 does not end in .gif, .webp or .mp4, so it is not clear what to write.", inQuotes(file.string())), {}};
  auto bytes = ending == ".gif" ? gifOf(animation, job) : webpOf(animation, job);
  if (!bytes) return bytes.error();
  return storage.writeAtomically(file, *bytes);
}

}  // namespace ganvas
