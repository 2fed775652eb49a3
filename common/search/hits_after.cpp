// SPDX-License-Identifier: GPL-3.0-or-later
// A heap of the first hits beyond the place; most matches are passed over by their moment alone.
#include "common/search/hits_after.h"

#include <algorithm>
#include <utility>

#include "common/search/order_key.h"

namespace morgue {
namespace {

struct DeadlinePassed {};

bool comes_before(const Hit& a, const Hit& b) { return a.key < b.key; }

class Collector : public Xapian::MatchDecider {
 public:
  Collector(const Decide* decide, Deadline deadline, FacetCounts* facets, const MomentThenId& key,
            const std::string& after, std::size_t limit)
      : decide_(decide), deadline_(deadline), facets_(facets), key_(key), after_(after), limit_(limit) {}

  /// Xapian is to keep none.
  bool operator()(const Xapian::Document& document) const override {
    check_deadline();
    if (decide_) ++found_.hits.verified;
    if (decide_ && !(*decide_)(document)) return false;
    if (facets_ && !facets_->take(document)) return false;
    ++found_.hits.total;
    keep(document);
    return false;
  }

  FollowingHits take() {
    std::ranges::sort_heap(found_.hits.page, comes_before);
    return std::move(found_);
  }

 private:
  void check_deadline() const {
    constexpr std::uint64_t between_looks = 256;  // a look at the clock costs as much as some candidates
    if (!deadline_.can_pass() || (!decide_ && ++seen_ % between_looks != 0)) return;
    if (deadline_.has_passed()) throw DeadlinePassed();
  }

  void keep(const Xapian::Document& document) const {
    auto& heap = found_.hits.page;
    const bool is_full = heap.size() == limit_;
    std::string key = key_.moment(document);
    const bool is_beyond = is_full && limit_ > 0 && heap.front().key.compare(0, key.size(), key) < 0;
    if (is_beyond) return;
    key += document.get_value(schema::id_slot);
    if (!after_.empty() && key <= after_) {
      ++found_.before;
      return;
    }
    if (limit_ == 0 || (is_full && key >= heap.front().key)) return;
    if (is_full) {
      std::ranges::pop_heap(heap, comes_before);
      heap.pop_back();
    }
    heap.push_back({document.get_docid(), 0, std::move(key)});
    std::ranges::push_heap(heap, comes_before);
  }

  const Decide* decide_;
  Deadline deadline_;
  FacetCounts* facets_;
  const MomentThenId& key_;
  const std::string& after_;
  std::size_t limit_;
  mutable std::uint64_t seen_ = 0;
  mutable FollowingHits found_;  // its page is a heap, the last of them in front
};

}  // namespace

FollowingHits hits_after(ArchiveReader& reader, const Plan& plan, Order order, const std::string& after,
                         std::size_t limit, const Decide& decide, Deadline deadline, FacetCounts* facets) {
  auto& database = reader.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const auto key = key_of(order);
  Collector collector(plan.exact ? nullptr : &decide, deadline, facets, key, after, limit);
  bool complete = true;
  try {
    enquire.get_mset(0, 0, database.get_doccount(), nullptr, &collector);
  } catch (const DeadlinePassed&) {
    complete = false;
  }
  auto found = collector.take();
  found.hits.complete = complete;
  return found;
}

}  // namespace morgue
