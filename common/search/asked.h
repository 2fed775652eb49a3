// SPDX-License-Identifier: GPL-3.0-or-later
// What a request asks of one generation of an archive. Knows nothing of how it is searched.
#pragma once

#include <optional>

#include "common/article/analysed_article.h"
#include "common/index/archive_reader.h"
#include "common/query/query_parser.h"
#include "common/search/expansions.h"
#include "common/search/facet_counts.h"
#include "common/search/run.h"
#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "common/text/wanted_forms.h"

namespace morgue {

struct Asked {
  ParsedQuery parsed;  // with the notices of what was cut
  Node tree;
  Expansions expansions;
  std::optional<FacetCounts> facets;
  std::optional<WantedForms> wanted;  // none: the matcher needs all words

  const WantedForms* only_wanted() const { return wanted ? &*wanted : nullptr; }
};

/// The query as it is understood today, in days of the zone. Throws BadQuery.
ParsedQuery understand(const SearchRequest&, const TimeZone&);

/// Days are those of the analyser's zone, which must outlive the answer. Throws BadQuery.
Asked ask(const SearchRequest&, ArchiveReader&, const Analyser&);

/// Lends both.
Decide deciding(const Asked&, Analyser&);

Relation relation_of(const Asked&, const Hits&);

/// That the deadline ended it.
Warning deadline_notice(const SearchRequest&);

}  // namespace morgue
