// SPDX-License-Identifier: GPL-3.0-or-later
// A page saved as HTML becomes an article. Knows no files.
#pragma once

#include <string_view>

#include "common/article/article.h"

namespace morgue {

/// What the page says in JSON-LD goes before its <meta> keys, these before its text. `html` is UTF-8. Throws
/// ArticleError for a page without an article: no_article (a list of articles, an error page, hardly any
/// text), too_deep.
Article article_of_html(std::string_view html);

}  // namespace morgue
