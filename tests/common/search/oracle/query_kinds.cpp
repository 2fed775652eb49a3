// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/search/oracle/query_kinds.h"

#include <algorithm>

namespace morgue::oracle {
namespace {

class Collector {
 public:
  explicit Collector(Kinds& kinds) : kinds_(kinds) {}

  void add(const Node& node) {
    std::visit([this](const auto& is) { add(is); }, node.is);
  }

 private:
  void add(const Everything&) { kinds_.insert("everything"); }
  void add(const Nothing&) { kinds_.insert("nothing"); }

  void add(const Word& word) {
    add_field(word.field);
    if (word.term.kind == TermKind::plain) kinds_.insert(word.term.parts.size() > 1 ? "compound" : "word");
    add(word.term);
  }
  void add(const Phrase& phrase) {
    kinds_.insert("phrase");
    add_field(phrase.field);
    for (const auto& term : phrase.terms) {
      add(term);
      if (is_patterned(term)) kinds_.insert("wildcard or fuzzy in a phrase");
    }
  }
  void add(const Literal& literal) {
    kinds_.insert("literal");
    add_field(literal.field);
  }
  void add(const Window& window) {
    kinds_.insert("window");
    add_field(window.field);
    for (const auto& term : window.terms) add(term);
  }

  void add(const Term& term) {
    const auto& text = term.text;
    if (term.kind == TermKind::any) kinds_.insert("* in a phrase");
    if (term.kind == TermKind::fuzzy) kinds_.insert(term.edits == 1 ? "fuzzy 1" : "fuzzy 2");
    if (term.kind != TermKind::wildcard) return;
    if (text.starts_with('*')) kinds_.insert("wildcard in front");
    if (text.ends_with('*')) kinds_.insert("wildcard at the end");
    if (text.find('*', 1) < text.size() - 1) kinds_.insert("wildcard in the middle");
    if (text.find('?') != std::string::npos) kinds_.insert("wildcard for one letter");
  }

  void add(const Near& near) {
    add_field(near.field);
    const bool words = near.unit == NearUnit::words;
    kinds_.insert(words ? near.ordered ? "ADJ" : "NEAR" : near.unit == NearUnit::sentence ? "w/s" : "w/p");
    for (const auto& side : near.sides) add_side(side);
  }
  void add_side(const Node& side) {
    if (std::holds_alternative<Near>(side.is)) kinds_.insert("chain of distances");
    if (std::holds_alternative<Or>(side.is)) kinds_.insert("OR for a side");
    if (std::holds_alternative<Phrase>(side.is)) kinds_.insert("phrase for a side");
    if (const auto* word = std::get_if<Word>(&side.is)) {
      if (word->term.kind == TermKind::wildcard) kinds_.insert("wildcard for a side");
      if (word->term.kind == TermKind::fuzzy) kinds_.insert("fuzzy word for a side");
    }
    add(side);
  }

  void add(const Value& value) {
    kinds_.insert(value.pattern ? "value with a star" : "value");
    add_field(value.field);
  }
  void add(const Dated& dated) {
    if (dated.field == Field::added) kinds_.insert("added:");
    kinds_.insert(dated.since ? "since a moment" : dated.span ? "days" : "undated");
  }
  void add(const OneValue& one) {
    kinds_.insert("in one name");
    add(one.child.front());
  }

  void add(const And& both) {
    kinds_.insert("AND");
    add_children(both.children);
  }
  void add(const Or& either) {
    kinds_.insert("OR");
    add_children(either.children);
  }
  void add(const Not& without) {
    kinds_.insert("NOT");
    if (depth_ >= 2) kinds_.insert("NOT at depth");
    add_children(without.child);
  }
  void add_children(const std::vector<Node>& children) {
    if (++depth_ == 4) kinds_.insert("four deep");
    for (const auto& child : children) add(child);
    --depth_;
  }

  static bool is_patterned(const Term& term) {
    return term.kind == TermKind::wildcard || term.kind == TermKind::fuzzy;
  }
  void add_field(Field field) {
    if (field != Field::any) kinds_.insert(std::string(info(field).name) + ":");
  }

  Kinds& kinds_;
  int depth_ = 0;
};

bool is_without(const Node& node) { return std::holds_alternative<Not>(node.is); }

bool is_everything_but(const Node& tree) {
  const auto* both = std::get_if<And>(&tree.is);
  return is_without(tree) || (both && std::ranges::all_of(both->children, is_without));
}

bool is_one_word(const Node& side) {
  const auto* word = std::get_if<Word>(&side.is);
  return word && word->term.parts.size() < 2 && word->term.joined.empty();
}

}  // namespace

const Kinds& all_kinds() {
  static const Kinds all{"everything",
                         "nothing",
                         "word",
                         "compound",
                         "phrase",
                         "literal",
                         "window",
                         "* in a phrase",
                         "wildcard or fuzzy in a phrase",
                         "fuzzy 1",
                         "fuzzy 2",
                         "wildcard in front",
                         "wildcard in the middle",
                         "wildcard at the end",
                         "wildcard for one letter",
                         "NEAR",
                         "ADJ",
                         "w/s",
                         "w/p",
                         "chain of distances",
                         "OR for a side",
                         "phrase for a side",
                         "wildcard for a side",
                         "fuzzy word for a side",
                         "value",
                         "value with a star",
                         "days",
                         "since a moment",
                         "undated",
                         "added:",
                         "in one name",
                         "AND",
                         "OR",
                         "NOT",
                         "NOT at depth",
                         "four deep",
                         "everything but",
                         "title:",
                         "body:",
                         "person:",
                         "author:",
                         "source:",
                         "section:",
                         "tag:",
                         "place:",
                         "lang:",
                         "site:",
                         "url:",
                         "id:",
                         "in=",
                         "from or to",
                         "filters",
                         "match=any"};
  return all;
}

Kinds kinds_of(const Node& tree, const SearchRequest& request) {
  Kinds kinds;
  Collector(kinds).add(tree);
  if (is_everything_but(tree)) kinds.insert("everything but");
  if (!request.in.empty()) kinds.insert("in=");
  if (request.published != DaySpan{}) kinds.insert("from or to");
  if (!request.filters.empty()) kinds.insert("filters");
  if (request.match == MatchMode::any) kinds.insert("match=any");
  return kinds;
}

bool is_ordinary(const Node& tree) {
  const auto all = [](const std::vector<Node>& children) {
    return std::ranges::all_of(children, is_ordinary);
  };
  return std::visit(overloaded{
                        [](const Literal&) { return false; },
                        [](const Window&) { return false; },
                        [](const OneValue&) { return false; },
                        [](const Near& near) {
                          return near.unit == NearUnit::words && std::ranges::all_of(near.sides, is_one_word);
                        },
                        [&](const And& both) { return all(both.children); },
                        [&](const Or& either) { return all(either.children); },
                        [&](const Not& without) { return all(without.child); },
                        [](const auto&) { return true; },
                    },
                    tree.is);
}

}  // namespace morgue::oracle
