// SPDX-License-Identifier: GPL-3.0-or-later
// The table of elements. Knows no trees.
#include "indexer/html/elements.h"

#include <algorithm>
#include <array>

namespace morgue {
namespace {

struct Element {
  std::string_view name;
  Break before_and_after;
};

// What is not here is part of a line.
constexpr std::array elements{
    Element{"address", Break::paragraph},    Element{"applet", Break::dropped},
    Element{"article", Break::paragraph},    Element{"aside", Break::paragraph},
    Element{"audio", Break::dropped},        Element{"blockquote", Break::paragraph},
    Element{"body", Break::paragraph},       Element{"button", Break::dropped},
    Element{"canvas", Break::dropped},       Element{"caption", Break::paragraph},
    Element{"center", Break::paragraph},     Element{"dd", Break::line},
    Element{"details", Break::paragraph},    Element{"div", Break::paragraph},
    Element{"dl", Break::paragraph},         Element{"dt", Break::line},
    Element{"embed", Break::dropped},        Element{"fieldset", Break::paragraph},
    Element{"figcaption", Break::paragraph}, Element{"figure", Break::paragraph},
    Element{"footer", Break::paragraph},     Element{"form", Break::paragraph},
    Element{"h1", Break::paragraph},         Element{"h2", Break::paragraph},
    Element{"h3", Break::paragraph},         Element{"h4", Break::paragraph},
    Element{"h5", Break::paragraph},         Element{"h6", Break::paragraph},
    Element{"head", Break::dropped},         Element{"header", Break::paragraph},
    Element{"hr", Break::paragraph},         Element{"iframe", Break::dropped},
    Element{"input", Break::dropped},        Element{"li", Break::line},
    Element{"main", Break::paragraph},       Element{"nav", Break::paragraph},
    Element{"noscript", Break::dropped},     Element{"object", Break::dropped},
    Element{"ol", Break::paragraph},         Element{"p", Break::paragraph},
    Element{"pre", Break::paragraph},        Element{"script", Break::dropped},
    Element{"section", Break::paragraph},    Element{"select", Break::dropped},
    Element{"style", Break::dropped},        Element{"summary", Break::paragraph},
    Element{"svg", Break::dropped},          Element{"table", Break::paragraph},
    Element{"template", Break::dropped},     Element{"textarea", Break::dropped},
    Element{"title", Break::dropped},        Element{"tr", Break::line},
    Element{"ul", Break::paragraph},         Element{"video", Break::dropped},
};
static_assert(std::is_sorted(elements.begin(), elements.end(),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));

}  // namespace

Break break_of_element(std::string_view name) {
  const auto* found = std::lower_bound(elements.begin(), elements.end(), name,
                                       [](const Element& e, std::string_view n) { return e.name < n; });
  return found != elements.end() && found->name == name ? found->before_and_after : Break::none;
}

}  // namespace morgue
