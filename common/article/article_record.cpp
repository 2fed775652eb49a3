// SPDX-License-Identifier: GPL-3.0-or-later
// The record: its fields one behind the other in a fixed order, each text with its length before it, each
// list with its number of texts. Lengths are in groups of seven bits, lowest first, the high bit says that
// more follow.
#include "common/article/article_record.h"

#include <array>
#include <cstdint>
#include <utility>

#include "common/error.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

using Text = std::string Article::*;
using List = std::vector<std::string> Article::*;

constexpr std::array texts{&Article::id,        &Article::title,    &Article::body,
                           &Article::published, &Article::updated,  &Article::source,
                           &Article::section,   &Article::language, &Article::language_detected,
                           &Article::url,       &Article::status,   &Article::embargoed};
constexpr std::array lists{&Article::people, &Article::authors, &Article::tags, &Article::places};

constexpr unsigned bits_a_byte = 7;
constexpr unsigned char more_follow = 0x80;

struct NotUtf8 {};

class RecordWriter {
 public:
  void flag(bool value) { bytes_.push_back(value ? '\1' : '\0'); }

  void text(std::string_view value) {
    if (!is_valid_utf8(value)) throw NotUtf8();
    number(value.size());
    bytes_ += value;
  }

  void list(const std::vector<std::string>& values) {
    number(values.size());
    for (const auto& value : values) text(value);
  }

  std::string bytes() && { return std::move(bytes_); }

 private:
  void number(std::size_t value) {
    for (; value >= more_follow; value >>= bits_a_byte)
      bytes_.push_back(static_cast<char>(value | more_follow));
    bytes_.push_back(static_cast<char>(value));
  }

  std::string bytes_;
};

std::string write(const Article& article) {
  RecordWriter writing;
  writing.flag(article.people_recognised);
  for (const Text member : texts) writing.text(article.*member);
  for (const List member : lists) writing.list(article.*member);
  writing.text(article.other.empty() ? std::string() : article.other.dump());
  return std::move(writing).bytes();
}

struct Damaged {};

class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

  bool flag() {
    const unsigned char value = byte();
    if (value > 1) throw Damaged();
    return value == 1;
  }

  std::string_view text() {
    const std::size_t length = number();
    if (length > rest_.size()) throw Damaged();
    const std::string_view value = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return value;
  }

  std::vector<std::string> list() {
    const std::size_t size = number();
    if (size > rest_.size()) throw Damaged();
    std::vector<std::string> values;
    values.reserve(size);
    for (std::size_t i = 0; i < size; ++i) values.emplace_back(text());
    return values;
  }

  bool at_end() const { return rest_.empty(); }

 private:
  unsigned char byte() {
    if (rest_.empty()) throw Damaged();
    const char first = rest_.front();
    rest_.remove_prefix(1);
    return static_cast<unsigned char>(first);
  }

  std::size_t number() {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += bits_a_byte) {
      const unsigned char next = byte();
      value |= static_cast<std::size_t>(next & ~more_follow) << shift;
      if (next < more_follow) return value;
    }
    throw Damaged();
  }

  std::string_view rest_;
};

Article read(std::string_view record) {
  RecordReader reading(record);
  Article article;
  article.people_recognised = reading.flag();
  for (const Text member : texts) article.*member = reading.text();
  for (const List member : lists) article.*member = reading.list();
  if (const auto other = reading.text(); !other.empty())
    article.other = nlohmann::json::parse(other, nullptr, false);
  if (!reading.at_end() || !article.other.is_object()) throw Damaged();
  return article;
}

}  // namespace

std::string to_record(const Article& article) {
  const auto refuse = [&] {
    return Error(ErrorKind::bad_input, "article " + article.id + " has text that is not UTF-8",
                 "convert it to UTF-8 first");
  };
  try {
    return write(article);
  } catch (const NotUtf8&) {
    throw refuse();
  } catch (const nlohmann::json::type_error&) {
    throw refuse();
  }
}

std::optional<Article> from_record(std::string_view record) {
  try {
    return read(record);
  } catch (const Damaged&) {
    return std::nullopt;
  }
}

}  // namespace morgue
