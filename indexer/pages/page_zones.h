// SPDX-License-Identifier: GPL-3.0-or-later
// Which elements of a page stand apart from its article: navigation, comments, shares, related links,
// notices. Knows no texts but their weight.
#pragma once

#include <vector>

#include "indexer/pages/page_tree.h"

namespace morgue {

/// The weight of running text in each block: paragraphs that are not mostly links; 0 for others.
std::vector<std::size_t> running_weights(const PageTree&);

/// For each element the sum of its blocks' weights, those in it included.
std::vector<std::size_t> sums_by_element(const PageTree&, const std::vector<std::size_t>& weights);

/// For each element whether it stands apart, by its tag, its names or because it is hidden, or because one
/// around it does. What holds most of the page's running text does not, nor what holds its <h1>, unless it
/// is named as comments.
std::vector<bool> elements_apart(const PageTree&, const std::vector<std::size_t>& sums);

}  // namespace morgue
