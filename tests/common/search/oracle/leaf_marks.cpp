// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/search/oracle/leaf_marks.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "common/query/matcher.h"

namespace morgue::oracle {
namespace {

/// An article of one text, in the language of another.
class TextAlone {
 public:
  TextAlone(Field field, std::string text, const AnalysedArticle& like) : field_(field) {
    article_.language = like.language;
    if (field == Field::title) article_.title = std::move(text);
    else if (field == Field::body) article_.body = std::move(text);
    else article_.people = {std::move(text)};
    analysed_ = Analyser().analyse(article_);
  }

  bool is_matched_by(const Node& leaf) const { return matches(leaf, analysed_); }
  std::vector<Span> spans_of(const Node& leaf) const { return match(leaf, analysed_).spans; }
  const AnalysedText& text() const { return *analysed_.texts(field_).front(); }

 private:
  Field field_;
  Article article_;
  AnalysedArticle analysed_;
};

std::string_view text_of(const Span& span, const AnalysedArticle& article) {
  return article.texts(span.field)[span.value]->text;
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// A mark ends with its last word, which a final 's or ' is no part of, though a literal asks for it.
bool is_marked_by(const Node& leaf, const Span& span, const AnalysedArticle& article) {
  const auto text = text_of(span, article);
  const auto holds_up_to = [&](std::size_t end) {
    return TextAlone(span.field, std::string(text.substr(span.begin, end - span.begin)), article)
        .is_matched_by(leaf);
  };
  return holds_up_to(span.end) || (std::holds_alternative<Literal>(leaf.is) &&
                                   holds_up_to(std::min(text.size(), text.find_first_of(" \n-", span.end))));
}

/// A compound takes one place in the text or several, so with a * or one of its own parts beside it a phrase
/// can be read in two lengths; the longer is marked.
bool has_two_lengths(const Node& leaf) {
  const auto* phrase = std::get_if<Phrase>(&leaf.is);
  return phrase && std::ranges::any_of(phrase->terms, [](const Term& term) { return !term.joined.empty(); });
}

/// The text of one mark is the phrase, and neither without its first nor without its last word.
std::string fault_in_phrase(const Node& leaf, const Span& span, const AnalysedArticle& article) {
  const auto marked = text_of(span, article).substr(span.begin, span.end - span.begin);
  if (!is_marked_by(leaf, span, article)) return "not the phrase: " + in_quotes(marked);
  if (has_two_lengths(leaf)) return "";
  const TextAlone alone(span.field, std::string(marked), article);
  const auto& words = alone.text().tokens;
  const auto second = std::ranges::find(words, 1u, &Token::position);
  if (second == words.end()) return "";
  const auto last = std::ranges::find(words, words.back().position, &Token::position);
  for (const auto part : {marked.substr(second->begin), marked.substr(0, last->begin)})
    if (TextAlone(span.field, std::string(part), article).is_matched_by(leaf))
      return "more than the phrase " + in_quotes(part) + ": " + in_quotes(marked);
  return "";
}

/// A word of the same kind that no query asks for, so that words, compounds and sentences stay as they are. A
/// long one stays as long: wildcards are not tried on it, nor on a compound that it begins.
std::string filler_for(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  if (std::isdigit(first)) return "77";
  if (std::isupper(first)) return "Zz";
  const bool is_one_sign = first >= 0xE0 && word.size() == 3;  // of Han, Thai and their like
  if (is_one_sign) return "龘";
  return std::string(word.size() > longest_form_tried / 2 ? word.size() : 2, 'z');
}

/// An occurrence within another is one mark with it: "email mail"~2 in e-mail.
std::ptrdiff_t words_in(const std::vector<Span>& spans, const AnalysedText& text) {
  return std::ranges::count_if(text.tokens, [&](const Token& token) {
    return token.kind != TokenKind::elided && std::ranges::any_of(spans, [&](const Span& span) {
             return span.begin < token.end && token.begin < span.end;
           });
  });
}

/// The text with every word filled that no span touches.
std::string with_filled(const AnalysedText& text, const std::vector<Span>& spans) {
  std::string filled;
  std::size_t taken = 0;
  for (const auto& token : text.tokens) {
    const auto touches = [&](const Span& span) { return span.begin < token.end && token.begin < span.end; };
    if (token.kind != TokenKind::word || std::ranges::any_of(spans, touches)) continue;
    const auto word = text.text.substr(token.begin, token.end - token.begin);
    filled += text.text.substr(taken, token.begin - taken);
    filled += filler_for(word);
    taken = token.end;
  }
  filled += text.text.substr(taken);
  return filled;
}

bool asks_for_a_sentence(const Node& node) {
  const auto* near = std::get_if<Near>(&node.is);
  return near && (near->unit == NearUnit::sentence || asks_for_a_sentence(near->sides.front()));
}

/// In each text the marked words alone hold the distance, and all of them are marked again. Not asked of
/// sentences: what is one depends on its other words.
std::string fault_in_distance(const Node& leaf, const AnalysedArticle& article) {
  auto rest = match(leaf, article).spans;
  while (!rest.empty()) {
    const auto first = rest.front();
    const auto elsewhere = std::ranges::stable_partition(
        rest, [&](const Span& span) { return span.field == first.field && span.value == first.value; });
    const std::vector<Span> here(rest.begin(), elsewhere.begin());
    rest.erase(rest.begin(), elsewhere.begin());
    const auto& text = *article.texts(first.field)[first.value];
    const auto filled = with_filled(text, here);
    if (words_in(here, text) < 2) return "a mark on one word only: " + in_quotes(text.text);
    if (!asks_for_a_sentence(leaf) &&
        TextAlone(first.field, filled, article).spans_of(leaf).size() != here.size())
      return "the marked words alone are not all that hold it: " + in_quotes(text.text) + " as " +
             in_quotes(filled);
  }
  return "";
}

std::string first_fault(const std::vector<Node>& parts, const AnalysedArticle& article) {
  for (const auto& part : parts)
    if (auto fault = fault_in_leaf_marks(part, article); !fault.empty()) return fault;
  return "";
}

}  // namespace

std::string fault_in_leaf_marks(const Node& node, const AnalysedArticle& article) {
  const auto fault_in_phrases = [&](const auto&) {
    for (const auto& span : match(node, article).spans)
      if (auto fault = fault_in_phrase(node, span, article); !fault.empty()) return fault;
    return std::string();
  };
  return std::visit(overloaded{
                        [&](const And& both) { return first_fault(both.children, article); },
                        [&](const Or& either) { return first_fault(either.children, article); },
                        [&](const Phrase& phrase) { return fault_in_phrases(phrase); },
                        [&](const Literal& literal) { return fault_in_phrases(literal); },
                        [&](const Window&) { return fault_in_distance(node, article); },
                        [&](const Near&) { return fault_in_distance(node, article); },
                        [](const auto&) { return std::string(); },
                    },
                    node.is);
}

}  // namespace morgue::oracle
