// SPDX-License-Identifier: GPL-3.0-or-later
// A page saved as text, or an article written as text, becomes an article. Knows no markup.
#pragma once

#include <string_view>

#include "common/article/article.h"

namespace morgue {

/// Title, body, date and authors, as far as they stand in the text; `text` is UTF-8. Lines of the site's
/// furniture go, and what stands there again (a copy of the story, a repeated headline) goes; every other
/// paragraph stays. Throws ArticleError(no_article) for a text without a paragraph.
Article article_of_text(std::string_view text);

}  // namespace morgue
