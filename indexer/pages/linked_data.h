// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says of its article in JSON-LD (schema.org). Knows no markup.
#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"

namespace morgue {

struct LinkedData {
  /// The articles that the page names, in their order; a body only where it gives the text.
  std::vector<Article> articles;
  /// Of the page itself, where it is named beside the article.
  std::string page_url;
  std::string site;
};

/// Reads the page's blocks, each a text of JSON as it may stand in a page. What is no article is passed over.
LinkedData linked_data(const std::vector<std::string>& blocks);

}  // namespace morgue
