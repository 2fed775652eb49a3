// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which of the things that a page's markup says are its article's. Knows no text blocks.
#pragma once

#include <string>

#include "common/article/article.h"
#include "indexer/pages/page_facts.h"

namespace morgue {

struct PageArticle {
  Article article;           // its body is JSON-LD's articleBody
  bool is_declared = false;  // the page says that it is an article
};

PageArticle article_facts(const PageFacts&);

/// "/2021/07/14/" in a url as 2021-07-14; "" for none.
std::string date_in_url(const std::string& url);

/// "404 Not Found", "Access denied" and their like.
bool is_title_of_an_error(const std::string& title);

}  // namespace morgue
