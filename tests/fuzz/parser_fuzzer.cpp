// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a query: they give a tree, and its text gives that tree again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/query/query_parser.h"
#include "common/query/query_text.h"

using namespace morgue;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  const auto tree = parse_query(typed, {.match_any = size % 2 == 1, .today = {}, .now = 0}).tree;
  if (parse_query(query_text(tree), {}).tree != tree) std::abort();
  return 0;
}
