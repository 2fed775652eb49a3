// SPDX-License-Identifier: GPL-3.0-or-later
// The recogniser: which persons an English text names. Knows nothing of articles and their languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// Each person once, by the fullest form the text has, in order of first mention, the title first. By rules,
/// context and tables (see common/people/tables): what is not sure is left out. A title in capitals or in
/// headline case names nobody whom the body does not name. A function of its arguments; linear in their
/// length. Both must be valid UTF-8 and shorter than 4 GiB.
std::vector<std::string> recognised_people(std::string_view title, std::string_view body);

}  // namespace morgue
