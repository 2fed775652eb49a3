// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a server over HTTP, by libcurl. Knows no routes.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace morgue {

struct HttpAnswer {
  int status = 0;
  std::string body;
};

/// One per thread. Throws Error(storage) where the server cannot be reached or the answer is cut off.
class HttpClient {
 public:
  /// "http://host:port", "https://…" or "unix:/path". Throws Error(usage) for anything else.
  explicit HttpClient(const std::string& url);
  ~HttpClient();

  /// `target` begins with a slash.
  HttpAnswer get(const std::string& target);
  /// Gives the body of an answer of status 200 piece by piece as it comes, and not in the HttpAnswer.
  HttpAnswer get(const std::string& target, const std::function<void(std::string_view)>& piece);
  HttpAnswer post(const std::string& target, const std::string& content_type, const std::string& body);

 private:
  struct Curl;
  std::unique_ptr<Curl> curl_;
};

}  // namespace morgue
