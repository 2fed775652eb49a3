// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/batch_rows.h"

#include "common/text/fold.h"
#include "common/wire/results_json.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<std::string> batch_columns{"query",  "total",     "relation", "first", "last",
                                             "top_id", "top_title", "warnings", "error"};

std::string day_text(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

Json text_json(const std::string& text) { return text.empty() ? Json(nullptr) : Json(valid_utf8(text)); }

std::string codes_of(const std::vector<Warning>& warnings) {
  std::string codes;
  for (const auto& warning : warnings) codes.append(codes.empty() ? "" : "; ").append(warning.code);
  return codes;
}

std::string text_of(const BatchError& error) {
  return error.hint.empty() ? error.detail : error.detail + " (" + error.hint + ")";
}

Json error_json(const BatchError& error) {
  Json json;
  json["code"] = error.code;
  json["detail"] = valid_utf8(error.detail);
  json["hint"] = text_json(error.hint);
  return json;
}

}  // namespace

BatchRow batch_row(Searcher& searcher, const BatchLine& line, LineFormat format, const Parameters& common) {
  try {
    return batch_row(searcher, to_search_request(line, format, common));
  } catch (const Error& error) {
    BatchRow row{.query = beginning(line)};
    row.error = to_batch_error(error);
    return row;
  }
}

nlohmann::ordered_json to_json(const BatchRow& row) {
  Json json;
  for (const auto& column : batch_columns) json[column] = nullptr;
  json["query"] = valid_utf8(row.query);
  if (row.error) {
    json["error"] = error_json(*row.error);
    return json;
  }
  json["total"] = row.total;
  json["relation"] = relation_name(row.relation);
  json["first"] = text_json(day_text(row.first));
  json["last"] = text_json(day_text(row.last));
  json["top_id"] = text_json(row.top_id);
  json["top_title"] = text_json(row.top_title);
  json["warnings"] = Json::array();
  for (const auto& warning : row.warnings) json["warnings"].push_back(to_json(warning));
  return json;
}

std::string batch_csv_header() { return csv_row(batch_columns, Formulas::kept); }

std::string to_csv(const BatchRow& row, Formulas formulas) {
  if (row.error) return csv_row({row.query, "", "", "", "", "", "", "", text_of(*row.error)}, formulas);
  return csv_row({row.query, std::to_string(row.total), relation_name(row.relation), day_text(row.first),
                  day_text(row.last), row.top_id, row.top_title, codes_of(row.warnings), ""},
                 formulas);
}

}  // namespace morgue
