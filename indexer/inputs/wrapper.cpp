// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a sketch of an object, in which long values are left out, and asks what it is like.
#include "indexer/inputs/wrapper.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "indexer/inputs/article_text.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_key = 1024;
constexpr std::size_t longest_value = 1024;  // that a sketch holds
constexpr std::array<std::string_view, 4> lists_of_an_article{"people", "authors", "tags", "places"};

/// nullopt for what is no JSON.
std::optional<Json> parsed(std::string_view text) {
  if (Nesting nesting; std::any_of(text.begin(), text.end(), [&](char c) {
        nesting.see(c);
        return nesting.depth() > deepest_nesting;
      }))
    return std::nullopt;
  auto json = Json::parse(text, nullptr, false);
  return json.is_discarded() ? std::nullopt : std::optional(std::move(json));
}

std::string key_in(const std::string& quoted) {
  const auto key = parsed(quoted);
  return key && key->is_string() ? key->get<std::string>() : quoted;
}

struct List {
  std::size_t depth;
  std::string path;
  Likeness likeness = Likeness::none;  // of its first element
};

class Sketch {
 public:
  Sketch(Bytes& bytes, const ArticleSink& sink) : bytes_(bytes), sink_(sink) { object = of_object("", 1); }

  Json object;
  std::vector<List> lists_of_objects;
  bool has_empty_list = false;  // under a key that is not an article's
  bool has_articles_in_no_list = false;

 private:
  Json of_object(const std::string& path, std::size_t depth) {
    auto sketch = Json::object();
    for_each_member(bytes_, [&](const std::string& key) {
      sketch[key] = of_value(path + "/" + key, key, depth);
      return true;
    });
    return sketch;
  }

  Json of_value(const std::string& path, const std::string& key, std::size_t depth) {
    const int first = bytes_.peek();
    if (first == '[') note_list(path, key, depth);
    if (first == '{' && depth < deepest_list) return of_inner_object(path, depth);
    const auto value = bytes_.take_value(longest_value);
    if (auto json = parsed(value.text); json && !value.is_too_long) return *json;
    if (first == '[') return Json::array();
    return first == '{' ? Json::object() : Json("");
  }

  Json of_inner_object(const std::string& path, std::size_t depth) {
    auto inner = of_object(path, depth + 1);
    if (sink_.likeness(inner) == Likeness::sure) has_articles_in_no_list = true;
    return inner;
  }

  void note_list(const std::string& path, const std::string& key, std::size_t depth) {
    const auto list = bytes_.ahead(longest_look);
    const auto first = list.find_first_not_of(" \t\r\n", 1);
    const bool is_our_own =
        std::find(lists_of_an_article.begin(), lists_of_an_article.end(), key) != lists_of_an_article.end();
    if (first != std::string_view::npos && list[first] == ']' && !is_our_own) has_empty_list = true;
    if (const auto likeness = likeness_of_first(list, sink_))
      lists_of_objects.push_back({depth, path, *likeness});
  }

  Bytes& bytes_;
  const ArticleSink& sink_;
};

std::optional<std::size_t> depth_of_articles(const std::vector<List>& lists, Likeness least) {
  std::optional<std::size_t> depth;
  for (const auto& list : lists)
    if (list.likeness >= least && (!depth || list.depth < *depth)) depth = list.depth;
  return depth;
}

}  // namespace

bool take_sign(Bytes& bytes, char expected) {
  bytes.skip_blanks();
  if (bytes.peek() != static_cast<unsigned char>(expected)) return false;
  bytes.skip();
  return true;
}

bool for_each_member(Bytes& bytes, const std::function<bool(const std::string& key)>& at_value) {
  if (!take_sign(bytes, '{')) return false;
  if (take_sign(bytes, '}')) return true;
  do {
    bytes.skip_blanks();
    if (bytes.peek() != '"') return false;
    const auto key = key_in(bytes.take_value(longest_key).text);
    if (!take_sign(bytes, ':')) return false;
    bytes.skip_blanks();
    if (!at_value(key)) return false;
  } while (take_sign(bytes, ','));
  return take_sign(bytes, '}');
}

Likeness likeness_of(const Beginning& value, const ArticleSink& sink) {
  if (const auto json = value.is_complete ? parsed(value.text) : std::nullopt) return sink.likeness(*json);
  std::istringstream stream{std::string(value.text)};
  Bytes bytes(stream, Place{});
  return sink.likeness(Sketch(bytes, sink).object);
}

std::optional<Likeness> likeness_of_first(std::string_view list, const ArticleSink& sink) {
  const auto first = list.find_first_not_of(" \t\r\n", 1);
  if (first == std::string_view::npos || list[first] != '{') return std::nullopt;
  return likeness_of(beginning_of_value(list.substr(first)), sink);
}

std::optional<Wrapper> wrapper_of(const Beginning& beginning, const ArticleSink& sink) {
  std::istringstream stream{std::string(beginning.text)};
  Bytes bytes(stream, Place{});
  const Sketch sketch(bytes, sink);
  const bool is_endless_graph = !beginning.is_complete && sketch.object.contains("@graph");
  const auto outer = is_endless_graph ? Likeness::none : sink.likeness(sketch.object);
  const auto& lists = sketch.lists_of_objects;
  const auto least = outer == Likeness::by_title ? Likeness::sure : Likeness::by_title;
  if (outer == Likeness::sure) return std::nullopt;
  if (const auto depth = depth_of_articles(lists, least)) return Wrapper{depth, "", false};
  if (outer == Likeness::by_title) return std::nullopt;
  if (sketch.has_articles_in_no_list) return Wrapper{std::nullopt, "", true};
  if (lists.size() == 1) return Wrapper{std::nullopt, lists.front().path, false};
  const bool is_empty = lists.empty() && sketch.has_empty_list;
  return is_empty || !beginning.is_complete ? std::optional(Wrapper{}) : std::nullopt;
}

}  // namespace morgue
