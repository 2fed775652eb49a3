// SPDX-License-Identifier: GPL-3.0-or-later
// What was thrown, as the problem that a client is shown. Knows no routes.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/query/query_parser.h"
#include "server/http/message.h"

namespace morgue {

/// A request for an article that is not in the archive.
class NoSuchArticle : public Error {
 public:
  explicit NoSuchArticle(const std::string& id);
};

/// A body of a type that the route does not read.
class UnsupportedType : public Error {
 public:
  UnsupportedType(const std::string& type, const std::string& hint);
};

/// A count that was not done by the deadline.
class TooLate : public Error {
 public:
  explicit TooLate(const std::string& message);
};

/// Throws TooLate where the deadline cut the answer.
void refuse_if_cut(const std::vector<Warning>&);

/// Statuses from 500 on tell nothing of what went wrong on our side: that belongs in the log.
http::Problem to_problem(const std::exception&);

}  // namespace morgue
