// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access_log.h"

#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/error.h"
#include "server/access.h"

namespace morgue {
namespace {

constexpr std::size_t most_lines_waiting = 8192;

std::string written(std::chrono::system_clock::time_point moment, const char* format) {
  const std::time_t time = std::chrono::system_clock::to_time_t(moment);
  std::tm utc{};
  gmtime_r(&time, &utc);
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), format, &utc)};
}

std::string shown(const std::string& address, bool with_queries) {
  return with_queries ? address : address.substr(0, address.find('?'));
}

/// Inside quotes, as Apache writes it.
std::string quoted(const std::string& text) {
  if (text.empty()) return "\"-\"";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    std::array<char, 5> hex{};
    if (c == '"' || c == '\\') quoted.append({'\\', c});
    else if (byte >= 0x20 && byte != 0x7f) quoted += c;
    else
      quoted.append(hex.data(),
                    static_cast<std::size_t>(std::snprintf(hex.data(), hex.size(), "\\x%02x", byte)));
  }
  return quoted + "\"";
}

double milliseconds(std::chrono::microseconds time) { return static_cast<double>(time.count()) / 1000; }

std::string json_line(const http::Exchange& exchange, const std::string& client, bool with_queries) {
  nlohmann::ordered_json line{{"time", written(exchange.began, "%Y-%m-%dT%H:%M:%SZ")},
                              {"client", client},
                              {"method", exchange.method},
                              {"target", shown(exchange.target, with_queries)},
                              {"status", exchange.status},
                              {"bytes", exchange.bytes},
                              {"whole", exchange.is_whole},
                              {"waited_ms", milliseconds(exchange.waited)},
                              {"worked_ms", milliseconds(exchange.worked)},
                              {"took_ms", milliseconds(exchange.took)},
                              {"user_agent", exchange.user_agent},
                              {"referrer", shown(exchange.referrer, with_queries)}};
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string combined_line(const http::Exchange& exchange, const std::string& client, bool with_queries) {
  const auto request = exchange.method.empty()
                           ? std::string()
                           : exchange.method + " " + shown(exchange.target, with_queries) + " HTTP/1.1";
  return (client.empty() ? "-" : client) + " - - " + written(exchange.began, "[%d/%b/%Y:%H:%M:%S +0000]") +
         " " + quoted(request) + " " + std::to_string(exchange.status) + " " +
         std::to_string(exchange.bytes) + " " + quoted(shown(exchange.referrer, with_queries)) + " " +
         quoted(exchange.user_agent);
}

spdlog::sink_ptr sink_of(const std::string& file) {
  if (file == "-") return std::make_shared<spdlog::sinks::stderr_sink_mt>();
  try {
    return std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
  } catch (const spdlog::spdlog_ex& failure) {
    throw Error(ErrorKind::usage, std::string("cannot write the access log: ") + failure.what(),
                "check --access-log");
  }
}

}  // namespace

std::string log_line(const http::Exchange& exchange, const AccessLogOptions& options) {
  const auto* forwarded = exchange.forwarded_for.empty() ? nullptr : &exchange.forwarded_for;
  const auto client = client_address(exchange.client, forwarded, options.trust_proxy);
  return options.format == LogFormat::json ? json_line(exchange, client, options.with_queries)
                                           : combined_line(exchange, client, options.with_queries);
}

AccessLog::AccessLog(AccessLogOptions options) : options_(std::move(options)) {
  if (options_.file.empty()) return;
  writer_ = std::make_shared<spdlog::details::thread_pool>(most_lines_waiting, 1);
  reopen();
}

AccessLog::~AccessLog() = default;

void AccessLog::reopen() {
  if (!writer_) return;
  auto log = std::make_shared<spdlog::async_logger>("access", sink_of(options_.file), writer_,
                                                    spdlog::async_overflow_policy::overrun_oldest);
  log->set_pattern("%v");
  log->flush_on(spdlog::level::info);
  log_ = std::move(log);
}

void AccessLog::add(const http::Exchange& exchange) {
  if (log_) log_->info("{}", log_line(exchange, options_));
}

}  // namespace morgue
