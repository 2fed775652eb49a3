// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/pages.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/article/analysed_article.h"
#include "common/wire/search_url.h"
#include "server/handlers/ways_out.h"
#include "server/parameters.h"
#include "server/problems.h"
#include "server/render/article_page.h"
#include "server/render/facets.h"
#include "server/render/search_page.h"
#include "server/render/timeline.h"
#include "server/replies.h"

namespace morgue {
namespace {

constexpr std::size_t related_shown = 5;
constexpr std::chrono::milliseconds time_for_people{1000};  // of some 100,000 articles, on a quiet core
constexpr std::size_t most_bars_asked_for = 400;            // of a timeline whose interval the URL names

/// The same, counted as the page shows it. Results, total, facets and timeline come from one pass.
SearchRequest counted(SearchRequest request, bool has_interval) {
  request.facets.assign(page_facets.begin(), page_facets.end());
  request.facets.push_back(Field::date);
  request.time_for_people = time_for_people;
  if (!has_interval) request.interval = interval_within(request.published);
  return request;
}

/// The first article of the first way out.
Article first_found(const std::vector<WayOut>& ways, Searcher& searcher) {
  if (ways.empty()) return {};
  auto request = ways.front().request;
  request.limit = 1;
  request.snippets = 0;
  const auto results = searcher.search(request).results;
  return results.empty() ? Article() : results.front().article;
}

std::vector<SearchResult> like(const std::string& id, const DaySpan& published, std::size_t most,
                               Searcher& searcher) {
  SearchRequest request;
  request.limit = most;
  request.snippets = 0;
  request.published = published;
  auto found = searcher.similar(id, request);
  return found ? std::move(found->results) : std::vector<SearchResult>{};
}

/// Of those like it those before its day, and the others.
RelatedArticles related_to(const Article& article, Searcher& searcher) {
  RelatedArticles related;
  if (const auto date = date_of(article)) {
    const auto day =
        std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(date->seconds)));
    related.earlier = like(article.id, {.first = std::nullopt, .last = day - std::chrono::days(1)},
                           related_shown, searcher);
  }
  related.similar = like(article.id, {}, related_shown + related.earlier.size(), searcher);
  std::erase_if(related.similar, [&](const SearchResult& result) {
    return std::ranges::any_of(related.earlier, [&](const SearchResult& earlier) {
      return earlier.article.id == result.article.id;
    });
  });
  if (related.similar.size() > related_shown) related.similar.resize(related_shown);
  return related;
}

}  // namespace

http::Response show_search(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  const auto request = to_search_request(given, Unknown::ignored);
  const bool has_interval = !value_of(given, "interval").empty();
  const auto results = searcher.search(counted(request, has_interval));
  PageExtras extras{.may_export = !call.server.is_public};
  if (results.total == 0 && results.relation == Relation::eq && request.limit > 0) {
    extras.ways_out = ways_out(request, searcher);
    extras.example = first_found(extras.ways_out, searcher);
  }
  if (has_interval) extras.most_bars = most_bars_asked_for;
  return page_reply(search_page(results, request, extras));
}

http::Response show_article(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  const auto request = to_search_request(given, Unknown::ignored);
  const auto id = needed_value_of(given, "id", "give the id of an article, as a search answers it");
  const auto article = searcher.marked_article(id, request);
  if (!article) throw NoSuchArticle(id);
  return page_reply(
      article_page(*article, request, related_to(article->article, searcher), !call.server.is_public));
}

}  // namespace morgue
