// SPDX-License-Identifier: GPL-3.0-or-later
// Beast's parser, and the refusals it leaves to its user.
#include "server/http/request_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <cstdint>
#include <utility>

#include "common/error.h"

namespace morgue::http {

namespace beast = boost::beast;
using BeastError = beast::http::error;

class RequestParser::Beast final : public beast::http::basic_parser<true> {
 public:
  explicit Beast(const Limits& limits) : limits_(limits) {
    // The parser measures what it is shown at a time, not the header, so header_bytes is counted in feed().
    header_limit(1U << 30);
    body_limit(limits.largest_body_bytes);  // a lower one that comes after the header would not be heeded
  }

  std::size_t feed(std::string_view bytes);
  bool awaits_continue() const;
  void limit_body(std::size_t bytes);

  std::optional<Problem> problem;
  Request request;
  int version = 11;

 private:
  std::size_t step(std::string_view bytes);
  void refuse(int status, std::string code, std::string detail, std::string hint = {});
  void refuse(beast::error_code);
  void refuse_long_header(std::string_view unread = {});
  void check_header();
  void check_framing();
  void check_host();
  void add_header(std::string_view name, std::string_view value);

  void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target,
                       int http_version, beast::error_code&) override;
  void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                     beast::error_code&) override;
  void on_header_impl(beast::error_code&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, beast::error_code&) override {}
  std::size_t on_body_impl(beast::string_view, beast::error_code&) override;
  void on_chunk_header_impl(std::uint64_t size, beast::string_view, beast::error_code&) override;
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view, beast::error_code&) override;
  void on_finish_impl(beast::error_code&) override {}
  void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}

  const Limits& limits_;
  std::size_t most_body_bytes_ = limits_.largest_body_bytes;
  std::size_t header_bytes_ = 0;
  std::size_t header_lines_ = 0;
  std::size_t hosts_ = 0;
  bool blank_line_allowed_ = true;
};

void RequestParser::Beast::on_request_impl(beast::http::verb, beast::string_view method,
                                           beast::string_view target, int http_version, beast::error_code&) {
  request.method.assign(method.data(), method.size());
  request.target.assign(target.data(), target.size());
  version = http_version;
}

void RequestParser::Beast::on_field_impl(beast::http::field field, beast::string_view name,
                                         beast::string_view value, beast::error_code& failure) {
  if (is_header_done()) return;  // trailers say nothing we would act on
  if (++header_lines_ > limits_.header_lines) {
    failure = BeastError::header_limit;
    return;
  }
  if (field == beast::http::field::host) ++hosts_;
  add_header({name.data(), name.size()}, {value.data(), value.size()});
}

void RequestParser::Beast::add_header(std::string_view name, std::string_view value) {
  const auto same = std::find_if(request.headers.begin(), request.headers.end(),
                                 [&](const auto& header) { return same_token(header.first, name); });
  if (same == request.headers.end()) request.headers.emplace_back(name, value);
  else same->second.append(", ").append(value);
}

void RequestParser::Beast::limit_body(std::size_t bytes) {
  most_body_bytes_ = bytes;
  const auto length = content_length();
  if (!problem && ((length && *length > bytes) || request.body.size() > bytes))
    refuse(BeastError::body_limit);
}

std::size_t RequestParser::Beast::on_body_impl(beast::string_view bytes, beast::error_code& failure) {
  if (request.body.size() + bytes.size() > most_body_bytes_) {
    failure = BeastError::body_limit;
    return 0;
  }
  request.body.append(bytes.data(), bytes.size());
  return bytes.size();
}

void RequestParser::Beast::on_chunk_header_impl(std::uint64_t size, beast::string_view,
                                                beast::error_code& failure) {
  if (size > most_body_bytes_ - request.body.size()) failure = BeastError::body_limit;
}

std::size_t RequestParser::Beast::on_chunk_body_impl(std::uint64_t, beast::string_view bytes,
                                                     beast::error_code& e) {
  return on_body_impl(bytes, e);
}

void RequestParser::Beast::refuse(int status, std::string code, std::string detail, std::string hint) {
  problem = Problem{
      .status = status, .code = std::move(code), .detail = std::move(detail), .hint = std::move(hint)};
}

void RequestParser::Beast::refuse_long_header(std::string_view unread) {
  const std::string limit = std::to_string(limits_.header_bytes) + " bytes";
  const std::size_t line =
      request.method.empty() ? std::min(unread.find('\r'), unread.size()) : request.target.size();
  if (line > limits_.header_bytes / 2)
    refuse(414, "target_too_long", "the address takes most of the " + limit + " that a header may have",
           "ask for less at once");
  else
    refuse(431, "header_too_large",
           "the header is larger than " + limit + " or " + std::to_string(limits_.header_lines) + " lines",
           "send fewer cookies and headers");
}

