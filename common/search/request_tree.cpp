// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/request_tree.h"

#include <utility>

#include "common/article/analysed_article.h"

namespace morgue {
namespace {

Node any_of(std::vector<Node> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  return {Or{std::move(nodes)}};
}

Node all_of(std::vector<Node> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  return {And{std::move(nodes)}};
}

/// A bare leaf once for each of the fields.
template <class Leaf>
Node in_each(const Leaf& leaf, const std::vector<Field>& in) {
  std::vector<Node> leaves;
  for (const Field field : in) {
    Leaf in_field = leaf;
    in_field.field = field;
    leaves.push_back({std::move(in_field)});
  }
  return any_of(std::move(leaves));
}

Node within(const Node& node, const std::vector<Field>& in) {
  const auto each = [&](const std::vector<Node>& children) {
    std::vector<Node> changed;
    for (const Node& child : children) changed.push_back(within(child, in));
    return changed;
  };
  return std::visit(
      overloaded{
          [&](const Word& word) { return word.field == Field::any ? in_each(word, in) : node; },
          [&](const Phrase& phrase) { return phrase.field == Field::any ? in_each(phrase, in) : node; },
          [&](const And& all) { return Node{And{each(all.children)}}; },
          [&](const Or& any) { return Node{Or{each(any.children)}}; },
          [&](const Not& no) { return Node{Not{each(no.child)}}; },
          [&](const auto&) { return node; },
      },
      node.is);
}

void add_filter(const ValueFilter& filter, std::vector<Node>& all) {
  const auto value = [&](const std::string& text) {
    return Node{Value{filter.field, compared_value(filter.field, text), text}};
  };
  std::vector<Node> wanted;
  for (const auto& text : filter.wanted) wanted.push_back(value(text));
  if (!wanted.empty()) all.push_back(any_of(std::move(wanted)));
  for (const auto& text : filter.unwanted) all.push_back({Not{{value(text)}}});
}

}  // namespace

Node request_tree(Node query, const SearchRequest& request) {
  std::vector<Node> all;
  all.push_back(request.in.empty() ? std::move(query) : within(query, request.in));
  if (request.published != DaySpan{}) all.push_back({Dated{Field::date, request.published}});
  for (const auto& filter : request.filters) add_filter(filter, all);
  return all_of(std::move(all));
}

}  // namespace morgue
