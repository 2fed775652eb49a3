// SPDX-License-Identifier: GPL-3.0-or-later
// The notation of dates in a query, both ways. Knows nothing of what surrounds them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/query/query_fields.h"
#include "common/timestamp.h"

namespace morgue {

struct DateReading {
  std::optional<DaySpan> span;        // without it and `since`: the article has no date
  std::optional<std::int64_t> since;  // in seconds since 1970
  bool turned_round = false;          // the ends stood in the wrong order
  bool operator==(const DateReading&) const = default;
};

/// What stands after date: added: after: before: or last:, for instance "2021-07", "2021..today",
/// ">=2021-03-05",
/// "[2021 TO 2022}", "7d", or counted back from `now` "24h". nullopt: not such a text. A span without a day
/// in it has its last day just before its first.
std::optional<DateReading> read_date(const FieldName&, std::string_view written, Day today,
                                     std::int64_t now = 0);

/// What after `date:` is read as this moment or later.
std::string since_text(std::int64_t since);

/// The shortest writing after `date:` that is read as this span.
std::string date_text(const std::optional<DaySpan>&);

}  // namespace morgue
