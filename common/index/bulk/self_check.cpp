// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/self_check.h"

#include <xapian.h>

#include <sstream>

#include "common/error.h"
#include "common/index/positions/position_check.h"
#include "common/index/vocabulary.h"
#include "common/index/xapian_errors.h"

namespace morgue {

namespace {

template <class Number>
void require_equal(Number read, Number written, const std::string& what) {
  if (read == written) return;
  throw Error(ErrorKind::storage,
              "the archive that was built is not what was written: " + what + " is " + std::to_string(read) +
                  " where it should be " + std::to_string(written),
              "report this, and use --build in-place");
}

void check_statistics(const Xapian::Database& database, const DocumentStatistics& documents) {
  require_equal<std::uint64_t>(database.get_doccount(), documents.count, "the number of articles");
  require_equal<std::uint64_t>(database.get_lastdocid(), documents.last_docid, "the last article's number");
  require_equal<std::uint64_t>(database.get_total_length(), documents.total_length, "the number of words");
  require_equal<std::uint64_t>(database.get_doclength_lower_bound(), documents.shortest,
                               "the shortest length");
  require_equal<std::uint64_t>(database.get_doclength_upper_bound(), documents.longest, "the longest length");
}

void check_term(const Xapian::Database& database, const WrittenTerm& written) {
  const std::string name = "of the term " + written.term + " ";
  require_equal<std::uint64_t>(database.get_termfreq(written.term), written.count,
                               name + "the number of articles");
  require_equal<std::uint64_t>(database.get_collection_freq(written.term), written.sum, name + "the weight");
  auto posting = database.postlist_begin(written.term);
  posting.skip_to(written.last);
  require_equal<std::uint64_t>(posting == database.postlist_end(written.term) ? 0 : *posting, written.last,
                               name + "the last article");
}

void check_word(const Xapian::Database& database, const VocabularyWord& written) {
  const std::string name = "of the word " + written.form + " the number of articles";
  const WordCount count = count_of_word(database, written.form);
  require_equal(count.articles, written.count.articles, name);
  require_equal(count.by_authors_alone, written.count.by_authors_alone, name + " by its authors");
  check_positions_of(database, written.form);
}

void check_document(const Xapian::Database& database, Xapian::docid docid) {
  std::uint64_t length = 0;
  for (auto term = database.termlist_begin(docid); term != database.termlist_end(docid); ++term)
    length += term.get_wdf();
  require_equal<std::uint64_t>(database.get_doclength(docid), length, "an article's length");
  require_equal(database.get_document(docid).get_data().empty(), false, "an article's being empty");
}

void check_queries(const Xapian::Database& database, const WrittenTerm& written) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(written.term));
  const auto all = database.get_doccount();
  require_equal<std::uint64_t>(enquire.get_mset(0, 1, all).get_matches_estimated(), written.count,
                               "the number of articles found with the term " + written.term);
}

}  // namespace

void check_generation(const std::filesystem::path& generation, const ListTables& written) {
  with_xapian_errors("cannot read what was built at " + generation.string(), [&] {
    const Xapian::Database database(generation.string());
    check_statistics(database, written.documents);
    for (const auto& term : written.some_terms) check_term(database, term);
    for (const auto& word : written.some_words) check_word(database, word);
    if (written.documents.count == 0) return;
    check_document(database, *database.postlist_begin(""));
    check_document(database, database.get_lastdocid());
    for (std::size_t i = 0; i < written.some_terms.size(); i += 8)
      check_queries(database, written.some_terms[i]);
  });
}

std::size_t faults_in_blocks(const std::filesystem::path& generation, std::string& report) {
  return with_xapian_errors("cannot check " + generation.string(), [&] {
    std::ostringstream said;
    const std::size_t errors = Xapian::Database::check(generation.string(), 0, &said);
    report += said.str();
    return errors;
  });
}

}  // namespace morgue
