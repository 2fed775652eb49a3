// SPDX-License-Identifier: GPL-3.0-or-later
// The matcher, to be read as the specification of what matches: one function for each kind of node.
#include "common/query/matcher.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "common/query/body_parts.h"
#include "common/query/distance_finder.h"
#include "common/query/leaf_finder.h"
#include "common/query/query_nodes.h"
#include "common/query/word_pattern.h"

namespace morgue {
namespace {

constexpr std::array fields_of_a_bare_word{Field::title, Field::body, Field::person};

bool is_marked(Field field) { return std::ranges::count(fields_of_a_bare_word, field) > 0; }

class Evaluation {
 public:
  /// Without spans it stops as soon as the answer is known.
  Evaluation(const AnalysedArticle& article, BodyParts& body_parts, std::vector<Span>* spans)
      : article_(article), body_parts_(body_parts), spans_(spans) {}

  /// A tree that does not hold leaves no spans.
  bool holds(const Node& node) {
    return std::visit([this](const auto& is) { return holds(is); }, node.is);
  }

 private:
  bool holds(const Everything&) { return true; }
  bool holds(const Nothing&) { return false; }

  bool holds(const Word& word) { return leaf_holds(word); }
  bool holds(const Phrase& phrase) { return leaf_holds(phrase); }
  bool holds(const Literal& literal) { return leaf_holds(literal); }

  bool holds(const Window& window) {
    const auto leaf = leaf_++;
    const WindowFinder finder(window, article_);
    return any_text(window.field, [&](Field field, std::uint32_t value, const AnalysedText& text) {
      auto places = finder.find(text);
      const bool any = !places.empty();
      add_spans(field, value, leaf, std::move(places));
      return any;
    });
  }

  bool holds(const Near& near) {
    const auto first_leaf = leaf_;
    const NearFinder finder(near, article_);
    leaf_ += finder.leaves();
    for (const auto& step : finder.steps()) body_parts_.need(step.unit);
    return any_text(near.field, [&](Field field, std::uint32_t value, const AnalysedText& text) {
      auto leaves = finder.find(text, body_parts_.boundaries_of(text));
      for (auto& each : leaves) add_spans(field, value, first_leaf + each.leaf, std::move(each.places));
      return !leaves.empty();
    });
  }

  bool holds(const Value& value) {
    return std::ranges::any_of(values_of(*article_.article, value.field), [&](const std::string& each) {
      return value.pattern ? fits_value_pattern(value.value, each) : each == value.value;
    });
  }

  bool holds(const Dated& dated) {
    const bool is_added = dated.field == Field::added;
    const auto& moment = is_added ? article_.added_moment : article_.moment;
    if (dated.since) return moment && *moment >= *dated.since;
    const auto& day = is_added ? article_.added_day : article_.day;
    if (!day || !dated.span) return !day && !dated.span;
    const auto& [first, last] = *dated.span;
    return (!first || *first <= *day) && (!last || *day <= *last);
  }

  bool holds(const And& both) {
    const std::size_t spans_before = spans_ ? spans_->size() : 0;
    bool all = true;
    for (const auto& child : both.children) {
      all = holds(child) && all;
      if (!all && !spans_) return false;
    }
    if (!all) spans_->resize(spans_before);
    return all;
  }

  bool holds(const Or& either) {
    bool any = false;
    for (const auto& child : either.children) {
      any = holds(child) || any;
      if (any && !spans_) return true;
    }
    return any;
  }

  bool holds(const Not& without) {
    const auto& child = without.child.front();
    const bool child_holds = Evaluation(*this, nullptr).holds(child);
    leaf_ += marking_leaves(child);
    return !child_holds;
  }

  /// Each value alone: what holds partly in one name and partly in another does not hold.
  bool holds(const OneValue& one) {
    const auto& child = one.child.front();
    const std::size_t values = article_.texts(one.field).size();
    bool any = false;
    for (std::size_t value = 0; value < values; ++value) {
      Evaluation within(*this, spans_);
      within.only_value_ = value;
      any = within.holds(child) || any;
      if (any && !spans_) return true;
    }
    leaf_ += marking_leaves(child);
    return any;
  }

  Evaluation(const Evaluation& around, std::vector<Span>* spans) : Evaluation(around) { spans_ = spans; }

  // Leaves

  /// A leaf holds where it occurs in one of its field's texts, each by itself.
  template <class LeafOfTree>
  bool leaf_holds(const LeafOfTree& is) {
    const auto leaf = leaf_++;
    const auto find = finder_of(is, article_);
    return any_text(is.field, [&](Field field, std::uint32_t value, const AnalysedText& text) {
      std::vector<Place> places;
      find(text, !spans_, places);
      const bool any = !places.empty();
      add_spans(field, value, leaf, std::move(places));
      return any;
    });
  }

  /// Whether something holds in one of the field's texts; with spans all are looked at.
  template <class HoldsIn>
  bool any_text(Field field, const HoldsIn& holds_in) {
    if (field != Field::any) return any_text_of(field, holds_in);
    bool any = false;
    for (const auto each : fields_of_a_bare_word) {
      any = any_text_of(each, holds_in) || any;
      if (any && !spans_) return true;
    }
    return any;
  }

  template <class HoldsIn>
  bool any_text_of(Field field, const HoldsIn& holds_in) {
    const auto texts = article_.texts(field);
    bool any = false;
    for (std::uint32_t value = 0; value < texts.size(); ++value) {
      if (only_value_ && *only_value_ != value) continue;
      any = holds_in(field, value, *texts[value]) || any;
      if (any && !spans_) return true;
    }
    return any;
  }

  void add_spans(Field field, std::uint32_t value, std::uint32_t leaf, std::vector<Place> places) {
    if (!spans_ || !is_marked(field)) return;
    for (const auto& place : without_inner(std::move(places)))
      spans_->push_back(
          {.field = field, .value = value, .begin = place.begin, .end = place.end, .leaf = leaf});
  }

  const AnalysedArticle& article_;
  BodyParts& body_parts_;
  std::vector<Span>* spans_;
  std::uint32_t leaf_ = 0;
  std::optional<std::size_t> only_value_;  // within OneValue
};

}  // namespace

bool matches(const Node& tree, const AnalysedArticle& article) {
  BodyParts body_parts(article.body);
  return Evaluation(article, body_parts, nullptr).holds(tree);
}

Match match(const Node& tree, const AnalysedArticle& article) {
  Match result;
  BodyParts body_parts(article.body);
  result.matches = Evaluation(article, body_parts, &result.spans).holds(tree);
  std::ranges::sort(result.spans, {}, [](const Span& span) {
    return std::tuple(span.field, span.value, span.begin, span.end, span.leaf);
  });
  return result;
}

}  // namespace morgue
