// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/explanation_json.h"

#include "common/query/query_text.h"
#include "common/text/fold.h"
#include "common/wire/json_list.h"
#include "common/wire/results_json.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(TermKind kind) {
  switch (kind) {
    case TermKind::wildcard: return "wildcard";
    case TermKind::fuzzy: return "fuzzy";
    case TermKind::any: return "any";
    default: return "plain";
  }
}

const char* name_of(NearUnit unit) {
  switch (unit) {
    case NearUnit::sentence: return "sentence";
    case NearUnit::paragraph: return "paragraph";
    default: return "words";
  }
}

Json field_json(Field field) { return field == Field::any ? Json(nullptr) : Json(info(field).name); }

Json term_json(const Term& term) {
  Json json;
  json["kind"] = name_of(term.kind);
  json["text"] = valid_utf8(term.text);
  if (term.kind == TermKind::fuzzy) json["edits"] = term.edits;
  if (term.kind == TermKind::plain) json["parts"] = term.parts;
  if (!term.joined.empty()) json["joined"] = term.joined;
  return json;
}

Json children_json(const std::vector<Node>& children) {
  return array_of(children, [](const Node& child) { return to_json(child); });
}

Json day_json(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(nullptr); }

/// Writes a node's own keys after its kind and text.
class NodeWriter {
 public:
  explicit NodeWriter(const Node& node) : text_(valid_utf8(query_text(node))) {}

  Json operator()(const Everything&) const { return begun("everything"); }
  Json operator()(const Nothing&) const { return begun("nothing"); }

  Json operator()(const Word& word) const {
    Json json = begun("word", word.field);
    json["term"] = term_json(word.term);
    return json;
  }

  Json operator()(const Phrase& phrase) const {
    Json json = begun("phrase", phrase.field);
    json["terms"] = array_of(phrase.terms, term_json);
    return json;
  }

  Json operator()(const Literal& literal) const {
    Json json = begun("literal", literal.field);
    json["literal"] = valid_utf8(literal.text);
    return json;
  }

  Json operator()(const Window& window) const {
    Json json = begun("window", window.field);
    json["terms"] = array_of(window.terms, term_json);
    json["slack"] = window.slack;
    return json;
  }

  Json operator()(const Near& near) const {
    Json json = begun("near", near.field);
    json["unit"] = name_of(near.unit);
    if (near.unit == NearUnit::words) {
      json["distance"] = near.distance;
      json["ordered"] = near.ordered;
    }
    json["children"] = children_json(near.sides);
    return json;
  }

  Json operator()(const Value& value) const {
    Json json = begun("value", value.field);
    json["value"] = valid_utf8(value.value);
    json["pattern"] = value.pattern;
    return json;
  }

  Json operator()(const Dated& dated) const {
    Json json = begun(dated.since || dated.span ? "dated" : "undated", dated.field);
    if (dated.since) json["since"] = to_iso(Timestamp{.seconds = *dated.since});
    if (dated.span) {
      json["from"] = day_json(dated.span->first);
      json["to"] = day_json(dated.span->last);
    }
    return json;
  }

  Json operator()(const OneValue& one) const { return with_children("one_value", one.field, one.child); }
  Json operator()(const And& all) const { return with_children("and", Field::any, all.children); }
  Json operator()(const Or& any) const { return with_children("or", Field::any, any.children); }
  Json operator()(const Not& no) const { return with_children("not", Field::any, no.child); }

 private:
  Json begun(const char* kind, Field field = Field::any) const {
    Json json;
    json["kind"] = kind;
    json["text"] = text_;
    json["field"] = field_json(field);
    return json;
  }

  Json with_children(const char* kind, Field field, const std::vector<Node>& children) const {
    Json json = begun(kind, field);
    json["children"] = children_json(children);
    return json;
  }

  std::string text_;
};

Json index_term_json(const IndexTerm& term) {
  Json json;
  json["part"] = valid_utf8(term.part);
  json["term"] = term.term.empty() ? Json(nullptr) : Json(valid_utf8(term.term));
  json["articles"] = term.articles;
  return json;
}

Json form_json(const Form& form) {
  Json json;
  json["form"] = valid_utf8(form.form);
  json["articles"] = form.articles;
  return json;
}

Json expansion_json(const Expansion& expansion) {
  Json json;
  json["word"] = valid_utf8(expansion.word);
  json["count"] = expansion.forms.size();
  json["cut"] = expansion.cut;
  json["forms"] = array_of(expansion.forms, form_json);
  return json;
}

Json verified_json(const VerifiedPart& verified) {
  Json json;
  json["part"] = valid_utf8(verified.part);
  json["why"] = verified.why;
  return json;
}

}  // namespace

nlohmann::ordered_json to_json(const Node& node) { return std::visit(NodeWriter(node), node.is); }

nlohmann::ordered_json to_json(const Explanation& explanation) {
  Json json;
  json["query"] = query_json(explanation.text, explanation.understood, explanation.warnings);
  json["query"]["tree"] = to_json(explanation.tree);
  json["terms"] = array_of(explanation.terms, index_term_json);
  json["expansions"] = array_of(explanation.expansions, expansion_json);
  json["verified"] = array_of(explanation.verified, verified_json);
  json["scored"] = explanation.scored;
  json["total"] = explanation.total ? Json(*explanation.total) : Json(nullptr);
  json["articles"] = explanation.articles;
  json["generation"] = explanation.generation;
  return json;
}

}  // namespace morgue
