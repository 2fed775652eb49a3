// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/wanted_words.h"

#include <algorithm>

#include "common/query/word_pattern.h"
#include "common/search/word_queries.h"

namespace morgue {
namespace {

// The index knows the forms of a stem up to longest_vocabulary_form, and no ending is as long as what is
// between.
constexpr std::size_t longest_stemmed = longest_vocabulary_form / 2;

class Collector {
 public:
  Collector(ArchiveReader& reader, const Expansions& expansions)
      : words_(reader, Weighting::none), expansions_(expansions) {}

  std::optional<WantedForms> wanted(const Node& tree) {
    add(tree);
    if (needs_all_) return std::nullopt;
    return forms_;
  }

 private:
  void add(const Node& node) {
    std::visit(overloaded{
                   [&](const Word& word) {
                     add(word.term);
                     if (word.term.kind == TermKind::plain) add_other_forms(word.term);
                   },
                   [&](const Phrase& phrase) { add_each(phrase.terms); },
                   [&](const Window& window) { add_each(window.terms); },
                   [&](const Literal&) { needs_all_ = true; },
                   [&](const Near& near) { add_each(near.sides); },
                   [&](const OneValue& one) { add_each(one.child); },
                   [&](const And& all) { add_each(all.children); },
                   [&](const Or& any) { add_each(any.children); },
                   [&](const Not& no) { add_each(no.child); },
                   [](const auto&) {},
               },
               node.is);
  }

  template <class Parts>
  void add_each(const Parts& parts) {
    for (const auto& part : parts) add(part);
  }

  void add(const Term& term) {
    if (term.kind == TermKind::any) needs_all_ = true;
    if (is_patterned(term)) add_forms(expansions_.of(term));
    for (const auto& part : term.parts) add_forms(part);
    add_forms(term.joined);
  }

  void add_other_forms(const Term& term) {
    for (const auto& form : term.parts.size() == 1 ? term.parts.front() : term.joined) {
      if (form.size() > longest_stemmed) needs_all_ = true;
      for (const auto& language : words_.languages()) add_forms(words_.forms_of(language, form));
    }
  }

  void add_forms(const FormList& forms) {
    for (const auto& form : forms) forms_.add(form);
  }

  WordQueries words_;
  const Expansions& expansions_;
  WantedForms forms_;
  bool needs_all_ = false;
};

}  // namespace

std::optional<WantedForms> wanted_words(const Node& tree, ArchiveReader& reader,
                                        const Expansions& expansions) {
  return Collector(reader, expansions).wanted(tree);
}

}  // namespace morgue
