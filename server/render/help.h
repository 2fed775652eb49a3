// SPDX-License-Identifier: GPL-3.0-or-later
// How to search, shown with words of an article at hand. Knows nothing of searching.
#pragma once

#include "common/article/article.h"
#include "server/render/html.h"

namespace morgue {

/// Examples that find something in the archive of this article, each with what it means. What the article
/// does not have is taken from an invented one.
View help_view(const Article&);

}  // namespace morgue
