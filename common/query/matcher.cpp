// SPDX-License-Identifier: GPL-3.0-or-later
// The matcher, to be read as the specification of what matches: one function for each kind of node.
#include "common/query/matcher.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/query/query_nodes.h"
#include "common/query/term_sequence.h"

namespace morgue {
namespace {

constexpr std::array fields_of_a_bare_word{Field::title, Field::body, Field::person};

bool is_marked(Field field) { return std::ranges::count(fields_of_a_bare_word, field) > 0; }

/// Any form of a word: the stems it is found by, in the article's language.
class Stems {
 public:
  Stems(const Term& term, const AnalysedArticle& article)
      : lexicon_(*article.lexicon), language_(article.language) {
    const auto& forms = term.parts.size() == 1 ? term.parts.front() : term.joined;
    for (const auto& form : forms) wanted_.push_back(lexicon_.stem(lexicon_.id_of(form), language_));
  }

  bool contain(FormId form) const {
    const auto stem = lexicon_.stem(form, language_);
    return std::ranges::find(wanted_, stem) != wanted_.end();
  }

 private:
  Lexicon& lexicon_;
  std::string_view language_;
  std::vector<std::string_view> wanted_;
};

/// Two occurrences of a leaf one of which lies within the other are one: the longer.
std::vector<Place> without_inner(std::vector<Place> places) {
  std::ranges::sort(places, [](const Place& a, const Place& b) {
    return std::tuple(a.begin, b.end) < std::tuple(b.begin, a.end);
  });
  std::vector<Place> outer;
  for (const auto& place : places)
    if (outer.empty() || place.end > outer.back().end) outer.push_back(place);
  return outer;
}

class Evaluation {
 public:
  /// Without spans it stops as soon as the answer is known.
  Evaluation(const AnalysedArticle& article, std::vector<Span>* spans) : article_(article), spans_(spans) {}

  /// A tree that does not hold leaves no spans.
  bool holds(const Node& node) {
    return std::visit([this](const auto& is) { return holds(is); }, node.is);
  }

 private:
  bool holds(const Everything&) { return true; }
  bool holds(const Nothing&) { return false; }

  bool holds(const Word& word) {
    const Stems stems(word.term, article_);
    const TermSequence parts({&word.term, 1}, *article_.lexicon);
    const bool is_compound = word.term.parts.size() > 1;
    return leaf_holds(word.field, [&](const std::vector<Token>& tokens, std::vector<Place>& places) {
      for (const auto& token : tokens) {
        if (!stems.contain(token.form)) continue;
        places.push_back({token.begin, token.end});
        if (!spans_) return;
      }
      if (is_compound) parts.find(tokens, !spans_, places);
    });
  }

  bool holds(const Phrase& phrase) {
    const TermSequence terms(phrase.terms, *article_.lexicon);
    return leaf_holds(phrase.field, [&](const std::vector<Token>& tokens, std::vector<Place>& places) {
      terms.find(tokens, !spans_, places);
    });
  }

  bool holds(const Value& value) {
    const auto values = values_of(*article_.article, value.field);
    return std::ranges::find(values, value.value) != values.end();
  }

  bool holds(const Dated& dated) {
    const auto& day = dated.field == Field::added ? article_.added_day : article_.day;
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

  /// A leaf holds where it occurs in one of its field's texts, each by itself.
  template <class Find>
  bool leaf_holds(Field field, const Find& find) {
    const auto leaf = leaf_++;
    if (field != Field::any) return leaf_holds_in(field, leaf, find);
    bool any = false;
    for (const auto each : fields_of_a_bare_word) {
      any = leaf_holds_in(each, leaf, find) || any;
      if (any && !spans_) return true;
    }
    return any;
  }

  template <class Find>
  bool leaf_holds_in(Field field, std::uint32_t leaf, const Find& find) {
    const auto texts = article_.texts(field);
    bool any = false;
    for (std::uint32_t value = 0; value < texts.size(); ++value) {
      if (only_value_ && *only_value_ != value) continue;
      std::vector<Place> places;
      find(texts[value]->tokens, places);
      any = any || !places.empty();
      if (any && !spans_) return true;
      if (is_marked(field)) add_spans(field, value, leaf, std::move(places));
    }
    return any;
  }

  void add_spans(Field field, std::uint32_t value, std::uint32_t leaf, std::vector<Place> places) {
    if (!spans_) return;
    for (const auto& place : without_inner(std::move(places)))
      spans_->push_back(
          {.field = field, .value = value, .begin = place.begin, .end = place.end, .leaf = leaf});
  }

  const AnalysedArticle& article_;
  std::vector<Span>* spans_;
  std::uint32_t leaf_ = 0;
  std::optional<std::size_t> only_value_;  // within OneValue
};

}  // namespace

bool matches(const Node& tree, const AnalysedArticle& article) {
  return Evaluation(article, nullptr).holds(tree);
}

Match match(const Node& tree, const AnalysedArticle& article) {
  Match result;
  result.matches = Evaluation(article, &result.spans).holds(tree);
  std::ranges::sort(result.spans, {}, [](const Span& span) {
    return std::tuple(span.field, span.value, span.begin, span.end, span.leaf);
  });
  return result;
}

}  // namespace morgue
