// SPDX-License-Identifier: GPL-3.0-or-later
// What two Xapian databases differ in, asked through the public API alone.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace morgue::testing_support {

/// The first difference, in words; "" if there is none. Compared are the statistics, all terms with their
/// frequencies, postings and lengths, every document's terms, values and data, the values by slot with their
/// bounds, metadata, words' positions and synonyms.
std::string first_difference(const Xapian::Database&, const Xapian::Database&);

/// The same for what queries find, with weights and estimates: words, OR, AND, wildcards,
/// ranges of values, exclusion, sorted by values. They are made of the first database's terms by `seed`.
std::string first_different_answer(const Xapian::Database&, const Xapian::Database&, std::size_t queries,
                                   std::uint64_t seed);

}  // namespace morgue::testing_support
