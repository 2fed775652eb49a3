// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/query/matcher.h"
#include "common/search/snippets.h"

namespace morgue {
namespace {

std::vector<Span> spans_in(const Match& match, Field field, std::size_t value = 0) {
  std::vector<Span> spans;
  std::copy_if(match.spans.begin(), match.spans.end(), std::back_inserter(spans),
               [&](const Span& span) { return span.field == field && span.value == value; });
  return spans;
}

std::vector<HighlightedName> names_of(const Article& article, const Match& match) {
  std::vector<HighlightedName> names;
  for (std::size_t i = 0; i < article.people.size(); ++i)
    names.push_back({i, whole_text(article.people[i], spans_in(match, Field::person, i))});
  return names;
}

}  // namespace

SearchResult to_result(Article article, double score, const Node& tree, const SearchRequest& request,
                       Analyser& analyser, const WantedForms* wanted) {
  SearchResult result{.article = std::move(article), .score = score, .title = {}, .body = {}, .people = {}};
  const AnalysedArticle analysed =
      wanted != nullptr ? analyser.analyse(result.article, *wanted) : analyser.analyse(result.article);
  const Match found = match(tree, analysed);
  result.title = whole_text(result.article.title, spans_in(found, Field::title));
  result.body = body_snippets(analysed.body.text, spans_in(found, Field::body), request.snippets,
                              request.snippet_length, *analysed.lexicon);
  for (auto& name : names_of(result.article, found))
    if (!name.highlight.ranges.empty()) result.people.push_back(std::move(name));
  return result;
}

MarkedArticle to_marked_article(Article article, const Node& tree, Analyser& analyser) {
  MarkedArticle marked{.article = std::move(article), .title = {}, .body = {}, .people = {}};
  const Match found = match(tree, analyser.analyse(marked.article));
  marked.title = whole_text(marked.article.title, spans_in(found, Field::title));
  marked.body = whole_text(marked.article.body, spans_in(found, Field::body));
  marked.people = names_of(marked.article, found);
  return marked;
}

}  // namespace morgue
