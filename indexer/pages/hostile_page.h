// SPDX-License-Identifier: GPL-3.0-or-later
// Markup that would cost a parser more time or memory than its size allows. Knows nothing of articles.
#pragma once

#include <cstddef>
#include <string_view>

namespace morgue {

inline constexpr std::size_t most_open_elements = 500;
inline constexpr std::size_t most_attributes = 500;
inline constexpr std::size_t most_tags = 500'000;

/// Throws ArticleError for a page with more elements open at once (too_deep), more attributes in one tag or
/// more tags (too_large). Costs one pass over the page.
void refuse_hostile_page(std::string_view html);

}  // namespace morgue
