// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/paragraphs.h"

#include <algorithm>
#include <string_view>

#include "common/text/code_points.h"
#include "common/text/sentences.h"

namespace morgue {
namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";

/// Cuts slices out of a highlight, from its beginning to its end.
class Cutter {
 public:
  explicit Cutter(const Highlight& whole) : whole_(whole), range_(whole.ranges.begin()) {}

  /// Bytes [begin, end) of the text; begin is not before the end of the slice before.
  Highlight cut(std::size_t begin, std::size_t end) {
    const auto first = code_point_at(begin);
    const auto last = code_point_at(end);
    Highlight slice{whole_.text.substr(begin, end - begin), {}, whole_.start + first};
    while (range_ != whole_.ranges.end() && range_->second <= first) ++range_;
    for (auto range = range_; range != whole_.ranges.end() && range->first < last; ++range)
      slice.ranges.emplace_back(std::max(range->first, first) - first, std::min(range->second, last) - first);
    return slice;
  }

 private:
  std::size_t code_point_at(std::size_t byte) {
    for (; byte_ < byte; ++byte_)
      if (begins_a_code_point(whole_.text[byte_])) ++code_points_;
    return code_points_;
  }

  const Highlight& whole_;
  std::vector<std::pair<std::size_t, std::size_t>>::const_iterator range_;
  std::size_t byte_ = 0;
  std::size_t code_points_ = 0;  // before byte_
};

}  // namespace

std::vector<Highlight> paragraphs(const Highlight& whole) {
  const std::string_view text = whole.text;
  const auto begins = paragraph_begins(text);
  std::vector<Highlight> cut;
  Cutter cutter(whole);
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t behind = i + 1 < begins.size() ? begins[i + 1] : text.size();
    const auto begin = text.find_first_not_of(white_space, begins[i]);
    if (begin >= behind) continue;
    const auto end = text.find_last_not_of(white_space, behind - 1) + 1;
    cut.push_back(cutter.cut(begin, end));
  }
  return cut;
}

}  // namespace morgue
