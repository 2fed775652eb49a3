// SPDX-License-Identifier: GPL-3.0-or-later
// Asks an archive or a server, and writes what it answers. Knows no command line and no format.
#include "terminal/run.h"

#include <iostream>
#include <utility>

#include "common/wire/article_keys.h"
#include "common/wire/facets_json.h"
#include "common/wire/results_json.h"
#include "common/wire/similar_json.h"
#include "terminal/answers.h"
#include "terminal/batch.h"
#include "terminal/counts_text.h"
#include "terminal/explanation_text.h"
#include "terminal/formats.h"
#include "terminal/output.h"

namespace morgue {
namespace {

constexpr int found = 0;
constexpr int nothing_found = 1;

Viewer viewer(const Options& options) {
  return {out_is_terminal() && !options.raw, out_takes_colour() ? Emphasis::bold : Emphasis::asterisks};
}

void write_json(const std::string& json, const Options& options) {
  write_out((viewer(options).terminal ? printable_json(json) : json) + "\n");
  flush_out();
}

int say_missing(const std::string& id) {
  std::cerr << "morgue-search: there is no article with the id " << printable(id) << "\n";
  return nothing_found;
}

int show_article(Answers& answers, const Options& options) {
  const auto article = answers.article(*options.article);
  if (!article) return say_missing(*options.article);
  write_json(*article, options);
  return found;
}

int show_count(Answers& answers, const SearchRequest& request) {
  const auto count = answers.count(request);
  for (const auto& warning : count.warnings) std::cerr << warning_text(warning);
  if (count.relation == Relation::gte) std::cerr << "note: there are at least so many\n";
  write_out(std::to_string(count.total) + "\n");
  flush_out();
  return count.total > 0 ? found : nothing_found;
}

int show_explanation(Answers& answers, const Options& options) {
  const auto explanation = answers.explain(options.request);
  if (options.format == "text") write_out(explanation_text(explanation));
  else write_json(to_text(explanation), options);
  flush_out();
  return found;
}

/// Facets or the timeline, without results.
int show_counts(Answers& answers, const Options& options) {
  const auto results = options.timeline ? answers.timeline(options.request) : answers.facets(options.request);
  if (options.format == "json") {
    write_json(to_text(options.timeline ? timeline_answer_json(results) : facets_answer_json(results)),
               options);
  } else {
    std::cerr << warnings_text(results);
    write_out(options.timeline ? timeline_text(*results.timeline) : facets_text(results));
  }
  flush_out();
  return results.total > 0 ? found : nothing_found;
}

/// The results as they are written, one by one.
class Listing {
 public:
  Listing(const Format& format, const SearchRequest& request, const Viewer& viewer)
      : format_(format), request_(request), viewer_(viewer) {}

  void begin(SearchResults head) {
    head_ = std::move(head);
    if (!format_.tells_warnings) std::cerr << warnings_text(head_);
    write_out(format_.begin(head_, request_, viewer_));
  }
  void add(const SearchResult& result) { write_out(format_.result(result, request_, shown_++, viewer_)); }
  int end() {
    write_out(format_.end(head_, shown_));
    flush_out();
    if (format_.for_people && shown_ == 0) std::cerr << nothing_text(head_);
    return head_.total > 0 ? found : nothing_found;
  }

 private:
  const Format& format_;
  SearchRequest request_;
  Viewer viewer_;
  SearchResults head_;
  std::size_t shown_ = 0;
};

/// The request with what the format needs to know of an article beside what it shows.
SearchRequest request_for(const Format& format, SearchRequest request) {
  if (!format.needs_snippets) request.snippets = 0;
  if (!format.for_people) return request;
  for (const auto& key : article_keys)
    if (key.usual || key.name == "body") request.return_keys.emplace_back(key.name);
  return request;
}

int show_results(Answers& answers, const Options& options) {
  const auto& format = format_named(options.format);
  const auto request = request_for(format, options.request);
  Listing listing(format, options.request, viewer(options));
  if (request.limit > 0 && request.limit <= most_results_at_once) {
    const auto results = answers.search(request);
    listing.begin(results);
    for (const auto& result : results.results) listing.add(result);
  } else {
    answers.each(
        request, [&](const SearchResults& head) { listing.begin(head); },
        [&](const SearchResult& result) { listing.add(result); });
  }
  return listing.end();
}

std::unique_ptr<Answers> answers_for(const Options& options) {
  return options.server.empty() ? answers_of_archive(options.archive) : answers_of_server(options.server);
}

int show_similar(Answers& answers, const Options& options) {
  const auto& format = format_named(options.format);
  auto request = request_for(format, options.request);
  if (request.limit == 0) request.limit = most_results_a_page;
  const auto results = answers.similar(*options.similar, request, options.copies);
  if (!results) return say_missing(*options.similar);
  if (options.format == "json") {
    write_json(to_text(similar_json(*results, request, *options.similar, options.copies)), options);
  } else {
    Listing listing(format, request, viewer(options));
    listing.begin(*results);
    for (const auto& result : results->results) listing.add(result);
    listing.end();
  }
  return results->results.empty() ? nothing_found : found;
}

int answer(const Options& options) {
  if (options.batch) return run_batch(options, [&] { return answers_for(options); });
  const auto answers = answers_for(options);
  if (options.article) return show_article(*answers, options);
  if (options.similar) return show_similar(*answers, options);
  if (options.explain) return show_explanation(*answers, options);
  if (options.count) return show_count(*answers, options.request);
  if (options.facets || options.timeline) return show_counts(*answers, options);
  return show_results(*answers, options);
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
