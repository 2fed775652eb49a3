// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/byte_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/index/bulk/glass_format.h"
#include "common/index/storage_error.h"

namespace morgue {

namespace {

constexpr std::size_t write_buffer = 256u << 10;
constexpr std::size_t read_buffer = 128u << 10;

int opened(const std::string& path, int flags, const char* doing) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
  if (descriptor < 0) throw storage_error(doing + path, errno);
  return descriptor;
}

}  // namespace

FileWriter::FileWriter(std::string path)
    : path_(std::move(path)), descriptor_(opened(path_, O_WRONLY | O_CREAT | O_TRUNC, "cannot make ")) {
  buffer_.reserve(write_buffer);
}

FileWriter::~FileWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FileWriter::append_uint(std::uint64_t value) {
  if (buffer_.size() + 10 > buffer_.capacity()) flush();
  glass::append_uint(buffer_, value);
}

void FileWriter::append_string(std::string_view text) {
  append_uint(text.size());
  append(text);
}

void FileWriter::close() {
  flush();
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) throw storage_error("cannot write " + path_, errno);
}

void FileWriter::flush() {
  write(buffer_);
  buffer_.clear();
}

void FileWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw storage_error("cannot write " + path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

FileReader::FileReader(std::string path)
    : path_(std::move(path)),
      descriptor_(opened(path_, O_RDONLY, "cannot read ")),
      buffer_(read_buffer, '\0') {}

FileReader::~FileReader() { ::close(descriptor_); }

std::uint64_t FileReader::read_uint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    if (at_ == end_ && !fill(1)) fail_at_end();
    const auto byte = static_cast<unsigned char>(buffer_[at_++]);
    value |= std::uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) break;
  }
  return value;
}

std::string_view FileReader::read(std::size_t length) {
  if (end_ - at_ < length && !fill(length)) fail_at_end();
  const std::string_view bytes(buffer_.data() + at_, length);
  at_ += length;
  return bytes;
}

/// At least `length` bytes from at_ on.
bool FileReader::fill(std::size_t length) {
  std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
  end_ -= at_;
  at_ = 0;
  if (buffer_.size() < length) buffer_.resize(length);
  while (end_ < length) {
    const ssize_t got = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw storage_error("cannot read " + path_, errno);
    if (got == 0) return false;
    end_ += static_cast<std::size_t>(got);
  }
  return true;
}

void FileReader::fail_at_end() const {
  throw Error(ErrorKind::storage, path_ + " is shorter than it was written", "run the same command again");
}

}  // namespace morgue
