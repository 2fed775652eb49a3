// SPDX-License-Identifier: GPL-3.0-or-later
// The articles with one of many words, as a wildcard stands for. Knows nothing of where words stand.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/article/fields.h"

namespace morgue {

/// As a query without a score. All forms must be in the vocabulary's bounds (is_in_vocabulary), the field one
/// without terms of its own (has_own_terms).
Xapian::Query of_many_words(Field, std::vector<std::string> forms);

}  // namespace morgue
