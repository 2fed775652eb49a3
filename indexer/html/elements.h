// SPDX-License-Identifier: GPL-3.0-or-later
// What HTML's elements do to the text in them. Knows no trees.
#pragma once

#include <string_view>

namespace morgue {

enum class Break {
  none,       // part of a line
  line,       // a line of its own
  paragraph,  // a paragraph of its own
  dropped,    // no text for a reader
};

/// `name` in lower case.
Break break_of_element(std::string_view name);

}  // namespace morgue
