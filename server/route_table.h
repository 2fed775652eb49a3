// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes. What routes a request, checks its method and parameters, guards it and describes it to
// the world (openapi.cpp) reads this one table.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "common/search/searcher.h"
#include "common/wire/parameter_shape.h"
#include "server/handlers/call.h"
#include "server/replies.h"

namespace morgue {

/// On the I/O thread, for what takes less than 50 µs; nullopt: there is nothing of that name.
using AtOnce = std::optional<http::Response> (*)(const Call&);
/// On a worker, with its own searcher.
using FromArchive = http::Response (*)(const Call&, Searcher&);

/// Who may come in with --public or --tokens: anyone at all; readers of a public site; holders of a token.
enum class AccessLevel { anyone, readers, holders };

/// no_store: an answer is of its moment. by_generation: it stays the same until the archive changes.
enum class Keeping { no_store, by_generation };

struct Route {
  std::string_view path;  // {id} is the whole rest, and not empty
  Audience audience = Audience::programs;
  std::variant<AtOnce, FromArchive> handler;
  AccessLevel access = AccessLevel::holders;
  Keeping keeping = Keeping::no_store;
  bool takes_search = false;                      // the parameters of a search
  std::vector<ParameterShape> parameters = {};    // its own
  std::vector<std::string_view> types = {};       // of its answer, the usual first; charset left away
  std::vector<std::string_view> body_types = {};  // of a POST
  std::size_t body_bytes = 64 * 1024;             // of a POST, at most; see http::Limits::largest_body_bytes
  std::string_view about = {};
  std::string_view schema = {};                     // of its answer, in openapi/base.json
  std::string_view methods = "GET, HEAD, OPTIONS";  // as Allow lists them
};

const std::vector<Route>& routes();

struct FoundRoute {
  const Route* route;
  std::string_view rest;  // what stands for the {id} of its path
};

std::optional<FoundRoute> find_route(std::string_view path);

bool allows(const Route&, std::string_view method);

}  // namespace morgue
