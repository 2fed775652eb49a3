// SPDX-License-Identifier: GPL-3.0-or-later
// An article's terms taken down in a Xapian document.
#include "common/index/article_document.h"

#include <unordered_map>

#include "common/index/article_terms.h"
#include "common/index/positions/position_code.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/vocabulary.h"

namespace morgue {

namespace {

/// The words of one article.
class WordsSink {
 public:
  explicit WordsSink(const AnalysedArticle& article) : article_(article) {}

  void coming(FormId) {}
  void word(FormId form, std::uint32_t position) {
    std::vector<std::uint32_t>& positions = positions_[form];
    if (positions.empty() || positions.back() != position) positions.push_back(position);
  }
  void author_word(FormId form, std::uint32_t position) { word(form, position); }
  void field_word(Field, FormId) {}
  void stem(Field, FormId, std::uint32_t) {}
  void written(std::string_view, FormId) {}
  void term(std::string_view, std::uint32_t) {}
  void value(schema::Slot, std::string_view) {}

  std::vector<WordPositions> words() const {
    std::vector<WordPositions> words;
    for (const auto& [form, positions] : positions_) {
      const std::string_view text = article_.lexicon->form(form);
      if (!is_in_vocabulary(text)) continue;
      WordPositions& word = words.emplace_back(WordPositions{std::string(text), {}});
      append_position_code(word.code, positions.data(), positions.size());
    }
    return words;
  }

 private:
  const AnalysedArticle& article_;
  std::unordered_map<FormId, std::vector<std::uint32_t>> positions_;
};

class DocumentSink {
 public:
  DocumentSink(const AnalysedArticle& article, Xapian::Document& document)
      : article_(article),
        document_(document),
        words_(article),
        stems_(article.lexicon->stems(article.language)) {}

  void coming(FormId) {}
  void word(FormId form, std::uint32_t position) {
    words_.word(form, position);
    if (!is_in_vocabulary(article_.lexicon->form(form))) field_word(Field::any, form);
  }

  void field_word(Field field, FormId form) {
    document_.add_boolean_term(schema::word_term(field, article_.lexicon->form(form)));
  }

  void author_word(FormId form, std::uint32_t position) {
    field_word(Field::author, form);
    words_.word(form, position);
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

  /// To be called once, at the end.
  std::vector<WordPositions> finish() {
    for (const auto& [key, weight] : weights_)
      document_.add_term(schema::stem_term(static_cast<Field>(key >> 32), article_.language,
                                           stems_.text(static_cast<StemId>(key))),
                         weight);
    return words_.words();
  }

 private:
  const AnalysedArticle& article_;
  Xapian::Document& document_;
  WordsSink words_;
  LanguageStems& stems_;
  std::unordered_map<std::uint64_t, std::uint32_t> weights_;  // by field and stem
};

}  // namespace

std::vector<WordPositions> words_of(const AnalysedArticle& article) {
  WordsSink sink(article);
  tell_terms(article, sink);
  return sink.words();
}

ArticleDocument to_document(const AnalysedArticle& article) {
  return to_document(article, to_stored(*article.article));
}

ArticleDocument to_document(const AnalysedArticle& article, const std::string& stored) {
  ArticleDocument made;
  DocumentSink sink(article, made.document);
  tell_terms(article, sink);
  made.words = sink.finish();
  made.document.set_data(stored);
  return made;
}

void set_added(Xapian::Document& document, std::int64_t added, const TimeZone& zone) {
  for (const auto& term : article_terms::added_terms(zone.day_of(Timestamp{.seconds = added})))
    document.add_boolean_term(term);
  document.add_value(schema::added_slot, schema::sortable(added));
  document.set_data(with_added(document.get_data(), added));
}

Article from_document(const Xapian::Document& document) { return from_stored(document.get_data()); }

}  // namespace morgue
