// SPDX-License-Identifier: GPL-3.0-or-later
// An article as a record of bytes, both ways: what the archive keeps, read back without parsing JSON. Knows
// nothing of where it lies.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article/article.h"

namespace morgue {

/// All of the article but `added` and `taken`. Equal articles give equal bytes, different ones different
/// bytes. Throws Error(bad_input) for text that is not UTF-8.
std::string to_record(const Article&);

/// nullopt for bytes that to_record() never gives. `added` and `taken` are left as they are by default.
std::optional<Article> from_record(std::string_view);

}  // namespace morgue
