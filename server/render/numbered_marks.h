// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of one article numbered through, so that a page can lead from one to the next. Knows no page.
#pragma once

#include <cstddef>

#include "common/search/search_results.h"
#include "server/render/html.h"

namespace morgue {

class NumberedMarks {
 public:
  /// marked_html, each mark with the id match-1, match-2 and so on from the highlight before.
  View view(const Highlight&);

  std::size_t marks() const { return marks_; }

 private:
  std::size_t marks_ = 0;
};

}  // namespace morgue
