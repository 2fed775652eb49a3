// SPDX-License-Identifier: GPL-3.0-or-later
// The table of fields that can be searched: parser, index, help and documentation read it. Knows nothing of
// Xapian.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace morgue {

enum class Field : std::uint8_t {
  any,  // title, body and people together
  title,
  body,
  person,
  author,
  source,
  section,
  tag,
  place,
  lang,
  site,
  url,
  id,
  date,
  added,
};

enum class FieldKind : std::uint8_t {
  text,                // words anywhere in it
  words_of_one_value,  // words within one of its values
  whole_value,         // the whole value, whatever its case and accents
  exact,               // byte for byte
  date,
};

struct FieldInfo {
  Field field;
  FieldKind kind;
  std::string_view name;
  std::array<std::string_view, 2> aliases;
};

inline constexpr std::array fields{
    FieldInfo{Field::title, FieldKind::text, "title", {"headline", "intitle"}},
    FieldInfo{Field::body, FieldKind::text, "body", {"text", ""}},
    FieldInfo{Field::person, FieldKind::words_of_one_value, "person", {"people", "persons"}},
    FieldInfo{Field::author, FieldKind::words_of_one_value, "author", {"byline", ""}},
    FieldInfo{Field::source, FieldKind::whole_value, "source", {"", ""}},
    FieldInfo{Field::section, FieldKind::whole_value, "section", {"", ""}},
    FieldInfo{Field::tag, FieldKind::whole_value, "tag", {"topic", "keyword"}},
    FieldInfo{Field::place, FieldKind::whole_value, "place", {"", ""}},
    FieldInfo{Field::lang, FieldKind::whole_value, "lang", {"language", ""}},
    FieldInfo{Field::site, FieldKind::whole_value, "site", {"domain", ""}},
    FieldInfo{Field::url, FieldKind::exact, "url", {"", ""}},
    FieldInfo{Field::id, FieldKind::exact, "id", {"", ""}},
    FieldInfo{Field::date, FieldKind::date, "date", {"", ""}},
    FieldInfo{Field::added, FieldKind::date, "added", {"", ""}},
};

constexpr const FieldInfo& info(Field field) { return fields[static_cast<std::size_t>(field) - 1]; }

constexpr const FieldInfo* find_field(std::string_view folded_name) {
  for (const auto& f : fields) {
    if (f.name == folded_name) return &f;
    for (const auto alias : f.aliases)
      if (!alias.empty() && alias == folded_name) return &f;
  }
  return nullptr;
}

constexpr bool every_field_stands_at_its_place() {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (static_cast<std::size_t>(fields[i].field) != i + 1) return false;
  return fields.size() == static_cast<std::size_t>(Field::added);
}
static_assert(every_field_stands_at_its_place());

constexpr bool names_are_unique() {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (find_field(fields[i].name) != &fields[i]) return false;
    for (const auto alias : fields[i].aliases)
      if (!alias.empty() && find_field(alias) != &fields[i]) return false;
  }
  return true;
}
static_assert(names_are_unique());

}  // namespace morgue
