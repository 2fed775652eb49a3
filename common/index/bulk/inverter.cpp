// SPDX-License-Identifier: GPL-3.0-or-later
// The inversion of one article, into lists that grow in an arena. A word's list is looked up by its FormId,
// so that its text is hashed once a run.
#include "common/index/bulk/inverter.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "common/error.h"
#include "common/index/article_terms.h"
#include "common/index/bulk/glass_format.h"
#include "common/index/positions/position_code.h"
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
  const std::uint32_t length = length_of_article();
  Document& document = documents_.add();
  document.docid = docid;
  document.length = length;
  keep_values(document);
  keep_entries(document);
  keep_stem_forms();
  append(lengths_, docid, document.length, {});
  if (!article.language.empty()) languages_.insert(article.language);
}

void Inverter::begin(const AnalysedArticle& article) {
  if (lexicon_ != article.lexicon) {
    lexicon_ = article.lexicon;
    forget_lists();
  }
  ++article_;
  analysed_ = &article;
  language_stems_ = &lexicon_->stems(article.language);
  stems_ = &stems_by_language_.try_emplace(article.language).first->second;
  if (stems_->language == 0) stems_->language = static_cast<std::uint32_t>(stems_by_language_.size());
  entries_.clear();
  positions_.clear();
  slots_.clear();
}

/// Which list is an id's.
void Inverter::forget_lists() {
  words_ = {};
  forms_.clear();
  list_of_written_ = {};
  stems_by_language_.clear();
  stems_ = nullptr;
}

Inverter::ListId Inverter::list_of(std::string_view term) {
  if (const auto found = list_of_term_.find(term); found != list_of_term_.end()) return found->second;
  const auto list = static_cast<ListId>(lists_.size());
  const std::string_view key = lists_.add().key = arena_.copy(term);
  touched_.add();
  list_of_term_.emplace(key, list);
  return list;
}

/// The number of the list's entry in the present article.
std::uint32_t Inverter::entry_of(ListId list) {
  Touch& touched = touched_[list];
  if (touched.article != article_) {
    touched = {article_, static_cast<std::uint32_t>(entries_.size())};
    entries_.push_back({.list = list});
  }
  return touched.entry;
}

Inverter::FormLists& Inverter::lists_of(FormId form) {
  if (forms_.size() <= form) forms_.resize(std::max<std::size_t>(form + 1, lexicon_->size()));
  FormLists& lists = forms_[form];
  if (lists.article != article_) {
    lists.article = article_;
    lists.word = lists.stem = none;
  }
  return lists;
}

Inverter::ListId Inverter::list_of_word(Field field, FormId form) {
  ListId& list = at_id(words_[index_of(field)], form, none);
  if (list == none) list = list_of(schema::word_term(field, lexicon_->form(form)));
  return list;
}

Inverter::ListId Inverter::list_of_stem(Field field, FormId form) {
  const StemId stem = language_stems_->id_of(form);
  ListId& list = at_id(stems_->of_stem[index_of(field)], stem, none);
  if (list == none)
    list = list_of(schema::stem_term(field, analysed_->language, language_stems_->text(stem)));
  return list;
}

/// Whether where it stands is kept.
bool Inverter::begin_word(FormLists& lists, FormId form, bool is_by_author) {
  if (lists.word != none) return lists.has_positions;
  if (lists.word_list == none) {
    const std::string_view text = lexicon_->form(form);
    lists.has_positions = is_in_vocabulary(text);
    lists.word_list = list_of(schema::word_term(Field::any, text));
  }
  if (is_by_author && !lists.has_positions) return false;
  lists.word = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back(
      {.list = lists.word_list, .wdf = is_by_author ? 1u : 0u, .is_term = !lists.has_positions});
  return lists.has_positions;
}

void Inverter::word(FormId form, std::uint32_t position) {
  FormLists& lists = lists_of(form);
  if (begin_word(lists, form, false)) add_position(lists, position);
}

void Inverter::field_word(Field field, FormId form) { entry_of(list_of_word(field, form)); }

void Inverter::author_word(FormId form, std::uint32_t position) {
  field_word(Field::author, form);
  FormLists& lists = lists_of(form);
  if (begin_word(lists, form, true)) add_position(lists, position);
}

void Inverter::add_position(const FormLists& lists, std::uint32_t position) {
  Entry& entry = entries_[lists.word];
  const auto here = static_cast<std::uint32_t>(positions_.size());
  if (entry.first == none) entry.first = here;
  else if (positions_[entry.last].position == position) return;
  else positions_[entry.last].next = here;
  entry.last = here;
  positions_.push_back({position, none});
}

void Inverter::stem(Field field, FormId form, std::uint32_t weight) {
  if (field != Field::any) {
    entries_[entry_of(list_of_stem(field, form))].wdf += weight;
    return;
  }
  FormLists& lists = lists_of(form);
  if (lists.stem == none) {
    if (lists.stem_language != stems_->language) lists.stem_list = list_of_stem(field, form);
    lists.stem_language = stems_->language;
    lists.stem = entry_of(lists.stem_list);
  }
  entries_[lists.stem].wdf += weight;
}

