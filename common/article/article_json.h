// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical JSON of an article, both ways, and what is refused. Knows nothing of files or other shapes.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/article/article.h"
#include "common/error.h"

namespace morgue {

/// Why an article is not taken, also in a word for programs: wrong_type, bad_value, no_text, too_large …
class ArticleError : public Error {
 public:
  ArticleError(std::string code, const std::string& message, std::string what_to_do)
      : Error(ErrorKind::bad_input, message, std::move(what_to_do)), code_(std::move(code)) {}

  const std::string& code() const { return code_; }

 private:
  std::string code_;
};

inline constexpr std::size_t longest_text = 50 * 1024 * 1024;  // bytes of a title or body

/// Canonical JSON to Article; keys that are not ours go to `other`; id stays empty where there is none;
/// `added` is taken as it stands. A key that is null is absent, and so are null and "" in a list. Throws
/// ArticleError that names the key and what was wrong.
Article from_json(const nlohmann::json&);

/// Article to canonical JSON, absent keys left out. from_json(to_json(a)) == a.
nlohmann::ordered_json to_json(const Article&);

/// from_json(to_json(article)), in a fraction of the time.
Article as_read_back(Article);

/// Whether canonical JSON has a key of this name.
bool is_article_key(std::string_view name);

/// Throws ArticleError for what no archive takes: neither title nor body, a text over longest_text.
void check(const Article&);

}  // namespace morgue
