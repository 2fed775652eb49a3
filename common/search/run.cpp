// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/run.h"

#include <algorithm>
#include <functional>
#include <span>
#include <unordered_map>
#include <utility>

#include "common/search/order_key.h"
#include "common/search/ranking.h"

namespace morgue {
namespace {

/// Asks the matcher where the plan needs it, and throws DeadlinePassed.
class Decider : public Xapian::MatchDecider {
 public:
  Decider(const Plan& plan, const Decide& decide, Deadline deadline, std::size_t keep, FacetCounts* facets)
      : decide_(plan.exact ? nullptr : &decide),
        deadline_(deadline, decide_ != nullptr),
        keep_(keep),
        facets_(facets) {}

  /// Documents, ascending, of which the matcher need not be asked.
  void trust(std::vector<Xapian::docid> sure) { sure_ = std::move(sure); }

  bool operator()(const Xapian::Document& document) const override {
    deadline_.look();
    if (decide_ && !std::ranges::binary_search(sure_, document.get_docid())) {
      const auto [decided, is_new] = decided_.try_emplace(document.get_docid());
      if (is_new) decided->second = (*decide_)(document);
      if (!decided->second) return false;
    }
    if (facets_ && !facets_->take(document)) return false;
    ++accepted_;
    if (deadline_.can_pass() && first_.size() < keep_) first_.push_back(document.get_docid());
    return true;
  }

  /// Before the matches are passed again.
  void begin_anew() {
    accepted_ = 0;
    first_.clear();
  }

  std::uint64_t verified() const { return decided_.size(); }
  std::uint64_t accepted() const { return accepted_; }
  const std::vector<Xapian::docid>& first() const { return first_; }

 private:
  const Decide* decide_;
  std::vector<Xapian::docid> sure_;
  mutable DeadlineWatch deadline_;
  std::size_t keep_;
  FacetCounts* facets_;
  mutable std::unordered_map<Xapian::docid, bool> decided_;
  mutable std::uint64_t accepted_ = 0;
  mutable std::vector<Xapian::docid> first_;  // of those accepted
};

using Range = std::pair<std::size_t, std::size_t>;  // of hits: the first, and behind the last

bool score_alike(const Hit& a, const Hit& b) { return a.score == b.score; }
bool key_alike(const Hit& a, const Hit& b) { return a.key == b.key; }

/// The hits that are as the one at `i`, which stand together.
template <class Alike>
Range alike(const std::vector<Hit>& hits, std::size_t i, Alike is_alike) {
  std::size_t first = i, end = i + 1;
  while (first > 0 && is_alike(hits[first - 1], hits[i])) --first;
  while (end < hits.size() && is_alike(hits[end], hits[i])) ++end;
  return {first, end};
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

/// The hits of one plan.
class Search {
 public:
  Search(Xapian::Database& database, const Plan& plan, Order order, Decider* decider)
      : database_(database), enquire_(database), query_(plan.query), key_(key_of(order)), decider_(decider) {
    enquire_.set_query(query_);
    if (order == Order::relevance && plan.scores)
      enquire_.set_weighting_scheme(Xapian::BM25Weight(ranking::k1, ranking::k2, ranking::k3, ranking::b,
                                                       ranking::least_normalised_length));
    else enquire_.set_weighting_scheme(Xapian::BoolWeight());
  }

  /// Without it or count() total() is a guess.
  void count_all() { count_to_ = database_.get_doccount(); }
  std::uint64_t total() const { return total_; }

  /// All that match, without their scores and keys.
  void count() {
    Xapian::Enquire counting(database_);
    counting.set_query(query_);
    counting.set_weighting_scheme(Xapian::BoolWeight());
    total_ = counting.get_mset(0, 0, database_.get_doccount(), nullptr, decider_).get_matches_estimated();
  }

  /// By count() and what then scores best, where Xapian passes over what cannot. For alternatives of common
  /// words that takes half the time of scoring all that match.
  void count_first() {
    count();
    pass_again();
  }

  /// As the order is, in one pass over the matches if it must be `once`. Else only the keys on the page, and
  /// of those of the same moment, are looked at: to make one costs more than to read the moment.
  std::vector<Hit> by_key(std::size_t offset, std::size_t limit, bool once) {
    constexpr std::size_t more = 1000;
    const auto slot = key_.descending_slot();
    if (once || !slot) return by_whole_key(offset, limit);
    enquire_.set_sort_by_value(*slot, true);
    auto hits = found(0, offset + limit + more);
    const std::size_t wanted = std::min(offset + limit, hits.size());
    if (offset >= wanted) return {};
    const bool may_go_on = hits.size() == offset + limit + more && key_alike(hits[wanted - 1], hits.back());
    if (may_go_on) {
      pass_again();
      return by_whole_key(offset, limit);
    }
    const Range looked_at{alike(hits, offset, key_alike).first, alike(hits, wanted - 1, key_alike).second};
    for (std::size_t i = looked_at.first; i < looked_at.second; ++i) hits[i].key.clear();
    order_by_key(hits, looked_at);
    cut_to_page(hits, offset, wanted - offset);
    return hits;
  }

  /// By score, equals by key.
  std::vector<Hit> by_score_and_key(std::size_t size) {
    enquire_.set_sort_by_relevance_then_key(&key_, false);
    return found(0, size);
  }

  /// The same hits by score; equals are in no order. Only the keys of those that score as the last one are
  /// looked at: a key for each match costs more than its score.
  std::vector<Hit> by_score(std::size_t size) {
    constexpr std::size_t more = 200;  // to see where those end
    enquire_.set_sort_by_relevance();
    auto hits = found(0, size + more);
    if (hits.size() <= size) return hits;
    const bool may_go_on = hits.size() == size + more && score_alike(hits[size - 1], hits.back());
    if (may_go_on) {
      pass_again();
      hits = by_score_and_key(size);
    } else {
      order_by_key(hits, alike(hits, size - 1, score_alike));
      hits.resize(size);
    }
    return hits;
  }

  /// Those of hits by score that are among the first.
  void order_equals(std::vector<Hit>& hits, std::size_t first) const {
    for (std::size_t i = 0; i < std::min(first, hits.size());) {
      const auto equals = alike(hits, i, score_alike);
      if (equals.second - equals.first > 1) order_by_key(hits, equals);
      i = equals.second;
    }
  }

 private:
  std::vector<Hit> by_whole_key(std::size_t offset, std::size_t limit) {
    enquire_.set_sort_by_key(&key_, false);
    return found(offset, limit);
  }

  /// total() is as it was.
  void pass_again() {
    count_to_ = 0;
    is_counted_ = true;
    if (decider_) decider_->begin_anew();
  }

  std::vector<Hit> found(std::size_t offset, std::size_t limit) {
    const auto matches =
        enquire_.get_mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit),
                          count_to_, nullptr, decider_);
    if (!is_counted_) total_ = matches.get_matches_estimated();
    std::vector<Hit> hits;
    hits.reserve(matches.size());
    for (auto hit = matches.begin(); hit != matches.end(); ++hit)
      hits.push_back({*hit, hit.get_weight(), hit.get_sort_key()});
    return hits;
  }

