// SPDX-License-Identifier: GPL-3.0-or-later
// Windows: one sweep counts what each holds; where terms can stand at one position, a matching decides.
#include "common/query/word_window.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace morgue {
namespace {

using Position = std::uint32_t;

/// An occurrence chosen beforehand, for the question whether it takes part.
struct Chosen {
  std::size_t term;
  Position first;
};

/// Gives each place of a term a position of its own, by augmenting paths.
class Seating {
 public:
  explicit Seating(std::vector<std::vector<Position>> choices) : choices_(std::move(choices)) {}

  bool is_possible() {
    for (std::size_t place = 0; place < choices_.size(); ++place) {
      tried_.clear();
      if (!seat(place)) return false;
    }
    return true;
  }

 private:
  bool seat(std::size_t place) {
    for (const auto position : choices_[place]) {
      if (!tried_.emplace(position, true).second) continue;
      const auto holder = holders_.find(position);
      if (holder != holders_.end() && !seat(holder->second)) continue;
      holders_[position] = place;
      return true;
    }
    return false;
  }

  std::vector<std::vector<Position>> choices_;
  std::unordered_map<Position, std::size_t> holders_;
  std::unordered_map<Position, bool> tried_;
};

/// Of the occurrences that begin at one position the shortest.
Extents shortest(const Extents& occurrences) {
  Extents result;
  for (const auto& each : occurrences)
    if (result.empty() || result.back().first != each.first) result.push_back(each);
  return result;
}

class Windows {
 public:
  Windows(const std::vector<WindowTerm>& terms, std::size_t width) : terms_(terms), width_(width) {
    for (const auto& term : terms) {
      shortest_.push_back(shortest(term.occurrences));
      places_ += term.times;
      for (const auto& each : shortest_.back()) ++terms_at_[each.first];
    }
    find_those_that_hold_all();
  }

  bool takes_part(std::size_t term, const Extent& occurrence) const {
    const Position lowest = occurrence.last > width_ ? static_cast<Position>(occurrence.last - width_) : 0;
    auto begin = std::ranges::lower_bound(begins_, lowest);
    if (terms_at_.at(occurrence.first) == 1) return begin != begins_.end() && *begin <= occurrence.first;
    for (; begin != begins_.end() && *begin <= occurrence.first; ++begin)
      if (can_be_seated(*begin, Chosen{term, occurrence.first})) return true;
    return false;
  }

 private:
  /// Where a window can begin in which every term has its places.
  void find_those_that_hold_all() {
    std::vector<std::size_t> counts(terms_.size());
    auto entering = in_order(&Extent::last), leaving = in_order(&Extent::first);
    std::size_t entered = 0;
    for (std::size_t left = 0; left < leaving.size();) {
      const Position begin = leaving[left].second.first;
      for (; entered < entering.size() && entering[entered].second.last <= begin + width_; ++entered)
        if (entering[entered].second.first >= begin) ++counts[entering[entered].first];
      if (all_are_there(counts) && (!any_shared() || can_be_seated(begin, {}))) begins_.push_back(begin);
      for (; left < leaving.size() && leaving[left].second.first == begin; ++left)
        if (leaving[left].second.last <= begin + width_) --counts[leaving[left].first];
    }
  }

  std::vector<std::pair<std::size_t, Extent>> in_order(Position Extent::*by) const {
    std::vector<std::pair<std::size_t, Extent>> all;
    for (std::size_t term = 0; term < shortest_.size(); ++term)
      for (const auto& each : shortest_[term]) all.emplace_back(term, each);
    std::ranges::sort(all, {}, [by](const auto& each) { return each.second.*by; });
    return all;
  }

  bool all_are_there(const std::vector<std::size_t>& counts) const {
    for (std::size_t term = 0; term < terms_.size(); ++term)
      if (counts[term] < terms_[term].times) return false;
    return true;
  }

  bool any_shared() const {
    if (!any_shared_)
      any_shared_ = std::ranges::any_of(terms_at_, [](const auto& each) { return each.second > 1; });
    return *any_shared_;
  }

  /// A term with as many positions as there are places finds one whatever the others take.
  bool can_be_seated(Position begin, std::optional<Chosen> chosen) const {
    std::vector<std::vector<Position>> choices;
    for (std::size_t term = 0; term < terms_.size(); ++term) {
      const bool is_chosen = chosen && chosen->term == term;
      const auto positions = positions_in(term, begin, chosen);
      if (!positions) continue;
      choices.insert(choices.end(), terms_[term].times - (is_chosen ? 1 : 0), *positions);
    }
    return Seating(std::move(choices)).is_possible();
  }

  /// nullopt: as many as there are places, or more.
  std::optional<std::vector<Position>> positions_in(std::size_t term, Position begin,
                                                    const std::optional<Chosen>& chosen) const {
    std::vector<Position> positions;
    const auto& all = shortest_[term];
    for (auto each = std::ranges::lower_bound(all, begin, {}, &Extent::first);
         each != all.end() && each->first <= begin + width_; ++each) {
      if (each->last > begin + width_ || (chosen && each->first == chosen->first)) continue;
      positions.push_back(each->first);
      if (positions.size() == places_) return std::nullopt;
    }
    return positions;
  }

  const std::vector<WindowTerm>& terms_;
  std::size_t width_;
  std::size_t places_ = 0;  // of all terms
  std::vector<Extents> shortest_;
  std::unordered_map<Position, std::size_t> terms_at_;  // how many begin there
  std::vector<Position> begins_;                        // ascending
  mutable std::optional<bool> any_shared_;
};

}  // namespace

std::vector<Extents> in_one_window(const std::vector<WindowTerm>& terms, std::size_t width) {
  std::vector<Extents> found(terms.size());
  if (std::ranges::any_of(terms, [](const WindowTerm& term) { return term.occurrences.empty(); }))
    return found;
  const Windows windows(terms, width);
  for (std::size_t term = 0; term < terms.size(); ++term)
    std::ranges::copy_if(terms[term].occurrences, std::back_inserter(found[term]),
                         [&](const Extent& occurrence) { return windows.takes_part(term, occurrence); });
  return found;
}

}  // namespace morgue
