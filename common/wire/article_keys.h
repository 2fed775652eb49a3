// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of an article that a search can answer with, in the order in which they are answered. Knows
// nothing of searches.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article/article.h"

namespace morgue {

struct ArticleKey {
  std::string_view name;
  std::variant<std::string Article::*, std::vector<std::string> Article::*, bool Article::*> member;
  bool usual;  // answered when nobody asks for certain keys
};

inline constexpr std::array article_keys{
    ArticleKey{"id", &Article::id, true},
    ArticleKey{"title", &Article::title, true},
    ArticleKey{"body", &Article::body, false},
    ArticleKey{"url", &Article::url, true},
    ArticleKey{"published", &Article::published, true},
    ArticleKey{"updated", &Article::updated, true},
    ArticleKey{"added", &Article::added, true},
    ArticleKey{"source", &Article::source, true},
    ArticleKey{"section", &Article::section, true},
    ArticleKey{"language", &Article::language, true},
    ArticleKey{"language_detected", &Article::language_detected, false},
    ArticleKey{"authors", &Article::authors, true},
    ArticleKey{"people", &Article::people, true},
    ArticleKey{"people_recognised", &Article::people_recognised, false},
    ArticleKey{"tags", &Article::tags, true},
    ArticleKey{"places", &Article::places, true},
    ArticleKey{"status", &Article::status, false},
    ArticleKey{"embargoed", &Article::embargoed, false},
};

std::vector<std::string_view> article_key_names();

/// The wanted keys (the usual ones when none is named; the id in any case) that the article has.
nlohmann::ordered_json chosen_keys(const Article&, const std::vector<std::string>& wanted);

}  // namespace morgue
