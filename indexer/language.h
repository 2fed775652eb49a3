// SPDX-License-Identifier: GPL-3.0-or-later
// The language of an article that names none. Knows nothing of inputs and archives.
#pragma once

#include <string>

#include "common/article/article.h"

namespace morgue {

/// What --language takes: "auto", or a BCP 47 code such as "en" or "pt-BR". Throws Error(usage) for anything
/// else.
void check_language(const std::string& language);

/// Gives an article without a language the one code, or by "auto" language_detected, where the detector
/// (CLD2) is sure.
void add_language(Article&, const std::string& language);

}  // namespace morgue
