// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/feeds.h"

#include "common/wire/atom_feed.h"
#include "common/wire/search_url.h"
#include "server/parameters.h"
#include "server/replies.h"

namespace morgue {

std::string site_of(const Call& call) {
  if (!call.server.public_url.empty()) return call.server.public_url;
  const auto* const host = call.request.header("Host");
  return "http://" + (host && !host->empty() ? *host : "localhost");
}

http::Response show_feed(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  auto request = to_search_request(given, Unknown::ignored);
  if (value_of(given, "sort").empty()) request.order = Order::newest;
  return text_reply(atom_type, atom_feed(searcher.search(request), request, site_of(call)));
}

std::optional<http::Response> describe_search(const Call& call) {
  return text_reply("application/opensearchdescription+xml; charset=utf-8",
                    opensearch_description(site_of(call)));
}

}  // namespace morgue
