// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/exports.h"

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "common/search/batch.h"
#include "common/search/result_stream.h"
#include "common/wire/batch_lines.h"
#include "common/wire/batch_rows.h"
#include "common/wire/results_csv.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
#include "server/parameters.h"
#include "server/problems.h"
#include "server/replies.h"

namespace morgue {
namespace {

constexpr std::size_t bytes_a_turn = 32 * 1024;
constexpr std::chrono::milliseconds longest_turn{50};

/// Whether another turn's worth can still be added.
class Turn {
 public:
  explicit Turn(const std::string& chunk) : chunk_(chunk), end_(chunk.size() + bytes_a_turn) {}
  bool has_room() const {
    return chunk_.size() < end_ && std::chrono::steady_clock::now() - begin_ < longest_turn;
  }

 private:
  const std::string& chunk_;
  std::size_t end_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

class Export {
 public:
  Export(std::unique_ptr<ResultStream> results, SearchRequest request, bool as_csv, Formulas formulas)
      : results_(std::move(results)), request_(std::move(request)), as_csv_(as_csv), formulas_(formulas) {}

  bool more(std::string& chunk) {
    if (rank_ == 0 && as_csv_) chunk += csv_header(request_);
    if (rank_ == 0) rank_ = results_->head().offset + 1;
    try {
      for (const Turn turn(chunk); turn.has_room();) {
        const auto result = results_->next();
        if (!result) return false;
        chunk += line(*result);
      }
      return true;
    } catch (const Error& error) {
      chunk += last_line(error);
      return false;
    }
  }

 private:
  std::string line(const SearchResult& result) {
    if (as_csv_) return csv_result(result, request_, rank_++, formulas_);
    ++rank_;
    return to_text(to_json(result, request_)) + "\n";
  }

  std::string last_line(const Error& error) {
    const auto* overtaken = dynamic_cast<const Overtaken*>(&error);
    const auto last_id = overtaken ? overtaken->last_id() : "";
    const auto cursor = overtaken ? overtaken->cursor() : "";
    if (as_csv_) return csv_error(request_, {last_id, error.what(), error.hint(), cursor}, formulas_);
    return to_text(export_error_json(error, last_id, cursor)) + "\n";
  }

  std::unique_ptr<ResultStream> results_;
  SearchRequest request_;
  bool as_csv_;
  Formulas formulas_;
  std::uint64_t rank_ = 0;  // of the next result; 0 before the first turn
};

class Batch {
 public:
  Batch(Searcher& searcher, std::string body, LineFormat format, Parameters common)
      : searcher_(searcher),
        body_(std::move(body)),
        lines_(body_),
        format_(format),
        common_(std::move(common)) {}

  bool more(std::string& chunk) {
    for (const Turn turn(chunk); turn.has_room();) {
      const auto line = lines_.next();
      if (!line) return false;
      chunk += to_text(to_json(row(*line))) + "\n";
    }
    return true;
  }

 private:
  BatchRow row(const BatchLine& line) { return batch_row(searcher_, line, format_, common_); }

  Searcher& searcher_;
  std::istringstream body_;
  BatchLines lines_;
  LineFormat format_;
  Parameters common_;
};

/// A response whose body `maker.more` makes. std::function copies what it holds, so its copies share the
/// maker.
template <class Maker>
http::Response streamed(const char* type, std::shared_ptr<Maker> maker) {
  http::Response response;
  response.headers = {{"Content-Type", type}, {"Cache-Control", "no-store"}};
  response.more = [maker = std::move(maker)](std::string& chunk) { return maker->more(chunk); };
  return response;
}

/// The export's own limit, which may be larger than a page's. 0: everything.
std::size_t taken_limit(http::Parameters& given) {
  const auto text = value_of(given, "limit");
  std::erase_if(given, [](const auto& parameter) { return parameter.first == "limit"; });
  return text.empty() ? 0 : number_of("limit", text, 1, largest_offset, 1000);
}

LineFormat line_format(const http::Request& request) {
  const auto* const type = request.header("Content-Type");
  const auto named = type ? type->substr(0, type->find(';')) : "text/plain";
  if (http::same_token(named, "text/plain")) return LineFormat::query;
  if (http::same_token(named, "application/x-ndjson")) return LineFormat::json;
  throw UnsupportedType(named, "send a query a line as text/plain, or JSON as application/x-ndjson");
}

}  // namespace

http::Response answer_export(const Call& call, Searcher& searcher) {
  auto given = call.request.parameters;
  const bool is_sorted = !value_of(given, "sort").empty();
  const auto limit = taken_limit(given);
  auto request = to_search_request(given, Unknown::refused, call.parameters);
  request.limit = limit;
  if (!is_sorted) request.order = Order::newest;
  const auto format = value_of(given, "format");
  if (!format.empty()) check_is_one_of("format", format, {"jsonl", "csv"});
  const bool as_csv = format == "csv";
  const auto formulas = flag_of(given, "raw") ? Formulas::kept : Formulas::disarmed;
  auto results = searcher.stream(request);
  refuse_if_cut(results->head().warnings);
  return streamed(as_csv ? csv_type : json_lines_type,
                  std::make_shared<Export>(std::move(results), std::move(request), as_csv, formulas));
}

http::Response answer_batch(const Call& call, Searcher& searcher) {
  const auto format = line_format(call.request);
  to_search_request(call.request.parameters, Unknown::refused);
  return streamed(json_lines_type,
                  std::make_shared<Batch>(searcher, call.request.body, format, call.request.parameters));
}

}  // namespace morgue
