// SPDX-License-Identifier: GPL-3.0-or-later
// RequestParser: bytes of a connection ▶ one Request, or the Problem with them. Knows no sockets and no time.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "server/http/limits.h"
#include "server/http/message.h"

namespace morgue::http {

class RequestParser {
 public:
  explicit RequestParser(const Limits&);
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  /// Takes bytes from the front and says how many; what it leaves must come again, with more behind it. Stops
  /// at the end of the header, at the end of the request and at the first problem. Never leaves more than
  /// limits.header_bytes.
  std::size_t feed(std::string_view bytes);

  bool header_done() const;
  /// The request as far as its header, once that is done.
  const Request& head() const;
  /// Until then limits.largest_body_bytes; to be called once the header is done.
  void limit_body(std::size_t bytes);
  bool done() const;
  /// Once there is one, nothing more can be fed.
  const std::optional<Problem>& problem() const;

  /// "" until the request line is read.
  std::string_view method() const;
  std::size_t body_size() const;
  /// The client waits for a "100 Continue" before it sends the body.
  bool awaits_continue() const;
  bool keep_alive() const;
  /// The client understands an answer in chunks.
  bool takes_chunks() const;

  /// The request; once, when done().
  Request take();

 private:
  class Beast;
  std::unique_ptr<Beast> beast_;
};

}  // namespace morgue::http