  void order_by_key(std::vector<Hit>& hits, Range range) const {
    const std::span equals(hits.begin() + static_cast<std::ptrdiff_t>(range.first),
                           hits.begin() + static_cast<std::ptrdiff_t>(range.second));
    for (Hit& hit : equals)
      if (hit.key.empty()) hit.key = key_(database_.get_document(hit.document, Xapian::DOC_ASSUME_VALID));
    std::ranges::sort(equals, {}, &Hit::key);
  }

  Xapian::Database& database_;
  Xapian::Enquire enquire_;
  const Xapian::Query query_;
  MomentThenId key_;
  Decider* decider_;
  Xapian::doccount count_to_ = 0;
  bool is_counted_ = false;
  std::uint64_t total_ = 0;
};

/// Score, then newer, then id, in one pass over the matches if it must be `once`; the hits beyond the first
/// ranking::reranked stay as they are.
std::vector<Hit> best(Search& search, const Reranker& reranker, bool once, std::size_t offset,
                      std::size_t limit) {
  const std::size_t wanted = offset + limit;
  const bool reranks = offset < ranking::reranked && !reranker.adds_nothing();
  const std::size_t size = reranks ? std::max(wanted, ranking::reranked) : wanted;
  auto hits = once ? search.by_score_and_key(size) : search.by_score(size);
  if (reranks) {
    if (hits.size() > ranking::reranked) search.order_equals(hits, hits.size());
    const std::span first(hits.begin(), std::min(hits.size(), ranking::reranked));
    reranker.add_to(first, wanted);
    std::ranges::stable_sort(first, std::greater(), &Hit::score);
  }
  search.order_equals(hits, wanted);
  return hits;
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
         const Decide& decide, const Reranker& reranker, Deadline deadline, FacetCounts* facets) {
  Hits hits;
  if (plan.total && limit == 0 && !facets) {
    hits.total = *plan.total;
    return hits;
  }
  auto& database = reader.database();
  Decider decider(plan, decide, deadline, offset + limit, facets);
  Search search(database, plan, order, !plan.exact || facets || deadline.can_pass() ? &decider : nullptr);
  const bool is_known = plan.total && !facets;
  if (!is_known) search.count_all();
  try {
    decider.trust(sure_documents(plan, database, deadline));
    if (limit == 0) {
      search.count();
    } else if (order == Order::relevance && plan.scores) {
      if (!is_known && !facets && plan.exact && plan.query.get_type() == Xapian::Query::OP_OR)
        search.count_first();
      hits.page = best(search, reranker, facets != nullptr, offset, limit);
      cut_to_page(hits.page, offset, limit);
    } else {
      hits.page = search.by_key(offset, limit, facets != nullptr);
    }
    hits.total = is_known ? *plan.total : search.total();
  } catch (const DeadlinePassed&) {
    hits = what_was_found(database, decider, offset);
  }
  hits.verified = decider.verified();
  return hits;
}

}  // namespace morgue
