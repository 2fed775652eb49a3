// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/hot_paths.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "common/article/article_json.h"
#include "common/index/article_document.h"
#include "common/index/bulk/inverter.h"
#include "common/index/stored_article.h"
#include "common/query/matcher.h"
#include "common/query/query_parser.h"
#include "common/search/snippets.h"
#include "common/text/tokenizer.h"

namespace morgue::benchmarks {
namespace {

constexpr std::int64_t now = 1'780'000'000;  // 2026-05-28
const std::vector<std::string> asked{"ferry",
                                     "ferry harbour",
                                     "\"the harbour\" -gull",
                                     "fog OR storm OR wind",
                                     "harb* NEAR/5 ferry",
                                     "title:ferry (council OR mayor) date:2019..2021",
                                     "person:pellworthy \"said the\"~4",
                                     "council~1 w/s vote"};

std::vector<std::string> lines_of(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".jsonl") paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<std::string> lines;
  for (const auto& path : paths) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) lines.push_back(line);
  }
  if (lines.empty()) throw std::runtime_error("no articles in " + folder);
  return lines;
}

/// What the paths have in common. The lexicon is full before anything is run.
struct Material {
  explicit Material(const std::string& folder) : lines(lines_of(folder)) {
    for (const auto& line : lines) {
      articles.push_back(from_json(nlohmann::json::parse(line)));
      articles.back().taken = now;
      articles.back().added = to_iso(Timestamp{.seconds = now});
    }
    for (const auto& article : articles) {
      analysed.push_back(analyser.analyse(article));
      stored.push_back(to_stored(article));
    }
    for (const auto& text : asked) trees.push_back(parse_query(text, options).tree);
    for (const auto& article : analysed)
      for (const auto& tree : trees) matches.push_back(match(tree, article));
  }

  std::vector<std::string> lines;
  std::vector<Article> articles;
  Analyser analyser;
  std::vector<AnalysedArticle> analysed;
  std::vector<std::string> stored;
  ParseOptions options{.match_any = false, .today = {}, .now = now};
  std::vector<Node> trees;
  std::vector<Match> matches;  // of each article with each tree
  std::size_t made = 0;        // so that nothing is left out as unused
};

void parse_json(Material& of) {
  for (const auto& line : of.lines) of.made += from_json(nlohmann::json::parse(line)).body.size();
}

void tokenize_texts(Material& of) {
  Lexicon& lexicon = *of.analysed.front().lexicon;
  for (const auto& article : of.articles) of.made += tokenize(article.body, lexicon).size();
}

void make_documents(Material& of) {
  for (std::size_t i = 0; i < of.analysed.size(); ++i)
    of.made += to_document(of.analysed[i], of.stored[i]).document.termlist_count();
}

void invert(Material& of) {
  Inverter inverter;
  for (std::size_t i = 0; i < of.analysed.size(); ++i)
    inverter.add(static_cast<std::uint32_t>(i + 1), of.analysed[i]);
  of.made += inverter.bytes();
}

void parse_queries(Material& of) {
  for (const auto& text : asked) of.made += parse_query(text, of.options).warnings.size();
}

void match_articles(Material& of) {
  for (const auto& article : of.analysed)
    for (const auto& tree : of.trees) of.made += match(tree, article).spans.size();
}

void cut_snippets(Material& of) {
  Lexicon& lexicon = *of.analysed.front().lexicon;
  for (std::size_t i = 0; i < of.articles.size(); ++i) {
    for (std::size_t tree = 0; tree < of.trees.size(); ++tree) {
      const Match& match = of.matches[i * of.trees.size() + tree];
      if (!match.matches) continue;
      std::vector<Span> in_body;
      std::ranges::copy_if(match.spans, std::back_inserter(in_body),
                           [](const Span& span) { return span.field == Field::body; });
      of.made += body_snippets(of.articles[i].body, in_body, 2, 200, lexicon).size();
    }
  }
}

}  // namespace

std::vector<HotPath> hot_paths(const std::string& folder) {
  // Lives as long as any of the paths.
  const auto material = std::make_shared<Material>(folder);
  const std::pair<const char*, void (*)(Material&)> all[] = {
      {"json", parse_json},       {"tokenizer", tokenize_texts}, {"document", make_documents},
      {"inverter", invert},       {"parser", parse_queries},     {"matcher", match_articles},
      {"snippets", cut_snippets},
  };
  std::vector<HotPath> paths;
  for (const auto& [name, run] : all) paths.push_back({name, [material, run = run] { run(*material); }});
  return paths;
}

}  // namespace morgue::benchmarks
