// SPDX-License-Identifier: GPL-3.0-or-later
// The inversion of one article, into lists that grow in an arena. A word's list is looked up by its FormId,
// so that its text is hashed once a run.
#include "common/index/bulk/inverter.h"

#include <algorithm>
#include <limits>

#include "common/error.h"
#include "common/index/article_terms.h"
#include "common/index/bulk/glass_format.h"
#include "common/index/vocabulary.h"

namespace morgue {

namespace {

std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

std::uint32_t& at_id(std::vector<std::uint32_t>& lists, std::uint32_t id, std::uint32_t none) {
  if (lists.size() <= id) lists.resize(std::max<std::size_t>(id + 1, lists.size() + lists.size() / 2), none);
  return lists[id];
}

}  // namespace

void Inverter::add(std::uint32_t docid, const AnalysedArticle& article) {
  begin(article);
  tell_terms(article, *this);
  Document document{.docid = docid, .length = length_of_article(), .first = forward_.size(), .slots = {}};
  count_forms_of_authors();
  keep_values(document);
  keep_entries(document);
  append(lengths_, docid, document.length, {});
  documents_.push_back(document);
  if (!article.language.empty()) languages_.insert(article.language);
  auto news = stem_forms_.news_of(article);
  std::move(news.begin(), news.end(), std::back_inserter(new_stem_forms_));
}

void Inverter::begin(const AnalysedArticle& article) {
  if (lexicon_ != article.lexicon) {
    lexicon_ = article.lexicon;
    forget_lists();
  }
  ++article_;
  analysed_ = &article;
  language_stems_ = &lexicon_->stems(article.language);
  stems_ = &stems_by_language_[article.language];
  entries_.clear();
  positions_.clear();
  forms_of_authors_.clear();
  slots_.clear();
}

/// Which list is an id's.
void Inverter::forget_lists() {
  words_ = {};
  stems_by_language_.clear();
  stems_ = nullptr;
}

Inverter::ListId Inverter::list_of(std::string_view term) {
  if (const auto found = list_of_term_.find(term); found != list_of_term_.end()) return found->second;
  const auto list = static_cast<ListId>(lists_.size());
  lists_.emplace_back().key = arena_.copy(term);
  touched_.emplace_back();
  list_of_term_.emplace(lists_.back().key, list);
  return list;
}

Inverter::Entry& Inverter::touch(ListId list) {
  Touch& touched = touched_[list];
  if (touched.article != article_) {
    touched = {article_, static_cast<std::uint32_t>(entries_.size())};
    entries_.push_back({.list = list});
  }
  return entries_[touched.entry];
}

void Inverter::word(Field field, FormId form, std::uint32_t position) {
  ListId& list = at_id(words_[index_of(field)], form, none);
  if (list == none) list = list_of(schema::word_term(field, lexicon_->form(form)));
  if (field == Field::author) forms_of_authors_.push_back(form);
  Entry& entry = touch(list);
  const auto here = static_cast<std::uint32_t>(positions_.size());
  if (entry.first == none) entry.first = here;
  else if (positions_[entry.last].position == position) return;
  else positions_[entry.last].next = here;
  entry.last = here;
  positions_.push_back({position, none});
}

void Inverter::stem(Field field, StemId stem, std::uint32_t weight) {
  ListId& list = at_id((*stems_)[index_of(field)], stem, none);
  if (list == none)
    list = list_of(schema::stem_term(field, analysed_->language, language_stems_->text(stem)));
  touch(list).wdf += weight;
}

void Inverter::term(std::string_view term) { touch(list_of(term)); }

void Inverter::value(std::uint32_t slot, std::string_view bytes) {
  if (!bytes.empty()) slots_.emplace_back(slot, bytes);
}

std::uint32_t Inverter::length_of_article() const {
  std::uint64_t length = 0;
  for (const Entry& entry : entries_) length += entry.wdf;
  if (length <= std::numeric_limits<std::uint32_t>::max()) return static_cast<std::uint32_t>(length);
  throw Error(ErrorKind::bad_input,
              "article " + analysed_->article->id + " cannot be taken: it has more words than can be counted",
              "look at the input: that is no such text");
}

/// Forms that stand in no text that is searched without a field: these have no list that would count them.
void Inverter::count_forms_of_authors() {
  std::sort(forms_of_authors_.begin(), forms_of_authors_.end());
  const auto end = std::unique(forms_of_authors_.begin(), forms_of_authors_.end());
  for (auto form = forms_of_authors_.begin(); form != end; ++form) {
    const ListId list = at_id(words_[index_of(Field::any)], *form, none);
    const std::string_view text = lexicon_->form(*form);
    if ((list == none || !is_touched(list)) && is_in_vocabulary(text))
      ++forms_only_of_authors_[std::string(text)];
  }
}

void Inverter::keep_values(Document& document) {
  std::sort(slots_.begin(), slots_.end());
  tag_.clear();
  std::uint32_t next = 0;
  for (const auto& [slot, bytes] : slots_) {
    glass::append_uint(tag_, slot - next);
    next = slot + 1;
    append(values_[slot], document.docid, 0, bytes);
    statistics_[slot].add(bytes);
  }
  document.slots = arena_.copy(tag_);
}

void Inverter::keep_entries(Document& document) {
  for (const Entry& entry : entries_) {
    append(lists_[entry.list], document.docid, entry.wdf, position_tag(entry));
    forward_.push_back({entry.list, entry.wdf});
  }
}

std::string_view Inverter::position_tag(const Entry& entry) {
  if (entry.first == none) return {};
  gathered_.clear();
  for (std::uint32_t at = entry.first; at != none; at = positions_[at].next)
    gathered_.push_back(positions_[at].position);
  if (std::adjacent_find(gathered_.begin(), gathered_.end(), std::greater_equal<>()) != gathered_.end()) {
    std::sort(gathered_.begin(), gathered_.end());
    gathered_.erase(std::unique(gathered_.begin(), gathered_.end()), gathered_.end());
  }
  tag_.clear();
  glass::append_positions(tag_, gathered_.data(), gathered_.size());
  return tag_;
}

void Inverter::append(List& list, std::uint32_t docid, std::uint32_t wdf, std::string_view payload) {
  posting_.clear();
  append_posting(posting_, docid - list.last, wdf, payload);
  list.postings.append(arena_, posting_);
  list.last = docid;
  list.sum += wdf;
  ++list.count;
}

std::size_t Inverter::bytes() const {
  constexpr std::size_t hash_entry = 48;
  return arena_.bytes() + lists_.capacity() * sizeof(List) + touched_.capacity() * sizeof(Touch) +
         lists_.size() * hash_entry + forward_.capacity() * sizeof(Weighted) +
         documents_.capacity() * sizeof(Document) + new_stem_forms_.size() * 2 * sizeof(StemForm);
}

}  // namespace morgue
