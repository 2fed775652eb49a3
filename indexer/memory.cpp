// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/memory.h"

#include <charconv>
#include <string_view>

#include "common/error.h"

namespace morgue {
namespace {

constexpr std::size_t least = std::size_t{16} << 20;
constexpr std::string_view suffixes = "KMG";

Error refusal(const std::string& text, const std::string& why) {
  return Error(ErrorKind::usage, "--memory cannot be \"" + text + "\": " + why,
               "give a size such as 512M or 2G");
}

/// 0 where there is no such suffix.
unsigned shift_of(std::string_view suffix) {
  if (suffix.size() != 1) return 0;
  const auto at = suffixes.find(static_cast<char>(suffix[0] & ~0x20));
  return at == std::string_view::npos ? 0 : static_cast<unsigned>(10 * (at + 1));
}

}  // namespace

Memory parse_memory(const std::string& text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  const std::string_view suffix(read.ptr, static_cast<std::size_t>(end - read.ptr));
  const unsigned shift = shift_of(suffix);
  if (read.ec != std::errc() || (shift == 0 && !suffix.empty())) throw refusal(text, "that is no size");
  if (number > (~std::size_t{0} >> shift)) throw refusal(text, "that is more than there can be");
  if (number << shift < least) throw refusal(text, "the least is 16M");
  return {number << shift};
}

}  // namespace morgue
