// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of one article that an input gave, as far as it needs no writer: checks, ids, languages,
// embargoes, words. Knows no files.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "common/error.h"
#include "common/index/prepared_article.h"
#include "indexer/inputs/article_sink.h"
#include "indexer/shapes/shapes.h"

namespace morgue {

using Clock = std::function<std::int64_t()>;  // seconds since 1970; asked by several threads

/// What is to be written.
struct ArticleToPut {
  Place begin;
  PreparedArticle article;
  bool has_suspect_date = false;
};
struct ArticleToTakeOut {
  std::string id;
};
using Outcome = std::variant<ArticleToPut, ArticleToTakeOut, Fault>;

/// Not thread-safe: one per thread.
class Intake {
 public:
  /// `language` as add_language takes it.
  Intake(ArticlePreparer, Shapes, std::string language, Clock now);

  /// Of each article that the JSON holds; at least one.
  std::vector<Outcome> take(const nlohmann::json&, const Place& begin);

 private:
  Outcome outcome_or_fault_of(Article, const Place& begin);
  Outcome outcome_of(Article, const Place& begin);

  ArticlePreparer preparer_;
  Shapes shapes_;
  std::string language_;
  Clock now_;
};

/// A fault of an article that an archive cannot take.
Fault too_large(const Place& begin, const std::string& id, const Error&);

}  // namespace morgue
