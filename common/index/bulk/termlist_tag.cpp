// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/termlist_tag.h"

#include <algorithm>

#include "common/index/bulk/glass_format.h"

namespace morgue::glass {

TermlistTag::TermlistTag(std::string& tag, std::uint64_t length, std::uint64_t terms) : tag_(tag) {
  append_uint(tag_, length);
  append_uint(tag_, terms);
}

void TermlistTag::add(std::string_view term, std::uint32_t wdf) {
  if (last_.empty()) {
    tag_.push_back(static_cast<char>(term.size()));
    tag_.append(term);
    append_uint(tag_, wdf);
    last_ = term;
    return;
  }
  const auto differ = std::mismatch(last_.begin(), last_.end(), term.begin(), term.end()).first;
  const auto same = static_cast<std::size_t>(differ - last_.begin());
  // A small wdf is packed into the byte that says how much of the term before is kept.
  const std::size_t packed = (std::size_t{wdf} + 1) * (last_.size() + 1) + same;
  const bool is_packed = wdf < 127 && packed < 256;
  tag_.push_back(static_cast<char>(is_packed ? packed : same));
  tag_.push_back(static_cast<char>(term.size() - same));
  tag_.append(term.substr(same));
  if (!is_packed) append_uint(tag_, wdf);
  last_ = term;
}

}  // namespace morgue::glass
