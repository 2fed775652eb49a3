// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/pages.h"

#include "common/wire/search_url.h"
#include "server/parameters.h"
#include "server/problems.h"
#include "server/render/article_page.h"
#include "server/render/search_page.h"
#include "server/replies.h"

namespace morgue {
namespace {

constexpr std::size_t similar_shown = 5;

}  // namespace

http::Response show_search(const Call& call, Searcher& searcher) {
  const auto request = to_search_request(call.request.parameters, Unknown::ignored);
  return page_reply(search_page(searcher.search(request), request));
}

http::Response show_article(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  const auto request = to_search_request(given, Unknown::ignored);
  const auto id = needed_value_of(given, "id", "give the id of an article, as a search answers it");
  const auto article = searcher.marked_article(id, request);
  if (!article) throw NoSuchArticle(id);
  SearchRequest like_it;
  like_it.limit = similar_shown;
  like_it.snippets = 0;
  const auto similar = searcher.similar(id, like_it);
  return page_reply(
      article_page(*article, request, similar ? similar->results : std::vector<SearchResult>{}));
}

}  // namespace morgue
