// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that step around a defect of Xapian's matcher. Knows nothing of our fields.
#pragma once

#include <xapian.h>

#include <string>

namespace morgue {

class ArchiveReader;

/// The documents with the term, for every place where no weight is asked of it: filters, excluded terms,
/// weights scaled to nothing, and every term of a query under BoolWeight. Query(term) fails there for a term
/// of every document: see XAPIAN.md 1, "All-documents term". Good for this state of the database only: a
/// commit may change which term that is.
Xapian::Query term_filter(const Xapian::Database&, const std::string& term);
/// The same, of what the reader has open.
Xapian::Query term_filter(ArchiveReader&, const std::string& term);

}  // namespace morgue
