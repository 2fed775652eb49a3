// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a searcher.
#include <utility>

#include "common/article/article_json.h"
#include "common/search/result_stream.h"
#include "common/wire/explanation_json.h"
#include "common/wire/results_json.h"
#include "terminal/answers.h"

namespace morgue {
namespace {

class ArchiveAnswers : public Answers {
 public:
  explicit ArchiveAnswers(const std::string& directory) : searcher_(directory) {}

  SearchResults search(const SearchRequest& request) override { return searcher_.search(request); }

  void each(const SearchRequest& request, const std::function<void(const SearchResults& head)>& begin,
            const std::function<void(const SearchResult&)>& result) override {
    const auto results = searcher_.stream(request);
    begin(results->head());
    while (const auto next = results->next()) result(*next);
  }

  Count count(const SearchRequest& request) override { return searcher_.count(request); }

  SearchResults facets(const SearchRequest& request) override {
    auto counted = request;
    counted.offset = counted.limit = 0;
    return searcher_.search(counted);
  }

  SearchResults timeline(const SearchRequest& request) override {
    auto counted = request;
    counted.facets = {Field::date};
    return facets(counted);
  }

  nlohmann::ordered_json explain(const SearchRequest& request) override {
    return to_json(searcher_.explain(request));
  }

  std::optional<std::string> article(const std::string& id) override {
    const auto found = searcher_.article(id);
    if (!found) return std::nullopt;
    return to_text(to_json(*found));
  }

  std::optional<SearchResults> similar(const std::string& id, const SearchRequest& request,
                                       bool copies) override {
    return searcher_.similar(id, request, copies);
  }

  std::vector<BatchRow> batch(const std::vector<std::string>& queries, const SearchRequest& common) override {
    std::vector<BatchRow> rows;
    for (const auto& query : queries) {
      auto request = common;
      request.query = query;
      rows.push_back(batch_row(searcher_, std::move(request)));
    }
    return rows;
  }

 private:
  Searcher searcher_;
};

}  // namespace

std::unique_ptr<Answers> answers_of_archive(const std::string& directory) {
  return std::make_unique<ArchiveAnswers>(directory);
}

}  // namespace morgue
