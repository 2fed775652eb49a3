// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tokens.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "common/error.h"
#include "server/http/message.h"

namespace morgue {
namespace {

[[noreturn]] void refuse(const std::string& path, std::size_t line, const std::string& why) {
  throw Error(ErrorKind::usage, path + ", line " + std::to_string(line) + ": " + why,
              "write NAME and the SHA-256 of the token: printf %s \"$TOKEN\" | sha256sum");
}

}  // namespace

Tokens Tokens::from_file(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorKind::usage, "cannot read the tokens in " + path, "check --tokens");
  Tokens tokens;
  std::string text;
  for (std::size_t line = 1; std::getline(file, text); ++line) {
    std::istringstream words(text);
    std::string name, digits, more;
    if (!(words >> name) || name.starts_with('#')) continue;
    if (!(words >> digits)) refuse(path, line, "there is no hash after the name");
    if (words >> more) refuse(path, line, "there is more than a name and a hash");
    Hash hash{};
    std::size_t size = 0;
    if (digits.size() != 2 * hash.size() ||
        sodium_hex2bin(hash.data(), hash.size(), digits.data(), digits.size(), nullptr, &size, nullptr) !=
            0 ||
        size != hash.size())
      refuse(path, line, "the hash is not 64 hexadecimal digits");
    tokens.hashes_.push_back(hash);
  }
  return tokens;
}

bool Tokens::hold(std::string_view token) const {
  Hash hash{};
  static_assert(hash.size() == crypto_hash_sha256_BYTES);
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
  bool is_held = false;
  for (const auto& known : hashes_) is_held |= sodium_memcmp(known.data(), hash.data(), hash.size()) == 0;
  return is_held && !token.empty();
}

std::string_view bearer_token(std::string_view authorization) {
  static constexpr std::string_view scheme = "Bearer ";
  if (!http::same_token(authorization.substr(0, scheme.size()), scheme)) return "";
  authorization.remove_prefix(scheme.size());
  const auto begin = std::min(authorization.find_first_not_of(' '), authorization.size());
  return authorization.substr(begin);
}

}  // namespace morgue
