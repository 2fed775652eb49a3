// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says of its article in JSON-LD. Knows no markup; what the keys mean is known to the shape.
#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"

namespace morgue {

/// The articles that the page's blocks name, in their order, without their further keys. Each block is a text
/// of JSON as it may stand in a page; what is no article is passed over.
std::vector<Article> linked_articles(const std::vector<std::string>& blocks);

}  // namespace morgue
