// SPDX-License-Identifier: GPL-3.0-or-later
// The constants of the ranking, in one table. The weights of the fields are part of the index:
// index/schema.h.
#pragma once

namespace morgue::ranking {

// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). k1 = 1.2 and b = .75 are the
// values that newswire collections are usually measured with; no least normalised length, so that short wire
// items are not held back.
inline constexpr double k1 = 1.2;
inline constexpr double k2 = 0;
inline constexpr double k3 = 1;
inline constexpr double b = 0.75;
inline constexpr double least_normalised_length = 0;

}  // namespace morgue::ranking
