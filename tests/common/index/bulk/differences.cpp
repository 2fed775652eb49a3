// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/index/bulk/differences.h"

#include <sstream>
#include <stdexcept>

#include "common/index/positions/position_check.h"
#include "common/index/positions/position_list.h"
#include "common/index/schema.h"

namespace morgue::testing_support {

namespace {

struct Difference : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class Value>
std::string shown(const Value& value) {
  std::ostringstream text;
  text.precision(17);
  text << value;
  return text.str().substr(0, 300);
}

template <class Value>
void require_same(const Value& one, const Value& other, const std::string& what) {
  if (!(one == other)) throw Difference(what + ": " + shown(one) + " and " + shown(other));
}

/// Walks both ranges in step.
template <class Iterator, class Compare>
void walk(Iterator one, Iterator one_end, Iterator other, Iterator other_end, const std::string& what,
          Compare&& compare) {
  for (; one != one_end && other != other_end; ++one, ++other) {
    require_same(*one, *other, what);
    compare(one, other);
  }
  require_same(one == one_end, other == other_end, "the end of " + what);
}

constexpr auto nothing_more = [](const auto&, const auto&) {};

class Comparison {
 public:
  Comparison(const Xapian::Database& one, const Xapian::Database& other) : one_(one), other_(other) {}

  void run() {
    statistics();
    terms();
    documents();
    for (Xapian::valueno slot = 0; slot < 24; ++slot) values(slot);
    metadata();
    positions();
    synonyms();
  }

 private:
  void statistics() {
    require_same(one_.get_doccount(), other_.get_doccount(), "number of documents");
    require_same(one_.get_lastdocid(), other_.get_lastdocid(), "last docid");
    require_same(one_.get_total_length(), other_.get_total_length(), "total length");
    require_same(one_.get_average_length(), other_.get_average_length(), "average length");
    require_same(one_.get_doclength_lower_bound(), other_.get_doclength_lower_bound(), "shortest length");
    require_same(one_.get_doclength_upper_bound(), other_.get_doclength_upper_bound(), "greatest length");
    require_same(one_.has_positions(), other_.has_positions(), "having positions");
  }

  void terms() {
    walk(one_.allterms_begin(), one_.allterms_end(), other_.allterms_begin(), other_.allterms_end(), "terms",
         [&](const auto& one, const auto& other) {
           require_same(one.get_termfreq(), other.get_termfreq(), "frequency of " + *one);
           term(*one);
         });
    walk(one_.postlist_begin(""), one_.postlist_end(""), other_.postlist_begin(""), other_.postlist_end(""),
         "all documents", [&](const auto& one, const auto& other) {
           require_same(one.get_doclength(), other.get_doclength(), "length of " + shown(*one));
         });
  }

  void term(const std::string& term) {
    require_same(one_.get_termfreq(term), other_.get_termfreq(term), "frequency of " + term);
    require_same(one_.get_collection_freq(term), other_.get_collection_freq(term), "sum of wdfs of " + term);
    require_same(one_.get_wdf_upper_bound(term), other_.get_wdf_upper_bound(term), "greatest wdf of " + term);
    walk(one_.postlist_begin(term), one_.postlist_end(term), other_.postlist_begin(term),
         other_.postlist_end(term), "postings of " + term, [&](const auto& one, const auto& other) {
           const std::string where = " of " + term + " in " + shown(*one);
           require_same(one.get_wdf(), other.get_wdf(), "wdf" + where);
           require_same(one.get_doclength(), other.get_doclength(), "length" + where);
         });
  }

  void documents() {
    for (auto docid = one_.postlist_begin(""); docid != one_.postlist_end(""); ++docid) document(*docid);
  }

  void document(Xapian::docid docid) {
    const std::string where = " of document " + shown(docid);
    require_same(one_.get_unique_terms(docid), other_.get_unique_terms(docid), "number of terms" + where);
    walk(one_.termlist_begin(docid), one_.termlist_end(docid), other_.termlist_begin(docid),
         other_.termlist_end(docid), "terms" + where, [&](const auto& one, const auto& other) {
           require_same(one.get_wdf(), other.get_wdf(), "wdf of " + *one + where);
         });
    const auto one = one_.get_document(docid);
    const auto other = other_.get_document(docid);
    require_same(one.get_data(), other.get_data(), "data" + where);
    walk(one.values_begin(), one.values_end(), other.values_begin(), other.values_end(), "values" + where,
         [&](const auto& a, const auto& b) {
           require_same(a.get_valueno(), b.get_valueno(), "slots" + where);
         });
  }

  void values(Xapian::valueno slot) {
    const std::string where = " of slot " + shown(slot);
    require_same(one_.get_value_freq(slot), other_.get_value_freq(slot), "number of values" + where);
    require_same(one_.get_value_lower_bound(slot), other_.get_value_lower_bound(slot), "lower bound" + where);
    require_same(one_.get_value_upper_bound(slot), other_.get_value_upper_bound(slot), "upper bound" + where);
    walk(one_.valuestream_begin(slot), one_.valuestream_end(slot), other_.valuestream_begin(slot),
         other_.valuestream_end(slot), "values" + where, [&](const auto& one, const auto& other) {
           require_same(one.get_docid(), other.get_docid(), "documents" + where);
         });
  }

  /// But for words' positions: how those lie in chunks depends on what was there before.
  void metadata() {
    const auto one = other_metadata(one_), other = other_metadata(other_);
    walk(one.begin(), one.end(), other.begin(), other.end(), "names of metadata",
         [&](const auto& key, const auto&) {
           require_same(one_.get_metadata(*key), other_.get_metadata(*key), "metadata " + *key);
         });
  }

  static std::vector<std::string> other_metadata(const Xapian::Database& database) {
    std::vector<std::string> keys;
    for (auto key = database.metadata_keys_begin(""); key != database.metadata_keys_end(""); ++key)
      if (!(*key).starts_with(schema::positions_key)) keys.push_back(*key);
    return keys;
  }

  void positions() {
    const auto words = words_with_positions(one_), others = words_with_positions(other_);
    walk(words.begin(), words.end(), others.begin(), others.end(), "words with positions",
         [&](const auto& word, const auto&) {
           PositionList one(one_, *word), other(other_, *word);
           for (;;) {
             const bool is_more = one.next();
             require_same(is_more, other.next(), "there being more articles with " + *word);
             if (!is_more) break;
             const std::string where = " of " + *word + " in " + shown(one.docid());
             require_same(one.docid(), other.docid(), "articles" + where);
             require_same(one.code(), other.code(), "positions" + where);
           }
         });
  }

  void synonyms() {
    walk(one_.synonym_keys_begin(""), one_.synonym_keys_end(""), other_.synonym_keys_begin(""),
         other_.synonym_keys_end(""), "terms with synonyms", [&](const auto& one, const auto&) {
           walk(one_.synonyms_begin(*one), one_.synonyms_end(*one), other_.synonyms_begin(*one),
                other_.synonyms_end(*one), "synonyms of " + *one, nothing_more);
         });
  }

  const Xapian::Database& one_;
  const Xapian::Database& other_;
};

}  // namespace

std::string first_difference(const Xapian::Database& one, const Xapian::Database& other) try {
  Comparison(one, other).run();
  return "";
} catch (const Difference& difference) {
  return difference.what();
} catch (const Xapian::Error& error) {
  return error.get_description();
}

}  // namespace morgue::testing_support
