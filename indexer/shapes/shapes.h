// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes in which articles come, recognised one by one. Knows no inputs and no archive.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "indexer/shapes/field_map.h"

namespace morgue {

/// How surely an object is an article.
enum class Likeness {
  none,
  by_title,  // it has a title, as many other things have
  sure,
};

/// Safe to use from several threads at once.
class Shapes {
 public:
  Shapes() = default;
  /// Every object is read by this map instead.
  explicit Shapes(FieldMap map) : map_(std::make_shared<const FieldMap>(std::move(map))) {}

  /// Long values may be left out, as long as their types are kept.
  Likeness likeness(const nlohmann::json&) const;
  /// Usually one; JSON-LD may hold several. Throws ArticleError for what is no article.
  std::vector<Article> read(const nlohmann::json&) const;

 private:
  std::shared_ptr<const FieldMap> map_;  // shared by the copies
};

/// The id that an object of any shape gives itself, to name what is not taken; "" for none.
std::string id_in(const nlohmann::json&);

}  // namespace morgue
