// SPDX-License-Identifier: GPL-3.0-or-later
// When two forms of a name are one person: by a key of the name alone, and by what else one article names.
// Knows nothing of articles or of who anybody is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// The same for forms that differ by case, accents, apostrophes, hyphens and spaces, a form of address
/// ("Dr"), order ("Lavrov, Sergei"), and the usual transliterations of a given name or of a Slavic ending
/// (Sergey, Sergei, Serguei; Lavrov, Lawrow). "" for a text without letters or digits.
std::string name_key(std::string_view name);

/// For each of one article's names the index of the one that it stands for: a bare surname or a form with
/// initials stands for the one fuller name of the list that it fits, any other for itself. Of more than 200
/// names each stands for itself.
std::vector<std::size_t> fuller_names(const std::vector<std::string>& names);

}  // namespace morgue
