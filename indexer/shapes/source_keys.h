// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a source's object: read leniently, and it is known which were. Knows no shape.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"

namespace morgue {

/// A string without blanks around it, or a number as text; "" for anything else.
std::string text_in(const nlohmann::json&);
/// The texts in a list, or the one text; of objects their "name". Each once, in order.
std::vector<std::string> names_in(const nlohmann::json&);
/// A text on one line, as a title is; HTML and entities are read.
std::string line_in(const nlohmann::json&);
/// A text as paragraphs; HTML and entities are read. The texts of a list are a paragraph each.
std::string paragraphs_in(const nlohmann::json&);

/// Whether the text is the address of one article: http(s), with a path.
bool is_address(std::string_view);

/// Adds what is not there yet and is not empty.
void add_new(std::vector<std::string>& list, const std::vector<std::string>& more);

/// Keys are found in exactly this case, else in any. A key that is null is absent. The object must outlive
/// this.
class SourceKeys {
 public:
  explicit SourceKeys(const nlohmann::json& object);

  bool has(std::string_view key) const { return find(key) != nullptr; }
  /// nullptr for an absent one. Leaves the key to the rest.
  const nlohmann::json* look_at(std::string_view key) const { return find(key); }
  /// A null value for an absent one.
  const nlohmann::json& take(std::string_view key);
  void drop(std::initializer_list<std::string_view> keys);

  /// Of the first of the keys that has it.
  std::string text(std::initializer_list<std::string_view> keys);
  std::string line(std::initializer_list<std::string_view> keys);
  std::string paragraphs(std::initializer_list<std::string_view> keys);
  std::string date(std::initializer_list<std::string_view> keys);
  std::string address(std::initializer_list<std::string_view> keys);
  /// Of all of the keys.
  std::vector<std::string> names(std::initializer_list<std::string_view> keys);

  /// What was not taken, without what is empty.
  nlohmann::json rest() const;
  /// The rest, as the article's further keys. One that is named as a key of ours gets "original_" before it.
  void keep_rest(Article&) const;

 private:
  const nlohmann::json* find(std::string_view key, std::string* name = nullptr) const;
  template <class Reading>
  std::string first(std::initializer_list<std::string_view> keys, Reading);

  const nlohmann::json& object_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace morgue
