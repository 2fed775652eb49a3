// SPDX-License-Identifier: GPL-3.0-or-later
// Operands in a row, and how AND, OR and standing side by side join them. Knows nothing of how they were
// written.
#include "common/query/query_items.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/query/query_nodes.h"

namespace morgue {
namespace {

/// The items between those before which `splits` holds.
template <class Splits>
std::vector<Items> split(const Items& items, Splits splits) {
  std::vector<Items> groups;
  for (const auto& item : items) {
    if (groups.empty() || splits(item.join)) groups.emplace_back();
    groups.back().push_back(item);
  }
  return groups;
}

std::vector<Node> nodes_of(const Items& items) {
  std::vector<Node> nodes;
  for (const auto& item : items) nodes.push_back(item.node);
  return nodes;
}

/// Between two written ORs under match_any: what is required or excluded decides, the others are
/// alternatives, and beside something required they may be missing.
Node alternatives(const Items& segment) {
  std::vector<Node> required, optional, excluded;
  for (const auto& run : split(segment, [](Join join) { return join == Join::side; })) {
    const bool alone = run.size() == 1;
    auto& kind = alone && run[0].required ? required : alone && run[0].excluded ? excluded : optional;
    kind.push_back(all_of(nodes_of(run)));
  }
  auto all = required;
  if (!optional.empty()) {
    if (!required.empty()) optional.push_back({Everything{}});
    all.push_back(any_of(std::move(optional)));
  }
  std::ranges::move(excluded, std::back_inserter(all));
  return all_of(std::move(all));
}

}  // namespace

Node combined(const Items& items, bool match_any) {
  std::vector<Node> segments;
  for (const auto& segment : split(items, [](Join join) { return join == Join::written_or; }))
    segments.push_back(match_any ? alternatives(segment) : all_of(nodes_of(segment)));
  return any_of(std::move(segments));
}

std::optional<Mixture> mixture_of(const Items& items, bool match_any) {
  const auto is_or = [&](Join join) { return join == Join::written_or || (match_any && join == Join::side); };
  const auto ors =
      std::count_if(items.begin() + 1, items.end(), [&](const Item& item) { return is_or(item.join); });
  if (ors == 0 || static_cast<std::size_t>(ors) + 1 == items.size()) return std::nullopt;
  std::vector<Node> ands, alternations;
  for (const auto& run : split(items, is_or)) ands.push_back(all_of(nodes_of(run)));
  for (const auto& run : split(items, [&](Join join) { return !is_or(join); }))
    alternations.push_back(any_of(nodes_of(run)));
  return Mixture{any_of(std::move(ands)), all_of(std::move(alternations))};
}

}  // namespace morgue
