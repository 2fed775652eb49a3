// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes that are known: for each, whether an object is of it, and what it says as an article. Knows no
// inputs.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/article/article_json.h"

namespace morgue {

// is_…: by keys and the types of their values alone, so that an object whose long values are left out is told
// as well. read_…: the articles; throws ArticleError for what is of the shape but no article.

bool is_canonical(const nlohmann::json&);
std::vector<Article> read_canonical(const nlohmann::json&);

/// IPTC ninjs 1.x to 3.x (iptc.org/std/ninjs).
bool is_ninjs(const nlohmann::json&);
std::vector<Article> read_ninjs(const nlohmann::json&);

/// schema.org's Article and its kinds in JSON-LD, also in a @graph.
bool is_schema_org(const nlohmann::json&);
std::vector<Article> read_schema_org(const nlohmann::json&);

/// What the crawler news-please writes.
bool is_news_please(const nlohmann::json&);
std::vector<Article> read_news_please(const nlohmann::json&);

/// What the scraper newspaper3k knows of a page.
bool is_newspaper3k(const nlohmann::json&);
std::vector<Article> read_newspaper3k(const nlohmann::json&);

/// newsapi.org.
bool is_news_api(const nlohmann::json&);
std::vector<Article> read_news_api(const nlohmann::json&);

/// The Guardian's Content API.
bool is_guardian(const nlohmann::json&);
std::vector<Article> read_guardian(const nlohmann::json&);

/// The New York Times' Article Search and Archive APIs.
bool is_nyt(const nlohmann::json&);
std::vector<Article> read_nyt(const nlohmann::json&);

/// Stories of Media Cloud.
bool is_media_cloud(const nlohmann::json&);
std::vector<Article> read_media_cloud(const nlohmann::json&);

/// Webz.io, once Webhose.
bool is_webz(const nlohmann::json&);
std::vector<Article> read_webz(const nlohmann::json&);

/// The articles that AllSides gathered (Baly et al. 2020).
bool is_all_sides(const nlohmann::json&);
std::vector<Article> read_all_sides(const nlohmann::json&);

/// Known things that are no articles: a JSON Schema, a sentence of a Media Cloud story.
bool is_no_article(const nlohmann::json&);
std::vector<Article> refuse_no_article(const nlohmann::json&);

/// What all say who refuse such a thing. `what` as "a ninjs picture".
ArticleError no_article(const std::string& what, const std::string& why);

}  // namespace morgue
