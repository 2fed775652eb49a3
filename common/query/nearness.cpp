// SPDX-License-Identifier: GPL-3.0-or-later
// Nearness by sorted sweeps: forward the spans that each step can reach, backward those that lead to the end.
// Knows nothing of words, fields or trees.
#include "common/query/nearness.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace morgue {
namespace {

using Position = std::uint32_t;

bool ends_earlier(const Extent& a, const Extent& b) {
  return std::pair(a.last, a.first) < std::pair(b.last, b.first);
}

void sort_out(Extents& extents) {
  std::ranges::sort(extents);
  const auto twice = std::ranges::unique(extents);
  extents.erase(twice.begin(), twice.end());
}

/// How far a step reaches: so many positions, and never out of its sentence or paragraph.
class Reach {
 public:
  Reach(NearUnit unit, const NearStep& step, const Boundaries& boundaries) : step_(step) {
    if (unit == NearUnit::sentence) begins_ = &boundaries.sentences;
    if (unit == NearUnit::paragraph) begins_ = &boundaries.paragraphs;
  }

  bool ordered() const { return step_.ordered; }

  /// The lowest position from which `to` is near; at most `to`.
  Position lowest(Position to) const {
    const bool is_far = step_.unit == NearUnit::words && step_.distance < to;
    return std::max(is_far ? static_cast<Position>(to - step_.distance) : 0, begin_of_part(to));
  }
  bool joins(Position from, Position to) const { return from < to && lowest(to) <= from; }
  bool holds(const Extent& extent) const { return begin_of_part(extent.last) <= extent.first; }

  Extents those_held(const Extents& extents) const {
    Extents held;
    std::ranges::copy_if(extents, std::back_inserter(held), [&](const Extent& each) { return holds(each); });
    return held;
  }

 private:
  Position begin_of_part(Position position) const {
    if (!begins_) return 0;
    const auto after = std::ranges::upper_bound(*begins_, position);
    return after == begins_->begin() ? 0 : *std::prev(after);
  }

  NearStep step_;
  const std::vector<Position>* begins_ = nullptr;
};

/// Extents that can be asked for their neighbours.
class Sorted {
 public:
  explicit Sorted(Extents extents) : by_first_(std::move(extents)), by_last_(by_first_) {
    std::ranges::sort(by_last_, ends_earlier);
    furthest_last_.reserve(by_first_.size());
    for (const auto& extent : by_first_)
      furthest_last_.push_back(furthest_last_.empty() ? extent.last
                                                      : std::max(extent.last, furthest_last_.back()));
    nearest_last_.resize(by_first_.size());
    Position nearest = std::numeric_limits<Position>::max();
    for (auto i = by_first_.size(); i-- > 0;)
      nearest_last_[i] = nearest = std::min(nearest, by_first_[i].last);
  }

  const Extents& by_first() const { return by_first_; }
  const Extents& by_last() const { return by_last_; }

  std::optional<Position> first_after(Position position) const {
    const auto i = index_after(position);
    return i == by_first_.size() ? std::nullopt : std::optional(by_first_[i].first);
  }
  std::optional<Position> last_before(Position position) const {
    const auto found = std::ranges::lower_bound(by_last_, position, {}, &Extent::last);
    return found == by_last_.begin() ? std::nullopt : std::optional(std::prev(found)->last);
  }
  bool any_inside(const Extent& around) const {
    const auto i = index_after(around.first);
    return i < by_first_.size() && nearest_last_[i] < around.last;
  }
  bool any_around(const Extent& inside) const {
    const auto i = std::ranges::lower_bound(by_first_, inside.first, {}, &Extent::first) - by_first_.begin();
    return i > 0 && furthest_last_[static_cast<std::size_t>(i) - 1] > inside.last;
  }

 private:
  std::size_t index_after(Position position) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(by_first_, position, {}, &Extent::first) -
                                    by_first_.begin());
  }

  Extents by_first_, by_last_;
  std::vector<Position> furthest_last_;  // of all up to here, by first
  std::vector<Position> nearest_last_;   // of all from here on, by first
};

/// Only the widest of those that end at one position.
Extents without_surplus(Extents spans) {
  std::ranges::sort(spans, ends_earlier);
  const auto twice = std::ranges::unique(spans);
  spans.erase(twice.begin(), twice.end());
  Extents kept;
  std::size_t at_this_end = 0;
  for (const auto& span : spans) {
    at_this_end = !kept.empty() && kept.back().last == span.last ? at_this_end + 1 : 1;
    if (at_this_end <= spans_kept) kept.push_back(span);
  }
  std::ranges::sort(kept);
  return kept;
}

/// One step of a chain: the spans before it, and the side that joins them.
class Step {
 public:
  Step(Extents spans, const Extents& side, const Reach& reach)
      : spans_(reach.those_held(spans)), side_(reach.those_held(side)), reach_(reach) {}

  const Extents& spans() const { return spans_.by_first(); }

  Extents wider_spans() const {
    Extents wider;
    add_those_joined_after(wider);
    if (!reach_.ordered()) {
      add_those_joined_before(wider);
      for (const auto& span : spans())
        if (side_.any_inside(span)) wider.push_back(span);
    }
    return without_surplus(std::move(wider));
  }

  struct Parts {
    Extents spans, side;
  };

