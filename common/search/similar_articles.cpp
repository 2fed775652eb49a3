// SPDX-License-Identifier: GPL-3.0-or-later
// Two stages: BM25 over the telling words gives candidates, to which people in common are added; then the
// texts are read, from the best on, until the page is full, to leave out near copies.
#include "common/search/similar_articles.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "common/index/article_document.h"
#include "common/index/known_articles.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/query/query_parser.h"
#include "common/query/query_text.h"
#include "common/search/answer.h"
#include "common/search/bm25.h"
#include "common/search/near_copies.h"
#include "common/search/ranking.h"
#include "common/search/telling_words.h"
#include "common/search/xapian_queries.h"

namespace morgue {
namespace {

constexpr std::size_t most_people = 30;
constexpr std::size_t words_told = 8;  // of each result

struct Candidate {
  Xapian::docid document;
  double score;
  std::string moment;  // empty: undated
  std::string id;
};

bool is_more_similar(const Candidate& a, const Candidate& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.moment != b.moment) return a.moment > b.moment;
  return a.id < b.id;
}

/// One of the terms of the document, which must be asked about in ascending order.
bool has_term(Xapian::TermIterator& at, const Xapian::TermIterator& end, const std::string& term) {
  at.skip_to(term);
  return at != end && *at == term;
}

class SimilarTo {
 public:
  SimilarTo(ArchiveReader& reader, Analyser& analyser, Article article, Xapian::docid document)
      : reader_(reader), analyser_(analyser), article_(std::move(article)), document_(document) {
    const auto analysed = analyser_.analyse(article_);
    words_ = telling_words(analysed, reader_, ranking::telling_words);
    people_ = telling_people(article_, reader_, most_people);
    shingles_ = shingles_of(analysed);
    for (const auto& name : analysed.people)
      for (const auto& token : name.tokens) words_of_names_.emplace(analysed.lexicon->form(token.form));
  }

  /// Best first.
  std::vector<Candidate> candidates(const Xapian::Query& among) const {
    std::vector<Candidate> found;
    if (words_.empty() || among.empty()) return found;
    const Xapian::Database& database = reader_.database();
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::k1, ranking::k2, ranking::k3, ranking::b,
                                                    ranking::least_normalised_length));
    enquire.set_query(filtered(any_word(), among));
    const auto hits = enquire.get_mset(0, ranking::reranked + 1);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      if (*hit == document_) continue;
      const auto document = hit.get_document();
      found.push_back({*hit, hit.get_weight(), document.get_value(schema::date_slot),
                       document.get_value(schema::id_slot)});
    }
    add_people(found);
    std::ranges::sort(found, is_more_similar);
    return found;
  }

  SearchResult result(Article article, const Candidate& candidate, const SearchRequest& request,
                      double overlap) {
    Why why = why_of(candidate.document);
    why.overlap = overlap;
    auto result = to_result(std::move(article), candidate.score, tree_of(why), request, analyser_);
    result.why = std::move(why);
    return result;
  }

  /// What to search for instead.
  std::string understood() const {
    return query_text(parse_query(alternatives(words_, words_told), {}).tree);
  }

  const Shingles& shingles() const { return shingles_; }

 private:
  Xapian::Query any_word() const {
    std::vector<Xapian::Query> queries;
    for (const auto& word : words_)
      queries.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(word.term), word.count);
    return any_of(queries);
  }

  /// A person in common counts as a word as rare as the person.
  void add_people(std::vector<Candidate>& candidates) const {
    std::ranges::sort(candidates, {}, &Candidate::document);
    for (const auto& person : people_) {
      auto at = reader_.database().postlist_begin(person.term);
      const auto end = reader_.database().postlist_end(person.term);
      for (auto& candidate : candidates) {
        at.skip_to(candidate.document);
        if (at == end) break;
        if (*at == candidate.document) candidate.score += ranking::shared_person * person.weight;
      }
    }
  }

  Why why_of(Xapian::docid document) const {
    Why why;
    for (const auto& person : shared(people_, document)) why.people.push_back(person.written);
    for (const auto& word : shared(words_, document))
      if (why.words.size() < words_told && !words_of_names_.contains(word.form))
        why.words.push_back(word.written);
    return why;
  }

  /// Those of the document, in the order given.
  std::vector<Telling> shared(const std::vector<Telling>& all, Xapian::docid document) const {
    std::vector<std::string> terms;
    for (const auto& each : all) terms.push_back(each.term);
    std::ranges::sort(terms);
    auto at = reader_.database().termlist_begin(document);
    const auto end = reader_.database().termlist_end(document);
    std::unordered_set<std::string> found;
    for (const auto& term : terms) {
      if (at == end) break;
      if (has_term(at, end, term)) found.insert(term);
    }
    std::vector<Telling> shared;
    std::ranges::copy_if(all, std::back_inserter(shared),
                         [&](const Telling& each) { return found.contains(each.term); });
    return shared;
  }

  static std::string alternatives(const std::vector<Telling>& words, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i)
      text.append(text.empty() ? "" : " OR ").append(words[i].form);
    return text;
  }

  /// What is marked: the words and people in common.
  Node tree_of(const Why& why) const {
    std::string text;
    const auto add = [&](const std::string& alternative) {
      text.append(text.empty() ? "" : " OR ").append(alternative);
    };
    for (const auto& word : words_)
      if (std::ranges::find(why.words, word.written) != why.words.end()) add(word.form);
    for (auto name : why.people) {
      std::erase_if(name, [](char sign) { return sign == '"' || sign == '*' || sign == '\\'; });
      add("\"" + name + "\"");
    }
    if (text.empty()) return {Nothing{}};
    return parse_query(text, {}).tree;
  }

  ArchiveReader& reader_;
  Analyser& analyser_;
  Article article_;
  Xapian::docid document_;
  std::vector<Telling> words_;
  std::vector<Telling> people_;
  std::unordered_set<std::string> words_of_names_;
  Shingles shingles_;
};

double most_overlap(const Shingles& shingles, const std::vector<Shingles>& others) {
  double most = 0;
  for (const auto& other : others) most = std::max(most, overlap(shingles, other));
  return most;
}

}  // namespace

std::optional<SearchResults> similar_articles(ArchiveReader& reader, Analyser& analyser,
                                              const std::string& id, const SearchRequest& request,
                                              const Plan& among, bool copies) {
  const auto known = find_article(reader.database(), id);
  if (!known) return std::nullopt;
  SimilarTo similar(reader, analyser, from_stored(known->stored), known->docid);
  SearchResults results;
  results.understood = similar.understood();
  results.offset = request.offset;
  results.limit = request.limit;
  results.generation = reader.generation();
  std::vector<Shingles> shown;
  for (const auto& candidate : similar.candidates(among.query)) {
    if (results.total == request.offset + request.limit) {
      results.relation = Relation::gte;
      break;
    }
    auto article = from_document(reader.database().get_document(candidate.document));
    auto shingles = shingles_of(analyser.analyse(article));
    const double with_the_article = overlap(shingles, similar.shingles());
    if (!copies && std::max(with_the_article, most_overlap(shingles, shown)) >= least_overlap_of_copies)
      continue;
    if (results.total++ >= request.offset)
      results.results.push_back(similar.result(std::move(article), candidate, request, with_the_article));
    shown.push_back(std::move(shingles));
  }
  return results;
}

}  // namespace morgue
