// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/search/oracle/brute_force.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "common/article/article_json.h"
#include "common/query/matcher.h"
#include "common/query/query_parser.h"
#include "common/search/request_tree.h"

namespace morgue::oracle {

BruteForce::BruteForce(std::vector<Article> articles, const std::string& time_zone)
    : analyser_(time_zone), articles_(std::move(articles)) {
  std::ranges::sort(articles_, {}, &Article::id);
  for (auto& each : articles_) each.added = to_iso(Timestamp{.seconds = each.taken});
  for (const auto& each : articles_) {
    places_[each.id] = analysed_.size();
    analysed_.push_back(analyser_.analyse(each));
  }
}

Node BruteForce::tree_of(const SearchRequest& request) const {
  const auto now = seconds_since_1970(std::chrono::system_clock::now());
  const auto parsed = parse_query(request.query, {.match_any = request.match == MatchMode::any,
                                                  .today = analyser_.zone().day_of({.seconds = now}),
                                                  .now = now});
  return request_tree(parsed.tree, request);
}

Ids BruteForce::matching(const Node& tree) const {
  Ids ids;
  for (const auto& each : analysed_)
    if (matches(tree, each)) ids.push_back(each.article->id);
  return ids;
}

Ids BruteForce::sorted(Ids ids, Order order) const {
  const auto moment_of = [&](const std::string& id) {
    const auto& each = article(id);
    return order == Order::added ? each.added_moment : each.moment;
  };
  std::ranges::sort(ids, [&](const std::string& a, const std::string& b) {
    const auto of_a = moment_of(a), of_b = moment_of(b);
    if (of_a == of_b) return a < b;
    if (!of_a || !of_b) return of_a.has_value();
    return order == Order::oldest ? *of_a < *of_b : *of_a > *of_b;
  });
  return ids;
}

std::string BruteForce::difference(const Ids& found, const Ids& expected) const {
  Ids ids;
  std::ranges::set_symmetric_difference(found, expected, std::back_inserter(ids));
  std::string text;
  for (const auto& id : ids) {
    text += std::ranges::count(found, id) ? "\nonly found: " : "\nnot found: ";
    text += places_.contains(id) ? to_json(*article(id).article).dump() : id;
  }
  return text;
}

}  // namespace morgue::oracle
