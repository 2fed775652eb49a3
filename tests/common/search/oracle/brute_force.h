// SPDX-License-Identifier: GPL-3.0-or-later
// The law, asked of every article one by one. Knows nothing of indexes.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/query/query.h"
#include "common/search/search_request.h"

namespace morgue::oracle {

using Ids = std::vector<std::string>;

class BruteForce {
 public:
  BruteForce(std::vector<Article> articles, const std::string& time_zone);

  /// What a searcher of the archive should understand.
  Node tree_of(const SearchRequest&) const;
  /// In the order of ids.
  Ids matching(const Node& tree) const;
  /// By date or by the moment of taking, then id; undated last.
  Ids sorted(Ids, Order) const;
  const AnalysedArticle& article(const std::string& id) const { return analysed_[places_.at(id)]; }
  std::size_t articles() const { return articles_.size(); }
  /// The articles that only one of the two has, for a person to read.
  std::string difference(const Ids& found, const Ids& expected) const;

 private:
  Analyser analyser_;
  std::vector<Article> articles_;  // in the order of ids
  std::vector<AnalysedArticle> analysed_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace morgue::oracle
