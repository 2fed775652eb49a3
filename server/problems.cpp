// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/problems.h"

#include "common/search/cursor.h"
#include "common/search/searcher.h"
#include "common/wire/parameter_values.h"

namespace morgue {
namespace {

http::Problem of_query(const BadQuery& error) {
  return {.status = 400,
          .code = error.warning().code,
          .detail = error.what(),
          .hint = error.hint(),
          .parameter = "q",
          .position = error.warning().start};
}

http::Problem of_parameter(const BadParameter& error) {
  return {.status = 400,
          .code = "bad_parameter",
          .detail = error.what(),
          .hint = error.hint(),
          .parameter = error.parameter()};
}

http::Problem of_missing(const NoSuchArticle& error) {
  return {.status = 404, .code = "no_such_article", .detail = error.what(), .hint = error.hint()};
}

http::Problem of_deadline(const TooLate& error) {
  return {.status = 504, .code = "deadline", .detail = error.what(), .hint = error.hint()};
}

http::Problem of_cursor(const BadCursor& error) {
  return {.status = error.is_expired() ? 410 : 400,
          .code = error.is_expired() ? "cursor_expired" : "bad_cursor",
          .detail = error.what(),
          .hint = error.hint(),
          .parameter = "cursor"};
}

http::Problem of_type(const UnsupportedType& error) {
  return {.status = 415, .code = "unsupported_type", .detail = error.what(), .hint = error.hint()};
}

http::Problem of_archive() {
  return {.status = 503,
          .code = "archive_unavailable",
          .detail = "the archive cannot be read at the moment",
          .hint = "try again in a moment; the server's log says why",
          .retry_after = 2};
}

http::Problem of_ourselves() {
  return {.status = 500,
          .code = "internal",
          .detail = "the server failed to answer this request",
          .hint = "the server's log says why"};
}

}  // namespace

NoSuchArticle::NoSuchArticle(const std::string& id)
    : Error(ErrorKind::not_found, "there is no article with the id " + id,
            "it may have been taken out; search for words of its title") {}

UnsupportedType::UnsupportedType(const std::string& type, const std::string& hint)
    : Error(ErrorKind::usage, "a body of the type " + type + " is not read here", hint) {}

TooLate::TooLate(const std::string& message)
    : Error(ErrorKind::bad_query, message, "narrow it by a word, a field or a date") {}

void refuse_if_cut(const std::vector<Warning>& warnings) {
  for (const auto& warning : warnings)
    if (warning.code == "deadline") throw TooLate(warning.message);
}

http::Problem to_problem(const std::exception& thrown) {
  if (const auto* query = dynamic_cast<const BadQuery*>(&thrown)) return of_query(*query);
  if (const auto* parameter = dynamic_cast<const BadParameter*>(&thrown)) return of_parameter(*parameter);
  if (const auto* cursor = dynamic_cast<const BadCursor*>(&thrown)) return of_cursor(*cursor);
  if (const auto* type = dynamic_cast<const UnsupportedType*>(&thrown)) return of_type(*type);
  if (const auto* article = dynamic_cast<const NoSuchArticle*>(&thrown)) return of_missing(*article);
  if (const auto* late = dynamic_cast<const TooLate*>(&thrown)) return of_deadline(*late);
  if (const auto* error = dynamic_cast<const Error*>(&thrown)) {
    switch (error->kind()) {
      case ErrorKind::not_found:  // the archive itself
      case ErrorKind::incompatible:
      case ErrorKind::storage: return of_archive();
      default: break;
    }
  }
  return of_ourselves();
}

}  // namespace morgue
