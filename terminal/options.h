// SPDX-License-Identifier: GPL-3.0-or-later
// The options of morgue-search as a search request and how to show its answer. Knows no archive.
#pragma once

#include <optional>
#include <string>

#include "common/search/search_request.h"

namespace morgue {

struct Options {
  std::string archive;
  SearchRequest request;  // of any limit; 0 is everything
  std::string format;     // one of format_names()
  bool count = false;
  bool explain = false;                // how the query is understood, instead of searching
  bool facets = false;                 // show the request's facets instead of results
  bool timeline = false;               // show the request's timeline instead of results
  std::optional<std::string> similar;  // an id: show what is like this one instead of searching
  bool copies = false;                 // near copies too
  std::optional<std::string> article;  // an id: show this one instead of searching
  std::optional<std::string> batch;    // a file of queries, or "-": a row for each instead of results
  std::size_t threads = 0;             // of a batch; 0: all cores
  std::string server;                  // the URL of a server to ask in place of the archive
  bool raw = false;                    // nothing is replaced for the terminal's sake
};

/// What is to be printed instead of running (for --help and --version), else nullopt and the options are
/// read. Throws Error(usage).
std::optional<std::string> read_options(int argc, const char* const* argv, Options&);

}  // namespace morgue
