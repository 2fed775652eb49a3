// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document of articles: one article, an array of them, or a wrapper object around one list of objects;
// also several of these, one after another. Knows nothing of files.
#pragma once

#include "indexer/inputs/bytes.h"

namespace morgue {

/// Gives each article, or its fault, holding one article of a list at a time. A fault between articles ends
/// the reading.
void read_json_document(Bytes&, ArticleSink&);

}  // namespace morgue
