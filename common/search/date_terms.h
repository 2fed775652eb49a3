// SPDX-License-Identifier: GPL-3.0-or-later
// A span of days as the index's terms for whole years, months and days.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/article/fields.h"
#include "common/timestamp.h"

namespace morgue {

/// Terms that together stand in exactly the articles whose day of the field lies in the span. Open ends reach
/// to the archive's first and last day.
std::vector<std::string> date_terms(Field, const DaySpan&, const Xapian::Database&);

}  // namespace morgue
