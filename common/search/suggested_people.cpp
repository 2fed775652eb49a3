// SPDX-License-Identifier: GPL-3.0-or-later
// Persons are found by the words of their names in some of the articles that have these words, and by their
// keys, which know "Sergei" for "Sergey". How many articles a person has is exact, by the key.
#include "common/search/suggested_people.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/index/facet_values.h"
#include "common/index/schema.h"
#include "common/text/lexicon.h"
#include "common/text/names/name_key.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

constexpr std::size_t name_words_tried = 8;      // that go on as what is typed, the commonest
constexpr std::size_t read_of_a_word = 32;       // looked at
constexpr std::size_t articles_of_words = 128;   // where a word is complete
constexpr std::size_t articles_of_a_person = 8;  // looked at for the forms of the name
constexpr std::size_t keys_tried = 8;
constexpr std::size_t shortest_key = 4;  // bytes; shorter beginnings have no twins

struct Person {
  std::string key;
  std::uint64_t articles = 0;
  double score = 0;
};

std::string term_of(const std::string& key) { return schema::value_term(Field::person, key); }

class PeopleFinder {
 public:
  PeopleFinder(ArchiveReader& reader, const TypedText& typed) : database_(reader.database()), typed_(typed) {}

  void look_by_words() {
    if (!typed_.words.empty()) return look_at(rarest(), articles_of_words);
    for (const auto& word :
         commonest_terms(database_, schema::word_term(Field::person, typed_.beginning), name_words_tried))
      look_at(word.term, read_of_a_word);
  }

  void look_by_key() {
    std::string typed;
    for (const auto& word : typed_.words) typed.append(word).append(" ");
    const auto key = name_key(typed + typed_.beginning);
    if (key.size() < shortest_key) return;
    const auto prefix = term_of("");
    for (const auto& person : commonest_terms(database_, prefix + key, keys_tried))
      found_.insert(person.term.substr(prefix.size()));
  }

  std::vector<SuggestedPerson> best(const Ages& ages, std::size_t most) {
    std::vector<Person> people;
    for (const auto& key : found_) {
      const auto articles = database_.get_termfreq(term_of(key));
      people.push_back({key, articles, static_cast<double>(articles)});
    }
    keep_best(people, most * 3);
    for (auto& person : people) person.score = ages.faded(person.score, term_of(person.key));
    keep_best(people, most);
    std::vector<SuggestedPerson> suggested;
    for (const auto& person : people) suggested.push_back(with_forms(person));
    std::erase_if(suggested, [](const auto& each) { return each.forms.empty(); });
    return suggested;
  }

 private:
  static void keep_best(std::vector<Person>& people, std::size_t most) {
    std::ranges::sort(people, [](const Person& a, const Person& b) {
      return a.score != b.score ? a.score > b.score : a.key < b.key;
    });
    people.resize(std::min(people.size(), most));
  }

  /// The term of the complete word that fewest people's names have.
  std::string rarest() const {
    std::string rarest;
    for (const auto& word : typed_.words) {
      auto term = schema::word_term(Field::person, word);
      if (rarest.empty() || database_.get_termfreq(term) < database_.get_termfreq(rarest))
        rarest = std::move(term);
    }
    return rarest;
  }

  void look_at(const std::string& term, std::size_t most) {
    for_names_in(some_articles(database_, term, most), [&](const std::string& name) {
      if (looked_at_.insert(name).second && goes_on_so(name)) found_.insert(key_of(name));
    });
  }

  template <class Use>
  void for_names_in(const std::vector<Xapian::docid>& documents, const Use& use) const {
    SlotReader slot(database_, schema::facet_slot(Field::person));
    for (const auto document : documents) {
      const auto bytes = slot.value(document);
      for (const auto name : from_facet_values(bytes)) use(std::string(name));
    }
  }

  /// Whether the name has every complete word and one that begins as the one under way.
  bool goes_on_so(const std::string& name) {
    std::vector<std::string_view> forms;
    for (const auto& token : tokenize(name, lexicon_)) forms.push_back(lexicon_.form(token.form));
    const auto has = [&](const std::string& word) { return std::ranges::find(forms, word) != forms.end(); };
    return std::ranges::all_of(typed_.words, has) && std::ranges::any_of(forms, [&](std::string_view form) {
             return form.starts_with(typed_.beginning);
           });
  }

  /// As are typed: the key of "Johnson" goes on as "John S" does.
  bool has_as_many_words(const std::string& name) {
    const auto tokens = tokenize(name, lexicon_);
    const auto words = std::ranges::count(tokens, TokenKind::word, &Token::kind);
    return static_cast<std::size_t>(words) >= typed_.words.size() + (typed_.beginning.empty() ? 0 : 1);
  }

  const std::string& key_of(const std::string& name) {
    const auto [known, is_new] = keys_.try_emplace(name);
    if (is_new) known->second = name_key(name);
    return known->second;
  }

  SuggestedPerson with_forms(const Person& person) {
    std::map<std::string, std::size_t> counts;
    for_names_in(some_articles(database_, term_of(person.key), articles_of_a_person),
                 [&](const std::string& name) {
                   if (key_of(name) == person.key && has_as_many_words(name)) ++counts[name];
                 });
    std::vector<std::pair<std::string, std::size_t>> forms(counts.begin(), counts.end());
    std::ranges::stable_sort(forms, [](const auto& a, const auto& b) { return a.second > b.second; });
    SuggestedPerson suggested{.name = {}, .articles = person.articles, .forms = {}};
    for (auto& form : forms) suggested.forms.push_back(std::move(form.first));
    if (!suggested.forms.empty()) suggested.name = suggested.forms.front();
    return suggested;
  }

  const Xapian::Database& database_;
  const TypedText& typed_;
  Lexicon lexicon_;
  std::unordered_map<std::string, std::string> keys_;  // by name
  std::unordered_set<std::string> looked_at_;          // names
  std::set<std::string> found_;                        // keys
};

}  // namespace

std::vector<SuggestedPerson> suggested_people(ArchiveReader& reader, const TypedText& typed, const Ages& ages,
                                              std::size_t most) {
  PeopleFinder finder(reader, typed);
  finder.look_by_words();
  finder.look_by_key();
  return finder.best(ages, most);
}

}  // namespace morgue