  /// Those that take part in this step.
  Parts parts() const {
    Parts parts;
    const auto joins = [&](std::optional<Position> from, std::optional<Position> to) {
      return from && to && reach_.joins(*from, *to);
    };
    for (const auto& span : spans())
      if (joins(span.last, side_.first_after(span.last)) ||
          (!reach_.ordered() && (joins(side_.last_before(span.first), span.first) || side_.any_inside(span))))
        parts.spans.push_back(span);
    for (const auto& each : side_.by_first())
      if (joins(spans_.last_before(each.first), each.first) ||
          (!reach_.ordered() && (joins(each.last, spans_.first_after(each.last)) || spans_.any_around(each))))
        parts.side.push_back(each);
    return parts;
  }

  /// Those that lead to one of these wider spans.
  Parts parts_leading_to(const Extents& wider) const {
    Parts parts;
    Extents around;
    std::vector<int> marks(spans().size() + 1);  // +1 where a run of spans begins, -1 behind its end
    for (const auto& span : wider) {
      mark_joined_after(span, marks, parts);
      if (reach_.ordered()) continue;
      mark_joined_before(span, parts);
      if (std::ranges::binary_search(spans(), span) && side_.any_inside(span)) around.push_back(span);
    }
    add_marked(marks, parts);
    const Sorted held(around);
    for (const auto& each : side_.by_first())
      if (held.any_around(each)) parts.side.push_back(each);
    std::ranges::copy(around, std::back_inserter(parts.spans));
    sort_out(parts.spans);
    sort_out(parts.side);
    return parts;
  }

 private:
  /// The spans near before each of the side move along with it; of them the widest are enough.
  void add_those_joined_after(Extents& wider) const {
    std::map<Position, std::size_t> firsts;  // of the spans in reach, and how many begin there
    const auto& spans = spans_.by_last();
    std::size_t from = 0, to = 0;
    for (const auto& each : side_.by_first()) {
      for (; to < spans.size() && spans[to].last < each.first; ++to) ++firsts[spans[to].first];
      for (; from < to && spans[from].last < reach_.lowest(each.first); ++from)
        if (--firsts[spans[from].first] == 0) firsts.erase(spans[from].first);
      std::size_t kept = 0;
      for (auto first = firsts.begin(); first != firsts.end() && kept < spans_kept; ++first, ++kept)
        wider.push_back({first->first, each.last});
    }
  }

  /// For the spans that end at one position, each of the side near before any of them; the first are enough.
  void add_those_joined_before(Extents& wider) const {
    const auto& side = side_.by_last();
    const auto& spans = spans_.by_last();
    auto next = side.begin();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const auto& span = spans[i];
      const bool is_new_end = i == 0 || spans[i - 1].last != span.last;
      if (is_new_end) kept = 0;
      const auto from = std::ranges::lower_bound(side, reach_.lowest(span.first), {}, &Extent::last);
      next = is_new_end ? from : std::max(next, from);
      for (; next != side.end() && next->last < span.first && kept < spans_kept; ++next, ++kept)
        wider.push_back({next->first, span.last});
    }
  }

  /// A span that ends with one of the side: those that begin like it and end near before that one.
  void mark_joined_after(const Extent& span, std::vector<int>& marks, Parts& parts) const {
    for (const auto& each : std::ranges::equal_range(side_.by_last(), span.last, {}, &Extent::last)) {
      const auto from = index_of({span.first, reach_.lowest(each.first)});
      const auto to = index_of({span.first, each.first});
      if (from >= to) continue;
      parts.side.push_back(each);
      ++marks[from];
      --marks[to];
    }
  }

  /// A span that begins with one of the side: those that end like it and begin near after that one.
  void mark_joined_before(const Extent& span, Parts& parts) const {
    const auto end_so = std::ranges::equal_range(spans_.by_last(), span.last, {}, &Extent::last);
    for (const auto& each : std::ranges::equal_range(side_.by_first(), span.first, {}, &Extent::first)) {
      const auto known = parts.spans.size();
      for (const auto& before : end_so)
        if (reach_.joins(each.last, before.first)) parts.spans.push_back(before);
      if (parts.spans.size() > known) parts.side.push_back(each);
    }
  }

  std::size_t index_of(const Extent& span) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(spans(), span) - spans().begin());
  }

  void add_marked(const std::vector<int>& marks, Parts& parts) const {
    int depth = 0;
    for (std::size_t i = 0; i < spans().size(); ++i) {
      depth += marks[i];
      if (depth > 0) parts.spans.push_back(spans()[i]);
    }
  }

  Sorted spans_, side_;
  const Reach& reach_;
};

/// A step reaches no further than the sentence or paragraph that a later one asks for.
std::vector<Reach> reaches_of(const std::vector<NearStep>& steps, const Boundaries& boundaries) {
  std::vector<Reach> reaches;
  NearUnit unit = NearUnit::words;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->unit == NearUnit::sentence || unit == NearUnit::words) unit = step->unit;
    reaches.emplace_back(unit, *step, boundaries);
  }
  std::ranges::reverse(reaches);
  return reaches;
}

}  // namespace

std::vector<Extents> taking_part(const std::vector<Extents>& sides, const std::vector<NearStep>& steps,
                                 const Boundaries& boundaries) {
  const auto reaches = reaches_of(steps, boundaries);
  std::vector<Step> chain;
  chain.emplace_back(sides[0], sides[1], reaches[0]);
  for (std::size_t i = 1; i < steps.size(); ++i)
    chain.emplace_back(chain.back().wider_spans(), sides[i + 1], reaches[i]);
  std::vector<Extents> found(sides.size());
  auto parts = chain.back().parts();
  for (auto i = steps.size(); i-- > 0;) {
    found[i + 1] = std::move(parts.side);
    if (i > 0) parts = chain[i - 1].parts_leading_to(parts.spans);
  }
  found[0] = std::move(parts.spans);
  return found;
}

}  // namespace morgue
