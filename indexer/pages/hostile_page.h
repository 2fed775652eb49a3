// SPDX-License-Identifier: GPL-3.0-or-later
// Markup that would cost a parser more time than its size allows. Knows nothing of articles.
#pragma once

#include <string_view>

namespace morgue {

/// Throws ArticleError(too_deep) for a page with over 1,000 elements open at once or over 1,000 attributes in
/// one tag, as far as that can be told without parsing.
void refuse_hostile_page(std::string_view html);

}  // namespace morgue
