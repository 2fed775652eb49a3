// SPDX-License-Identifier: GPL-3.0-or-later
// The people whose names go on as what is typed, in any order of their parts: suggestions.h.
#pragma once

#include <vector>

#include "common/index/archive_reader.h"
#include "common/search/suggestions.h"
#include "common/search/term_samples.h"
#include "common/search/typed_text.h"

namespace morgue {

/// Each person that stands in the articles looked at; those most used and most lately first.
std::vector<SuggestedPerson> suggested_people(ArchiveReader&, const TypedText&, const Ages&,
                                              std::size_t most);

}  // namespace morgue
