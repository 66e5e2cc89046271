// A small IDX data set on disk: left half bright, right half dark, two labels.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace ganvas::test {

inline void writeIdx(const std::filesystem::path& folder, int count, int side = 28) {
  std::filesystem::create_directories(folder);
  const auto number = [](std::ofstream& out, int value) {
    const char bytes[4] = {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value)};
    out.write(bytes, 4);
  };
  for (const auto& [name, n] : {std::pair<std::string, int>{"train", count}, {"t10k", count / 2}}) {
    std::ofstream images(folder / (name + "-images-idx3-ubyte"), std::ios::binary);
    number(images, 0x803), number(images, n), number(images, side), number(images, side);
    for (int i = 0; i < n; ++i)
      for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) images.put(static_cast<char>((x < side / 2 ? 200 : 20) + (i * 13 + y * 5 + x) % 40));
    std::ofstream labels(folder / (name + "-labels-idx1-ubyte"), std::ios::binary);
    number(labels, 0x801), number(labels, n);
    for (int i = 0; i < n; ++i) labels.put(static_cast<char>(i % 2));
  }
}

}  // namespace ganvas::test