void RequestParser::Beast::refuse(beast::error_code failure) {
  if (failure == BeastError::header_limit) return refuse_long_header();
  if (failure == BeastError::body_limit)
    return refuse(413, "body_too_large",
                  "the body is larger than " + std::to_string(most_body_bytes_) + " bytes",
                  "send it in several requests");
  if (failure == BeastError::bad_version)
    return refuse(505, "bad_version", "only HTTP/1.1 and HTTP/1.0 are spoken here");
  refuse(400, "bad_request", "this is not a well-formed HTTP request: " + failure.message());
}

void RequestParser::Beast::check_framing() {
  const std::string* length = request.header("Content-Length");
  const std::string* encoding = request.header("Transfer-Encoding");
  if (length && encoding)
    return refuse(400, "ambiguous_length", "both Content-Length and Transfer-Encoding are given",
                  "send one of them");
  if (length && length->find(',') != std::string::npos)
    return refuse(400, "ambiguous_length", "Content-Length is given more than once", "send it once");
  if (encoding && version < 11)
    return refuse(400, "bad_request", "HTTP/1.0 knows no Transfer-Encoding", "use HTTP/1.1");
  if (encoding && !same_token(*encoding, "chunked"))
    return refuse(501, "transfer_encoding_unknown", "Transfer-Encoding is not \"chunked\"",
                  "use chunked or none");
}

void RequestParser::Beast::check_host() {
  if (hosts_ > 1 || (hosts_ == 0 && version >= 11))
    return refuse(400, "bad_host",
                  hosts_ == 0 ? "there is no Host header" : "there is more than one Host header",
                  "send one Host header");
  const std::string* host = request.header("Host");
  if (host && host->find_first_of(" \t,/?#@") != std::string::npos)
    refuse(400, "bad_host", "the Host header is not a host",
           "send one host name, with its port if it has one");
}

void RequestParser::Beast::check_header() {
  if (header_bytes_ > limits_.header_bytes) return refuse_long_header();
  check_framing();
  if (!problem) check_host();
  if (problem) return;
  try {
    auto [path, parameters] = http::parse_target(request.target, limits_.parameters);
    if (path == "*" && request.method != "OPTIONS")
      throw Error(ErrorKind::bad_input, "the path does not begin with /");
    request.path = std::move(path);
    request.parameters = std::move(parameters);
  } catch (const Error& error) {
    refuse(400, "bad_target", error.what(), error.hint());
  }
}

std::size_t RequestParser::Beast::step(std::string_view bytes) {
  const bool in_header = !is_header_done();
  beast::error_code failure;
  const std::size_t used = put(boost::asio::const_buffer(bytes.data(), bytes.size()), failure);
  if (in_header) header_bytes_ += used;
  if (failure && failure != BeastError::need_more) refuse(failure);
  else if (in_header && is_header_done()) check_header();
  else if (in_header && header_bytes_ + bytes.size() - used >= limits_.header_bytes)
    refuse_long_header(bytes.substr(used));
  else if (!in_header && used == 0 && bytes.size() >= limits_.header_bytes)
    refuse(400, "bad_request", "a chunk's header or the trailer is too long");
  return used;
}

std::size_t RequestParser::Beast::feed(std::string_view bytes) {
  std::size_t used = 0;
  // A blank line before a request is what some clients send after a form's body (RFC 9112 2.2).
  if (std::exchange(blank_line_allowed_, blank_line_allowed_ && bytes == "\r")) {
    if (bytes == "\r") return 0;
    if (bytes.starts_with("\r\n")) used = 2;
  }
  const bool began_in_header = !is_header_done();
  while (used < bytes.size() && !problem && !is_done()) {
    const std::size_t taken = step(bytes.substr(used));
    used += taken;
    if (taken == 0 || (began_in_header && is_header_done())) break;
  }
  return used;
}

bool RequestParser::Beast::awaits_continue() const {
  const std::string* expectation = request.header("Expect");
  return version >= 11 && !is_done() && request.body.empty() && expectation &&
         same_token(*expectation, "100-continue");
}

RequestParser::RequestParser(const Limits& limits) : beast_(std::make_unique<Beast>(limits)) {}
RequestParser::~RequestParser() = default;

std::size_t RequestParser::feed(std::string_view bytes) { return beast_->feed(bytes); }
const Request& RequestParser::head() const { return beast_->request; }
void RequestParser::limit_body(std::size_t bytes) { beast_->limit_body(bytes); }
bool RequestParser::header_done() const { return beast_->is_header_done(); }
bool RequestParser::done() const { return beast_->is_done() && !beast_->problem; }
const std::optional<Problem>& RequestParser::problem() const { return beast_->problem; }
std::string_view RequestParser::method() const { return beast_->request.method; }
std::size_t RequestParser::body_size() const { return beast_->request.body.size(); }
bool RequestParser::awaits_continue() const { return beast_->awaits_continue(); }
bool RequestParser::keep_alive() const { return beast_->is_header_done() && beast_->keep_alive(); }
bool RequestParser::takes_chunks() const { return beast_->version >= 11; }
Request RequestParser::take() { return std::move(beast_->request); }

}  // namespace morgue::http
