// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/api.h"

#include <string>

#include "common/article/article_json.h"
#include "common/wire/explanation_json.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
#include "server/parameters.h"
#include "server/problems.h"
#include "server/replies.h"

namespace morgue {

http::Response answer_search(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  const auto request = to_search_request(given, Unknown::refused, call.parameters);
  const bool pretty = flag_of(given, "pretty");
  return json_reply(to_json(searcher.search(request), request), pretty);
}

http::Response answer_explanation(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  const auto request = to_search_request(given, Unknown::refused, call.parameters);
  const bool pretty = flag_of(given, "pretty");
  return json_reply(to_json(searcher.explain(request)), pretty);
}

http::Response answer_article(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  check_names(given, call.parameters);
  const bool pretty = flag_of(given, "pretty");
  const auto id = call.rest.empty()
                      ? needed_value_of(given, "id", "give the id of an article, as a search answers it")
                      : std::string(call.rest);
  const auto article = searcher.article(id);
  if (!article) throw NoSuchArticle(id);
  return json_reply(to_json(*article), pretty);
}

}  // namespace morgue
