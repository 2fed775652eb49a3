// SPDX-License-Identifier: GPL-3.0-or-later
#include <xapian.h>

#include <algorithm>

#include "tests/benchmarks/answerer.h"

namespace morgue::benchmarks {
namespace {

constexpr Xapian::doccount best = 10;
constexpr Xapian::valueno published_slot = 0, source_slot = 1;
constexpr std::size_t snippet_length = 200;

class XapianAnswerer : public Answerer {
 public:
  explicit XapianAnswerer(const std::string& path)
      : database_(path), enquire_(database_), stemmer_("english") {
    parser_.set_database(database_);
    parser_.set_stemmer(stemmer_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_AND);
    parser_.add_prefix("people", "XP");
  }

  std::uint64_t answer(const DrawnQuery& query) override {
    Xapian::ValueCountMatchSpy sources(source_slot);
    enquire_.clear_matchspies();
    enquire_.set_query(parser_.parse_query(text_of(query), flags));
    if (query.asked == Asked::facets) enquire_.add_matchspy(&sources);
    if (query.asked == Asked::newest) enquire_.set_sort_by_value_then_relevance(published_slot, true);
    else enquire_.set_sort_by_relevance();
    const Xapian::MSet found = enquire_.get_mset(0, best, database_.get_doccount());
    for (auto at = found.begin(); at != found.end(); ++at) read(found, at.get_document().get_data());
    if (query.asked == Asked::facets)
      for (auto value = sources.top_values_begin(best); value != sources.top_values_end(best); ++value)
        read_ += (*value).size();
    return found.get_matches_estimated();
  }

 private:
  static constexpr unsigned flags = Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_WILDCARD;

  static std::string text_of(const DrawnQuery& query) {
    if (query.asked == Asked::person) return "people:" + joined(query.words, " people:");
    return for_morgue(query);
  }

  /// Lines of name=value, as omega's documents are.
  void read(const Xapian::MSet& found, const std::string& data) {
    for (std::size_t begin = 0; begin < data.size();) {
      const std::size_t end = std::min(data.find('\n', begin), data.size());
      const std::string line = data.substr(begin, end - begin);
      begin = end + 1;
      const std::size_t equals = line.find('=');
      if (equals == std::string::npos) continue;
      const std::string name = line.substr(0, equals);
      if (name != "title" && name != "body" && name != "people") continue;
      read_ += found.snippet(line.substr(equals + 1), snippet_length, stemmer_).size();
    }
  }

  Xapian::Database database_;
  Xapian::Enquire enquire_;
  Xapian::Stem stemmer_;
  Xapian::QueryParser parser_;
  std::size_t read_ = 0;
};

}  // namespace

std::unique_ptr<Answerer> xapian_answerer(const std::string& database) {
  return std::make_unique<XapianAnswerer>(database);
}

}  // namespace morgue::benchmarks
