// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a morgue-server, and makes of its JSON what a searcher would have answered.
#include <algorithm>
#include <utility>

#include "common/wire/article_keys.h"
#include "common/wire/results_from_json.h"
#include "terminal/answers.h"
#include "terminal/http_client.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t bytes_a_post = 32 * 1024;

Json json_in(const std::string& text) {
  auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded())
    throw Error(ErrorKind::storage, "the server's answer is not JSON", "see that it is a morgue-server");
  return json;
}

[[noreturn]] void refuse(const HttpAnswer& answer) {
  const auto problem = Json::parse(answer.body, nullptr, false);
  const auto text = [&](const char* key) {
    return problem.is_object() && problem.contains(key) && problem[key].is_string()
               ? problem[key].get<std::string>()
               : "";
  };
  const auto kind = answer.status < 500 ? ErrorKind::usage : ErrorKind::storage;
  const auto detail = text("detail");
  throw Error(kind, detail.empty() ? "the server answers " + std::to_string(answer.status) : detail,
              text("hint"));
}

/// Text that comes in pieces, line by line.
class Lines {
 public:
  explicit Lines(std::function<void(const std::string&)> take) : take_(std::move(take)) {}

  void add(std::string_view piece) {
    for (auto end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
      line_ += piece.substr(0, end);
      take_(std::exchange(line_, {}));
      piece.remove_prefix(end + 1);
    }
    line_ += piece;
  }

 private:
  std::function<void(const std::string&)> take_;
  std::string line_;
};

void check_no_error(const Json& line) {
  const auto error = line.find("error");
  if (error == line.end()) return;
  throw Error(ErrorKind::storage, error->value("detail", "the export ended early"), error->value("hint", ""));
}

class ServerAnswers : public Answers {
 public:
  explicit ServerAnswers(const std::string& url) : client_(url) {}

  SearchResults search(const SearchRequest& request) override {
    return search_results_from(json_of("/v1/search", request));
  }

  void each(const SearchRequest& request, const std::function<void(const SearchResults& head)>& begin,
            const std::function<void(const SearchResult&)>& result) override {
    auto head_request = request;
    head_request.limit = 0;
    auto head = search(head_request);
    head.limit = request.limit;
    begin(head);
    Lines lines([&](const std::string& line) {
      const auto json = json_in(line);
      check_no_error(json);
      result(search_result_from(json));
    });
    const auto answer = client_.get(export_url(request), [&](std::string_view piece) { lines.add(piece); });
    if (answer.status != 200) refuse(answer);
  }

  Count count(const SearchRequest& request) override { return count_from(json_of("/v1/count", request)); }

  SearchResults facets(const SearchRequest& request) override {
    return counts_from(json_of("/v1/facets", request));
  }

  SearchResults timeline(const SearchRequest& request) override {
    return counts_from(json_of("/v1/timeline", request));
  }

  Json explain(const SearchRequest& request) override { return json_of("/v1/explain", request); }

  std::optional<std::string> article(const std::string& id) override {
    auto answer = client_.get("/v1/articles?id=" + percent_encode(id));
    if (answer.status == 404) return std::nullopt;
    if (answer.status != 200) refuse(answer);
    if (answer.body.ends_with('\n')) answer.body.pop_back();
    return std::move(answer.body);
  }

  std::optional<SearchResults> similar(const std::string& id, const SearchRequest& request,
                                       bool copies) override {
    const auto answer = client_.get("/v1/similar?id=" + percent_encode(id) + (copies ? "&copies=1&" : "&") +
                                    to_search_url(request));
    if (answer.status == 404) return std::nullopt;
    if (answer.status != 200) refuse(answer);
    return search_results_from(json_in(answer.body));
  }

  std::vector<BatchRow> batch(const std::vector<std::string>& queries, const SearchRequest& common) override {
    std::vector<BatchRow> rows;
    std::string body;
    const auto post = [&] {
      if (!body.empty()) ask_for_rows(std::exchange(body, {}), common, rows);
    };
    for (const auto& query : queries) {
      if (body.size() + query.size() > bytes_a_post) post();
      body += Json{{"q", query}}.dump() + "\n";
    }
    post();
    return rows;
  }

 private:
  Json json_of(const std::string& path, const SearchRequest& request) {
    const auto answer = client_.get(path + "?" + to_search_url(request));
    if (answer.status != 200) refuse(answer);
    return json_in(answer.body);
  }

  static std::string export_url(SearchRequest request) {
    const auto limit = std::exchange(request.limit, SearchRequest().limit);
    auto url = "/v1/export?format=jsonl&" + to_search_url(request);
    if (request.order == Order::relevance) url += "&sort=relevance";
    return limit == 0 ? url : url + "&limit=" + std::to_string(limit);
  }

  void ask_for_rows(const std::string& body, const SearchRequest& common, std::vector<BatchRow>& rows) {
    const auto answer = client_.post("/v1/batch?" + to_search_url(common), "application/x-ndjson", body);
    if (answer.status != 200) refuse(answer);
    Lines lines([&](const std::string& line) { rows.push_back(batch_row_from(json_in(line))); });
    lines.add(answer.body);
  }

  HttpClient client_;
};

}  // namespace

std::unique_ptr<Answers> answers_of_server(const std::string& url) {
  return std::make_unique<ServerAnswers>(url);
}

}  // namespace morgue
