// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that are written from the merged runs: postings and synonyms. Knows nothing of articles.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/index/bulk/postlist_writer.h"
#include "common/index/bulk/run_file.h"
#include "common/index/bulk/version_file.h"
#include "common/index/vocabulary.h"

namespace morgue {

/// A term as it was written, to be asked for again.
struct WrittenTerm {
  std::string term;
  std::uint64_t count = 0;  // of its documents
  std::uint64_t sum = 0;    // of its wdfs
  std::uint32_t last = 0;   // docid
};

struct ListTables {
  TableRoot postlist;
  TableRoot synonym;
  DocumentStatistics documents;
  std::vector<WrittenTerm> some_terms;     // from the whole range, most_sampled_terms at most
  std::vector<VocabularyWord> some_words;  // the same
};

inline constexpr std::size_t most_sampled_terms = 64;

/// Writes postlist.glass and synonym.glass into the folder. The metadata are those beside the vocabulary and
/// the words' positions. Throws Error(storage).
ListTables write_list_tables(const std::string& folder, const std::vector<std::string>& runs,
                             const std::map<std::string, std::string>& metadata, const StatisticsBySlot&);

/// One run of many.
void merge_runs(const std::vector<std::string>& runs, const std::string& to);

}  // namespace morgue
