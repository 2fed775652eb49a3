// SPDX-License-Identifier: GPL-3.0-or-later
// Words of dates in the languages that news is mostly written in, folded: months, days, and what stands
// beside them in a line of its own. Knows nothing of texts.
#pragma once

#include <string>

namespace morgue {

/// "july" and "jul" are 7; 0 for no month.
int month_of(const std::string& word);
/// "published", "at", "wednesday": nothing that a line of a date could not hold.
bool is_beside_dates(const std::string& word);
bool says_updated(const std::string& word);

}  // namespace morgue
