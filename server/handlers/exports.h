// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers for those who take results away: exports and batches, made while they are sent. They throw what
// routes.cpp makes a problem of.
#pragma once

#include "common/search/searcher.h"
#include "server/handlers/call.h"

namespace morgue {

/// Every result as JSON Lines or CSV, newest first.
http::Response answer_export(const Call&, Searcher&);

/// A query a line (text/plain) or the parameters of a search a line (application/x-ndjson): a row of JSON for
/// each.
http::Response answer_batch(const Call&, Searcher&);

}  // namespace morgue
