// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a batch as JSON and CSV, in the columns
// query,total,relation,first,last,top_id,top_title,warnings,error.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "common/search/batch.h"
#include "common/wire/batch_lines.h"
#include "common/wire/csv.h"

namespace morgue {

/// The row of a line, with what is wrong with the line as its error.
BatchRow batch_row(Searcher&, const BatchLine&, LineFormat, const Parameters& common);

/// `error` is null or {code, detail, hint}; where there is one, all else but the query is null.
nlohmann::ordered_json to_json(const BatchRow&);

std::string batch_csv_header();
/// Warnings as their codes, the error as its text.
std::string to_csv(const BatchRow&, Formulas);

}  // namespace morgue
