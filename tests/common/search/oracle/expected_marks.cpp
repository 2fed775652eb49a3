// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/search/oracle/expected_marks.h"

#include <algorithm>

namespace morgue::oracle {
namespace {

using Spans = std::vector<Span>;

bool is_marked(Field field) {
  return field == Field::any || field == Field::title || field == Field::body || field == Field::person;
}

Spans spans_of_true_parts(const Node&, const AnalysedArticle&);

Spans spans_of_all(const std::vector<Node>& parts, const AnalysedArticle& article) {
  Spans all;
  for (const auto& part : parts) {
    const auto spans = spans_of_true_parts(part, article);
    all.insert(all.end(), spans.begin(), spans.end());
  }
  return all;
}

/// Each name as the only one of an article.
Spans spans_in_names(const OneValue& one, const AnalysedArticle& article) {
  Spans all;
  for (std::uint32_t value = 0; one.field == Field::person && value < article.people.size(); ++value) {
    auto alone = article;
    alone.people = {article.people[value]};
    for (auto span : spans_of_true_parts(one.child.front(), alone)) {
      span.value = value;
      all.push_back(span);
    }
  }
  return all;
}

Spans spans_of_true_parts(const Node& node, const AnalysedArticle& article) {
  if (!matches(node, article)) return {};
  return std::visit(overloaded{
                        [&](const And& both) { return spans_of_all(both.children, article); },
                        [&](const Or& either) { return spans_of_all(either.children, article); },
                        [](const Not&) { return Spans(); },
                        [&](const OneValue& one) { return spans_in_names(one, article); },
                        [&](const auto&) { return match(node, article).spans; },
                    },
                    node.is);
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

Ranges ranges_in(const Spans& spans, Field field, std::size_t value, std::string_view text) {
  Ranges bytes, ranges;
  for (const auto& span : spans)
    if (span.field == field && span.value == value) bytes.emplace_back(span.begin, span.end);
  std::ranges::sort(bytes);
  for (const auto& [begin, end] : bytes) {
    const auto first = code_points(text.substr(0, begin)), last = code_points(text.substr(0, end));
    if (ranges.empty() || ranges.back().second <= first) ranges.emplace_back(first, last);
    else ranges.back().second = std::max(ranges.back().second, last);
  }
  return ranges;
}

std::string to_text(const Ranges& ranges) {
  std::string text;
  for (const auto& [begin, end] : ranges)
    text += " [" + std::to_string(begin) + "," + std::to_string(end) + ")";
  return text;
}

/// The tree if none of its words stood in title, body or people.
Node without_words(const Node& node) {
  const auto each = [](const std::vector<Node>& children) {
    std::vector<Node> changed;
    for (const auto& child : children) changed.push_back(without_words(child));
    return changed;
  };
  return std::visit(overloaded{
                        [&](const And& both) { return Node{And{each(both.children)}}; },
                        [&](const Or& either) { return Node{Or{each(either.children)}}; },
                        [&](const Not&) { return node; },
                        [&](const Value&) { return node; },
                        [](const OneValue& one) {
                          if (!is_marked(one.field)) return Node{one};
                          return Node{OneValue{one.field, {without_words(one.child.front())}}};
                        },
                        [&](const auto& leaf) {
                          if constexpr (requires { leaf.field; })
                            return is_marked(leaf.field) ? Node{Nothing{}} : node;
                          else return node;
                        },
                    },
                    node.is);
}

}  // namespace

Marks expected_marks(const Node& tree, const AnalysedArticle& article) {
  const auto spans = spans_of_true_parts(tree, article);
  Marks marks;
  marks.title = ranges_in(spans, Field::title, 0, article.title.text);
  marks.body = ranges_in(spans, Field::body, 0, article.body.text);
  for (std::size_t i = 0; i < article.people.size(); ++i)
    if (auto ranges = ranges_in(spans, Field::person, i, article.people[i].text); !ranges.empty())
      marks.people[i] = std::move(ranges);
  return marks;
}

Marks marks_of(const MarkedArticle& marked) {
  Marks marks{marked.title.ranges, marked.body.ranges, {}};
  for (const auto& [index, highlight] : marked.people)
    if (!highlight.ranges.empty()) marks.people[index] = highlight.ranges;
  return marks;
}

std::string to_text(const Marks& marks) {
  std::string text = "title" + to_text(marks.title) + " body" + to_text(marks.body);
  for (const auto& [index, ranges] : marks.people) text += " name " + std::to_string(index) + to_text(ranges);
  return text;
}

bool rests_on_a_word(const Node& tree, const AnalysedArticle& article) {
  return matches(tree, article) && !matches(without_words(tree), article);
}

}  // namespace morgue::oracle
