// SPDX-License-Identifier: GPL-3.0-or-later
// The known name that was probably meant by a mistyped one. Knows nothing of what is named: options,
// parameters, fields.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// The known name that is fewest edits away (a byte put in, left out, changed, or two neighbours swapped),
/// the first of several; "" if none is within `most_edits`, or only such that share nothing with the name.
std::string nearest(std::string_view name, const std::vector<std::string_view>& known,
                    std::size_t most_edits = 2);

}  // namespace morgue
