// SPDX-License-Identifier: GPL-3.0-or-later
// IPTC ninjs: 1.x has headline and body_…, 2.x lists of headlines and bodies, 3.x the same in camelCase.
#include <algorithm>
#include <array>

#include "common/timestamp.h"
#include "indexer/html/html_text.h"
#include "indexer/html/plain_text.h"
#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

constexpr std::array ninjs_marks{"versioncreated", "firstcreated",    "headline",   "headlines",
                                 "bodies",         "body_text",       "body_xhtml", "body_html",
                                 "pubstatus",      "eventdetails",    "renditions", "descriptions",
                                 "associations",   "description_text"};
constexpr std::array<std::string_view, 3> types_of_text{"", "text", "composite"};

bool names_the_standard(const SourceKeys& keys) {
  for (const auto* key : {"standard", "$standard"}) {
    const auto* standard = keys.look_at(key);
    const auto name = standard && standard->is_object() ? SourceKeys(*standard).text({"name"}) : "";
    if (name.find("ninjs") != std::string::npos || name.find("NINJS") != std::string::npos) return true;
  }
  return false;
}

/// A text of 2.x and 3.x with its role and kind.
struct Part {
  std::string role;
  bool is_html = false;
  std::string value;
};

Part part_of(const Json& object) {
  SourceKeys keys(object);
  Part part;
  part.role = keys.text({"role"});
  part.value = keys.text({"value"});
  const auto type = keys.text({"contenttype"});
  part.is_html = type.find("html") != std::string::npos || is_html(part.value);
  return part;
}

std::vector<Part> parts_in(const Json& list) {
  std::vector<Part> parts;
  if (!list.is_array()) return parts;
  for (const auto& item : list)
    if (auto part = part_of(item); !part.value.empty()) parts.push_back(std::move(part));
  return parts;
}

std::string paragraphs_of(const Part& part) {
  return part.is_html ? html_text(part.value) : plain_text(part.value);
}

/// The same text may be there in several forms; HTML knows its paragraphs.
std::string body_of_parts(const std::vector<Part>& parts) {
  std::string best;
  for (const bool html : {true, false})
    for (const auto& part : parts)
      if (best.empty() && part.is_html == html) best = paragraphs_of(part);
  return best;
}

std::string headline_of_parts(const std::vector<Part>& parts) {
  const auto main = std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.role == "main"; });
  if (parts.empty()) return {};
  return line_in(main == parts.end() ? parts.front().value : main->value);
}

/// body_xhtml and the like of 1.x, also with a name of the sender's own behind it.
std::string text_of_version_1(const Json& object, SourceKeys& keys, const std::string& stem) {
  auto body = html_text(keys.text({stem + "_xhtml", stem + "_html"}));
  keys.drop({stem + "_xhtml", stem + "_html"});
  if (body.empty()) body = keys.paragraphs({stem + "_text", stem});
  keys.drop({stem + "_text", stem});
  for (const auto& [name, value] : object.items())
    if (body.empty() && name.starts_with(stem + "_")) body = keys.paragraphs({name});
  return body;
}

std::string text_named(const Json& object, SourceKeys& keys, const std::string& stem, std::string_view list) {
  auto text = body_of_parts(parts_in(keys.take(list)));
  return text.empty() ? text_of_version_1(object, keys, stem) : text;
}

std::string title_in(SourceKeys& keys) {
  auto title = headline_of_parts(parts_in(keys.take("headlines")));
  return title.empty() ? keys.line({"headline", "title", "slugline"}) : title;
}

std::string status_in(SourceKeys& keys) {
  auto status = keys.text({"pubstatus"});
  if (status == "cancelled") status = "canceled";
  for (const auto* known : {"", "usable", "canceled", "withheld"})
    if (status == known) return status;
  throw ArticleError("bad_value", "pubstatus is \"" + status + "\", expected usable, canceled or withheld",
                     "see the ninjs standard");
}

std::string embargo_in(SourceKeys& keys) {
  auto date = keys.date({"embargoed"});
  if (date.empty() || parse_timestamp(date)) return date;
  throw ArticleError("bad_value", "embargoed is \"" + date + "\", expected a date-time",
                     "write it as 2021-07-15T10:30:00Z");
}

std::string type_of(SourceKeys& keys) {
  const auto type = keys.text({"type"});
  return type.empty() && keys.has("eventdetails") ? "event" : type;
}

/// Many senders write the headline into the HTML of the body too.
std::string without_headline(std::string body, const std::string& title) {
  if (!title.empty() && body.starts_with(title + "\n\n")) body.erase(0, title.size() + 2);
  return body;
}

void read_texts(const Json& object, SourceKeys& keys, Article& article) {
  article.title = title_in(keys);
  article.body = without_headline(text_named(object, keys, "body", "bodies"), article.title);
  const auto type = type_of(keys);
  const bool is_text = std::find(types_of_text.begin(), types_of_text.end(), type) != types_of_text.end();
  if (article.body.empty() && !is_text) throw no_article("a ninjs " + type, "it has no text");
  if (article.body.empty()) article.body = text_named(object, keys, "description", "descriptions");
}

void read_subjects(SourceKeys& keys, Article& article) {
  article.people = keys.names({"person", "people"});
  article.places = keys.names({"place", "places"});
  for (const auto* key : {"subject", "subjects"})
    if (const auto* subjects = keys.look_at(key)) add_new(article.tags, names_in(*subjects));
  for (const auto* key : {"byline", "by"})
    add_new(article.authors, authors_in(keys.take(key), article.language));
  const auto sources = keys.names({"infosource", "infosources"});
  article.source = sources.empty() ? keys.line({"copyrightholder"}) : sources.front();
}

}  // namespace

bool is_ninjs(const Json& object) {
  const SourceKeys keys(object);
  if (names_the_standard(keys)) return true;
  const auto* uri = keys.look_at("uri");
  return uri && uri->is_string() && !keys.has("body") &&
         std::any_of(ninjs_marks.begin(), ninjs_marks.end(),
                     [&](const char* mark) { return keys.has(mark); });
}

std::vector<Article> read_ninjs(const Json& object) {
  SourceKeys keys(object);
  Article article;
  article.id = keys.text({"uri"});
  if (is_address(article.id)) article.url = article.id;
  article.language = keys.text({"language"});
  article.published = keys.date({"firstcreated", "contentcreated"});
  article.updated = keys.date({"versioncreated"});
  if (article.published.empty()) article.published = article.updated;
  article.status = status_in(keys);
  if (article.status == "canceled" || article.status == "withheld") return {article};
  article.embargoed = embargo_in(keys);
  read_texts(object, keys, article);
  read_subjects(keys, article);
  keys.keep_rest(article);
  return {article};
}

}  // namespace morgue
