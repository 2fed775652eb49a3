// SPDX-License-Identifier: GPL-3.0-or-later
// Languages by name. Knows no shape.
#pragma once

#include <string>

namespace morgue {

/// "english" is "en": the BCP 47 code of a language's English name, in any case; other texts as they stand.
std::string language_code(const std::string& name);

}  // namespace morgue
