// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/numbered_marks.h"

#include <string>
#include <string_view>

#include "common/wire/results_json.h"

namespace morgue {

View NumberedMarks::view(const Highlight& highlight) {
  constexpr std::string_view mark = "<mark>";  // in escaped text nothing else looks like it
  const auto plain = marked_html(highlight);
  std::string numbered;
  std::size_t done = 0;
  for (auto at = plain.find(mark); at != std::string::npos; at = plain.find(mark, done)) {
    numbered.append(plain, done, at - done);
    numbered += "<mark id=\"match-" + std::to_string(++marks_) + "\">";
    done = at + mark.size();
  }
  View view;
  view["marked_html"] = numbered.append(plain, done);
  return view;
}

}  // namespace morgue
