// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a news site around its articles, in the languages of the table: share, comment, subscribe,
// menus, notices of cookies and advertisements. Knows no markup and no order of lines.
#pragma once

#include <string_view>

namespace morgue {

enum class Furniture {
  none,      // an article's own words, as far as the line tells
  line,      // stands alone
  links,     // a heading over links to other articles
  comments,  // a heading over what readers wrote, which goes on to the end
};

/// What the line is by its words alone; case, accents and signs at the ends do not count, and every number is
/// as good as another. A line that is long or reads as running text is never furniture unless all of it
/// stands in the table.
Furniture furniture_of(std::string_view line);

}  // namespace morgue
