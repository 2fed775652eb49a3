// SPDX-License-Identifier: GPL-3.0-or-later
// How the tests of the query room show what was parsed: the canonical text, and the warnings as
// "code[start,end)".
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "common/query/query_parser.h"
#include "common/query/query_text.h"

namespace morgue {

inline constexpr std::int64_t thursday_at_noon = 1'626'350'400;
inline const ParseOptions on_a_thursday{
    .match_any = false, .today = std::chrono::year{2021} / 7 / 15, .now = thursday_at_noon};

inline std::string understood(std::string_view text, bool match_any = false) {
  auto options = on_a_thursday;
  options.match_any = match_any;
  return query_text(parse_query(text, options).tree);
}

inline std::string warnings_of(std::string_view text) {
  std::string list;
  for (const auto& warning : parse_query(text, on_a_thursday).warnings) {
    if (!list.empty()) list += ' ';
    list.append(warning.code).append("[").append(std::to_string(warning.start));
    list.append(",").append(std::to_string(warning.end)).append(")");
  }
  return list;
}

struct UnderstoodRow {
  std::string_view typed;
  std::string_view understood;
};

struct WarningRow {
  std::string_view typed;
  std::string_view understood;
  std::string_view warnings;
};

}  // namespace morgue
