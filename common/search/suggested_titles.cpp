// SPDX-License-Identifier: GPL-3.0-or-later
// The newest of many are found month by month, from the last one back, so that a common word costs no more
// than a rare one.
#include "common/search/suggested_titles.h"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

#include "common/index/article_document.h"
#include "common/index/guarded_query.h"
#include "common/index/schema.h"
#include "common/search/term_samples.h"
#include "common/search/xapian_queries.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

constexpr std::size_t title_words_tried = 20;  // that go on as what is typed, the commonest
constexpr std::size_t few = 500;               // articles: looked at all together
constexpr std::size_t most_of_a_month = 400;
constexpr std::size_t most_months = 12;
constexpr std::size_t titles_read = 16;

struct DatedArticle {
  std::string moment;  // as in the slot
  Xapian::docid document = 0;
};

enum class Fit { begins_so, in_one_piece, has_the_words };

class TitleFinder {
 public:
  TitleFinder(ArchiveReader& reader, const TypedText& typed) : database_(reader.database()), typed_(typed) {
    std::vector<Xapian::Query> all, any;
    if (!typed_.beginning.empty()) {
      const auto beginning = schema::word_term(Field::title, typed_.beginning);
      for (const auto& word : commonest_terms(database_, beginning, title_words_tried))
        any.push_back(term_filter(database_, word.term));
      all.push_back(any_of(any));
    }
    for (const auto& word : typed_.words)
      all.push_back(term_filter(database_, schema::word_term(Field::title, word)));
    query_ = all_of(all);
  }

  /// The newest first.
  std::vector<DatedArticle> newest() const {
    if (query_.empty()) return {};
    auto found = dated(query_, few);
    if (found.size() == few) found = newest_by_month(found);
    std::ranges::sort(found, [](const DatedArticle& a, const DatedArticle& b) {
      return std::tie(b.moment, a.document) < std::tie(a.moment, b.document);
    });
    const auto repeated = std::ranges::unique(
        found, [](const DatedArticle& a, const DatedArticle& b) { return a.document == b.document; });
    found.erase(repeated.begin(), repeated.end());
    found.resize(std::min(found.size(), titles_read));
    return found;
  }

  Fit fit(std::string_view title) const {
    Lexicon lexicon;
    std::vector<std::string_view> forms;
    for (const auto& token : tokenize(title, lexicon))
      if (token.kind == TokenKind::word) forms.push_back(lexicon.form(token.form));
    for (std::size_t i = 0; i + length() <= forms.size(); ++i)
      if (stands_at(i, forms)) return i == 0 ? Fit::begins_so : Fit::in_one_piece;
    return Fit::has_the_words;
  }

 private:
  /// Where the last year has too few, those of any time too.
  std::vector<DatedArticle> newest_by_month(const std::vector<DatedArticle>& of_any_time) const {
    std::vector<DatedArticle> found;
    const auto last = database_.get_value_upper_bound(schema::date_slot);
    if (!last.empty()) {
      const auto day = std::chrono::floor<std::chrono::days>(
          std::chrono::sys_seconds(std::chrono::seconds(schema::from_sortable(last)) + std::chrono::days(1)));
      const std::chrono::year_month_day date(day);
      auto month = date.year() / date.month();
      for (std::size_t i = 0; i < most_months && found.size() < titles_read;
           ++i, month -= std::chrono::months(1)) {
        const auto of_month = term_filter(database_, schema::month_term(Field::date, month));
        const auto more = dated(filtered(of_month, query_), most_of_a_month);
        found.insert(found.end(), more.begin(), more.end());
      }
    }
    if (found.size() < titles_read) found.insert(found.end(), of_any_time.begin(), of_any_time.end());
    return found;
  }

  std::vector<DatedArticle> dated(const Xapian::Query& query, std::size_t most) const {
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    const auto hits = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
    std::vector<DatedArticle> found;
    SlotReader moments(database_, schema::date_slot);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) found.push_back({moments.value(*hit), *hit});
    return found;
  }

  std::size_t length() const { return typed_.words.size() + (typed_.beginning.empty() ? 0 : 1); }

  bool stands_at(std::size_t i, const std::vector<std::string_view>& forms) const {
    for (const auto& word : typed_.words)
      if (forms[i++] != word) return false;
    return typed_.beginning.empty() || forms[i].starts_with(typed_.beginning);
  }

  const Xapian::Database& database_;
  const TypedText& typed_;
  Xapian::Query query_;
};

}  // namespace

std::vector<SuggestedTitle> suggested_titles(ArchiveReader& reader, const TypedText& typed,
                                             std::size_t most) {
  const TitleFinder finder(reader, typed);
  std::vector<std::pair<Fit, SuggestedTitle>> found;
  for (const auto& [moment, document] : finder.newest()) {
    auto article = from_document(reader.database().get_document(document));
    const bool is_known =
        std::ranges::any_of(found, [&](const auto& each) { return each.second.title == article.title; });
    if (is_known) continue;
    const Fit fit = finder.fit(article.title);
    found.emplace_back(
        fit, SuggestedTitle{std::move(article.id), std::move(article.title), std::move(article.published)});
  }
  std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
  std::vector<SuggestedTitle> titles;
  for (auto& each : found)
    if (titles.size() < most) titles.push_back(std::move(each.second));
  return titles;
}

}  // namespace morgue
