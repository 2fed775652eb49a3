// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates are looked up, not searched through: all writings one edit away. Of a long word that is only
// what changes its first letters; the words that begin as it does are read from the vocabulary.
#include "common/search/corrections.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "common/index/vocabulary.h"
#include "common/query/word_pattern.h"
#include "common/search/word_queries.h"
#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

constexpr std::size_t most_words = 8;        // corrected in one query
constexpr std::size_t shortest = 4;          // code points of a word that may be wrong
constexpr std::size_t longest_one_edit = 5;  // code points
constexpr std::size_t longest = 40;          // code points
constexpr std::size_t same_letters = 2;      // with which begins what is two edits away
constexpr double commoner = 10;              // times as many articles as a rare word has
constexpr double much_commoner = 100;        // as another has: misspelt by more than one
constexpr double two_edits_cost = 20;        // times as many as one edit

/// The forms of the words that must be there as they are.
void collect(const Node& node, std::set<std::string>& forms) {
  const auto add = [&](const Term& term) {
    if (term.kind != TermKind::plain) return;
    for (const auto& part : term.parts)
      if (!part.empty()) forms.insert(part.front());
  };
  const auto each = [&](const std::vector<Node>& nodes) {
    for (const auto& child : nodes) collect(child, forms);
  };
  std::visit(overloaded{
                 [&](const Word& word) { add(word.term); },
                 [&](const Phrase& phrase) { std::ranges::for_each(phrase.terms, add); },
                 [&](const Window& window) { std::ranges::for_each(window.terms, add); },
                 [&](const Near& near) { each(near.sides); },
                 [&](const OneValue& one) { each(one.child); },
                 [&](const And& all) { each(all.children); },
                 [&](const Or& any) { each(any.children); },
                 [](const auto&) {},
             },
             node.is);
}

/// Where each character begins, and the end.
std::vector<std::size_t> borders(std::string_view word) {
  std::vector<std::size_t> borders;
  for (std::size_t i = 0; i < word.size(); next_character(word, i)) borders.push_back(i);
  borders.push_back(word.size());
  return borders;
}

/// All that is one letter away, the letter among the first `places`; for letters put in or changed those of
/// the Latin alphabet and of the word.
std::vector<std::string> one_edit_away(const std::string& word, std::size_t places) {
  const auto at = borders(word);
  const auto piece = [&](std::size_t from, std::size_t to) {
    return word.substr(at[from], at[to] - at[from]);
  };
  const std::size_t length = at.size() - 1;
  std::set<std::string> letters;
  for (char letter = 'a'; letter <= 'z'; ++letter) letters.emplace(1, letter);
  for (std::size_t i = 0; i < length; ++i) letters.insert(piece(i, i + 1));
  std::vector<std::string> found;
  for (std::size_t i = 0; i <= length && i < places; ++i) {
    const auto head = piece(0, i);
    for (const auto& letter : letters) {
      found.push_back(head + letter + piece(i, length));
      if (i < length) found.push_back(head + letter + piece(i + 1, length));
    }
    if (i < length) found.push_back(head + piece(i + 1, length));
    if (i + 2 <= length) found.push_back(head + piece(i + 1, i + 2) + piece(i, i + 1) + piece(i + 2, length));
  }
  return found;
}

class Corrector {
 public:
  explicit Corrector(ArchiveReader& reader) : reader_(reader), words_(reader, Weighting::none) {}

  /// Nothing for a word that is common enough.
  std::optional<std::string> instead_of(const std::string& word) {
    const auto length = borders(word).size() - 1;
    const bool is_number = word.find_first_of("0123456789") != std::string::npos;
    if (length < shortest || length > longest || is_number) return std::nullopt;
    const auto known = words_.frequency_of({word});
    least_ = std::max<double>(2, known * (known < enough_found ? commoner : much_commoner));
    if (least_ > reader_.database().get_doccount()) return std::nullopt;
    best_.clear();
    best_worth_ = 0;
    const bool is_long = length > longest_one_edit;
    for (const auto& form : one_edit_away(word, is_long ? same_letters : length + 1))
      consider(form, articles_with(form), 1);
    if (is_long) consider_those_that_begin_alike(word);
    if (best_.empty() && known == 0) best_ = cut_in_two(word);
    return best_.empty() ? std::nullopt : std::optional(best_);
  }

 private:
  void consider(const std::string& form, double articles, double cost) {
    if (articles < least_ || articles / cost <= best_worth_) return;
    best_ = form;
    best_worth_ = articles / cost;
  }

  void consider_those_that_begin_alike(const std::string& word) {
    const auto prefix = word.substr(0, borders(word)[same_letters]);
    const auto letters = code_points(word);
    for_each_word(reader_.shards(), prefix, [&](const VocabularyWord& near) {
      const auto of_form = code_points(near.form);
      if (of_form + 2 < letters || of_form > letters + 2 || !within_edits(word, near.form, 2)) return;
      consider(near.form, near.count.articles, within_edits(word, near.form, 1) ? 1 : two_edits_cost);
    });
  }

  /// Two words run together: the cut whose rarer half is commonest.
  std::string cut_in_two(const std::string& word) const {
    constexpr std::size_t shortest_half = 3;
    const auto at = borders(word);
    std::string best;
    Xapian::doccount most = enough_found - 1;
    for (std::size_t i = shortest_half; i + shortest_half < at.size(); ++i) {
      const auto first = word.substr(0, at[i]), second = word.substr(at[i]);
      const auto articles = std::min(articles_with(first), articles_with(second));
      if (articles <= most) continue;
      most = articles;
      best = first + " " + second;
    }
    return best;
  }

  Xapian::doccount articles_with(const std::string& form) const {
    return reader_.articles_with_word(form).articles;
  }

  ArchiveReader& reader_;
  WordQueries words_;
  double least_ = 0;
  std::string best_;
  double best_worth_ = 0;
};

}  // namespace

std::optional<std::string> corrected(std::string_view query, const Node& tree, ArchiveReader& reader) {
  std::set<std::string> wanted;
  collect(tree, wanted);
  if (wanted.empty() || wanted.size() > 4 * most_words) return std::nullopt;
  Lexicon lexicon;
  Corrector corrector(reader);
  std::string text(query);
  std::size_t corrected = 0;
  auto tokens = tokenize(text, lexicon);
  std::ranges::reverse(tokens);
  for (const auto& token : tokens) {  // from the end, so that the places before stay right
    const std::string form(lexicon.form(token.form));
    if (token.kind != TokenKind::word || !wanted.contains(form) || corrected == most_words) continue;
    const auto better = corrector.instead_of(form);
    if (!better) continue;
    text.replace(token.begin, token.end - token.begin, *better);
    ++corrected;
  }
  return corrected > 0 ? std::optional(text) : std::nullopt;
}

}  // namespace morgue
