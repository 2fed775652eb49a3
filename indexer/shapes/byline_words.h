// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before and between the names of a byline, by language. Knows no shape and no page.
#pragma once

#include <array>
#include <string_view>

namespace morgue {

struct BylineWords {
  std::string_view language;
  std::string_view by;     // with a blank behind
  std::string_view joint;  // between blanks
};
/// The first is for languages that are not here.
inline constexpr std::array byline_words{
    BylineWords{"en", "by ", " and "},  BylineWords{"de", "von ", " und "}, BylineWords{"fr", "par ", " et "},
    BylineWords{"es", "por ", " y "},   BylineWords{"pt", "por ", " e "},   BylineWords{"it", "di ", " e "},
    BylineWords{"nl", "door ", " en "}, BylineWords{"sv", "av ", " och "},  BylineWords{"nb", "av ", " og "},
    BylineWords{"da", "af ", " og "}};

}  // namespace morgue
