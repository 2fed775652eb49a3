// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/intake.h"

#include <utility>

#include "common/article/article_json.h"
#include "indexer/language.h"
#include "indexer/people.h"

namespace morgue {
namespace {

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

/// A notice that takes an article out needs no text, if it says which.
ArticleToTakeOut taken_out(Article article) {
  if (article.id.empty() && article.url.empty()) check(article);
  give_id(article);
  return {article.id};
}

Fault fault_of(const ArticleError& error, const Place& begin, const std::string& id) {
  return {begin, id, error.code(), error.what(), error.hint()};
}

}  // namespace

Intake::Intake(ArticlePreparer preparer, Shapes shapes, std::string language, Clock now)
    : preparer_(std::move(preparer)),
      shapes_(std::move(shapes)),
      language_(std::move(language)),
      now_(std::move(now)) {}

std::vector<Outcome> Intake::take(const nlohmann::json& json, const Place& begin) {
  std::vector<Outcome> outcomes;
  try {
    for (auto& article : shapes_.read(json))
      outcomes.push_back(outcome_or_fault_of(std::move(article), begin));
  } catch (const ArticleError& error) {
    outcomes.emplace_back(fault_of(error, begin, id_in(json)));
  }
  return outcomes;
}

Outcome Intake::outcome_or_fault_of(Article article, const Place& begin) {
  const auto id = article.id;
  try {
    return outcome_of(std::move(article), begin);
  } catch (const ArticleError& error) {
    return fault_of(error, begin, id);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::bad_input) throw;
    return too_large(begin, id, error);
  }
}

Outcome Intake::outcome_of(Article article, const Place& begin) {
  if (is_to_be_taken_out(article)) return taken_out(std::move(article));
  check(article);
  const auto now = now_();
  check_embargo(article, now);
  give_id(article);
  add_language(article, language_);
  add_people(article);
  article.taken = now;
  const bool is_suspect = has_suspect_date(article);
  return ArticleToPut{begin, preparer_.prepare(std::move(article), now), is_suspect};
}

// More words than an archive counts.
Fault too_large(const Place& begin, const std::string& id, const Error& error) {
  return {begin, id, "too_large", error.what(), error.hint()};
}

}  // namespace morgue
