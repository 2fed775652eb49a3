// SPDX-License-Identifier: GPL-3.0-or-later
// The ids of articles that are made by number.
#pragma once

#include <string>

namespace morgue::testing_support {

inline std::string numbered_id(int i) { return "article-" + std::to_string(i); }

}  // namespace morgue::testing_support
