// SPDX-License-Identifier: GPL-3.0-or-later
// A search made narrower or wider, from its first page on: where the links of a page lead. Knows no HTML.
#pragma once

#include <string>

#include "common/search/search_request.h"
#include "common/timestamp.h"

namespace morgue {

/// The same search from its first page on.
SearchRequest from_first_page(SearchRequest);

/// Only between these days, and in no interval of its own.
SearchRequest within(SearchRequest, const DaySpan&);

/// Also, or only, articles with this value of the field; no longer without it.
SearchRequest with_value(SearchRequest, Field, const std::string& value);

/// Only articles without this value of the field.
SearchRequest without_value(SearchRequest, Field, const std::string& value);

/// The value is neither wanted nor unwanted, in whatever form it was given.
SearchRequest whatever_value(SearchRequest, Field, const std::string& value);

/// In whatever form it was given.
bool is_unwanted(const SearchRequest&, Field, const std::string& value);

}  // namespace morgue
