// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/run.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/search/ranking.h"

namespace morgue {
namespace {

struct DeadlinePassed {};

/// Asks the matcher where the plan needs it, and throws DeadlinePassed: that ends a match cleanly (XAPIAN.md
/// 1).
class Decider : public Xapian::MatchDecider {
 public:
  Decider(const Plan& plan, const Decide& decide, Deadline deadline, std::size_t keep, FacetCounts* facets)
      : decide_(plan.exact ? nullptr : &decide), deadline_(deadline), keep_(keep), facets_(facets) {}

  /// Documents, ascending, of which the matcher need not be asked.
  void trust(std::vector<Xapian::docid> sure) { sure_ = std::move(sure); }

  bool operator()(const Xapian::Document& document) const override {
    check_deadline();
    if (decide_ && !std::ranges::binary_search(sure_, document.get_docid())) {
      ++verified_;
      if (!(*decide_)(document)) return false;
    }
    if (facets_ && !facets_->take(document)) return false;
    ++accepted_;
    if (deadline_.can_pass() && first_.size() < keep_) first_.push_back(document.get_docid());
    return true;
  }

  std::uint64_t verified() const { return verified_; }
  std::uint64_t accepted() const { return accepted_; }
  const std::vector<Xapian::docid>& first() const { return first_; }

 private:
  void check_deadline() const {
    constexpr std::uint64_t between_looks = 256;  // a look at the clock costs as much as some candidates
    if (!deadline_.can_pass() || (!decide_ && ++seen_ % between_looks != 0)) return;
    if (deadline_.has_passed()) throw DeadlinePassed();
  }

  const Decide* decide_;
  std::vector<Xapian::docid> sure_;
  Deadline deadline_;
  std::size_t keep_;
  FacetCounts* facets_;
  mutable std::uint64_t seen_ = 0, verified_ = 0, accepted_ = 0;
  mutable std::vector<Xapian::docid> first_;  // of those accepted
};

/// Sorts ascending into: dated articles by moment, then undated ones; ties by id.
class MomentThenId : public Xapian::KeyMaker {
 public:
  enum class Direction { newest_first, oldest_first };
  MomentThenId(schema::Slot slot, Direction direction) : slot_(slot), direction_(direction) {}

  std::string operator()(const Xapian::Document& document) const override {
    std::string moment = document.get_value(slot_);
    if (direction_ == Direction::newest_first)
      for (char& byte : moment) byte = static_cast<char>(~byte);
    return (moment.empty() ? "1" : "0") + moment + document.get_value(schema::id_slot);
  }

 private:
  schema::Slot slot_;
  Direction direction_;
};

MomentThenId key_of(Order order) {
  using enum MomentThenId::Direction;
  if (order == Order::oldest) return {schema::date_slot, oldest_first};
  if (order == Order::added) return {schema::added_slot, newest_first};
  return {schema::date_slot, newest_first};
}

void set_order(Xapian::Enquire& enquire, bool by_score, Xapian::KeyMaker& key) {
  if (by_score) {
    enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::k1, ranking::k2, ranking::k3, ranking::b,
                                                    ranking::least_normalised_length));
    enquire.set_sort_by_relevance_then_key(&key, false);
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_key(&key, false);
  }
}

/// Score, then newer, then id; the hits beyond the first ranking::reranked stay as they are.
void rerank(std::vector<Hit>& hits, const AddToScores& add) {
  const auto end = static_cast<std::ptrdiff_t>(std::min(hits.size(), ranking::reranked));
  std::vector<Hit> first(hits.begin(), hits.begin() + end);
  add(first);
  std::ranges::sort(first, [](const Hit& a, const Hit& b) {
    return a.score != b.score ? a.score > b.score : a.key < b.key;
  });
  std::ranges::move(first, hits.begin());
}

void cut_to_page(std::vector<Hit>& hits, std::size_t offset, std::size_t limit) {
  const auto at = [&](std::size_t i) {
    return hits.begin() + static_cast<std::ptrdiff_t>(std::min(i, hits.size()));
  };
  hits = std::vector<Hit>(at(offset), at(offset + limit));
}

/// Ascending.
std::vector<Xapian::docid> sure_documents(const Plan& plan, Xapian::Database& database, Deadline deadline) {
  std::vector<Xapian::docid> sure;
  if (plan.exact || plan.sure.empty()) return sure;
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.sure);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Decider clock({}, {}, deadline, 0, nullptr);
  const auto found = enquire.get_mset(0, database.get_doccount(), 0, nullptr, &clock);
  for (auto at = found.begin(); at != found.end(); ++at) sure.push_back(*at);
  std::ranges::sort(sure);
  return sure;
}

Hits what_was_found(Xapian::Database& database, const Decider& decider, std::size_t offset) {
  const auto key = key_of(Order::newest);
  std::vector<std::pair<std::string, Xapian::docid>> found;
  for (const auto id : decider.first()) found.emplace_back(key(database.get_document(id)), id);
  std::ranges::sort(found);
  Hits hits;
  hits.complete = false;
  hits.total = decider.accepted();
  for (std::size_t i = offset; i < found.size(); ++i) hits.page.push_back({found[i].second, 0});
  return hits;
}

}  // namespace

Hits run(ArchiveReader& reader, const Plan& plan, Order order, std::size_t offset, std::size_t limit,
         const Decide& decide, const AddToScores& add, Deadline deadline, FacetCounts* facets) {
  Hits hits;
  if (plan.total && limit == 0 && !facets) {
    hits.total = *plan.total;
    return hits;
  }
  auto& database = reader.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.query);
  auto key = key_of(order);
  const bool by_score = order == Order::relevance && plan.scores;
  set_order(enquire, by_score, key);
  const bool reranks = by_score && offset < ranking::reranked;
  const std::size_t first = reranks ? 0 : offset;
  const std::size_t size = reranks ? std::max(offset + limit, ranking::reranked) : limit;
  Decider decider(plan, decide, deadline, offset + limit, facets);
  const bool is_counted = plan.total && !facets;
  const auto count_all = is_counted ? Xapian::doccount(0) : database.get_doccount();
  try {
    decider.trust(sure_documents(plan, database, deadline));
    const auto found =
        enquire.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(size), count_all,
                         nullptr, plan.exact && !deadline.can_pass() && !facets ? nullptr : &decider);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      hits.page.push_back({*hit, hit.get_weight(), hit.get_sort_key()});
    hits.total = is_counted ? *plan.total : found.get_matches_estimated();
    if (reranks) {
      rerank(hits.page, add);
      cut_to_page(hits.page, offset, limit);
    }
  } catch (const DeadlinePassed&) {
    hits = what_was_found(database, decider, offset);
  }
  hits.verified = decider.verified();
  return hits;
}

}  // namespace morgue
