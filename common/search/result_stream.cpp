// SPDX-License-Identifier: GPL-3.0-or-later
// By date: passes over the matches, each for the next few thousand hits. A pass takes about a microsecond a
// match and a result some fifty, so that the passes of a million results cost less than a third of them.
#include "common/search/result_stream.h"

#include <algorithm>
#include <utility>

#include "common/index/article_document.h"
#include "common/index/xapian_errors.h"
#include "common/query/query_text.h"
#include "common/search/answer.h"
#include "common/search/asked.h"
#include "common/search/cursor.h"
#include "common/search/hits_after.h"
#include "common/search/plan.h"
#include "common/search/rerank.h"

namespace morgue {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t hits_a_pass = 65'536;
constexpr std::size_t largest_lexicon = 50'000;  // written words

}  // namespace

Overtaken::Overtaken(const std::string& last_id, const std::string& cursor)
    : Error(ErrorKind::storage, "the archive was changed while its results were read",
            cursor.empty() ? "begin anew" : "go on from the cursor " + cursor),
      last_id_(last_id),
      cursor_(cursor) {}

struct ResultStream::Impl {
  Impl(const std::string& directory, SearchRequest asked_for, const StreamOptions& options)
      : request_(std::move(asked_for)),
        options_(options),
        reader_(directory),
        lease_(reader_.lease()),
        lease_ends_(Clock::now() + options.max_lease),
        analyser_(reader_.time_zone(), largest_lexicon) {
    request_.facets.clear();
    try {
      with_xapian_errors("searching the archive", [&] { begin(); });
    } catch (const Xapian::DatabaseModifiedError&) {
      throw Overtaken("", "");
    }
  }

  std::optional<SearchResult> next() {
    if (lease_ && Clock::now() > lease_ends_) lease_.reset();
    if (given_ == wanted_) return std::nullopt;
    try {
      return with_xapian_errors("reading the archive", [&] { return next_result(); });
    } catch (const Xapian::DatabaseModifiedError&) {
      throw Overtaken(last_id_, by_date() ? cursor() : "");
    }
  }

  const SearchResults& head() const { return head_; }

 private:
  bool by_date() const { return request_.order != Order::relevance; }

  std::string cursor() const { return after_.empty() ? "" : to_cursor(request_, {.key = after_}); }

  void begin() {
    if (!request_.cursor.empty()) begin_at_cursor();
    asked_.emplace(ask(request_, reader_, analyser_));
    plan_ =
        make_plan(asked_->tree, reader_, by_date() ? Weighting::none : Weighting::scored, asked_->expansions);
    Deadline deadline;
    if (options_.deadline.count() > 0) deadline = Clock::now() + options_.deadline;
    const auto found = by_date() ? following_hits(deadline) : ranked_hits(deadline);
    tell(found);
    take(found.page);
  }

  void begin_at_cursor() {
    auto place = place_of_cursor(request_, reader_.generation());
    after_ = std::move(place.key);
    if (after_.empty()) request_.offset = place.offset;
  }

  Hits following_hits(Deadline deadline) {
    auto found = hits_after(reader_, plan_, {request_.order, after_, hits_a_pass, !is_begun_},
                            deciding(*asked_, analyser_), deadline, nullptr);
    if (is_begun_) return std::move(found.hits);
    skip_ = request_.offset;
    request_.offset += found.before;
    return std::move(found.hits);
  }

  Hits ranked_hits(Deadline deadline) {
    const Reranker reranker(asked_->tree, reader_);
    const auto everything = std::size_t{reader_.database().get_doccount()};
    const auto limit = request_.limit == 0 ? everything : std::min(request_.limit, everything);
    return run(reader_, plan_, request_.order, request_.offset, limit, deciding(*asked_, analyser_), reranker,
               deadline, nullptr);
  }

  void tell(const Hits& found) {
    is_begun_ = true;
    head_.text = request_.query;
    head_.understood = query_text(asked_->parsed.tree);
    head_.warnings = asked_->parsed.warnings;
    head_.total = found.total;
    head_.relation = relation_of(*asked_, found);
    head_.offset = request_.offset;
    head_.limit = request_.limit;
    head_.generation = reader_.generation();
    wanted_ = found.total - std::min<std::uint64_t>(found.total, request_.offset);
    if (request_.limit > 0) wanted_ = std::min<std::uint64_t>(wanted_, request_.limit);
    if (found.complete) return;
    head_.warnings.push_back(deadline_notice(request_));
    wanted_ = 0;
  }

  void take(std::vector<Hit> hits) {
    hits_ = std::move(hits);
    at_ = 0;
  }

  /// The next hit there is; only by date there may be more than were found at once.
  const Hit* next_hit() {
    if (at_ == hits_.size() && by_date() && !hits_.empty()) take(following_hits({}).page);
    return at_ == hits_.size() ? nullptr : &hits_[at_++];
  }

  std::optional<SearchResult> next_result() {
    for (; skip_ > 0; --skip_)
      if (const Hit* const hit = next_hit()) after_ = hit->key;
    const Hit* const hit = next_hit();
    if (!hit) return std::nullopt;
    auto result = to_result(from_document(reader_.database().get_document(hit->document)), hit->score,
                            asked_->tree, request_, analyser_, asked_->only_wanted());
    after_ = hit->key;
    last_id_ = result.article.id;
    ++given_;
    return result;
  }

  SearchRequest request_;
  const StreamOptions options_;
  ArchiveReader reader_;
  std::optional<Lease> lease_;
  Clock::time_point lease_ends_;
  Analyser analyser_;
  std::optional<Asked> asked_;
  Plan plan_;
  SearchResults head_;
  bool is_begun_ = false;

  std::vector<Hit> hits_;  // of the last pass
  std::size_t at_ = 0;     // of them the next
  std::string after_;      // the key of the hit before it
  std::string last_id_;
  std::uint64_t skip_ = 0;  // hits to be passed over
  std::uint64_t wanted_ = 0;
  std::uint64_t given_ = 0;
};

ResultStream::ResultStream(const std::string& archive_directory, const SearchRequest& request,
                           const StreamOptions& options)
    : impl_(std::make_unique<Impl>(archive_directory, request, options)) {}
ResultStream::~ResultStream() = default;

const SearchResults& ResultStream::head() const { return impl_->head(); }
std::optional<SearchResult> ResultStream::next() { return impl_->next(); }

}  // namespace morgue
