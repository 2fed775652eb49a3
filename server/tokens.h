// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens: who may ask what is not for everyone. Keeps no token, only its hash.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// A line each of "NAME SHA256", the SHA-256 of the token in hexadecimal digits (`printf %s "$TOKEN" |
/// sha256sum`); empty lines and those that begin with # count for nothing.
class Tokens {
 public:
  /// Throws Error(usage) that names the line.
  static Tokens from_file(const std::string& path);

  /// In a time that tells nothing of the tokens.
  bool hold(std::string_view token) const;
  std::size_t size() const { return hashes_.size(); }

 private:
  using Hash = std::array<unsigned char, 32>;
  std::vector<Hash> hashes_;
};

/// What follows "Bearer " in an Authorization header; "" where it is of another kind.
std::string_view bearer_token(std::string_view authorization);

}  // namespace morgue
