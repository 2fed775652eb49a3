// SPDX-License-Identifier: GPL-3.0-or-later
// Queries as people write them: every kind of the language in each of its notations, about the words of given
// articles, so that most find some of them.
#pragma once

#include <string>
#include <vector>

#include "common/search/search_request.h"
#include "tests/common/search/oracle/random_leaves.h"
#include "tests/support/chance.h"

namespace morgue::oracle {

using testing_support::Chance;

class RandomQueries {
 public:
  /// The articles must outlive this.
  RandomQueries(Chance& chance, const std::vector<Article>& articles)
      : chance_(chance), leaves_(chance, articles) {}

  /// With parameters now and then; limit and order are left to the caller.
  SearchRequest request();

 private:
  std::string query();
  std::string tree(int depth);
  std::string both(int depth);
  std::string either(int depth);
  std::string without(int depth);
  std::string all_but(int depth);
  std::string field_group(int depth);
  std::string in_brackets(int depth);

  Chance& chance_;
  RandomLeaves leaves_;
};

}  // namespace morgue::oracle
