// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/asked.h"

#include <algorithm>
#include <chrono>

#include "common/index/article_document.h"
#include "common/query/matcher.h"
#include "common/search/request_tree.h"
#include "common/search/searcher.h"
#include "common/search/wanted_words.h"
#include "common/text/code_points.h"

namespace morgue {
namespace {

void refuse_repairs(const ParsedQuery& parsed) {
  const auto repair =
      std::find_if(parsed.warnings.begin(), parsed.warnings.end(),
                   [](const Warning& warning) { return warning.severity == Severity::repair; });
  if (repair != parsed.warnings.end()) throw BadQuery(*repair);
}

}  // namespace

ParsedQuery understand(const SearchRequest& request, const TimeZone& zone) {
  const auto now = seconds_since_1970(std::chrono::system_clock::now());
  ParsedQuery parsed = parse_query(
      request.query,
      {.match_any = request.match == MatchMode::any, .today = zone.day_of({.seconds = now}), .now = now});
  if (request.strict) refuse_repairs(parsed);
  return parsed;
}

Asked ask(const SearchRequest& request, ArchiveReader& reader, const Analyser& analyser) {
  Asked asked{
      understand(request, analyser.zone()), {Nothing{}}, Expansions(reader), std::nullopt, std::nullopt};
  asked.tree = asked.expansions.expanded(request_tree(asked.parsed.tree, without_facet_filters(request)));
  if (!request.facets.empty()) asked.facets.emplace(request, analyser.zone());
  asked.wanted = wanted_words(asked.tree, reader, asked.expansions);
  const auto& cut = asked.expansions.cut();
  asked.parsed.warnings.insert(asked.parsed.warnings.end(), cut.begin(), cut.end());
  return asked;
}

Decide deciding(const Asked& asked, Analyser& analyser) {
  return [&](const Xapian::Document& document) {
    const Article candidate = from_document(document);
    return matches(asked.tree,
                   asked.wanted ? analyser.analyse(candidate, *asked.wanted) : analyser.analyse(candidate));
  };
}

Relation relation_of(const Asked& asked, const Hits& hits) {
  return hits.complete && asked.expansions.cut().empty() ? Relation::eq : Relation::gte;
}

Warning deadline_notice(const SearchRequest& request) {
  return {.code = "deadline",
          .severity = Severity::notice,
          .message = "the search was ended by its time limit; there may be more",
          .start = 0,
          .end = code_points(request.query),
          .suggestion = {}};
}

}  // namespace morgue
