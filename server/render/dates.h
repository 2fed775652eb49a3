// SPDX-License-Identifier: GPL-3.0-or-later
// Days, moments and spans of days in words. Knows no page.
#pragma once

#include <string>

#include "common/search/search_request.h"
#include "common/timestamp.h"

namespace morgue {

/// "15 July 2021", and where it is more than a day ", 07:30 UTC".
std::string in_words(Timestamp);
std::string in_words(Day);

/// "2021", "July 2021" or "15 July 2021".
std::string in_words(Day, Interval);

/// The same for a whole year, month or day; else "15 July 2021 – 3 August 2021", "since …", "until …". "" for
/// a span without ends.
std::string in_words(const DaySpan&);

}  // namespace morgue
