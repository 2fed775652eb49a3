// SPDX-License-Identifier: GPL-3.0-or-later
// What was thrown, as the problem that a client is shown. Knows no routes.
#pragma once

#include <exception>
#include <string>

#include "common/error.h"
#include "server/http/message.h"

namespace morgue {

/// A request for an article that is not in the archive.
class NoSuchArticle : public Error {
 public:
  explicit NoSuchArticle(const std::string& id);
};

/// A count that was not done by the deadline.
class TooLate : public Error {
 public:
  explicit TooLate(const std::string& message);
};

/// Statuses from 500 on tell nothing of what went wrong on our side: that belongs in the log.
http::Problem to_problem(const std::exception&);

}  // namespace morgue
