// SPDX-License-Identifier: GPL-3.0-or-later
// The way of one article into the archive. Knows no files.
#include "indexer/ingest.h"

#include "common/article/article_json.h"
#include "indexer/language.h"
#include "indexer/people.h"

namespace morgue {
namespace {

std::string id_of(const nlohmann::json& article) {
  const bool has_id = article.is_object() && article.contains("id") && article["id"].is_string();
  return has_id ? article["id"].get<std::string>() : "";
}

bool is_to_be_taken_out(const Article& article) {
  return article.status == "canceled" || article.status == "withheld";
}

void check_embargo(const Article& article, std::int64_t now) {
  const auto until = parse_timestamp(article.embargoed);
  if (until && until->seconds > now)
    throw ArticleError("embargoed", "the article is embargoed until " + to_iso(*until),
                       "take it in again after that moment");
}

void give_id(Article& article) {
  if (article.id.empty()) article.id = derived_id(article);
}

}  // namespace

Ingest::Ingest(Target& target, Rejects& rejects, std::string language, Clock now)
    : target_(target), rejects_(rejects), language_(std::move(language)), now_(std::move(now)) {}

void Ingest::take(nlohmann::json json, const Place& begin) {
  ++seen_;
  try {
    take_article(from_json(json));
  } catch (const ArticleError& error) {
    rejects_.add({begin, id_of(json), error.code(), error.what(), error.hint()});
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::bad_input) throw;
    rejects_.add(
        {begin, id_of(json), "too_large", error.what(), error.hint()});  // more words than an archive counts
  }
  if (on_progress_) on_progress_(begin);
}

void Ingest::reject(const Fault& fault) {
  if (fault.code != "unreadable") ++seen_;
  rejects_.add(fault);
  if (on_progress_) on_progress_(fault.place);
}

void Ingest::take_article(Article article) {
  if (is_to_be_taken_out(article)) return take_out(std::move(article));
  check(article);
  const auto now = now_();
  check_embargo(article, now);
  give_id(article);
  add_language(article, language_);
  add_people(article);
  article.taken = now;
  const bool is_suspect = has_suspect_date(article);
  count(target_.put(std::move(article), now));
  if (is_suspect) ++summary_.suspect_dates;
}

/// A notice that takes an article out needs no text, if it says which.
void Ingest::take_out(Article article) {
  if (article.id.empty() && article.url.empty()) check(article);
  give_id(article);
  remove(article.id);
}

bool Ingest::remove(const std::string& id) {
  const bool was_there = target_.remove(id);
  if (was_there) ++summary_.removed;
  return was_there;
}

void Ingest::count(Put put) {
  switch (put) {
    case Put::added: ++summary_.added; break;
    case Put::replaced: ++summary_.replaced; break;
    case Put::unchanged: ++summary_.unchanged; break;
    case Put::older: ++summary_.older; break;
  }
}

}  // namespace morgue
