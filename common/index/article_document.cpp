// SPDX-License-Identifier: GPL-3.0-or-later
// An article's terms taken down in a Xapian document.
#include "common/index/article_document.h"

#include <unordered_map>

#include "common/index/article_terms.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"

namespace morgue {

namespace {

class DocumentSink {
 public:
  DocumentSink(const AnalysedArticle& article, Xapian::Document& document)
      : article_(article), document_(document), stems_(article.lexicon->stems(article.language)) {}

  void coming(FormId) {}
  void word(Field field, FormId form, std::uint32_t position) {
    document_.add_posting(schema::word_term(field, article_.lexicon->form(form)), position, 0);
  }

  void stem(Field field, FormId form, std::uint32_t weight) {
    weights_[std::uint64_t{static_cast<std::uint8_t>(field)} << 32 | stems_.id_of(form)] += weight;
  }

  void written(std::string_view slice, FormId form) {
    if (schema::has_written_term(slice, article_.lexicon->form(form)))
      document_.add_boolean_term(schema::written_term(slice));
  }

  void term(const std::string& term, std::uint32_t weight) { document_.add_term(term, weight); }
  void value(schema::Slot slot, const std::string& bytes) { document_.add_value(slot, bytes); }

  void finish() {
    for (const auto& [key, weight] : weights_)
      document_.add_term(schema::stem_term(static_cast<Field>(key >> 32), article_.language,
                                           stems_.text(static_cast<StemId>(key))),
                         weight);
  }

 private:
  const AnalysedArticle& article_;
  Xapian::Document& document_;
  LanguageStems& stems_;
  std::unordered_map<std::uint64_t, std::uint32_t> weights_;  // by field and stem
};

}  // namespace

Xapian::Document to_document(const AnalysedArticle& article) {
  return to_document(article, to_stored(*article.article));
}

Xapian::Document to_document(const AnalysedArticle& article, const std::string& stored) {
  Xapian::Document document;
  DocumentSink sink(article, document);
  tell_terms(article, sink);
  sink.finish();
  document.set_data(stored);
  return document;
}

void set_added(Xapian::Document& document, std::int64_t added, const TimeZone& zone) {
  for (const auto& term : article_terms::added_terms(zone.day_of(Timestamp{.seconds = added})))
    document.add_boolean_term(term);
  document.add_value(schema::added_slot, schema::sortable(added));
  document.set_data(with_added(document.get_data(), added));
}

Article from_document(const Xapian::Document& document) { return from_stored(document.get_data()); }

}  // namespace morgue
