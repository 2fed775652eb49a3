// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/verified_parts.h"

#include <algorithm>

#include "common/query/query_text.h"
#include "common/search/plan.h"

namespace morgue {
namespace {

constexpr const char* many_ways =
    "its compounds can be written in more ways than the index is asked for, or a word of it is too long";

std::string why(const Word&) { return many_ways; }

std::string why(const Phrase& phrase) {
  const bool any_word =
      std::ranges::any_of(phrase.terms, [](const Term& term) { return term.kind == TermKind::any; });
  if (any_word) return "that some word stands at the place of * is not asked of the index";
  return many_ways;
}

std::string why(const Literal&) {
  return "case, accents and signs as they are written stand only in the text";
}

std::string why(const Window&) {
  return "a word of it is a compound, a * or the same as another, or it reaches too far for the index";
}

std::string why(const Near& near) {
  if (near.unit == NearUnit::sentence) return "where a sentence ends is not in the index";
  if (near.unit == NearUnit::paragraph) return "where a paragraph ends is not in the index";
  return "a side is more than one word or the same as the other, or it reaches too far for the index";
}

std::string why(const OneValue&) { return "that all of it stands in one name is not in the index"; }

template <class Other>
std::string why(const Other&) {
  return "the index cannot tell";
}

class Parts {
 public:
  Parts(ArchiveReader& reader, const Expansions& expansions) : reader_(reader), expansions_(expansions) {}

  void add(const Node& node) {
    if (make_plan(node, reader_, Weighting::none, expansions_).exact) return;
    std::visit(overloaded{
                   [&](const And& all) { add_each(all.children); },
                   [&](const Or& any) { add_each(any.children); },
                   [&](const Not& no) { add_each(no.child); },
                   [&](const auto& is) {
                     parts_.push_back({query_text(node), why(is)});
                   },
               },
               node.is);
  }

  std::vector<VerifiedPart> take() { return std::move(parts_); }

 private:
  void add_each(const std::vector<Node>& children) {
    for (const Node& child : children) add(child);
  }

  ArchiveReader& reader_;
  const Expansions& expansions_;
  std::vector<VerifiedPart> parts_;
};

}  // namespace

std::vector<VerifiedPart> verified_parts(const Node& tree, ArchiveReader& reader,
                                         const Expansions& expansions) {
  Parts parts(reader, expansions);
  parts.add(tree);
  return parts.take();
}

}  // namespace morgue
