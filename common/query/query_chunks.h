// SPDX-License-Identifier: GPL-3.0-or-later
// How far the pieces of a query reach: a chunk, a quotation, a value. Knows nothing of what they mean.
#pragma once

#include "common/query/query_signs.h"

namespace morgue {

/// A chunk ends before space, a bracket, | or && and an opening quote.
bool at_end_of_chunk(const Cursor&);
Signs take_chunk(Cursor&);

struct Quotation {
  Signs signs;
  bool closed = true;  // not: it goes on to the end
};
/// The cursor stands at a quote.
Quotation take_quotation(Cursor&);

/// Up to the next space or a ) that closes nothing within it.
Signs take_exact_value(Cursor&);

/// A chunk, or [a TO b] with its spaces.
Signs take_date(Cursor&);

}  // namespace morgue
