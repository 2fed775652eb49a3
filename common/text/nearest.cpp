// SPDX-License-Identifier: GPL-3.0-or-later
// Optimal string alignment over bytes, for short names. Knows nothing of what is named.
#include "common/text/nearest.h"

#include <algorithm>

namespace morgue {
namespace {

// Three rows of the table are enough: a swap looks two rows back.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_back(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) current[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_back.swap(previous);
    previous.swap(current);
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], two_back[j - 2] + 1);
    }
  }
  return current[b.size()];
}

}  // namespace

std::string nearest(std::string_view name, const std::vector<std::string_view>& known,
                    std::size_t most_edits) {
  std::string_view best;
  std::size_t fewest = most_edits + 1;
  for (const auto candidate : known) {
    const std::size_t shorter = std::min(name.size(), candidate.size());
    const std::size_t longer = std::max(name.size(), candidate.size());
    if (longer - shorter >= fewest) continue;
    const std::size_t edits = edits_between(name, candidate);
    if (edits < fewest && edits < shorter) {
      fewest = edits;
      best = candidate;
    }
  }
  return std::string(best);
}

}  // namespace morgue
