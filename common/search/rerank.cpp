// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/rerank.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <variant>

#include "common/index/positions/position_list.h"
#include "common/index/schema.h"
#include "common/search/bm25.h"
#include "common/search/ranking.h"
#include "common/search/word_queries.h"

namespace morgue {
namespace {

bool contains(const FormList& forms, const std::string& form) {
  return std::ranges::find(forms, form) != forms.end();
}

struct AskedWord {
  FormList written;
  bool always_scores;  // wherever it stands: not so in an And within an Or, whose other words may be missing
};

/// Each bare word that must or may be there, in the order of the query.
void collect_words(const Node& node, bool within_or, bool always_scores, std::vector<AskedWord>& words) {
  if (const auto* word = std::get_if<Word>(&node.is)) {
    const Term& term = word->term;
    if (word->field != Field::any || term.kind != TermKind::plain) return;
    if (!term.joined.empty()) words.push_back({term.joined, always_scores});
    else if (term.parts.size() == 1) words.push_back({term.parts.front(), always_scores});
  } else if (const auto* all = std::get_if<And>(&node.is)) {
    for (const Node& child : all->children)
      collect_words(child, within_or, always_scores && !within_or, words);
  } else if (const auto* any = std::get_if<Or>(&node.is)) {
    for (const Node& child : any->children) collect_words(child, true, always_scores, words);
  }
}

FormList other_forms(const FormList& written, const WordQueries& queries, ArchiveReader& reader) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (const auto& form : written)
    for (const auto& language : queries.languages())
      for (auto& other : queries.forms_of(language, form))
        if (!contains(written, other))
          found.emplace_back(reader.articles_with_word(other).articles, std::move(other));
  std::ranges::sort(found, std::greater());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() > ranking::most_other_forms) found.resize(ranking::most_other_forms);
  FormList others;
  for (auto& [frequency, form] : found)
    if (frequency > 0) others.push_back(std::move(form));
  return others;
}

double field_weight(std::uint32_t position) {
  const auto begins = [](Field field) {
    return schema::position_ranges[schema::position_range_of(field)].first;
  };
  if (position < begins(Field::title)) return schema::body_weight;
  return position < begins(Field::person) ? schema::title_weight : schema::people_weight;
}

}  // namespace

Reranker::Reranker(const Node& tree, ArchiveReader& reader)
    : reader_(reader), database_(reader.database()), average_length_(database_.get_average_length()) {
  std::vector<AskedWord> asked;
  collect_words(tree, false, true, asked);
  if (asked.empty()) return;
  const WordQueries queries(reader, Weighting::none);
  const double articles = database_.get_doccount();
  for (AskedWord& each : asked) {
    FormList& written = each.written;
    const bool known = std::ranges::any_of(words_, [&](const RankedWord& word) {
      return contains(word.written, written.front()) || contains(word.others, written.front());
    });
    const auto frequency = queries.frequency_of(written);
    if (known || frequency == 0) continue;
    FormList others = other_forms(written, queries, reader);
    const auto factor = each.always_scores ? queries.factor_of(written) : std::nullopt;
    words_.push_back({std::move(written), std::move(others), idf(articles, frequency), factor});
  }
  keep_the_rarest();
}

void Reranker::keep_the_rarest() {
  if (words_.size() <= ranking::most_near_words) return;
  std::ranges::stable_sort(words_, std::greater(), &RankedWord::idf);
  words_.resize(ranking::most_near_words);
}

/// The most that a score can become. What is added for a written form is at most the share of what the index
/// gave for the word that written_form is of its factor.
double Reranker::most_with(double score) const {
  using namespace ranking;
  double share = 0, more = 0;
  for (const RankedWord& word : words_) {
    if (word.factor) share = std::max(share, written_form / *word.factor);
    else more += written_form * word.idf * (k1 + 1);
    if (words_.size() > 1) more += ranking::nearness * std::min(word.idf, most_nearness_weight) * (k1 + 1);
  }
  constexpr double rounding = 1e-9;
  return (score + score * share + more) * (1 + rounding);
}

void Reranker::add_to(std::span<Hit> hits, std::size_t wanted) const {
  if (words_.empty()) return;
  const std::size_t begun = std::min(2 * wanted, hits.size());
  add_to(hits.first(begun));
  if (begun == hits.size()) return;
  std::vector<double> scores;
  for (const Hit& hit : hits.first(begun)) scores.push_back(hit.score);
  std::ranges::nth_element(scores, scores.begin() + static_cast<std::ptrdiff_t>(wanted) - 1, std::greater());
  const double last_wanted = scores[wanted - 1];
  const auto rest = hits.subspan(begun);
  const auto out_of_reach =
      std::ranges::find_if(rest, [&](const Hit& hit) { return most_with(hit.score) < last_wanted; });
  add_to(std::span(rest.begin(), out_of_reach));
}

void Reranker::add_to(std::span<Hit> hits) const {
  std::vector<Hit*> by_document;
  for (Hit& hit : hits) by_document.push_back(&hit);
  std::ranges::sort(by_document, {}, &Hit::document);
  std::vector<Xapian::docid> documents;
  for (const Hit* hit : by_document) documents.push_back(hit->document);
  auto found = find_in(documents);
  for (std::size_t i = 0; i < documents.size(); ++i)
    by_document[i]->score += bonus(std::move(found[i]), database_.get_doclength(documents[i]));
}

/// A form at a time through ascending documents: position lists lie in that order on disk.
std::vector<Reranker::Found> Reranker::find_in(const std::vector<Xapian::docid>& documents) const {
  std::vector<Found> found(documents.size(), {{}, std::vector<double>(words_.size())});
  const auto read = [&](std::size_t word, const std::string& form, bool as_written) {
    WordPositionsReader positions(reader_.shards(), form);
    for (std::size_t i = 0; i < documents.size(); ++i)
      for (const std::uint32_t position : positions.in(documents[i])) {
        found[i].occurrences.push_back({position, word});
        if (as_written) found[i].as_written[word] += field_weight(position);
      }
  };
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (const auto& form : words_[word].written) read(word, form, true);
    if (words_.size() > 1)
      for (const auto& form : words_[word].others) read(word, form, false);
  }
  return found;
}

double Reranker::bonus(Found found, double length) const {
  std::ranges::sort(found.occurrences);
  const auto near = nearness(found.occurrences);
  double bonus = 0;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    const double weight = std::min(words_[word].idf, ranking::most_nearness_weight);
    bonus +=
        ranking::written_form * words_[word].idf * saturated(found.as_written[word], length, average_length_);
    bonus += ranking::nearness * weight * saturated(near[word], length, average_length_);
  }
  return bonus;
}

/// By word: the weights of the other words next to its occurrences, over the distance squared.
std::vector<double> Reranker::nearness(const std::vector<Occurrence>& in_order) const {
  std::vector<double> near(words_.size());
  for (std::size_t i = 1; i < in_order.size(); ++i) {
    const auto &left = in_order[i - 1], &right = in_order[i];
    const double distance = std::max(1U, right.position - left.position);  // 0: two forms at one place
    if (left.word == right.word || distance > ranking::farthest_near) continue;
    near[left.word] += words_[right.word].idf / (distance * distance);
    near[right.word] += words_[left.word].idf / (distance * distance);
  }
  return near;
}

}  // namespace morgue
