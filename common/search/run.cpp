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
  Decider(const Plan& plan, const Decide& decide, Deadline deadline, std::size_t keep)
      : decide_(plan.exact ? nullptr : &decide), deadline_(deadline), keep_(keep) {}

  /// Documents, ascending, of which the matcher need not be asked.
  void trust(std::vector<Xapian::docid> sure) { sure_ = std::move(sure); }

  bool operator()(const Xapian::Document& document) const override {
    check_deadline();
    if (decide_ && !std::ranges::binary_search(sure_, document.get_docid())) {
      ++verified_;
      if (!(*decide_)(document)) return false;
    }
    ++accepted_;
    if (deadline_ && first_.size() < keep_) first_.push_back(document.get_docid());
    return true;
  }

  std::uint64_t verified() const { return verified_; }
  std::uint64_t accepted() const { return accepted_; }
  const std::vector<Xapian::docid>& first() const { return first_; }

 private:
  void check_deadline() const {
    constexpr std::uint64_t between_looks = 256;  // a look at the clock costs as much as some candidates
    if (!deadline_ || (!decide_ && ++seen_ % between_looks != 0)) return;
    if (std::chrono::steady_clock::now() > *deadline_) throw DeadlinePassed();
  }

  const Decide* decide_;
  std::vector<Xapian::docid> sure_;
  Deadline deadline_;
  std::size_t keep_;
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

/// Ascending.
std::vector<Xapian::docid> sure_documents(const Plan& plan, Xapian::Database& database, Deadline deadline) {
  std::vector<Xapian::docid> sure;
  if (plan.exact || plan.sure.empty()) return sure;
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.sure);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Decider clock({}, {}, deadline, 0);
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
         const Decide& decide, Deadline deadline) {
  Hits hits;
  if (plan.total && limit == 0) {
    hits.total = *plan.total;
    return hits;
  }
  auto& database = reader.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.query);
  auto key = key_of(order);
  if (order == Order::relevance && plan.scores) {
    enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::k1, ranking::k2, ranking::k3, ranking::b,
                                                    ranking::least_normalised_length));
    enquire.set_sort_by_relevance_then_key(&key, false);
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_key(&key, false);
  }
  Decider decider(plan, decide, deadline, offset + limit);
  const auto count_all = plan.total ? Xapian::doccount(0) : database.get_doccount();
  try {
    decider.trust(sure_documents(plan, database, deadline));
    const auto found =
        enquire.get_mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit),
                         count_all, nullptr, plan.exact && !deadline ? nullptr : &decider);
    for (auto hit = found.begin(); hit != found.end(); ++hit) hits.page.push_back({*hit, hit.get_weight()});
    hits.total = plan.total.value_or(found.get_matches_estimated());
  } catch (const DeadlinePassed&) {
    hits = what_was_found(database, decider, offset);
  }
  hits.verified = decider.verified();
  return hits;
}

}  // namespace morgue
