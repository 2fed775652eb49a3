// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the record of where words stand is whole, which Xapian's own check does not look into. All throw
// Error(storage) that says of which word it is not.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace morgue {

/// Sorted.
std::vector<std::string> words_with_positions(const Xapian::Database&);

/// Of one word: its articles increase, none lies under the key of others, and they are as many as the
/// vocabulary says.
void check_positions_of(const Xapian::Database&, const std::string& form);

/// Of every word, which are those of the vocabulary.
void check_positions(const Xapian::Database&);

}  // namespace morgue
