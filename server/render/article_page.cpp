// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/article_page.h"

#include <algorithm>

#include "common/wire/search_url.h"
#include "server/render/html.h"
#include "server/render/paragraphs.h"
#include "server/render/views.h"

namespace morgue {
namespace {

View paragraph_views(const Highlight& body) {
  auto views = View::array();
  for (const auto& paragraph : paragraphs(body)) views.push_back(highlight_view(paragraph));
  return views;
}

View people_views(const std::vector<HighlightedName>& people) {
  auto views = View::array();
  for (const auto& name : people) views.push_back(highlight_view(name.highlight));
  return views;
}

View details_view(const Article& article) {
  View view;
  view["authors"] = joined(article.authors);
  view["tags"] = joined(article.tags);
  view["places"] = joined(article.places);
  view["people_recognised"] = article.people_recognised;
  view["url"] = article.url;
  view["url_is_web"] = is_web_url(article.url);
  view["id"] = article.id;
  view["json_url"] = "/v1/articles?pretty=1&id=" + percent_encode(article.id);
  return view;
}

View similar_views(const std::vector<SearchResult>& similar) {
  auto views = View::array();
  for (const auto& result : similar) {
    std::vector<std::string> in_common;
    if (result.why) {
      in_common = result.why->people;
      in_common.insert(in_common.end(), result.why->words.begin(), result.why->words.end());
    }
    views.push_back({{"url", article_url(result.article.id, {})},
                     {"title", title_view({result.article.title, {}, 0})},
                     {"language", language_of(result.article)},
                     {"meta", meta_view(result.article)},
                     {"in_common", joined(in_common)}});
  }
  return views;
}

bool is_a_search(const SearchRequest& request) { return !to_search_url(request).empty(); }

}  // namespace

std::string article_page(const MarkedArticle& marked, const SearchRequest& request,
                         const std::vector<SearchResult>& similar) {
  View view;
  view["page_title"] = marked.article.title.empty() ? untitled : marked.article.title;
  view["box"] = search_box_view(request);
  view["back_url"] = is_a_search(request) ? search_url(request) : "";
  view["title"] = title_view(marked.title);
  view["language"] = language_of(marked.article);
  view["meta"] = meta_view(marked.article);
  view["paragraphs"] = paragraph_views(marked.body);
  view["people"] = people_views(marked.people);
  view["has_people"] = !marked.people.empty();
  view["details"] = details_view(marked.article);
  view["similar"] = similar_views(similar);
  view["has_similar"] = !similar.empty();
  return html_of("templates/article.mustache", view);
}

}  // namespace morgue
