// SPDX-License-Identifier: GPL-3.0-or-later
// Tells an object that is an article from one that only holds articles, by its beginning. Knows no files.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/inputs/article_sink.h"
#include "indexer/inputs/bytes.h"

namespace morgue {

inline constexpr std::size_t longest_look = 1024 * 1024;  // bytes
inline constexpr std::size_t deepest_list = 3;            // {"response":{"docs":[…]}} is at 2

/// Goes over the members of an object; at each, the function is called with the key before the value, which
/// it must pass over. False where the object is broken, or where the function says so.
bool for_each_member(Bytes&, const std::function<bool(const std::string& key)>& at_value);
/// Passes over a sign and the blanks before it, if it is the next.
bool take_sign(Bytes&, char);

/// What an object that holds articles holds them in.
struct Wrapper {
  std::optional<std::size_t> depth;  // of the lists of articles; nullopt where none was seen yet
  std::string only_list;             // where it is the only list of objects, whatever those are
  bool holds_objects = false;        // articles that stand in no list
};

/// nullopt for an object to be taken as an article. `beginning` may break off.
std::optional<Wrapper> wrapper_of(const Beginning&, const ArticleSink&);

/// How surely a value is an article, as far as can be seen by its beginning.
Likeness likeness_of(const Beginning&, const ArticleSink&);
/// The same of the first object of the list that begins here; nullopt for a list of other things.
std::optional<Likeness> likeness_of_first(std::string_view list, const ArticleSink&);

}  // namespace morgue
