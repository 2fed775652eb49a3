// SPDX-License-Identifier: GPL-3.0-or-later
// The constants of the ranking, in one table. The weights of the fields are part of the index:
// index/schema.h. Measured by tests/relevance over six judged collections with one and the same table; each
// value lies on a plateau, where its neighbours do about as well.
#pragma once

#include <cstddef>

#include "common/index/schema.h"

namespace morgue::ranking {

// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), k1 as newswire is usually
// measured with.
inline constexpr double k1 = 1.2;
inline constexpr double k2 = 0;
inline constexpr double k3 = 1;  // without effect: a word asked for twice is two words in the query
// Between the .5 and .75 in use: news runs from flashes to long reads, and full normalisation lets flashes
// win.
inline constexpr double b = 0.6;
// Below half the average length shorter is not better: a bare headline says less than its article.
inline constexpr double least_normalised_length = 0.5;

// A word counts idf^1.25 and not idf: there are no stop words, and a question in prose has more words that
// say little than words that say much.
inline constexpr double idf_power = 1.25;
// And more the oftener it stands in the articles that have it: those are about it (Kwok, A new method of
// weighting query terms for ad-hoc retrieval, SIGIR 1996; the aftereffect of Amati and Van Rijsbergen, 2002).
inline constexpr double average_count_power = 0.75;

// How many of the first results are looked at again, by positions; pages beyond keep the order by BM25.
inline constexpr std::size_t reranked = 200;
// An occurrence as written counts this much again. Enough between articles that are alike otherwise; more
// than twice as much costs relevance.
inline constexpr double written_form = 0.2;
// The share of Büttcher, Clarke and Lushman's nearness score (Term proximity scoring for ad-hoc retrieval on
// very large text collections, SIGIR 2006); the whole of it costs relevance.
inline constexpr double nearness = 0.5;
inline constexpr double most_nearness_weight = 1;  // of a word, as there
// Nearness falls with the square of the distance. So far as this no two names and no two fields are near.
inline constexpr std::size_t farthest_near = schema::gap_between_names;
// The rarest words and each one's commonest forms bound the work; a question has seldom more that matter.
inline constexpr std::size_t most_near_words = 8;
inline constexpr std::size_t most_other_forms = 4;

// Similar articles. The telling words asked for (25: a little worse, 60: no better for more work), and what a
// person in common counts beside a word as rare. Chosen on Reuters by topics in common
// (tests/relevance/similar), where persons hardly matter.
inline constexpr std::size_t telling_words = 40;
inline constexpr double shared_person = 1;

}  // namespace morgue::ranking
