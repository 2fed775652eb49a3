// SPDX-License-Identifier: GPL-3.0-or-later
// When articles were published, as bars that lead from years to months to days. Knows no other part of the
// page.
#pragma once

#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "server/render/html.h"

namespace morgue {

/// In what to count a search between these days: in days up to two months, else in months.
Interval interval_within(const DaySpan&);

/// The bars to draw: in months or years where there would be more than `most` of them (years are not added
/// up), from the first day asked for to the last, else in whole years or months, where that makes not more of
/// them, and cut at the days asked for.
Timeline drawn(Timeline, const DaySpan& asked_for, std::size_t most);

/// Bars with their labels, links and heights, the way up to longer spans, and the undated. False where
/// nothing was counted.
View timeline_view(const Timeline&, const SearchRequest&, std::size_t most_bars);

}  // namespace morgue
