// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of an id and a body, and the day they are taken on.
#pragma once

#include <cstdint>
#include <string>

#include "common/article/article.h"

namespace morgue {

inline constexpr std::int64_t first_day = 1626307200;  // 2021-07-15T00:00:00Z

inline Article article_of(const std::string& id, const std::string& body) {
  Article article;
  article.id = id;
  article.language = "en";
  article.body = body;
  return article;
}

}  // namespace morgue
