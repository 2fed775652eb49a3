// SPDX-License-Identifier: GPL-3.0-or-later
// Files written and read from one end to the other. Knows nothing of what is in them. What the disk refuses
// is Error(storage).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace morgue {

/// Writes a new file, or one anew.
class FileWriter {
 public:
  explicit FileWriter(std::string path);
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  void append(std::string_view bytes) {
    if (buffer_.size() + bytes.size() > buffer_.capacity()) flush();
    if (bytes.size() > buffer_.capacity()) write(bytes);
    else buffer_.append(bytes);
  }
  /// As glass::append_uint.
  void append_uint(std::uint64_t);
  void append_string(std::string_view);
  /// To be called at the end: what is not closed is not written.
  void close();

 private:
  void flush();
  void write(std::string_view bytes);

  std::string path_;
  int descriptor_ = -1;
  std::string buffer_;
};

class FileReader {
 public:
  explicit FileReader(std::string path);
  ~FileReader();
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  bool at_end() { return at_ == end_ && !fill(1); }
  std::uint64_t read_uint();
  /// Valid until the next read.
  std::string_view read(std::size_t length);
  std::string_view read_string() { return read(read_uint()); }

 private:
  bool fill(std::size_t length);
  [[noreturn]] void fail_at_end() const;

  std::string path_;
  int descriptor_ = -1;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace morgue
