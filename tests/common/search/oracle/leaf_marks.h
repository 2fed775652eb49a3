// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the marks of one leaf are exactly its words: those of a phrase are the phrase and nothing more,
// those of a distance hold it by themselves.
#pragma once

#include <string>

#include "common/article/analysed_article.h"
#include "common/query/query.h"

namespace morgue::oracle {

/// What is wrong with the marks of any leaf of the tree in this article; "" where nothing is.
std::string fault_in_leaf_marks(const Node& tree, const AnalysedArticle&);

}  // namespace morgue::oracle
