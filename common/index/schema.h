// SPDX-License-Identifier: GPL-3.0-or-later
// The schema: how fields and words lie in a Xapian document: prefixes, slots, weights; the ranges of words'
// positions, which lie beside it; the format version. Knows nothing of archives on disk.
//
// Words, folded, are no terms: which articles have them, and where, lies beside the documents (positions/).
// But forms too long for the vocabulary are unprefixed terms with wdf 0; those never begin with a capital
// A-Z, prefixes always do.
//   Zen:ferri      stem in a language, wdf = the field-weighted count
//   S P A + word   word in the title / a name / an author's name, wdf 0
//   B + word       word in the body; only of those long forms, where the title or a name has the word too
//   ZS ZP ZA       stem in the title / a name / an author's name, wdf 0
//   ZB             stem in the body; only where the title or a name has it too, wdf 0
//   W + slice  a word of title, body or names as it is written, where its form does not tell: see
//              has_written_term; wdf 0. There are none by field: a field's words with the form narrow down
//              enough.
// What stands nowhere else needs no B term: body:w is w, less the articles with it in title or people, plus
// B. Authors are not part of the unprefixed words and stems.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "common/article/fields.h"
#include "common/timestamp.h"

namespace morgue::schema {

inline constexpr int format_version = 6;
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

/// Prefixes of whole-value and exact fields, and of a person by the key of the name; "" for others.
constexpr std::string_view value_prefix(Field field) {
  switch (field) {
    case Field::person: return "XPERSON:";
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

/// Prefixes of a day's year, month and day.
struct DatePrefixes {
  std::string_view year;
  std::string_view month;
  std::string_view day;
};
constexpr DatePrefixes date_prefixes(Field field) {
  if (field == Field::added) return {"XADDEDY:", "XADDEDM:", "XADDEDD:"};
  return {"Y", "M", "D"};
}

inline constexpr std::string_view stem_prefix = "Z";
inline constexpr std::string_view undated_prefix = "XUNDATED";
inline constexpr std::string_view written_prefix = "W";
inline constexpr std::string_view long_value_prefix = "XLONG";

constexpr bool no_prefix_begins_another() {
  constexpr auto date = date_prefixes(Field::date);
  constexpr auto added = date_prefixes(Field::added);
  constexpr std::array prefixes{
      word_prefix(Field::title),
      word_prefix(Field::body),
      word_prefix(Field::person),
      word_prefix(Field::author),
      value_prefix(Field::person),
      value_prefix(Field::source),
      value_prefix(Field::section),
      value_prefix(Field::tag),
      value_prefix(Field::place),
      value_prefix(Field::lang),
      value_prefix(Field::site),
      value_prefix(Field::url),
      value_prefix(Field::id),
      date.year,
      date.month,
      date.day,
      added.year,
      added.month,
      added.day,
      stem_prefix,
      undated_prefix,
      written_prefix,
      long_value_prefix,
  };
  for (std::size_t i = 0; i < prefixes.size(); ++i)
    for (std::size_t j = 0; j < prefixes.size(); ++j)
      if (i != j && prefixes[i].starts_with(prefixes[j])) return false;
  return true;
}
static_assert(no_prefix_begins_another());

/// Where positions of a field's words lie: body, title, names, authors' names. Between two names and at the
/// end of each range lies a gap, so that no phrase crosses.
struct PositionRange {
  std::uint32_t first;
  std::uint32_t limit;  // one past the last
};
inline constexpr std::uint32_t gap_between_names = 100;
inline constexpr std::array position_ranges{
    PositionRange{1, (1u << 27) - gap_between_names},
    PositionRange{1u << 27, (1u << 27) + (1u << 20) - gap_between_names},
    PositionRange{(1u << 27) + (1u << 20), (1u << 27) + (2u << 20) - gap_between_names},
    PositionRange{(1u << 27) + (2u << 20), (1u << 27) + (3u << 20)},
};
/// Which of them is that of body, title, person or author.
constexpr std::size_t position_range_of(Field field) {
  switch (field) {
    case Field::title: return 1;
    case Field::person: return 2;
    case Field::author: return 3;
    default: return 0;
  }
}

/// wdf of one occurrence (BM25F with one b: Robertson, Zaragoza and Taylor, CIKM 2004).
inline constexpr std::uint32_t title_weight = 3;
inline constexpr std::uint32_t body_weight = 1;
inline constexpr std::uint32_t people_weight = 2;

enum Slot : std::uint32_t {
  date_slot = 0,   // 8 bytes, big endian, seconds + 2^63; absent when undated
  id_slot = 1,     // the id
  added_slot = 2,  // as date_slot
  first_facet_slot = 16,
};

/// The fields by whose values answers are counted; each has a slot with an article's values: facet_values.h.
inline constexpr std::array facet_fields{Field::person, Field::source, Field::section, Field::tag,
                                         Field::lang};
constexpr Slot facet_slot(Field field) {
  std::uint32_t slot = first_facet_slot;
  for (const Field each : facet_fields) {
    if (each == field) break;
    ++slot;
  }
  return static_cast<Slot>(slot);
}

/// Metadata keys of a generation.
inline constexpr std::string_view time_zone_key = "time_zone";
inline constexpr std::string_view unicode_key = "unicode";      // unicode_version() of whoever made it
inline constexpr std::string_view languages_key = "languages";  // stem languages present, space-separated
std::string languages_text(const std::set<std::string>&);
inline constexpr std::string_view positions_key = "p:";   // see positions/position_chunk.h
inline constexpr std::string_view vocabulary_key = "w:";  // see vocabulary_block.h

/// A term that is too long keeps its beginning and ends in "#" and a hash of the whole (UUID v5). No text
/// gives the term of another one: what is as long as such a term is hashed too.
std::string term(std::string_view prefix, std::string_view text);
std::string stem_term(Field field, std::string_view language, std::string_view stem);
std::string word_term(Field field, std::string_view form);
std::string value_term(Field field, std::string_view compared_value);
/// Of the slice in NFC, without the dot that ends an abbreviation: U.S. and U.S are written alike.
std::string written_term(std::string_view slice);
/// Whether the slice of a word or elided token (valid UTF-8) has a written term. It has one if there is a
/// capital A-Z beyond its first letter, or a character outside ASCII and its NFC is not the form itself: US,
/// McKay, café, Élysée, and Москва for its capital; not bush, Bush, москва or 東. The same for a slice and
/// its NFC.
bool has_written_term(std::string_view slice);
/// The same, where the slice's form (fold_word) is known.
bool has_written_term(std::string_view slice, std::string_view form);
/// Terms of Field::date or Field::added.
std::string year_term(Field field, std::chrono::year);
std::string month_term(Field field, std::chrono::year_month);
std::string day_term(Field field, Day);
std::string undated_term();
/// Of articles in which a name of people or authors has more than gap_between_names words, so that nearness
/// does not tell what stands in one name.
std::string long_value_term();

/// 8 bytes that sort as the moments do.
std::string sortable(std::int64_t seconds);
/// Throws Error(storage) for anything but 8 bytes.
std::int64_t from_sortable(std::string_view bytes);

}  // namespace morgue::schema
