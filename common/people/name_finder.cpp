// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/name_finder.h"

#include <algorithm>

#include "common/people/name_shapes.h"

namespace morgue {
namespace {

constexpr std::size_t most_full_words = 5;  // of a name; what is longer is a headline

bool may_be_in_a_name(const WrittenWord& word) {
  return word.written == Case::capital || word.written == Case::initial;
}

bool begins_a_name(const WrittenWord& word) {
  const bool two_initials =
      word.written == Case::capitals && word.text.size() == 2 && word.kinds() == 0;  // JK
  return may_be_in_a_name(word) || two_initials;
}

/// Attacking, Backed, Obviously: what a sentence begins with where it begins with no name.
bool is_inflected(std::string_view word) {
  return word.size() >= 6 && (word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly"));
}

constexpr std::size_t longest_particle = 5;

class Finder {
 public:
  explicit Finder(std::span<const WrittenWord> words) : words_(words), context_(words) {}

  FoundNames find() {
    for (std::size_t i = 0; i < words_.size();) {
      if (!begins_a_name(words_[i])) {
        ++i;
        continue;
      }
      const WordRange run{i, end_of_run(i)};
      judge(run);
      i = run.end;
    }
    believe_lists();
    return std::move(found_);
  }

 private:
  /// In "A, B and C" all may be persons where at least half of them are.
  void believe_lists() {
    auto& names = found_.names;
    for (std::size_t begin = 0; begin < names.size();) {
      std::size_t end = begin + 1;
      while (end < names.size() && context_.are_listed(names[end - 1].words, names[end].words)) ++end;
      believe_list(std::span(names).subspan(begin, end - begin));
      begin = end;
    }
  }

  void believe_list(std::span<FoundName> names) const {
    const auto count = [&](auto certainty) {
      return std::count_if(names.begin(), names.end(), [&](const FoundName& name) {
        return name.certainty == certainty && name.words.size() > 1;
      });
    };
    if (count(Certainty::sure) + count(Certainty::shaped) < std::max(count(Certainty::open), 1L)) return;
    for (auto& name : names)
      if (name.certainty == Certainty::open && is_of_unknown_words(name.words))
        name.certainty = Certainty::listed;
  }

  bool is_of_unknown_words(WordRange name) const {
    const auto words = words_.subspan(name.begin, name.size());
    return full_words(words) == 2 && !is_inflected(words.front().text) &&
           words.front().text[1] != '-' &&  // D-Ohio
           std::all_of(words.begin(), words.end(), [](const WrittenWord& word) {
             return (word.kinds() & ~(given_name | asian_surname | particle)) == 0;
           });
  }

  /// Capitals side by side, with initials, particles and suffixes between and behind.
  std::size_t end_of_run(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < words_.size() && !words_[end - 1].closes) {
      const auto& next = words_[end];
      if (next.written != Case::small && is(next.kinds(), suffix) && next.before <= Gap::comma) {
        ++end;
        continue;
      }
      std::size_t behind = end;
      while (behind < words_.size() && behind < end + 3 && is_small_particle(behind)) ++behind;
      if (behind >= words_.size() || words_[behind].before != Gap::space || !may_be_in_a_name(words_[behind]))
        break;
      end = behind + 1;
    }
    return end;
  }

  bool is_small_particle(std::size_t i) const {
    return words_[i].written == Case::small && words_[i].before == Gap::space &&
           words_[i].text.size() <= longest_particle && is(words_[i].kinds(), particle);
  }

  bool begins_sentence(std::size_t i) const {
    return words_[i].before == Gap::sentence || words_[i].after_quote;
  }

  /// The last title or role of a run, as the place behind it; the run's begin where there is none.
  std::size_t behind_title(WordRange run) const {
    for (std::size_t i = run.end; i-- > run.begin;)
      if (is_title_here(run, i)) return i + 1;
    return run.begin;
  }

  bool is_title_here(WordRange run, std::size_t i) const {
    const auto& word = words_[i];
    if (!is(word.kinds(), title | role)) return false;
    const bool stands_before_a_name =
        i + 1 < run.end &&
        (is(words_[i + 1].kinds(), given_name | asian_surname) || words_[i + 1].written == Case::initial);
    if (is(word.kinds(), weak_role) && !is(word.kinds(), title) && !stands_before_a_name) return false;
    if (!is(word.kinds(), surname_too) || i == run.begin) return true;
    const bool is_last = i + 1 == run.end || is(words_[i + 1].kinds(), suffix);
    const bool follows_a_name =
        is(words_[i - 1].kinds(), given_name | title) || words_[i - 1].written == Case::initial;
    return !(is_last && follows_a_name);
  }

  /// What stands before the name and is not of it: "But", "French", "Kabul".
  std::size_t behind_foreign_words(WordRange name) const {
    std::size_t i = name.begin;
    for (; i + 1 < name.end; ++i) {
      const auto kinds = words_[i].kinds();
      const bool may_be_given = is(kinds, given_name);
      if (is(kinds, common) && !(may_be_given && !begins_sentence(i))) continue;
      if (begins_sentence(i) && !may_be_given && is_inflected(words_[i].text)) continue;
      if (is(kinds, people | place) && !may_be_given && !is(kinds, before_place)) continue;
      break;
    }
    return i;
  }

  /// Behind "Secretary of": "State", "Defence", "Kabul".
  std::size_t behind_office(WordRange run) const {
    std::size_t i = run.begin;
    while (i + 2 < run.end && !is(words_[i].kinds(), given_name)) ++i;
    return is(words_[i].kinds(), given_name) ? i : run.begin;
  }

  /// Without what stands behind a name in headlines and lines of dates.
  WordRange without_end(WordRange run) const {
    const auto is_foreign = [](Kinds kinds) {
      return is(kinds, common | calendar | speech) && !is(kinds, surname_too | given_name | asian_surname);
    };
    while (run.size() > 2 && is_foreign(words_[run.end - 1].kinds())) --run.end;
    return run;
  }

  void judge(WordRange run) {
    run = without_end(run);
    const std::size_t behind = behind_title(run);
    if (behind == run.end) return;
    const bool titled_inside = behind > run.begin;
    const bool is_office = !titled_inside && context_.is_office_of_a_place(run);
    const std::size_t own = is_office ? behind_office(run) : behind;
    const WordRange name{behind_foreign_words({own, run.end}), run.end};
    const bool titled = titled_inside || (name.begin == run.begin && context_.has_role_before(name)) ||
                        (name.begin > run.begin && is_office && is(words_[name.begin].kinds(), given_name));
    const auto span = words_.subspan(name.begin, name.size());
    const std::size_t full = full_words(span);
    if (full == 0 || full > most_full_words) return;
    if (full == 1 && !has_initial(span)) return judge_one(name, titled, is_formal(name, run, titled_inside));
    judge_more(name, span, titled, full);
  }

  /// Whether the word right before the name is a title, so that one name is enough.
  bool is_formal(WordRange name, WordRange run, bool titled_inside) const {
    if (titled_inside) return name.begin > run.begin && is(words_[name.begin - 1].kinds(), title);
    return name.begin == run.begin && name.begin > 0 && is(words_[name.begin - 1].kinds(), title);
  }

  void judge_one(WordRange name, bool titled, bool formal) {
    const auto span = words_.subspan(name.begin, name.size());
    const auto& word = *std::find_if(span.begin(), span.end(), is_full_word);
    if (word.text.size() < 2) return;
    const bool is_known = is(
        word.kinds(), body | place | people | calendar | common | before_place | after_place | title | role);
    if (is_known && !is(word.kinds(), surname_too | given_name)) return;
    const bool acts = context_.acts(name);
    const bool is_somebody = (titled && formal && !is_known) || (acts && is(word.kinds(), known_person));
    add(name, is_somebody && !is_before_a_body(name) ? Certainty::sure
              : acts                                 ? Certainty::acting
                                                     : Certainty::bare);
  }

  /// "President Roosevelt Hotel" is one run; "Mr Smith PLC" is not.
  bool is_before_a_body(WordRange name) const {
    return name.end < words_.size() && words_[name.end].before == Gap::space &&
           !words_[name.end - 1].closes && words_[name.end].written != Case::small &&
           is(words_[name.end].kinds(), body);
  }

  void judge_more(WordRange name, std::span<const WrittenWord> span, bool titled, std::size_t full) {
    if (context_.is_called_a_firm(name) || (!titled && context_.belongs_to_a_role(name)))
      return add_firm(span);
    if (is_of_a_body(span) || is_before_a_body(name)) {
      if (is_of_a_firm(name)) add_firm(span);
      return;
    }
    if (is_of_a_place(span)) return;
    const bool has_role = titled || context_.has_apposition(name);
    if (has_role && (full >= 2 || has_initial(span))) return add(name, Certainty::sure);
    if (full < 2 && !(has_initial(span) && context_.speaks(name))) return;
    if (context_.is_used_as_a_place(name)) return;
    const bool sure = looks_like_a_person(span, begins_sentence(name.begin)) ||
                      is_a_speaking_person(name, span) ||
                      (!has_known_word(span) &&
                       (context_.has_life_in_brackets(name) || context_.does_what_persons_do(name)));
    add(name, sure ? Certainty::shaped : Certainty::open);
  }

  bool is_a_speaking_person(WordRange name, std::span<const WrittenWord> span) const {
    const bool may_be =
        may_have_surname_first(span) || is(span[0].kinds(), given_name) || !has_known_word(span);
    return may_be && context_.speaks(name) &&
           (is(span[0].kinds(), given_name) || context_.is_he_or_she(name));
  }

  static bool has_known_word(std::span<const WrittenWord> span) {
    return std::any_of(span.begin(), span.end(), [](const WrittenWord& word) {
      return is(word.kinds(), common | body | place | people | calendar | after_place) &&
             !is(word.kinds(), given_name);
    });
  }

  static bool has_initial(std::span<const WrittenWord> span) {
    return std::any_of(span.begin(), span.end(), [](const WrittenWord& word) {
      return word.written == Case::initial || word.written == Case::capitals;
    });
  }

  static bool is_of_a_body(std::span<const WrittenWord> span) {
    if (span.size() >= 2 && is_firm(span[0].text, span[1].text)) return true;
    for (std::size_t i = 0; i < span.size(); ++i) {
      const auto kinds = span[i].kinds();
      if (is(kinds, particle | suffix) && span[i].written == Case::small) continue;
      const bool may_be_name = is(kinds, surname_too) && i > 0 && i + 1 == span.size();
      const bool may_be_first = i == 0 && (is(kinds, given_name) || has_surname_first(span));
      if (is(kinds, body | calendar) && !may_be_name && !may_be_first) return true;
      if (i > 0 && is(kinds, people) && span[i].text.ends_with('s')) return true;  // Sri Lankan Muslims
      if (i > 0 && is(kinds, common) && !is(kinds, given_name | surname_too | asian_surname)) return true;
    }
    return false;
  }

  static bool is_of_a_place(std::span<const WrittenWord> span) {
    if (span.size() >= 2 && is_place(span[0].text, span[1].text)) return true;
    if (is(span[0].kinds(), before_place) && !is(span[0].kinds(), given_name)) return true;
    if (is(span.back().kinds(), place) && full_words(span) == 1) return true;  // W. Va
    return is(span.back().kinds(), after_place) && !is(span.back().kinds(), surname_too);
  }

  void add(WordRange name, Certainty certainty) { found_.names.push_back({name, certainty}); }

  /// A museum may bear the name of a person; a firm of such a name is what is meant by it.
  bool is_of_a_firm(WordRange name) const {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(name.begin),
                       words_.begin() + static_cast<std::ptrdiff_t>(name.end),
                       [](const WrittenWord& word) { return is(word.kinds(), firm); });
  }

  void add_firm(std::span<const WrittenWord> span) {
    if (span.size() >= 2) found_.of_firms.emplace_back(span[0].text, span[1].text);
  }

  std::span<const WrittenWord> words_;
  NameContext context_;
  FoundNames found_;
};

}  // namespace

FoundNames find_names(std::span<const WrittenWord> words) { return Finder(words).find(); }

}  // namespace morgue
