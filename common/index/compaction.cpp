// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/compaction.h"

#include <xapian.h>

#include "common/index/xapian_errors.h"

namespace morgue {

void compact(const std::filesystem::path& generation, const std::filesystem::path& into) {
  with_xapian_errors("cannot copy " + generation.string(), [&] {
    Xapian::Database(generation.string()).compact(into.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  });
}

}  // namespace morgue
