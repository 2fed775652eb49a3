// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/batch.h"

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>
#include <utility>

#include "common/ordered_flow.h"
#include "common/wire/batch_rows.h"
#include "common/wire/results_json.h"
#include "terminal/output.h"
#include "terminal/results_text.h"

namespace morgue {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_bytes_under_way = 1 << 20;
constexpr std::size_t lines_at_once = 16;  // so that threads and servers are not asked for each alone

/// A line as it is answered: a query, or what is wrong with it.
struct Asked {
  std::string query;
  std::optional<BatchRow> refused = std::nullopt;
};

Asked asked_in(const BatchLine& line, const Parameters& nothing_in_common) {
  try {
    return {.query = to_search_request(line, LineFormat::query, nothing_in_common).query};
  } catch (const Error& error) {
    BatchRow row{.query = beginning(line)};
    row.error = to_batch_error(error);
    return {.query = {}, .refused = std::move(row)};
  }
}

std::vector<BatchRow> answered(std::vector<Asked> lines, Answers& answers, const SearchRequest& common) {
  std::vector<std::string> queries;
  for (const auto& line : lines)
    if (!line.refused) queries.push_back(line.query);
  auto found = answers.batch(queries, common);
  std::vector<BatchRow> rows;
  auto next = found.begin();
  for (auto& line : lines) {
    if (!line.refused && next == found.end())
      throw Error(ErrorKind::storage, "the server answered fewer rows than it was asked for", "try again");
    rows.push_back(line.refused ? *std::move(line.refused) : std::move(*next++));
  }
  return rows;
}

/// How far it has come, on a terminal that shows nothing else.
class Progress {
 public:
  Progress() : is_shown_(isatty(STDERR_FILENO) == 1 && !out_is_terminal()) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint64_t rows) {
    const auto now = Clock::now();
    if (!is_shown_ || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    std::cerr << to_line_start_and_erase << rows << " queries, "
              << static_cast<std::uint64_t>(static_cast<double>(rows) / std::max(seconds, 0.001)) << "/s"
              << std::flush;
  }

 private:
  static constexpr const char* to_line_start_and_erase = "\r\x1b[K";

  void clear() const {
    if (is_shown_) std::cerr << to_line_start_and_erase << std::flush;
  }

  bool is_shown_;
  Clock::time_point begin_ = Clock::now(), last_ = begin_;
};

class Rows {
 public:
  Rows(const std::string& format, bool raw)
      : as_csv_(format == "csv"), for_a_terminal_(out_is_terminal() && !raw) {
    if (as_csv_) write_out(batch_csv_header());
    flush_out();
  }

  void add(const std::vector<BatchRow>& rows) {
    for (const auto& row : rows) {
      if (as_csv_) write(to_csv(row, Formulas::kept), printable_lines);
      else write(to_text(to_json(row)) + "\n", printable_json);
      failed_ = failed_ || row.error;
      found_ = found_ || row.total > 0;
    }
    flush_out();
    progress_.show(written_ += rows.size());
  }

  int exit_code() const { return failed_ ? 2 : found_ ? 0 : 1; }

 private:
  void write(const std::string& row, std::string (*printable_form)(std::string_view)) const {
    write_out(for_a_terminal_ ? printable_form(row) : row);
  }

  bool as_csv_;
  bool for_a_terminal_;
  bool failed_ = false;
  bool found_ = false;
  std::uint64_t written_ = 0;
  Progress progress_;
};

std::size_t threads_of(const Options& options) {
  return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

void answer_lines(std::istream& stream, const Options& options,
                  const std::function<std::unique_ptr<Answers>()>& make_answers, Rows& rows) {
  using Flow = OrderedFlow<std::vector<Asked>, std::vector<BatchRow>>;
  const auto begin_work = [&]() -> Flow::Work {
    const std::shared_ptr<Answers> answers = make_answers();  // owned by the copies of the work alone
    return [answers, &options](std::vector<Asked> lines) {
      return answered(std::move(lines), *answers, options.request);
    };
  };
  Flow flow(threads_of(options), most_bytes_under_way, begin_work,
            [&](const std::vector<BatchRow>& made) { rows.add(made); });
  BatchLines lines(stream);
  std::vector<Asked> together;
  std::size_t bytes = 0;
  const auto give = [&] {
    if (!together.empty()) flow.give(std::exchange(together, {}), std::exchange(bytes, 0));
  };
  while (const auto line = lines.next()) {
    together.push_back(asked_in(*line, {}));
    bytes += line->text.size() + sizeof(Asked);
    // Whoever types the lines waits for each answer.
    if (together.size() == lines_at_once || stream.rdbuf()->in_avail() <= 0) give();
  }
  give();
  flow.finish();
}

}  // namespace

int run_batch(const Options& options, const std::function<std::unique_ptr<Answers>()>& make_answers) {
  make_answers();  // an archive that cannot be read is said before any row
  std::ifstream file;
  const bool from_stdin = *options.batch == "-";
  if (!from_stdin) file.open(*options.batch, std::ios::binary);
  if (!from_stdin && (!file || file.peek() == std::ifstream::traits_type::eof()) && !file.eof())
    throw Error(ErrorKind::usage, "cannot read the file of queries " + *options.batch,
                "give a file of a query a line, or - for standard input");
  std::ios::sync_with_stdio(false);
  Rows rows(options.format, options.raw);
  answer_lines(from_stdin ? std::cin : file, options, make_answers, rows);
  return rows.exit_code();
}

}  // namespace morgue
