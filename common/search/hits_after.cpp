// SPDX-License-Identifier: GPL-3.0-or-later
// A heap of the first hits beyond the place; most matches are passed over by their moment alone.
#include "common/search/hits_after.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/search/order_key.h"

namespace morgue {
namespace {

bool comes_before(const Hit& a, const Hit& b) { return a.key < b.key; }

class Collector : public Xapian::MatchDecider {
 public:
  Collector(const Following& wanted, const Decide* decide, Deadline deadline, FacetCounts* facets)
      : wanted_(wanted), decide_(decide), deadline_(deadline, decide != nullptr), facets_(facets) {}

  /// Xapian is to keep none.
  bool operator()(const Xapian::Document& document) const override {
    deadline_.look();
    if (wanted_.counts && !counted(document)) return false;
    auto key = key_if_wanted(document);
    if (!key || (!wanted_.counts && !is_match(document))) return false;
    keep({document.get_docid(), 0, *std::move(key)});
    return false;
  }

  FollowingHits take() const {
    std::ranges::sort_heap(found_.hits.page, comes_before);
    return std::move(found_);
  }

 private:
  bool is_match(const Xapian::Document& document) const {
    if (!decide_) return true;
    ++found_.hits.verified;
    return (*decide_)(document);
  }

  bool counted(const Xapian::Document& document) const {
    if (!is_match(document) || (facets_ && !facets_->take(document))) return false;
    ++found_.hits.total;
    return true;
  }

  bool is_full() const { return found_.hits.page.size() == wanted_.limit; }

  /// The key, where it follows the place and comes before the last of a full heap.
  std::optional<std::string> key_if_wanted(const Xapian::Document& document) const {
    const auto& heap = found_.hits.page;
    std::string key = key_.moment(document);
    const bool is_full_of_earlier_ones =
        is_full() && wanted_.limit > 0 && heap.front().key.compare(0, key.size(), key) < 0;
    if (is_full_of_earlier_ones) return std::nullopt;
    key += document.get_value(schema::id_slot);
    if (!wanted_.key.empty() && key <= wanted_.key) {
      ++found_.before;
      return std::nullopt;
    }
    if (wanted_.limit == 0 || (is_full() && key >= heap.front().key)) return std::nullopt;
    return key;
  }

  void keep(Hit hit) const {
    auto& heap = found_.hits.page;
    if (is_full()) {
      std::ranges::pop_heap(heap, comes_before);
      heap.pop_back();
    }
    heap.push_back(std::move(hit));
    std::ranges::push_heap(heap, comes_before);
  }

  const Following& wanted_;
  const MomentThenId key_{key_of(wanted_.order)};
  const Decide* decide_;
  mutable DeadlineWatch deadline_;
  FacetCounts* facets_;
  mutable FollowingHits found_;  // its page is a heap, the last of them in front
};

}  // namespace

FollowingHits hits_after(ArchiveReader& reader, const Plan& plan, const Following& wanted,
                         const Decide& decide, Deadline deadline, FacetCounts* facets) {
  auto& database = reader.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Collector collector(wanted, plan.exact ? nullptr : &decide, deadline, facets);
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
