// SPDX-License-Identifier: GPL-3.0-or-later
// A request of a query and nothing else.
#pragma once

#include <string>
#include <utility>

#include "common/search/search_request.h"

namespace morgue {

inline SearchRequest asking(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  return request;
}

}  // namespace morgue
