// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serve.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <iostream>
#include <memory>
#include <utility>

#include "common/search/searcher.h"
#include "server/routes.h"

namespace morgue {

http::Service service_of(const std::string& archive, std::chrono::seconds deadline,
                         std::function<void(std::string_view what)> report) {
  const auto worker = [archive, deadline, report]() -> http::Handle {
    // Owned by the copies of the handler alone: std::function copies what it holds.
    const auto searcher = std::make_shared<Searcher>(archive, deadline);
    return [searcher, report](const http::Request& request) { return answer(request, *searcher, report); };
  };
  return {.at_once = answer_at_once, .worker = worker, .report = report};
}

void serve(const ServerOptions& options) {
  spdlog::logger log("morgue-server", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  log.flush_on(spdlog::level::info);
  const auto articles = Searcher(options.archive).articles();

  const auto report = [&log](std::string_view what) { log.error("{}", what); };
  http::Listener listener(options.endpoint, {}, options.workers,
                          service_of(options.archive, options.deadline, report));
  listener.stop_on_signals();
  std::cout << "listening on " << listener.address() << std::endl;
  log.info("serving {} articles of {} with {} workers", articles, options.archive, options.workers);
  listener.run();
  log.info("stopped");
}

}  // namespace morgue
