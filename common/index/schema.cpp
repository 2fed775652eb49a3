// SPDX-License-Identifier: GPL-3.0-or-later
// The spelling of terms and sortable moments.
#include "common/index/schema.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <new>

#include "common/error.h"
#include "common/text/lexicon.h"

namespace morgue::schema {

namespace {

constexpr std::size_t hash_length = 1 + 36;  // "#" and a UUID
// A hashed term loses at most 3 bytes to the cut between two characters, so it is longer than every plain
// one.
constexpr std::size_t longest_plain_term = longest_term - 4;

std::size_t stored_length(char byte) { return byte == '\0' ? 2 : 1; }

std::size_t stored_length(std::string_view text) {
  std::size_t length = 0;
  for (const char byte : text) length += stored_length(byte);
  return length;
}

bool continues_a_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

std::string_view beginning(std::string_view text, std::size_t room) {
  std::size_t end = 0;
  for (std::size_t used = 0; end < text.size(); ++end) {
    used += stored_length(text[end]);
    if (used > room) break;
  }
  for (int back = 0; back < 3 && end > 0 && end < text.size() && continues_a_character(text[end]); ++back)
    --end;
  return text.substr(0, end);
}

std::string hash_of(const std::string& text) {
  const boost::uuids::name_generator_sha1 name_based(boost::uuids::ns::oid());
  return to_string(name_based(text));
}

std::string digits(unsigned number, std::size_t width) {
  const std::string text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

std::string year_digits(std::chrono::year year) { return digits(static_cast<unsigned>(int{year}), 4); }

std::string month_digits(std::chrono::year_month month) {
  return year_digits(month.year()) + digits(unsigned{month.month()}, 2);
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return is_ascii(byte); });
}

bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (normalizer->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  return normal;
}

}  // namespace

std::string term(std::string_view prefix, std::string_view text) {
  std::string whole;
  whole.reserve(prefix.size() + text.size());
  whole.append(prefix).append(text);
  if (2 * whole.size() <= longest_plain_term || stored_length(whole) <= longest_plain_term) return whole;
  return std::string(beginning(whole, longest_term - hash_length)) + "#" + hash_of(whole);
}

std::string stem_term(Field field, std::string_view language, std::string_view stem) {
  std::string prefix(stem_prefix);
  prefix.append(word_prefix(field)).append(language).append(":");
  return term(prefix, stem);
}

std::string word_term(Field field, std::string_view form) { return term(word_prefix(field), form); }

std::string value_term(Field field, std::string_view compared_value) {
  return term(value_prefix(field), compared_value);
}

std::string written_term(std::string_view slice) {
  if (slice.ends_with('.')) slice.remove_suffix(1);
  return term(written_prefix, nfc(slice));
}

bool has_written_term(std::string_view slice) { return has_written_term(slice, fold_word(slice)); }

bool has_written_term(std::string_view slice, std::string_view form) {
  if (slice.empty()) return false;
  if (std::any_of(slice.begin() + 1, slice.end(), is_capital)) return true;
  return !is_ascii(slice) && nfc(slice) != form;
}

std::string year_term(Field field, std::chrono::year year) {
  return term(date_prefixes(field).year, year_digits(year));
}

std::string month_term(Field field, std::chrono::year_month month) {
  return term(date_prefixes(field).month, month_digits(month));
}

std::string day_term(Field field, Day day) {
  const std::chrono::year_month_day date(day);
  return term(date_prefixes(field).day,
              month_digits(date.year() / date.month()) + digits(unsigned{date.day()}, 2));
}

std::string undated_term() { return std::string(undated_prefix); }

std::string long_value_term() { return std::string(long_value_prefix); }

std::string languages_text(const std::set<std::string>& languages) {
  std::string text;
  for (const auto& language : languages) text += (text.empty() ? "" : " ") + language;
  return text;
}

std::string sortable(std::int64_t seconds) {
  const std::uint64_t shifted = static_cast<std::uint64_t>(seconds) ^ (std::uint64_t{1} << 63);
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(shifted >> shift & 0xff));
  return bytes;
}

std::int64_t from_sortable(std::string_view bytes) {
  if (bytes.size() != 8) throw Error(ErrorKind::storage, "a moment in the archive is not 8 bytes long");
  std::uint64_t shifted = 0;
  for (const char byte : bytes) shifted = shifted << 8 | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(shifted ^ (std::uint64_t{1} << 63));
}

}  // namespace morgue::schema
