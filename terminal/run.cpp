// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the searcher, page by page, and writes what it answers. Knows no command line and no format.
#include "terminal/run.h"

#include <algorithm>
#include <iostream>
#include <limits>

#include "common/article/article_json.h"
#include "common/search/searcher.h"
#include "common/wire/explanation_json.h"
#include "common/wire/facets_json.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
#include "common/wire/similar_json.h"
#include "terminal/counts_text.h"
#include "terminal/explanation_text.h"
#include "terminal/formats.h"
#include "terminal/output.h"

namespace morgue {
namespace {

constexpr int found = 0;
constexpr int nothing_found = 1;
constexpr std::size_t page_size = 1000;

Viewer viewer() { return {out_is_terminal(), out_takes_colour() ? Emphasis::bold : Emphasis::asterisks}; }

int say_missing(const std::string& id) {
  std::cerr << "morgue-search: there is no article with the id " << printable(id) << "\n";
  return nothing_found;
}

int show_article(Searcher& searcher, const std::string& id) {
  const auto article = searcher.article(id);
  if (!article) return say_missing(id);
  const auto json = to_text(to_json(*article));
  write_out((out_is_terminal() ? printable_json(json) : json) + "\n");
  flush_out();
  return found;
}

int show_count(Searcher& searcher, const SearchRequest& request) {
  const auto count = searcher.count(request);
  for (const auto& warning : count.warnings) std::cerr << warning_text(warning);
  if (count.relation == Relation::gte) std::cerr << "note: there are at least so many\n";
  write_out(std::to_string(count.total) + "\n");
  flush_out();
  return count.total > 0 ? found : nothing_found;
}

int show_explanation(Searcher& searcher, const Options& options) {
  const auto explanation = searcher.explain(options.request);
  if (options.format == "text") {
    write_out(explanation_text(explanation));
  } else {
    const auto json = to_text(to_json(explanation));
    write_out((out_is_terminal() ? printable_json(json) : json) + "\n");
  }
  flush_out();
  return found;
}

/// Facets or the timeline, without results.
int show_counts(Searcher& searcher, const Options& options) {
  auto request = options.request;
  if (options.timeline) request.facets = {Field::date};
  request.offset = request.limit = 0;
  const auto results = searcher.search(request);
  if (options.format == "json") {
    const auto json = options.timeline ? timeline_answer_json(results) : facets_answer_json(results);
    write_out((out_is_terminal() ? printable_json(to_text(json)) : to_text(json)) + "\n");
  } else {
    std::cerr << warnings_text(results);
    write_out(options.timeline ? timeline_text(*results.timeline) : facets_text(results));
  }
  flush_out();
  return results.total > 0 ? found : nothing_found;
}

/// Pages of the answer, one after another, until what is wanted or what there is comes to its end.
class Pages {
 public:
  Pages(Searcher& searcher, const SearchRequest& request)
      : searcher_(searcher),
        request_(request),
        offset_(request.offset),
        left_(request.limit == 0 ? std::numeric_limits<std::size_t>::max() : request.limit) {}

  bool at_end() const { return at_end_; }

  SearchResults next() {
    request_.offset = offset_;
    request_.limit = std::min(left_, page_size);
    auto page = searcher_.search(request_);
    const auto got = page.results.size();
    offset_ += got;
    left_ -= got;
    at_end_ = got < request_.limit || left_ == 0;
    return page;
  }

 private:
  Searcher& searcher_;
  SearchRequest request_;
  std::size_t offset_;
  std::size_t left_;
  bool at_end_ = false;
};

/// The results as they are written, page by page.
class Listing {
 public:
  Listing(const Format& format, const SearchRequest& request)
      : format_(format), request_(request), viewer_(viewer()) {}

  void begin(const SearchResults& first) { write_out(format_.begin(first, request_, viewer_)); }
  void add(const std::vector<SearchResult>& results) {
    for (const auto& result : results) write_out(format_.result(result, request_, shown_++, viewer_));
    flush_out();
  }
  void end(const SearchResults& first) {
    write_out(format_.end(first, shown_));
    flush_out();
  }

  std::size_t shown() const { return shown_; }

 private:
  const Format& format_;
  const SearchRequest& request_;
  Viewer viewer_;
  std::size_t shown_ = 0;
};

/// Whether the archive stayed as it was.
bool show_further(Pages& pages, const std::string& generation, Listing& listing) {
  bool unchanged = true;
  while (!pages.at_end()) {
    const auto page = pages.next();
    unchanged = unchanged && page.generation == generation;
    listing.add(page.results);
  }
  return unchanged;
}

int show_results(Searcher& searcher, const Options& options) {
  const auto& format = format_named(options.format);
  auto request = options.request;
  if (!format.needs_snippets) request.snippets = 0;

  Pages pages(searcher, request);
  auto first = pages.next();
  first.limit = request.limit;
  if (!format.tells_warnings) std::cerr << warnings_text(first);

  Listing listing(format, request);
  listing.begin(first);
  listing.add(first.results);
  first.results.clear();
  const bool unchanged = show_further(pages, first.generation, listing);
  listing.end(first);

  if (!unchanged) std::cerr << "note: the archive changed meanwhile; results may be missing or come twice\n";
  if (format.for_people && listing.shown() == 0) std::cerr << nothing_text(first);
  return first.total > 0 ? found : nothing_found;
}

int show_similar(Searcher& searcher, const Options& options) {
  auto request = options.request;
  if (request.limit == 0) request.limit = most_results_a_page;
  const auto& format = format_named(options.format);
  if (!format.needs_snippets) request.snippets = 0;
  const auto results = searcher.similar(*options.similar, request, options.copies);
  if (!results) return say_missing(*options.similar);
  if (options.format == "json") {
    const auto json = to_text(similar_json(*results, request, *options.similar, options.copies));
    write_out((out_is_terminal() ? printable_json(json) : json) + "\n");
    flush_out();
  } else {
    Listing listing(format, request);
    listing.begin(*results);
    listing.add(results->results);
    if (format.for_people && listing.shown() == 0) std::cerr << nothing_text(*results);
  }
  return results->results.empty() ? nothing_found : found;
}

int answer(const Options& options) {
  Searcher searcher(options.archive);
  if (options.article) return show_article(searcher, *options.article);
  if (options.similar) return show_similar(searcher, options);
  if (options.explain) return show_explanation(searcher, options);
  if (options.count) return show_count(searcher, options.request);
  if (options.facets || options.timeline) return show_counts(searcher, options);
  return show_results(searcher, options);
}

}  // namespace

int run(const Options& options) {
  try {
    return answer(options);
  } catch (const NobodyReads&) {
    return found;
  }
}

}  // namespace morgue
