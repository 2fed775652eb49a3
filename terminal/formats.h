// SPDX-License-Identifier: GPL-3.0-or-later
// The formats in which morgue-search shows an answer: one table. Knows no stream and no archive.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "terminal/results_text.h"

namespace morgue {

/// To whom the answer is shown.
struct Viewer {
  bool terminal = false;  // else a file or another program
  Emphasis emphasis = Emphasis::asterisks;
};

struct Format {
  std::string_view name;
  bool needs_snippets;
  bool tells_warnings;  // in itself, so that they need no telling beside it
  bool for_people;      // who want to hear why nothing is shown
  /// `first` is the first page of the answer, whose `limit` is the request's.
  std::string (*begin)(const SearchResults& first, const SearchRequest&, const Viewer&);
  /// The result that stands at `place` among those shown, counted from 0.
  std::string (*result)(const SearchResult&, const SearchRequest&, std::size_t place, const Viewer&);
  std::string (*end)(const SearchResults& first, std::size_t shown);
};

std::vector<std::string_view> format_names();
/// Throws Error(usage) for a name that is none.
const Format& format_named(std::string_view name);

}  // namespace morgue
