// SPDX-License-Identifier: GPL-3.0-or-later
// When two forms of a name are one person: by a key of the name alone, and by what else one article names.
// Knows nothing of articles or of who anybody is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// The same for forms that differ by case, accents, apostrophes, hyphens and spaces, a form of address
/// ("Dr"), order ("Lavrov, Sergei"), and the usual transliterations of a given name or of a Slavic ending
/// (Sergey, Sergei, Serguei; Lavrov, Lawrow). "" for a text without letters or digits.
std::string name_key(std::string_view name);

/// The key of each of one article's names: a bare surname or a form with initials has the key of the one
/// other name of the list that it can stand for.
std::vector<std::string> name_keys(const std::vector<std::string>& names);

}  // namespace morgue
