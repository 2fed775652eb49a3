// SPDX-License-Identifier: GPL-3.0-or-later
// Trees put together so that they stay in normal form. Knows nothing of text.
#include "common/query/query_nodes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace morgue {
namespace {

template <class Joint>
Node joined(std::vector<Node> children) {
  std::vector<Node> flat;
  for (auto& child : children) {
    if (auto* same = std::get_if<Joint>(&child.is))
      std::ranges::move(same->children, std::back_inserter(flat));
    else flat.push_back(std::move(child));
  }
  if (flat.size() == 1) return std::move(flat.front());
  return {Joint{std::move(flat)}};
}

bool is_only_of(const Node& node, Field field) {
  const auto all_are = [&](const std::vector<Node>& children) {
    return std::ranges::all_of(children, [&](const Node& child) { return is_only_of(child, field); });
  };
  return std::visit(overloaded{
                        [](const Everything&) { return true; },
                        [&](const Word& word) { return word.field == field; },
                        [&](const Phrase& phrase) { return phrase.field == field; },
                        [&](const Literal& literal) { return literal.field == field; },
                        [&](const Window& window) { return window.field == field; },
                        [&](const Near& near) { return near.field == field; },
                        [&](const And& both) { return all_are(both.children); },
                        [&](const Or& either) { return all_are(either.children); },
                        [&](const Not& without) { return all_are(without.child); },
                        [](const auto&) { return false; },
                    },
                    node.is);
}

/// How many words, phrases … below each ask something of one value; a Near does so as a whole.
std::size_t conditions_on_one_value(const Node& node) {
  const auto sum = [](const std::vector<Node>& children) {
    std::size_t conditions = 0;
    for (const auto& child : children) conditions += conditions_on_one_value(child);
    return conditions;
  };
  return std::visit(overloaded{
                        [](const Everything&) -> std::size_t { return 0; },
                        [&](const And& both) { return sum(both.children); },
                        [&](const Or& either) { return sum(either.children); },
                        [&](const Not& without) { return sum(without.child); },
                        [](const auto&) -> std::size_t { return 1; },
                    },
                    node.is);
}

/// Those of the field alone together in one value, at the place of the first of them; the others each by
/// itself.
std::vector<Node> sorted_out(std::vector<Node> children, Field field, Node (*join)(std::vector<Node>)) {
  std::vector<Node> result, own;
  std::size_t place = 0;
  for (auto& child : children) {
    if (is_only_of(child, field)) {
      if (own.empty()) place = result.size();
      own.push_back(std::move(child));
    } else {
      result.push_back(in_one_value(std::move(child), field));
    }
  }
  if (!own.empty())
    result.insert(result.begin() + static_cast<std::ptrdiff_t>(place),
                  in_one_value(join(std::move(own)), field));
  return result;
}

/// A field's group of alternatives, within brackets of their own, is the alternatives.
const Node& without_one_value(const Node& side) {
  const auto* one = std::get_if<OneValue>(&side.is);
  return one && std::holds_alternative<Or>(one->child.front().is) ? one->child.front() : side;
}

/// The field of a word, a phrase or an Or of these; nullopt for anything else.
std::optional<Field> field_of_side(const Node& side) {
  if (const auto* word = std::get_if<Word>(&side.is)) return word->field;
  if (const auto* phrase = std::get_if<Phrase>(&side.is)) return phrase->field;
  const auto* either = std::get_if<Or>(&side.is);
  if (!either) return std::nullopt;
  const auto field = field_of_side(either->children.front());
  const bool all_alike =
      std::ranges::all_of(either->children, [&](const Node& child) { return field_of_side(child) == field; });
  return all_alike ? field : std::nullopt;
}

}  // namespace

std::optional<Node> near_of(const Node& left, const Node& right, Near how) {
  const auto* chain = std::get_if<Near>(&left.is);
  how.sides = {without_one_value(left), without_one_value(right)};
  const auto field = chain ? std::optional(chain->field) : field_of_side(how.sides[0]);
  if (!field || field_of_side(how.sides[1]) != field) return std::nullopt;
  how.field = *field;
  return Node{std::move(how)};
}

Node all_of(std::vector<Node> children) { return joined<And>(std::move(children)); }
Node any_of(std::vector<Node> children) { return joined<Or>(std::move(children)); }

Node none_of(Node child) {
  if (auto* same = std::get_if<Not>(&child.is)) return Node(std::move(same->child.front()));
  std::vector<Node> only;
  only.push_back(std::move(child));
  return {Not{std::move(only)}};
}

std::uint32_t marking_leaves(const Node& node) {
  const auto sum = [](const std::vector<Node>& children) {
    std::uint32_t leaves = 0;
    for (const auto& child : children) leaves += marking_leaves(child);
    return leaves;
  };
  return std::visit(overloaded{
                        [](const Word&) -> std::uint32_t { return 1; },
                        [](const Phrase&) -> std::uint32_t { return 1; },
                        [](const Literal&) -> std::uint32_t { return 1; },
                        [](const Window&) -> std::uint32_t { return 1; },
                        [&](const Near& near) { return sum(near.sides); },
                        [&](const OneValue& one) { return sum(one.child); },
                        [&](const And& both) { return sum(both.children); },
                        [&](const Or& either) { return sum(either.children); },
                        [&](const Not& without) { return sum(without.child); },
                        [](const auto&) -> std::uint32_t { return 0; },
                    },
                    node.is);
}

Node in_one_value(Node group, Field field) {
  if (is_only_of(group, field)) {
    if (conditions_on_one_value(group) < 2) return group;
    std::vector<Node> only;
    only.push_back(std::move(group));
    return {OneValue{field, std::move(only)}};
  }
  if (auto* both = std::get_if<And>(&group.is))
    return all_of(sorted_out(std::move(both->children), field, all_of));
  if (auto* either = std::get_if<Or>(&group.is))
    return any_of(sorted_out(std::move(either->children), field, any_of));
  if (auto* without = std::get_if<Not>(&group.is))
    return none_of(in_one_value(std::move(without->child.front()), field));
  return group;
}

}  // namespace morgue
