// SPDX-License-Identifier: GPL-3.0-or-later
// The spans of a timeline: which year, month or day a day lies in.
#pragma once

#include "common/search/search_request.h"
#include "common/timestamp.h"

namespace morgue {

/// Of the span that the day lies in.
Day first_day(Day, Interval);
Day last_day(Day, Interval);

}  // namespace morgue
