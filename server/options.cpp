// SPDX-License-Identifier: GPL-3.0-or-later
// Declares and checks the options of morgue-server.
#include "server/options.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "common/options/program_options.h"
#include "common/wire/parameter_values.h"

namespace po = boost::program_options;

namespace morgue {
namespace {

constexpr unsigned most_workers = 1024;
constexpr unsigned most_seconds = 3600;
constexpr unsigned most_requests_a_second = 1'000'000;

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

unsigned number(const std::string& option, const std::string& text, unsigned least, unsigned most,
                unsigned example) {
  try {
    return static_cast<unsigned>(number_of(option, text, least, most, example));
  } catch (const BadParameter& error) {
    throw Error(ErrorKind::usage, "--" + option + " " + error.problem(),
                "try --" + option + " " + error.example());
  }
}

bool is_web_origin(std::string_view text) {
  const auto scheme_end = text.find("://");
  return (text.starts_with("http://") || text.starts_with("https://")) && scheme_end + 3 < text.size() &&
         text.find_first_of("/ ?#", scheme_end + 3) == std::string_view::npos;
}

void check_origins(const std::vector<std::string>& origins) {
  for (const auto& origin : origins)
    if (origin != "*" && !is_web_origin(origin))
      throw Error(ErrorKind::usage, "--cors is not an origin: " + origin,
                  "try --cors https://www.example.org");
}

std::string checked_url(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  if (!url.empty() && (!(url.starts_with("http://") || url.starts_with("https://")) ||
                       url.find_first_of(" ?#\"<>") != std::string::npos))
    throw Error(ErrorKind::usage, "--public-url is not a web address: " + url,
                "try --public-url https://archive.example.org");
  return url;
}

/// What is given as text, before it is checked.
struct Given {
  std::string listen, workers, deadline, max_lease, admin, rate_limit, log_format, log_queries;
};

void declare(ProgramOptions& declared, Given& given, ServerOptions& options) {
  const auto text = [](std::string& to, const char* name) { return po::value(&to)->value_name(name); };
  const auto flag = [](bool& to) { return po::bool_switch(&to); };
  declared.add()("listen", text(given.listen, "WHERE")->default_value("127.0.0.1:8080"),
                 "host:port, [::1]:port or unix:/path; port 0 picks a free one");
  declared.add()("workers", text(given.workers, "N")->default_value(std::to_string(cores()), "cores"),
                 "threads that search");
  declared.add()("deadline", text(given.deadline, "SECONDS")->default_value("5"),
                 "the longest that one search may take; 0: no limit");
  declared.add()("max-lease", text(given.max_lease, "SECONDS")->default_value("60"),
                 "how long an export may keep writers waiting");
  declared.add()("public", flag(options.access.is_public),
                 "without a token only search, suggestions, pages and feed are answered");
  declared.add()("tokens", text(options.access.tokens_file, "FILE"),
                 "who may ask the rest: a NAME and the SHA-256 of a token a line; read again at SIGHUP");
  declared.add()("admin-listen", text(given.admin, "WHERE"),
                 "a second place to listen, where no token is needed");
  declared.add()("rate-limit", text(given.rate_limit, "N")->default_value("0"),
                 "requests a second from one address, ten times as many at once; 0: no limit");
  declared.add()("trust-proxy", flag(options.access.trust_proxy),
                 "the last address of X-Forwarded-For is the client's");
  declared.add()("public-url", text(options.public_url, "URL"), "where the server can be reached, for links");
  declared.add()("cors", po::value(&options.access.origins)->value_name("ORIGIN")->composing(),
                 "a site whose pages may ask for JSON (repeatable; * for all)");
  declared.add()("access-log", text(options.log.file, "FILE"),
                 "a line for each request; - for stderr; opened again at SIGHUP");
  declared.add()("log-format", text(given.log_format, "json|combined")->default_value("json"),
                 "of the access log");
  declared.add()("log-queries", text(given.log_queries, "yes|no")->default_value("", "yes; no with --public"),
                 "whether the access log says what was searched");
}

}  // namespace

std::optional<std::string> read_options(int argc, const char* const* argv, ServerOptions& options) {
  Given given;
  ProgramOptions declared("morgue-server", "", options.archive);
  declare(declared, given, options);
  declared.describe(manual());
  if (auto text = declared.read(argc, argv)) return text;
  options.endpoint = http::parse_endpoint(given.listen);
  if (!given.admin.empty()) options.admin_endpoint = http::parse_endpoint(given.admin);
  if (options.admin_endpoint) options.access.admin = 1;
  options.workers = number("workers", given.workers, 1, most_workers, cores());
  options.deadline = std::chrono::seconds(number("deadline", given.deadline, 0, most_seconds, 5));
  options.max_lease = std::chrono::seconds(number("max-lease", given.max_lease, 0, most_seconds, 60));
  options.access.rate_limit = number("rate-limit", given.rate_limit, 0, most_requests_a_second, 10);
  check_origins(options.access.origins);
  options.public_url = checked_url(options.public_url);
  check_choice("log-format", given.log_format, {"json", "combined"});
  options.log.format = given.log_format == "json" ? LogFormat::json : LogFormat::combined;
  if (!given.log_queries.empty()) check_choice("log-queries", given.log_queries, {"yes", "no"});
  options.log.with_queries =
      given.log_queries.empty() ? !options.access.is_public : given.log_queries == "yes";
  options.log.trust_proxy = options.access.trust_proxy;
  return std::nullopt;
}

}  // namespace morgue
