// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/known_articles.h"

#include "common/index/schema.h"
#include "common/index/xapian_errors.h"

namespace morgue {

std::optional<KnownArticle> find_article(const Xapian::Database& database, const std::string& id) {
  const std::string term = schema::value_term(Field::id, id);
  const auto found = database.postlist_begin(term);
  if (found == database.postlist_end(term)) return std::nullopt;
  return KnownArticle{*found, database.get_document(*found).get_data()};
}

KnownArticles::KnownArticles(const std::filesystem::path& generation)
    : name_(generation.string()),
      database_(with_xapian_errors("cannot open " + name_, [&] { return Xapian::Database(name_); })) {}

std::optional<std::string> KnownArticles::find(const std::string& id) {
  for (;;) {
    try {
      return with_xapian_errors("cannot read " + name_, [&]() -> std::optional<std::string> {
        auto known = find_article(database_, id);
        if (!known) return std::nullopt;
        return std::move(known->stored);
      });
    } catch (const Xapian::DatabaseModifiedError&) {
      with_xapian_errors("cannot read " + name_, [&] { database_.reopen(); });
    }
  }
}

std::uint64_t KnownArticles::count() const {
  return with_xapian_errors("cannot read " + name_, [&] { return database_.get_doccount(); });
}

}  // namespace morgue
