// SPDX-License-Identifier: GPL-3.0-or-later
// Where one word, phrase or literal occurs in a text of one article. Knows nothing of fields or of what joins
// leaves.
#include "common/query/leaf_finder.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <tuple>

#include "common/query/literal_text.h"

namespace morgue {
namespace {

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

template <class Forms>
void find_single_tokens(const Forms& forms, const AnalysedText& text, bool only_the_first,
                        std::vector<Place>& places) {
  for (const auto& token : text.tokens) {
    if (!forms.contain(token.form)) continue;
    places.push_back({token.begin, token.end, token.position, token.position});
    if (only_the_first) return;
  }
}

LeafFinder side_by_side(std::span<const Term> terms, const AnalysedArticle& article) {
  return [sequence = TermSequence(terms, *article.lexicon)](const AnalysedText& text, bool only_the_first,
                                                            std::vector<Place>& places) {
    sequence.find(text.tokens, only_the_first, places);
  };
}

}  // namespace

LeafFinder finder_of(const Word& word, const AnalysedArticle& article) {
  if (word.term.kind != TermKind::plain)
    return [forms = FittingForms(word.term, *article.lexicon)](const AnalysedText& text, bool only_the_first,
                                                               std::vector<Place>& places) {
      find_single_tokens(forms, text, only_the_first, places);
    };
  return [stems = Stems(word.term, article), parts = TermSequence({&word.term, 1}, *article.lexicon),
          is_compound = word.term.parts.size() > 1](const AnalysedText& text, bool only_the_first,
                                                    std::vector<Place>& places) {
    find_single_tokens(stems, text, only_the_first, places);
    const bool is_enough = only_the_first && !places.empty();
    if (is_compound && !is_enough) parts.find(text.tokens, only_the_first, places);
  };
}

LeafFinder finder_of(const Phrase& phrase, const AnalysedArticle& article) {
  return side_by_side(phrase.terms, article);
}

LeafFinder finder_of(const Term& term, const AnalysedArticle& article) {
  return side_by_side({&term, 1}, article);
}

LeafFinder finder_of(const Literal& literal, const AnalysedArticle&) {
  return [finder = LiteralFinder(literal.text)](const AnalysedText& text, bool only_the_first,
                                                std::vector<Place>& places) {
    finder.find(text, only_the_first, places);
  };
}

std::vector<Place> without_inner(std::vector<Place> places) {
  std::ranges::sort(places, [](const Place& a, const Place& b) {
    return std::tuple(a.begin, b.end) < std::tuple(b.begin, a.end);
  });
  std::vector<Place> outer;
  for (const auto& place : places)
    if (outer.empty() || place.end > outer.back().end) outer.push_back(place);
  return outer;
}

}  // namespace morgue
