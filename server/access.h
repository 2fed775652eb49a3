// SPDX-License-Identifier: GPL-3.0-or-later
// Access: who is let in, how often, and which other sites' pages may read the answers. Knows no handler.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/http/message.h"
#include "server/rate_limit.h"
#include "server/tokens.h"

namespace morgue {

struct AccessOptions {
  std::string tokens_file = {};           // empty: no tokens
  bool is_public = false;                 // without a token only what readers need
  std::optional<std::size_t> admin = {};  // the entrance where nobody needs a token
  unsigned rate_limit = 0;                // requests a second for each address; 0: no limit
  bool trust_proxy = false;               // the last address of X-Forwarded-For is the client's
  std::vector<std::string> origins = {};  // of other sites' pages; "*": all
  bool operator==(const AccessOptions&) const = default;
};

/// For the I/O thread alone, but for share().
class Access {
 public:
  /// Throws Error(usage) where the tokens cannot be read.
  explicit Access(AccessOptions);

  /// The answer to who must stay out; nullopt for everybody else.
  std::optional<http::Response> refusal(const http::Request&);

  /// The answer to a page of another site that asks what it may ask; nullopt where it is something else.
  std::optional<http::Response> preflight(const http::Request&) const;

  /// Lets the pages of known sites read the answer. From any thread.
  void share(const http::Request&, http::Response&) const;

  /// Reads the tokens anew. Throws Error(usage); those that are known then stay.
  void reload();

 private:
  bool needs_token(const http::Request&) const;
  std::string allowed_origin(const http::Request&) const;

  const AccessOptions options_;
  std::optional<Tokens> tokens_;
  std::optional<RateLimit> rate_limit_;
};

/// Its address, as the proxy tells it where that is trusted.
std::string client_address(std::string_view peer, const std::string* forwarded_for, bool trust_proxy);

}  // namespace morgue
