// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/term_samples.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "common/index/positions/position_list.h"
#include "common/index/schema.h"

namespace morgue {
namespace {

constexpr std::size_t most_looked_at = 10'000;
constexpr std::size_t oldest = 10;  // years

bool is_commoner(const FrequentTerm& a, const FrequentTerm& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.term < b.term;
}

bool is_commoner_word(const VocabularyWord& a, const VocabularyWord& b) {
  return a.count.articles != b.count.articles ? a.count.articles > b.count.articles : a.form < b.form;
}

/// As PositionList.
class Postings {
 public:
  Postings(const Xapian::Database& database, const std::string& term)
      : at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {}
  bool skip_to(Xapian::docid wanted) {
    if (at_ != end_) at_.skip_to(wanted);
    return at_ != end_;
  }
  Xapian::docid docid() const { return *at_; }

 private:
  Xapian::PostingIterator at_, end_;
};

double faded_by(double articles, std::size_t years) {
  return articles / (1 + static_cast<double>(years) / 2);
}

/// Whether two lists have an article in common.
template <class List>
bool meet(List one, Postings other) {
  for (Xapian::docid wanted = 1; one.skip_to(wanted) && other.skip_to(one.docid()); wanted = other.docid())
    if (other.docid() == one.docid()) return true;
  return false;
}

/// The last year that an article is of; nullopt where all are undated.
std::optional<int> last_year(const Xapian::Database& database) {
  const auto last = database.get_value_upper_bound(schema::date_slot);
  if (last.empty()) return std::nullopt;
  const auto day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(schema::from_sortable(last))));
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

}  // namespace

std::vector<FrequentTerm> commonest_terms(const Xapian::Database& database, const std::string& prefix,
                                          std::size_t most) {
  std::vector<FrequentTerm> found;
  if (most == 0) return found;
  std::size_t looked_at = 0;
  const auto end = database.allterms_end(prefix);
  for (auto at = database.allterms_begin(prefix); at != end && looked_at < most_looked_at;
       ++at, ++looked_at) {
    FrequentTerm term{*at, at.get_termfreq()};
    if (found.size() == most && !is_commoner(term, found.front())) continue;
    if (found.size() == most) {
      std::ranges::pop_heap(found, is_commoner);
      found.pop_back();
    }
    found.push_back(std::move(term));
    std::ranges::push_heap(found, is_commoner);
  }
  std::ranges::sort(found, is_commoner);
  return found;
}

std::vector<VocabularyWord> commonest_words(Shards shards, std::string_view prefix, std::size_t most) {
  std::vector<VocabularyWord> found;
  if (most == 0) return found;
  for_each_word(shards, prefix, [&](const VocabularyWord& word) {
    if (word.count.articles == 0) return;
    if (found.size() == most) {
      if (!is_commoner_word(word, found.front())) return;
      std::ranges::pop_heap(found, is_commoner_word);
      found.pop_back();
    }
    found.push_back(word);
    std::ranges::push_heap(found, is_commoner_word);
  });
  std::ranges::sort(found, is_commoner_word);
  return found;
}

std::vector<Xapian::docid> some_articles(const Xapian::Database& database, const std::string& term,
                                         std::size_t most) {
  std::vector<Xapian::docid> found;
  const auto all = database.get_termfreq(term);
  const std::uint64_t last = database.get_lastdocid();
  auto at = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (std::size_t i = 0; at != end && found.size() < most; ++i) {
    found.push_back(*at);
    ++at;
    if (all > most && at != end) at.skip_to(static_cast<Xapian::docid>(1 + (i + 1) * last / most));
  }
  return found;
}

std::string SlotReader::value(Xapian::docid document) {
  if (at_ == end_) return {};
  at_.skip_to(document);
  return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
}

Ages::Ages(ArchiveReader& reader) : reader_(reader) {
  const auto last = last_year(reader.database());
  for (int year = 0; last && year < static_cast<int>(oldest); ++year)
    years_.push_back(schema::year_term(Field::date, std::chrono::year(*last - year)));
}

template <class Meets>
std::size_t Ages::years_since_met(Meets meets) const {
  for (std::size_t age = 0; age < years_.size(); ++age)
    if (meets(years_[age])) return age;
  return oldest;
}

double Ages::faded(double articles, const std::string& term) const {
  const auto& database = reader_.database();
  return faded_by(articles, years_since_met([&](const std::string& year) {
                    return meet(Postings(database, term), Postings(database, year));
                  }));
}

double Ages::faded(const VocabularyWord& word) const {
  return faded_by(word.count.articles, years_since_met([&](const std::string& year) {
                    return std::ranges::any_of(reader_.shards(), [&](const auto& shard) {
                      return meet(PositionList(shard, word.form), Postings(shard, year));
                    });
                  }));
}

}  // namespace morgue
