// SPDX-License-Identifier: GPL-3.0-or-later
// A shape of one's own, told by where each of our keys is in it. Knows no inputs.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/article/article.h"

namespace morgue {

/// Of our texts the first place that has one counts, of the body and of lists all do. What is at the root of
/// an object and in no place is kept as further keys.
class FieldMap {
 public:
  /// `{our key: JSON pointer (RFC 6901) or list of them}`. Throws Error(usage) that names the key.
  explicit FieldMap(const nlohmann::json&);
  /// Throws Error(usage) for a file that is not such JSON.
  static FieldMap from_file(const std::string& path);

  bool finds_text_in(const nlohmann::json&) const;
  /// Throws ArticleError for an object in which neither a title nor a body is found.
  Article read(const nlohmann::json&) const;

 private:
  std::map<std::string, std::vector<nlohmann::json::json_pointer>> places_;
};

}  // namespace morgue
