// SPDX-License-Identifier: GPL-3.0-or-later
// The guard against the all-documents term.
#include "common/index/guarded_query.h"

#include "common/index/archive_reader.h"

namespace morgue {

namespace {

// Xapian 1.4.22 replaces an unweighted term that stands in every document by the list of all documents, and
// then reads that list as if it were the term's: "Unexpected end of posting list" once the docids have a gap.
// Asking for everything ourselves does not take that path. Query::MatchAll is not thread-safe, hence the
// empty term.
Xapian::Query guarded(const std::string& term, Xapian::doccount with_term, Xapian::doccount all) {
  if (with_term == 0) return Xapian::Query();
  if (with_term == all) return Xapian::Query(std::string());
  return Xapian::Query(term);
}

}  // namespace

Xapian::Query term_filter(const Xapian::Database& database, const std::string& term) {
  return guarded(term, database.get_termfreq(term), database.get_doccount());
}

Xapian::Query term_filter(ArchiveReader& reader, const std::string& term) {
  return guarded(term, reader.articles_with(term), reader.database().get_doccount());
}

}  // namespace morgue
