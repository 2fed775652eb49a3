// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/article_page.h"

#include <algorithm>

#include "common/text/code_points.h"
#include "common/wire/search_url.h"
#include "server/render/help.h"
#include "server/render/html.h"
#include "server/render/numbered_marks.h"
#include "server/render/paragraphs.h"
#include "server/render/search_box.h"
#include "server/render/views.h"

namespace morgue {
namespace {

constexpr std::size_t matches_linked = 60;
constexpr std::size_t long_title = 200;  // code points

View paragraph_views(const Highlight& body, NumberedMarks& marks) {
  auto views = View::array();
  for (const auto& paragraph : paragraphs(body)) views.push_back(marks.view(paragraph));
  return views;
}

View people_views(const std::vector<HighlightedName>& people, NumberedMarks& marks) {
  auto views = View::array();
  for (const auto& name : people) {
    auto view = marks.view(name.highlight);
    view["url"] = coverage_url(name.highlight.text);
    views.push_back(std::move(view));
  }
  return views;
}

View tag_views(const std::vector<std::string>& tags) {
  auto views = View::array();
  for (const auto& tag : tags) {
    SearchRequest request;
    request.filters = {{Field::tag, {tag}, {}}};
    views.push_back({{"tag", tag}, {"url", search_url(request)}});
  }
  return views;
}

View details_view(const Article& article, bool may_export) {
  View view;
  view["authors"] = joined(article.authors);
  view["has_tags"] = !article.tags.empty();
  view["tags"] = tag_views(article.tags);
  view["places"] = joined(article.places);
  view["people_recognised"] = article.people_recognised;
  view["url"] = article.url;
  view["url_is_web"] = is_web_url(article.url);
  view["id"] = article.id;
  view["permalink"] = article_url(article.id, {});
  view["json_url"] = may_export ? "/v1/articles?pretty=1&id=" + percent_encode(article.id) : "";
  return view;
}

View article_views(const std::vector<SearchResult>& articles) {
  auto views = View::array();
  for (const auto& result : articles) {
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

View related_view(const RelatedArticles& related) {
  auto views = View::array();
  const auto add = [&](std::string_view heading, const std::vector<SearchResult>& articles) {
    if (!articles.empty()) views.push_back({{"heading", heading}, {"articles", article_views(articles)}});
  };
  add("Earlier coverage", related.earlier);
  add("Similar articles", related.similar);
  return views;
}

/// The first of them, and the last.
View match_views(std::size_t matches) {
  if (matches == 0) return false;
  auto links = View::array();
  for (std::size_t match = 1; match <= std::min(matches, matches_linked); ++match)
    links.push_back({{"match", std::to_string(match)}});
  return {{"links", links},
          {"count", std::to_string(matches)},
          {"said", with_commas(matches) + (matches == 1 ? " match" : " matches")},
          {"last", matches > matches_linked ? std::to_string(matches) : ""}};
}

bool is_a_search(const SearchRequest& request) { return !to_search_url(request).empty(); }

}  // namespace

std::string article_page(const MarkedArticle& marked, const SearchRequest& request,
                         const RelatedArticles& related, bool may_export) {
  NumberedMarks marks;
  View view;
  view["main"] = "article";
  view["page_title"] = page_title_of(marked.article.title.empty() ? untitled : marked.article.title);
  view["box"] = search_box_view(request);
  view["help"] = help_view(marked.article);
  view["back_url"] = is_a_search(request) ? search_url(request) : "";
  view["title"] = has_text(marked.title.text) ? marks.view(marked.title) : title_view(marked.title);
  view["is_long_title"] = code_points(marked.title.text) > long_title;
  view["language"] = language_of(marked.article);
  view["meta"] = meta_view(marked.article);
  view["paragraphs"] = paragraph_views(marked.body, marks);
  view["people"] = people_views(marked.people, marks);
  view["has_people"] = !marked.people.empty();
  view["matches"] = match_views(marks.marks());
  view["details"] = details_view(marked.article, may_export);
  view["related"] = related_view(related);
  return html_of("templates/article.mustache", view);
}

}  // namespace morgue