void Inverter::term(std::string_view term, std::uint32_t weight) {
  entries_[entry_of(list_of(term))].wdf += weight;
}

void Inverter::written(std::string_view slice, FormId form) {
  const ListId list = list_of_written(slice, form);
  if (list != no_list) entry_of(list);
}

Inverter::ListId Inverter::list_of_written(std::string_view slice, FormId form) {
  const auto worked_out = [&] {
    return schema::has_written_term(slice, lexicon_->form(form)) ? list_of(schema::written_term(slice))
                                                                 : no_list;
  };
  if (!ShortText::is_one(slice)) return worked_out();
  const ShortText text(slice);
  if (const ListId known = list_of_written_.find(text); known != none) return known;
  const ListId list = worked_out();
  list_of_written_.add(text, list);
  return list;
}

void Inverter::value(std::uint32_t slot, std::string_view bytes) {
  if (!bytes.empty()) slots_.emplace_back(slot, bytes);
}

std::uint32_t Inverter::length_of_article() const {
  std::uint64_t length = 0;
  for (const Entry& entry : entries_)
    if (entry.is_term) length += entry.wdf;
  if (length <= std::numeric_limits<std::uint32_t>::max()) return static_cast<std::uint32_t>(length);
  throw Error(ErrorKind::bad_input,
              "article " + analysed_->article->id + " cannot be taken: it has more words than can be counted",
              "look at the input: that is no such text");
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

/// Lists lie far apart in memory: they are fetched while others are worked on, and where they end after them.
void Inverter::keep_entries(Document& document) {
  constexpr std::size_t ahead = 8;
  const std::size_t count = entries_.size();
  document.terms = arena_.array<Weighted>(count);
  document.term_count = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (i + 2 * ahead < count) __builtin_prefetch(&lists_[entries_[i + 2 * ahead].list], 1);
    if (i + ahead < count) lists_[entries_[i + ahead].list].postings.prefetch();
    const Entry& entry = entries_[i];
    List& list = lists_[entry.list];
    if (entry.first == entry.last) append_short(list, document.docid, entry);
    else append(list, document.docid, entry.wdf, position_code(entry));
    if (entry.is_term) document.terms[document.term_count++] = {entry.list, entry.wdf};
  }
}

void Inverter::keep_stem_forms() {
  for (const auto& [term, form] : stem_forms_.news_of(*analysed_)) {
    tag_.clear();
    glass::append_sortable(tag_, term);
    tag_.push_back('\0');
    tag_.append(form);
    new_stem_forms_.push_back(arena_.copy(tag_));
  }
}

std::string_view Inverter::position_code(const Entry& entry) {
  gathered_.clear();
  for (std::uint32_t at = entry.first; at != none; at = positions_[at].next)
    gathered_.push_back(positions_[at].position);
  tag_.clear();
  append_position_code(tag_, gathered_.data(), gathered_.size());
  return tag_;
}

/// With one position or none, as most are.
void Inverter::append_short(List& list, std::uint32_t docid, const Entry& entry) {
  std::array<char, ByteList::most_short>
      buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): what is read is written
  const auto position = entry.first == none ? std::nullopt : std::optional(positions_[entry.first].position);
  list.postings.append_short(arena_, buffer.data(),
                             put_posting(buffer.data(), docid - list.last, entry.wdf, position));
  count(list, docid, entry.wdf);
}

void Inverter::append(List& list, std::uint32_t docid, std::uint32_t wdf, std::string_view payload) {
  posting_.clear();
  append_posting(posting_, docid - list.last, wdf, payload);
  list.postings.append(arena_, posting_);
  count(list, docid, wdf);
}

void Inverter::count(List& list, std::uint32_t docid, std::uint32_t wdf) {
  list.last = docid;
  list.sum += wdf;
  ++list.count;
}

std::size_t Inverter::bytes() const {
  constexpr std::size_t hash_entry = 26;   // with what the table needs to find it
  constexpr std::size_t sorted_list = 40;  // what a list takes while its run is written, with its key
  const auto bytes_of = [](const auto& vector) { return vector.capacity() * sizeof(vector.front()); };
  const auto bytes_of_all = [&](const ListOfId& lists) {
    std::size_t bytes = 0;
    for (const auto& of_field : lists) bytes += bytes_of(of_field);
    return bytes;
  };
  // A table that is full will be twice as large, beside the old one.
  const std::size_t tables = list_of_term_.size() < list_of_term_.max_load() ? 1 : 3;
  std::size_t bytes = arena_.bytes() + lists_.bytes() + touched_.bytes() + documents_.bytes() +
                      lists_.size() * sorted_list + list_of_term_.bucket_count() * hash_entry * tables +
                      bytes_of(new_stem_forms_) + bytes_of(forms_) + list_of_written_.bytes() +
                      bytes_of_all(words_);
  for (const auto& [language, lists] : stems_by_language_) bytes += bytes_of_all(lists.of_stem);
  return bytes;
}

}  // namespace morgue
