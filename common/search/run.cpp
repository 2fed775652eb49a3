// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/run.h"

#include "common/index/schema.h"
#include "common/search/ranking.h"

namespace morgue {
namespace {

class Decider : public Xapian::MatchDecider {
 public:
  explicit Decider(const Decide& decide) : decide_(decide) {}
  bool operator()(const Xapian::Document& document) const override { return decide_(document); }

 private:
  const Decide& decide_;
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

}  // namespace

Hits run(ArchiveReader& reader, const Plan& plan, Order order, std::size_t offset, std::size_t limit,
         const Decide& decide) {
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
  const Decider decider(decide);
  const auto count_all = plan.total ? Xapian::doccount(0) : database.get_doccount();
  const auto found =
      enquire.get_mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit), count_all,
                       nullptr, plan.exact ? nullptr : &decider);
  for (auto hit = found.begin(); hit != found.end(); ++hit) hits.page.push_back({*hit, hit.get_weight()});
  hits.total = plan.total.value_or(found.get_matches_estimated());
  return hits;
}

}  // namespace morgue
