// SPDX-License-Identifier: GPL-3.0-or-later
// Declares and checks the options of morgue-server.
#include "server/options.h"

#include <algorithm>
#include <thread>

#include "common/options/program_options.h"
#include "common/wire/parameter_values.h"

namespace po = boost::program_options;

namespace morgue {
namespace {

constexpr unsigned most_workers = 1024;

unsigned cores() { return std::clamp(std::thread::hardware_concurrency(), 1U, most_workers); }

Manual manual() {
  return {"answer from an archive of articles over HTTP",
          {"Serves a search page, feeds and a JSON interface from an archive, which it only reads and "
           "follows: what "
           "morgue-index commits is answered within two seconds. The first line on standard output is the "
           "address.",
           "SIGTERM lets what was begun be answered before it ends."},
          {{"0", "it was told to end"}, {"2", "it could not begin"}},
          {{"morgue-server -a morgue-archive --listen 127.0.0.1:8080", "serve the archive on this machine"},
           {"curl 'http://127.0.0.1:8080/v1/search?q=ferry&sort=newest&pretty=1'", "ask it"},
           {"curl 'http://127.0.0.1:8080/v1/export?q=ferry&format=csv'", "take all matches away"},
           {"printf 'ferry\\nfog\\n' | curl --data-binary @- -H 'Content-Type: text/plain' "
            "http://127.0.0.1:8080/v1/batch",
            "a row for each of many queries"}}};
}

constexpr unsigned most_seconds = 3600;

unsigned number(const std::string& option, const std::string& text, unsigned least, unsigned most,
                unsigned example) {
  try {
    return static_cast<unsigned>(number_of(option, text, least, most, example));
  } catch (const BadParameter& error) {
    throw Error(ErrorKind::usage, "--" + option + " " + error.problem(),
                "try --" + option + " " + error.example());
  }
}

}  // namespace

std::optional<std::string> read_options(int argc, const char* const* argv, ServerOptions& options) {
  std::string listen, workers, deadline;
  ProgramOptions declared("morgue-server", "", options.archive);
  declared.add()("listen", po::value(&listen)->value_name("WHERE")->default_value("127.0.0.1:8080"),
                 "host:port, [::1]:port or unix:/path; port 0 picks a free one");
  declared.add()("workers",
                 po::value(&workers)->value_name("N")->default_value(std::to_string(cores()), "cores"),
                 "threads that search");
  declared.add()("deadline", po::value(&deadline)->value_name("SECONDS")->default_value("5"),
                 "the longest that one search may take; 0: no limit");
  declared.describe(manual());
  if (auto text = declared.read(argc, argv)) return text;
  options.endpoint = http::parse_endpoint(listen);
  options.workers = number("workers", workers, 1, most_workers, cores());
  options.deadline = std::chrono::seconds(number("deadline", deadline, 0, most_seconds, 5));
  return std::nullopt;
}

}  // namespace morgue
