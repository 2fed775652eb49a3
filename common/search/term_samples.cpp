// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/term_samples.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "common/index/schema.h"

namespace morgue {
namespace {

constexpr std::size_t most_looked_at = 10'000;
constexpr std::size_t oldest = 10;  // years

bool is_commoner(const FrequentTerm& a, const FrequentTerm& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.term < b.term;
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

Ages::Ages(const Xapian::Database& database) : database_(database) {
  const auto last = last_year(database);
  for (int year = 0; last && year < static_cast<int>(oldest); ++year)
    years_.push_back(schema::year_term(Field::date, std::chrono::year(*last - year)));
}

std::size_t Ages::years_since(const std::string& term) const {
  for (std::size_t age = 0; age < years_.size(); ++age)
    if (meet(term, years_[age])) return age;
  return oldest;
}

bool Ages::meet(const std::string& term, const std::string& year) const {
  auto a = database_.postlist_begin(term), b = database_.postlist_begin(year);
  const auto end_of_a = database_.postlist_end(term), end_of_b = database_.postlist_end(year);
  while (a != end_of_a && b != end_of_b) {
    if (*a == *b) return true;
    if (*a < *b) a.skip_to(*b);
    else b.skip_to(*a);
  }
  return false;
}

}  // namespace morgue
