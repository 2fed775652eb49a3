// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/kept_counts.h"

#include <algorithm>
#include <utility>

namespace morgue {
namespace {

constexpr std::size_t most_entries = 50;
constexpr std::size_t most_values = 1000;  // of one entry, spans of time among them

/// What the counts depend on.
SearchRequest counted(const SearchRequest& request) {
  SearchRequest part;
  part.in = request.in;
  part.published = request.published;
  part.filters = request.filters;
  part.match = request.match;
  part.facets = request.facets;
  part.facet_size = request.facet_size;
  part.interval = request.interval;
  return part;
}

bool are_worth_keeping(const Counts& counts) {
  std::size_t values = counts.timeline ? counts.timeline->spans.size() : 0;
  for (const auto& facet : counts.facets) values += facet.values.size();
  return values <= most_values && std::ranges::all_of(counts.facets, &Facet::complete);
}

}  // namespace

const Counts* KeptCounts::find(const std::string& generation, const std::string& understood,
                               const SearchRequest& request) {
  if (generation != std::exchange(generation_, generation)) entries_.clear();
  const auto part = counted(request);
  const auto found = std::ranges::find_if(
      entries_, [&](const Entry& entry) { return entry.understood == understood && entry.request == part; });
  if (found == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found);
  return &entries_.front().counts;
}

void KeptCounts::keep(const std::string& understood, const SearchRequest& request, Counts counts) {
  if (!are_worth_keeping(counts)) return;
  entries_.push_front({understood, counted(request), std::move(counts)});
  if (entries_.size() > most_entries) entries_.pop_back();
}

}  // namespace morgue
