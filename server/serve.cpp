// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serve.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include <iostream>
#include <memory>
#include <utility>

#include "common/search/searcher.h"
#include "server/access.h"
#include "server/access_log.h"
#include "server/archive_watch.h"
#include "server/metrics.h"
#include "server/route_table.h"
#include "server/routes.h"

namespace morgue {
namespace {

std::size_t body_bytes(const http::Request& request) {
  const auto found = find_route(request.path);
  return found ? found->route->body_bytes : http::Limits().body_bytes;
}

/// What every request passes, and all that is known of the server while it runs.
class Office {
 public:
  Office(const ServerOptions& options, Report report)
      : options_(options),
        report_(std::move(report)),
        access_(options.access),
        log_(options.log),
        watch_(options.archive, report_) {
    around_.public_url = options.public_url;
    around_.is_public = options.access.is_public;
    around_.archive = [this] { return watch_.status(); };
    around_.metrics = &metrics_;
  }

  http::Service service() {
    return {.at_once = [this](const http::Request& request) { return at_once(request); },
            .worker = [this] { return worker(); },
            .is_quick = [](const http::Request& request) { return request.path == "/v1/suggest"; },
            .body_bytes = body_bytes,
            .finished = [this](const http::Exchange& exchange) { finished(exchange); },
            .reopen = [this] { reopen(); },
            .report = report_};
  }

  /// The listener, which must outlive the requests.
  void look_at(const http::Listener& listener) {
    around_.load = [&listener] { return listener.load(); };
  }

 private:
  std::optional<http::Response> at_once(const http::Request& request) {
    auto response = access_.preflight(request);
    if (!response) response = access_.refusal(request);
    if (!response) response = answer_at_once(request, report_, around_);
    if (response) access_.share(request, *response);
    return response;
  }

  http::Handle worker() {
    // Owned by the copies of the handler alone: std::function copies what it holds.
    const auto searcher = std::make_shared<Searcher>(options_.archive, options_.deadline, options_.max_lease);
    return [this, searcher](const http::Request& request) {
      auto response = answer(request, *searcher, report_, around_);
      access_.share(request, response);
      return response;
    };
  }

  void finished(const http::Exchange& exchange) {
    const auto path = exchange.target.substr(0, exchange.target.find('?'));
    const auto found = find_route(path);
    metrics_.count(found ? found->route->path : "", exchange);
    log_.add(exchange);
  }

  void reopen() {
    log_.reopen();
    access_.reload();
  }

  const ServerOptions& options_;
  const Report report_;
  Access access_;
  AccessLog log_;
  Metrics metrics_;
  ArchiveWatch watch_;
  Surroundings around_;
};

std::vector<http::Endpoint> endpoints_of(const ServerOptions& options) {
  std::vector<http::Endpoint> endpoints{options.endpoint};
  if (options.admin_endpoint) endpoints.push_back(*options.admin_endpoint);
  return endpoints;
}

bool is_loopback(const http::Endpoint& endpoint) {
  return endpoint.is_unix() || endpoint.host.starts_with("127.") || endpoint.host == "::1";
}

void warn_of_open_doors(const ServerOptions& options, spdlog::logger& log) {
  if (!is_loopback(options.endpoint) && !options.access.is_public && options.access.tokens_file.empty())
    log.warn("everybody who reaches {} may ask everything; see --public and --tokens",
             http::to_text(options.endpoint));
  if (options.access.is_public && options.access.tokens_file.empty() && !options.admin_endpoint)
    log.warn("with --public and without --tokens or --admin-listen nobody may ask the rest");
}

}  // namespace

http::Service service_of(const std::string& archive, std::chrono::seconds deadline,
                         std::function<void(std::string_view what)> report) {
  const auto worker = [archive, deadline, report]() -> http::Handle {
    const auto searcher = std::make_shared<Searcher>(archive, deadline);
    return [searcher, report](const http::Request& request) { return answer(request, *searcher, report); };
  };
  return {.at_once = [report](const http::Request& request) { return answer_at_once(request, report); },
          .worker = worker,
          .body_bytes = body_bytes,
          .report = report};
}

void serve(const ServerOptions& options) {
  spdlog::logger log("morgue-server", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  log.flush_on(spdlog::level::info);
  const auto articles = Searcher(options.archive).articles();

  Office office(options, [&log](std::string_view what) { log.error("{}", what); });
  http::Listener listener(endpoints_of(options), {}, options.workers, office.service());
  office.look_at(listener);
  listener.stop_on_signals();
  std::cout << "listening on " << listener.address() << std::endl;
  if (options.admin_endpoint) log.info("answering everything without a token on {}", listener.address(1));
  warn_of_open_doors(options, log);
  log.info("serving {} articles of {} with {} workers", articles, options.archive, options.workers);
  sd_notify(0, "READY=1");
  listener.run();
  log.info("stopped");
}

}  // namespace morgue
