// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/standing.h"

#include <string>
#include <utility>

#include "common/options/program_options.h"
#include "common/wire/results_json.h"
#include "server/metrics.h"
#include "server/openapi.h"
#include "server/parameters.h"
#include "server/replies.h"

namespace morgue {
namespace {

http::Response of_this_moment(std::string type, std::string body) {
  return {.headers = {{"Content-Type", std::move(type)}, {"Cache-Control", "no-store"}},
          .body = std::move(body)};
}

ArchiveStatus archive_of(const Call& call) {
  return call.server.archive ? call.server.archive() : ArchiveStatus();
}
http::Load load_of(const Call& call) { return call.server.load ? call.server.load() : http::Load(); }

}  // namespace

std::optional<http::Response> tell_health(const Call&) {
  return of_this_moment("text/plain; charset=utf-8", "ok");
}

std::optional<http::Response> tell_readiness(const Call& call) {
  if (archive_of(call).is_open) return of_this_moment("text/plain; charset=utf-8", "ready");
  return http::to_response({.status = 503,
                            .code = "archive_unavailable",
                            .detail = "the archive cannot be read at the moment",
                            .hint = "try again in a moment; the server's log says why",
                            .retry_after = 2});
}

std::optional<http::Response> tell_metrics(const Call& call) {
  static const Metrics none;
  const auto& metrics = call.server.metrics ? *call.server.metrics : none;
  return of_this_moment("text/plain; version=0.0.4; charset=utf-8",
                        metrics.text(load_of(call), archive_of(call)));
}

std::optional<http::Response> tell_numbers(const Call& call) {
  check_names(call.request.parameters, call.parameters);
  const auto archive = archive_of(call);
  const auto load = load_of(call);
  const auto uptime = std::chrono::steady_clock::now() - call.server.started;
  return json_reply({{"version", version()},
                     {"generation", archive.generation},
                     {"articles", archive.articles},
                     {"reopened", archive.reopened},
                     {"uptime_s", std::chrono::duration_cast<std::chrono::seconds>(uptime).count()},
                     {"connections", load.connections},
                     {"waiting", load.waiting + load.waiting_quick}},
                    flag_of(call.request.parameters, "pretty"));
}

std::optional<http::Response> describe_api(const Call& call) {
  static const std::string document = to_text(openapi(call.server.public_url), true) + "\n";
  return http::Response{.headers = {{"Content-Type", "application/json; charset=utf-8"},
                                    {"Cache-Control", "public, max-age=300"}},
                        .body = document};
}

}  // namespace morgue
