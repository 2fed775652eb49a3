// SPDX-License-Identifier: GPL-3.0-or-later
// Parses the text of one article with nlohmann::json and finds the place of what is wrong in it. Knows no
// keys.
#include "indexer/inputs/article_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

namespace morgue {
namespace {

Fault fault(const Place& place, const std::string& code, const std::string& reason, const std::string& hint) {
  return {place, "", code, reason, hint};
}

Place further_on(Place place, std::string_view passed) {
  place.byte += passed.size();
  place.line += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
  return place;
}

std::size_t deepest_nesting_of(std::string_view text) {
  Nesting nesting;
  for (const char c : text) nesting.see(c);
  return nesting.deepest();
}

/// Where the first byte stands that is not part of a UTF-8 character.
std::optional<std::size_t> first_bad_byte(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, text.size(), character);
    if (character < 0) return begin;
  }
  return std::nullopt;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Latin-1 and windows-1252 write single bytes beyond ASCII between ASCII ones.
bool looks_like_latin_1(std::string_view text) {
  bool is_after_another = false;
  for (const char c : text) {
    if (!is_ascii(c) && is_after_another) return false;
    is_after_another = !is_ascii(c);
  }
  return true;
}

std::string hint_for_encoding(std::string_view text) {
  return looks_like_latin_1(text)
             ? "this looks like Latin-1: convert the file with iconv -f WINDOWS-1252 -t UTF-8"
             : "convert the file to UTF-8, for example with iconv";
}

/// nlohmann's message without its own name and place, and without the text it read last, which may be long.
std::string plain_reason(std::string_view message) {
  constexpr std::size_t longest_reason = 200;
  if (const auto name_end = message.find("] "); name_end != std::string_view::npos)
    message.remove_prefix(name_end + 2);
  if (message.starts_with("parse error at ")) message.remove_prefix(message.find(": ") + 2);
  return std::string(message.substr(0, std::min(message.find("; last read: "), longest_reason)));
}

Fault parse_fault(const Piece& piece, const nlohmann::json::parse_error& error) {
  const std::string_view text = piece.text;
  const std::size_t broken = std::min(error.byte > 0 ? error.byte - 1 : 0, text.size());
  const auto bad = first_bad_byte(text);
  if (bad && *bad <= broken)
    return fault(further_on(piece.begin, text.substr(0, *bad)), "bad_utf8", "a byte here is not UTF-8",
                 hint_for_encoding(text));
  if (broken < text.size() && text[broken] == '\0')
    return malformed(further_on(piece.begin, text.substr(0, broken)), "a NUL byte stands here",
                     "take it out: tr -d '\\000'");
  return malformed(further_on(piece.begin, text.substr(0, broken)), plain_reason(error.what()),
                   "correct the JSON there");
}

Fault too_large(const Place& begin) {
  return fault(begin, "too_large",
               "the JSON of the article has more than " + std::to_string(longest_article) + " bytes",
               "split the article, or leave out what is not text");
}

Fault too_deep(const Place& begin) {
  return fault(begin, "too_deep",
               "lists and objects are nested more than " + std::to_string(deepest_nesting) + " deep",
               "leave out the keys that hold them");
}

}  // namespace

Fault malformed(const Place& place, const std::string& reason, const std::string& hint) {
  return fault(place, "malformed_json", reason, hint);
}

void ArticleSink::take_text(const Piece& piece) { parse_article_text(piece, *this); }

Likeness ArticleSink::likeness(const nlohmann::json& object) const { return Shapes().likeness(object); }

void parse_article_text(const Piece& piece, ArticleSink& sink) {
  if (piece.is_too_long) return sink.reject(too_large(piece.begin));
  if (deepest_nesting_of(piece.text) > deepest_nesting) return sink.reject(too_deep(piece.begin));
  nlohmann::json article;
  try {
    article = nlohmann::json::parse(piece.text);
  } catch (const nlohmann::json::parse_error& error) {
    return sink.reject(parse_fault(piece, error));
  } catch (const nlohmann::json::exception& error) {  // a number beyond all bounds
    return sink.reject(malformed(piece.begin, plain_reason(error.what()), "correct the JSON there"));
  }
  sink.take(std::move(article), piece.begin);
}

}  // namespace morgue
