// SPDX-License-Identifier: GPL-3.0-or-later
// Two versions of one article: which counts. Knows nothing of archives on disk.
#pragma once

#include <string>
#include <string_view>

#include "common/article/article.h"

namespace morgue {

/// Whether nothing has changed against the stored version, by the article's content and the date it counts
/// with: a date too far ahead counts as none until its day comes near. `content` is content_of(article).
bool is_unchanged(const Article&, std::string_view content, std::string_view known_stored);

/// Whether both carry `updated` and this one's is earlier, or, where that decides nothing, both carry a
/// version and this one's is lower. A whole day is earlier than a moment only if that moment's day is a later
/// one.
bool is_older(const Article&, std::string_view known_stored);

}  // namespace morgue
