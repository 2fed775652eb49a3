// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks: bytes become code points here and nowhere else. Knows no grammar.
#include "common/query/query_remarks.h"

#include <algorithm>
#include <utility>

namespace morgue {

void Remarks::repair(std::string code, std::string message, std::size_t begin, std::size_t end,
                     std::string suggestion) {
  warnings_.push_back({std::move(code), Severity::repair, std::move(message), code_points_before(begin),
                       code_points_before(end), std::move(suggestion)});
}

void Remarks::notice(std::string code, std::string message, std::size_t begin, std::size_t end,
                     std::string suggestion) {
  warnings_.push_back({std::move(code), Severity::notice, std::move(message), code_points_before(begin),
                       code_points_before(end), std::move(suggestion)});
}

std::vector<Warning> Remarks::in_order() const {
  auto sorted = warnings_;
  std::ranges::stable_sort(sorted, {}, &Warning::start);
  return sorted;
}

std::size_t Remarks::code_points_before(std::size_t byte) const {
  const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::ranges::count_if(text_.substr(0, byte), is_first_byte));
}

}  // namespace morgue
