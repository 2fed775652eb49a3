// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before, in and after a list of results in each format. Knows no stream and no archive.
#include "terminal/formats.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/wire/results_csv.h"
#include "common/wire/results_json.h"

namespace morgue {
namespace {

std::string nothing_before(const SearchResults&, const SearchRequest&, const Viewer&) { return ""; }
std::string nothing_after(const SearchResults&, std::size_t) { return ""; }

std::string json_text(const nlohmann::ordered_json& json, const Viewer& viewer) {
  return viewer.terminal ? printable_json(to_text(json)) : to_text(json);
}

std::string text_result(const SearchResult& result, const SearchRequest& request, std::size_t place,
                        const Viewer& viewer) {
  return result_text(result, request.offset + place + 1, viewer.emphasis);
}

/// How many results all the pages hold.
std::size_t results_in_all(const SearchResults& first) {
  const auto left = first.total - std::min<std::uint64_t>(first.offset, first.total);
  const auto wanted = first.limit == 0 ? left : std::min<std::uint64_t>(left, first.limit);
  return std::max(static_cast<std::size_t>(wanted), first.results.size());
}

/// The envelope up to its results, which are its last key.
std::string json_begin(const SearchResults& first, const SearchRequest& request, const Viewer& viewer) {
  auto text = json_text(envelope_json(first, request, results_in_all(first)), viewer);
  text.resize(text.size() - std::string_view("]}").size());
  return text;
}

std::string json_result(const SearchResult& result, const SearchRequest& request, std::size_t place,
                        const Viewer& viewer) {
  const auto json = json_text(to_json(result, request), viewer);
  return place == 0 ? json : "," + json;
}

std::string json_end(const SearchResults&, std::size_t) { return "]}\n"; }

std::string jsonl_result(const SearchResult& result, const SearchRequest& request, std::size_t,
                         const Viewer& viewer) {
  return json_text(to_json(result, request), viewer) + "\n";
}

std::string csv_begin(const SearchResults&, const SearchRequest& request, const Viewer&) {
  return csv_header(request);
}

std::string csv_line(const SearchResult& result, const SearchRequest& request, std::size_t place,
                     const Viewer& viewer) {
  const auto row = csv_result(result, request, request.offset + place + 1, Formulas::kept);
  return viewer.terminal ? printable_lines(row) : row;
}

std::string id_result(const SearchResult& result, const SearchRequest&, std::size_t, const Viewer& viewer) {
  return (viewer.terminal ? printable(result.article.id) : result.article.id) + "\n";
}

constexpr std::array formats{
    Format{"text", true, false, true, nothing_before, text_result, summary_text},
    Format{"json", true, true, false, json_begin, json_result, json_end},
    Format{"jsonl", true, false, false, nothing_before, jsonl_result, nothing_after},
    Format{"csv", true, false, false, csv_begin, csv_line, nothing_after},
    Format{"ids", false, false, false, nothing_before, id_result, nothing_after},
};

}  // namespace

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : formats) names.push_back(format.name);
  return names;
}

const Format& format_named(std::string_view name) {
  const auto* format =
      std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.name == name; });
  if (format == formats.end()) throw Error(ErrorKind::usage, "there is no format " + std::string(name));
  return *format;
}

}  // namespace morgue
