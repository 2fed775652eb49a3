// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people and site software write them: "July 14, 2021", "14 juillet 2021", "Tue, 19 Nov 2019
// 02:24:00 GMT". Knows nothing of articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue {

/// The first date in the text as ISO 8601; a moment where the time stands with its zone, else the day. Months
/// in the languages of ICU's that news is mostly written in. Numbers only where their order is certain:
/// 2021-07-14, 2021/07/14, 14.07.2021, 25/07/2021, but not 07/08/2021. nullopt: there is none.
std::optional<std::string> date_in(std::string_view text);

struct DateLine {
  std::string date;        // ISO 8601
  bool is_update = false;  // "Updated: …"
};

/// The same for a line that says nothing but when it was published or updated.
std::optional<DateLine> date_of_line(std::string_view line);

/// The value of a key for dates: as date_in_json reads it, else as date_in does. "" for none.
std::string date_of_value(std::string_view value);

}  // namespace morgue
