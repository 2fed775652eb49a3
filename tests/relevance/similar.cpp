// SPDX-License-Identifier: GPL-3.0-or-later
// How often similar articles share a topic:
//   similar ARCHIVE [ARTICLES [SEED]]
// Draws so many (100) articles with two or more tags, asks for the five most similar of each, and prints the
// share of them that have a tag in common with it: by Searcher::similar, by the words that Xapian's ESet
// picks from the article, by BM25 with its title as the query (its first words where it has none), and at
// random. Near copies of the article count for none: they are left out of all four.
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/index/article_document.h"
#include "common/search/near_copies.h"
#include "common/search/searcher.h"
#include "common/text/fold.h"

namespace morgue::relevance {
namespace {

constexpr std::size_t shown = 5, looked_at = 40;

using Articles = std::vector<Article>;

bool shares_a_tag(const Article& a, const Article& b) {
  return std::ranges::any_of(a.tags,
                             [&](const auto& tag) { return std::ranges::find(b.tags, tag) != b.tags.end(); });
}

/// The first five that are no near copies of the article.
Articles first_of(const Article& article, const Articles& ranked, Analyser& analyser) {
  const auto own = shingles_of(analyser.analyse(article));
  Articles first;
  for (const auto& each : ranked) {
    if (first.size() == shown) break;
    if (each.id == article.id) continue;
    if (overlap(own, shingles_of(analyser.analyse(each))) < least_overlap_of_copies) first.push_back(each);
  }
  return first;
}

Articles articles_of(const SearchResults& results) {
  Articles articles;
  for (const auto& result : results.results) articles.push_back(result.article);
  return articles;
}

Articles by_title(const Article& article, Searcher& searcher) {
  SearchRequest request;
  request.query = fold(article.title.empty() ? article.body.substr(0, 80) : article.title);
  request.match = MatchMode::any;
  request.limit = looked_at;
  request.snippets = 0;
  return articles_of(searcher.search(request));
}

class Stems : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override { return term.starts_with("Zen:"); }
};

Articles by_eset(Xapian::docid document, Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  Xapian::RSet relevant;
  relevant.add_document(document);
  const Stems stems;
  const auto terms = enquire.get_eset(25, relevant, &stems);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  const auto hits = enquire.get_mset(0, looked_at);
  Articles articles;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit)
    articles.push_back(from_document(hit.get_document()));
  return articles;
}

Articles at_random(Xapian::Database& database, std::mt19937& random) {
  Articles articles;
  while (articles.size() < looked_at)
    articles.push_back(from_document(database.get_document(1 + random() % database.get_lastdocid())));
  return articles;
}

struct Share {
  const char* name;
  double sum = 0;
  std::size_t asked = 0;

  void add(const Article& article, const Articles& found) {
    ++asked;
    if (found.empty()) return;
    sum += static_cast<double>(std::ranges::count_if(
               found, [&](const Article& each) { return shares_a_tag(article, each); })) /
           static_cast<double>(shown);
  }
};

int measure(const std::string& archive, std::size_t articles, std::uint32_t seed) {
  ArchiveReader reader(archive);
  Searcher searcher(archive);
  Analyser analyser(reader.time_zone());
  auto& database = reader.database();
  std::mt19937 random(seed);
  Share ours{"similar"}, eset{"ESet"}, title{"BM25 of title"}, chance{"random"};
  std::set<Xapian::docid> drawn;
  for (std::size_t tries = 0; drawn.size() < articles && tries < 1000 * articles; ++tries) {
    const auto document = static_cast<Xapian::docid>(1 + random() % database.get_lastdocid());
    const auto article = from_document(database.get_document(document));
    if (article.tags.size() < 2 || !drawn.insert(document).second) continue;
    SearchRequest request;
    request.limit = shown;
    request.snippets = 0;
    ours.add(article, articles_of(searcher.similar(article.id, request).value()));
    eset.add(article, first_of(article, by_eset(document, database), analyser));
    title.add(article, first_of(article, by_title(article, searcher), analyser));
    chance.add(article, first_of(article, at_random(database, random), analyser));
  }
  std::cout << drawn.size() << " articles\n" << std::fixed << std::setprecision(3);
  for (const auto& share : {ours, eset, title, chance})
    std::cout << share.name << "\t" << share.sum / static_cast<double>(std::max<std::size_t>(share.asked, 1))
              << "\n";
  return drawn.empty() ? 1 : 0;
}

}  // namespace
}  // namespace morgue::relevance

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::cerr << "usage: similar ARCHIVE [ARTICLES [SEED]]\n";
    return 2;
  }
  const auto number = [&](int i, unsigned long otherwise) {
    return argc > i ? std::stoul(argv[i]) : otherwise;
  };
  return morgue::relevance::measure(argv[1], number(2, 100), static_cast<std::uint32_t>(number(3, 1)));
}
