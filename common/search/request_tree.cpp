// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/request_tree.h"

#include <utility>

#include "common/article/analysed_article.h"
#include "common/query/query_nodes.h"

namespace morgue {
namespace {

/// The node with every bare leaf in the field.
Node in_field(Node node, Field field) {
  const auto set = [&](auto& leaf) {
    if (leaf.field == Field::any) leaf.field = field;
  };
  const auto each = [&](std::vector<Node>& children) {
    for (Node& child : children) child = in_field(std::move(child), field);
  };
  std::visit(overloaded{
                 [&](Word& word) { set(word); },
                 [&](Phrase& phrase) { set(phrase); },
                 [&](Literal& literal) { set(literal); },
                 [&](Window& window) { set(window); },
                 [&](Near& near) {
                   set(near);
                   each(near.sides);
                 },
                 [&](Or& any) { each(any.children); },
                 [](auto&) {},
             },
             node.is);
  return node;
}

bool is_bare(const Node& node) {
  return std::visit(
      [](const auto& is) {
        if constexpr (requires { is.field; }) return is.field == Field::any;
        else return false;
      },
      node.is);
}

/// Each bare leaf once for each of the fields.
Node within(const Node& node, const std::vector<Field>& in) {
  const auto each = [&](const std::vector<Node>& children) {
    std::vector<Node> changed;
    for (const Node& child : children) changed.push_back(within(child, in));
    return changed;
  };
  if (is_bare(node)) {
    std::vector<Node> leaves;
    for (const Field field : in) leaves.push_back(in_field(node, field));
    return any_of(std::move(leaves));
  }
  return std::visit(overloaded{
                        [&](const And& all) { return all_of(each(all.children)); },
                        [&](const Or& any) { return any_of(each(any.children)); },
                        [&](const Not& no) { return none_of(within(no.child.front(), in)); },
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
  for (const auto& text : filter.unwanted) all.push_back(none_of(value(text)));
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
