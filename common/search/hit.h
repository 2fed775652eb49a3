// SPDX-License-Identifier: GPL-3.0-or-later
// Hit: one article found, by its number in the index. Knows nothing of queries or articles.
#pragma once

#include <xapian.h>

#include <string>

namespace morgue {

struct Hit {
  Xapian::docid document;
  double score;
  std::string key = {};  // what orders hits of one score: newer, then id; "" where none was met
};

}  // namespace morgue
