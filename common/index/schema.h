// SPDX-License-Identifier: GPL-3.0-or-later
// The schema: how fields and words lie in a Xapian document: prefixes, slots, weights, position ranges, the format version.
// Knows nothing of archives on disk.
//
// Unprefixed terms are folded words with positions and wdf 0; they never begin with a capital A-Z, prefixes always do.
//   Zen:ferri      stem in a language, wdf = the field-weighted count, no positions
//   S B P + word   word in the title / body / a name with positions (B only where the title or a name has the word too)
//   ZS ZB ZP…      the same for stems, wdf 0, no positions
// Body words that stand nowhere else need no B term: body:w is w, less the articles with it in title or people, plus B.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/article/fields.h"
#include "common/timestamp.h"

namespace morgue::schema {

inline constexpr int format_version = 1;
inline constexpr std::size_t longest_term = 245;  // bytes; a zero byte counts two (XAPIAN.md 3)

/// Prefixes of the word fields; "" for Field::any.
constexpr std::string_view word_prefix(Field field) {
  switch (field) {
    case Field::title: return "S";
    case Field::body: return "B";
    case Field::person: return "P";
    case Field::author: return "A";
    default: return "";
  }
}

/// Prefixes of whole-value and exact fields; "" for others.
constexpr std::string_view value_prefix(Field field) {
  switch (field) {
    case Field::source: return "XSRC:";
    case Field::section: return "XSEC:";
    case Field::tag: return "K:";
    case Field::place: return "XPLACE:";
    case Field::lang: return "L:";
    case Field::site: return "H:";
    case Field::url: return "U:";
    case Field::id: return "Q:";
    default: return "";
  }
}

/// Position ranges of the unprefixed words: names, then title, then body; between names a gap.
inline constexpr std::uint32_t first_name_position = 1;
inline constexpr std::uint32_t first_title_position = 1u << 20;
inline constexpr std::uint32_t first_body_position = 1u << 21;
inline constexpr std::uint32_t gap_between_names = 100;

/// wdf of one occurrence (BM25F with one b: Robertson, Zaragoza and Taylor, CIKM 2004).
inline constexpr std::uint32_t title_weight = 3;
inline constexpr std::uint32_t body_weight = 1;
inline constexpr std::uint32_t people_weight = 2;

enum Slot : std::uint32_t {
  date_slot = 0,   // 8 bytes, big endian, seconds + 2^63; absent when undated
  id_slot = 1,     // the id
  added_slot = 2,  // as date_slot
};

/// Metadata keys of a generation.
inline constexpr std::string_view time_zone_key = "time_zone";
inline constexpr std::string_view languages_key = "languages";  // stem languages present, space-separated

/// A term that is too long keeps its beginning and ends in a hash of the whole (UUID v5).
std::string term(std::string_view prefix, std::string_view text);
std::string stem_term(Field field, std::string_view language, std::string_view stem);
std::string word_term(Field field, std::string_view form);
std::string value_term(Field field, std::string_view compared_value);
std::string year_term(Field field, std::chrono::year);
std::string month_term(Field field, std::chrono::year_month);
std::string day_term(Field field, Day);
std::string undated_term();

/// 8 bytes that sort as the moments do.
std::string sortable(std::int64_t seconds);
std::int64_t from_sortable(std::string_view bytes);

}  // namespace morgue::schema
