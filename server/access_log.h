// SPDX-License-Identifier: GPL-3.0-or-later
// AccessLog: a line for each request. Knows no route.
#pragma once

#include <memory>
#include <string>

#include "server/http/exchange.h"

namespace spdlog {
class logger;
namespace details {
class thread_pool;
}
}  // namespace spdlog

namespace morgue {

enum class LogFormat { json, combined };

struct AccessLogOptions {
  std::string file = {};  // "-": stderr; empty: no log
  LogFormat format = LogFormat::json;
  bool with_queries = true;  // false: no parameters of any address
  bool trust_proxy = false;
  bool operator==(const AccessLogOptions&) const = default;
};

/// A thread of its own writes it: who logs never waits. Where the disk is too slow for 8,192 lines, the
/// oldest are lost.
class AccessLog {
 public:
  /// Throws Error(usage) where the file cannot be written.
  explicit AccessLog(AccessLogOptions);
  ~AccessLog();

  void add(const http::Exchange&);
  /// Opens the file anew, for it may have been moved. Throws Error(usage); the old one is then kept.
  void reopen();

 private:
  const AccessLogOptions options_;
  std::shared_ptr<spdlog::details::thread_pool> writer_;
  std::shared_ptr<spdlog::logger> log_;  // and the writer, while it has lines of it
};

/// Without the line's end.
std::string log_line(const http::Exchange&, const AccessLogOptions&);

}  // namespace morgue
