// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a batch as searches: a query a line, or the parameters of a search as a JSON object a line.
// Knows no files and no sockets.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>

#include "common/search/search_request.h"
#include "common/wire/search_url.h"

namespace morgue {

inline constexpr std::size_t longest_batch_line = 32 * 1024;  // bytes

struct BatchLine {
  std::uint64_t number = 0;  // from 1, empty lines counted too
  std::string text;          // without the line's end; no more than longest_batch_line of it
  std::uint64_t bytes = 0;
};

/// Reads lines that end in LF or CRLF, passing over a byte order mark and those that are empty or blank.
class BatchLines {
 public:
  explicit BatchLines(std::istream& stream) : stream_(stream) {}

  /// nullopt at the end.
  std::optional<BatchLine> next();

 private:
  std::istream& stream_;
  std::uint64_t read_ = 0;
};

enum class LineFormat { query, json };

/// The search that the line asks for; `common` are parameters for all of them, in place of which a line of
/// JSON may name its own. Throws Error(bad_input) for a line that is too long, not UTF-8 or no JSON object,
/// BadParameter as to_search_request.
SearchRequest to_search_request(const BatchLine&, LineFormat, const Parameters& common);

/// What the line asks for, to be told with what is wrong with it: its first characters, made UTF-8.
std::string beginning(const BatchLine&);

}  // namespace morgue
