// SPDX-License-Identifier: GPL-3.0-or-later
// Each key of an article has a list of places in a page, best first.
#include "indexer/pages/article_facts.h"

#include <algorithm>
#include <array>
#include <regex>

#include "indexer/pages/byline.h"
#include "indexer/pages/linked_data.h"
#include "indexer/pages/page_text.h"
#include "indexer/pages/text_date.h"

namespace morgue {
namespace {

void set(std::string& member, std::string value) {
  if (member.empty()) member = std::move(value);
}

/// Also a moment where only its day was known.
void set_finer(std::string& date, std::string found) {
  if (date.empty() || (date.size() == std::string_view("2021-07-14").size() && found.starts_with(date)))
    date = std::move(found);
}

std::string first_of(const std::vector<std::string>& values) { return values.empty() ? "" : values.front(); }

bool is_web_url(const std::string& url) { return url.starts_with("http://") || url.starts_with("https://"); }

/// A site's first page is no article's url.
bool has_a_path(const std::string& url) {
  const auto path = url.find('/', url.find("//") + 2);
  return path != std::string::npos && path + 1 < url.size();
}

std::string url_of(const PageFacts& facts, const Article& linked) {
  for (const auto& url :
       {facts.canonical, facts.meta({"og:url"}), linked.url, facts.meta({"twitter:url"}), facts.saved_from})
    if (is_web_url(url) && has_a_path(url)) return url;
  return {};
}

/// Of several articles in JSON-LD the one whose headline or url is the page's; the first where none is.
const Article* own_article(const PageFacts& facts, const std::vector<Article>& articles) {
  if (articles.empty()) return nullptr;
  const auto is_own = [&](const Article& article) {
    const auto title = line_key(article.title);
    const auto is_title = [&](const std::string& text) {
      return !title.empty() && line_key(text).starts_with(title);
    };
    return (!article.url.empty() && article.url == facts.canonical) || is_title(facts.meta({"og:title"})) ||
           is_title(first_of(facts.headings)) || is_title(facts.title);
  };
  const auto found = std::find_if(articles.begin(), articles.end(), is_own);
  return found == articles.end() ? &articles.front() : &*found;
}

constexpr std::array<std::string_view, 7> separators{" - ", " | ", " – ", " — ", " :: ", " » ", " · "};

/// "The headline - The Gazette" in two; the second is empty where there is no separator.
std::pair<std::string, std::string> cut_at_last_separator(const std::string& title) {
  std::size_t last = std::string::npos;
  std::size_t length = 0;
  for (const auto separator : separators)
    if (const auto at = title.rfind(separator);
        at != std::string::npos && (last == std::string::npos || at > last)) {
      last = at;
      length = separator.size();
    }
  if (last == std::string::npos) return {title, ""};
  return {title.substr(0, last), title.substr(last + length)};
}

/// Whether the heading is what stands behind the title's last separator in few words: the site's name.
bool is_end_of(const std::string& title, const std::string& heading) {
  const auto [head, tail] = cut_at_last_separator(title);
  return line_key(tail) == line_key(heading) && words_of(head).size() > words_of(tail).size();
}

/// A heading of some words that stands in the title, with more around it; "" for none.
std::string heading_in(const std::string& title, const std::vector<std::string>& headings) {
  const auto key = line_key(title);
  for (const auto& heading : headings) {
    const auto own = line_key(heading);
    const bool is_inside = own != key && key.find(own) != std::string::npos;
    if (words_of(heading).size() >= 3 && is_inside && !is_end_of(title, heading)) return heading;
  }
  return {};
}

/// The one heading of some words that is not the site's name; "" for none or several.
std::string only_heading(const std::string& title, const std::vector<std::string>& headings) {
  std::string only;
  for (const auto& heading : headings) {
    if (words_of(heading).size() < 3 || is_end_of(title, heading)) continue;
    if (!only.empty()) return {};
    only = heading;
  }
  return only;
}

/// Without " - The Gazette" at its end or "The Gazette | " before, where that is the site's name.
std::string without_site(const std::string& title, const std::string& site) {
  const auto site_key = line_key(site);
  if (site_key.empty()) return title;
  const auto [head, tail] = cut_at_last_separator(title);
  if (line_key(tail) == site_key) return head;
  for (const auto separator : separators)
    if (const auto at = title.find(separator);
        at != std::string::npos && line_key(title.substr(0, at)) == site_key)
      return title.substr(at + separator.size());
  return title;
}

/// The same where the site's name is not known: what stands at the end in few words after many.
std::pair<std::string, std::string> title_and_site(const std::string& title) {
  auto [head, tail] = cut_at_last_separator(title);
  const auto words = words_of(tail).size();
  if (words == 0 || words > 3 || words_of(head).size() < words + 3) return {title, ""};
  return {head, tail};
}

bool stands_in(const std::string& title, const std::vector<std::string>& texts) {
  const auto key = line_key(title);
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return line_key(text).find(key) != std::string::npos; });
}

/// JSON-LD's headline, unless the page shows another everywhere; what it is called when shared; its title.
void give_title(Article& article, const PageFacts& facts) {
  const auto social =
      without_site(facts.meta({"og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"}),
                   article.source);
  const bool is_shown = !social.empty() && stands_in(social, facts.headings);
  const bool is_known =
      stands_in(article.title, facts.headings) || stands_in(article.title, {social, facts.title});
  if (!article.title.empty() && (is_known || !is_shown)) return;
  article.title = social;
  if (const auto heading = heading_in(social, facts.headings); !heading.empty()) article.title = heading;
  if (!article.title.empty() || facts.title.empty()) return set(article.title, first_of(facts.headings));
  article.title = heading_in(facts.title, facts.headings);
  set(article.title, only_heading(facts.title, facts.headings));
  const auto [title, site] = title_and_site(without_site(facts.title, article.source));
  set(article.title, title);
  set(article.source, site);
}

std::string published_of(const PageFacts& facts) {
  for (const auto& value : {facts.meta({"article:published_time",
                                        "article:published",
                                        "og:article:published_time",
                                        "datepublished",
                                        "time published",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "dc.date.issued",
                                        "dcterms.created",
                                        "dc.date",
                                        "pubdate",
                                        "publish-date",
                                        "publish_date",
                                        "publication_date",
                                        "publisheddate",
                                        "article.published",
                                        "cxenseparse:recs:publishtime",
                                        "og:published_time",
                                        "date",
                                        "sn-post-date"}),
                            first_of(facts.times)})
    if (auto date = date_of_value(value); !date.empty()) return date;
  return {};
}

std::string updated_of(const PageFacts& facts) {
  return date_of_value(
      facts.meta({"article:modified_time", "article:modified", "datemodified", "time modified",
                  "og:updated_time", "last-modified", "dcterms.modified", "lastmod"}));
}

std::vector<std::string> authors_of(const PageFacts& facts) {
  std::vector<std::string> given;
  for (const auto* name : {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
                           "byl", "article.author", "twitter:data1"}) {
    const auto found = facts.metas.find(name);
    if (found == facts.metas.end()) continue;
    if (std::string_view(name) == "twitter:data1" && line_key(facts.meta({"twitter:label1"})) != "written by")
      continue;
    for (const auto& value : found->second)
      for (auto& author : names_in_byline(value))
        if (std::find(given.begin(), given.end(), author) == given.end()) given.push_back(std::move(author));
    if (!given.empty()) return given;
  }
  for (const auto& byline : facts.bylines)
    if (auto names = names_in_byline(byline); !names.empty()) return names;
  return {};
}

std::vector<std::string> tags_of(const PageFacts& facts) {
  std::vector<std::string> tags;
  const auto add = [&](std::string tag) {
    if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end())
      tags.push_back(std::move(tag));
  };
  if (const auto found = facts.metas.find("article:tag"); found != facts.metas.end())
    for (const auto& tag : found->second) add(tag);
  const auto keywords = facts.meta({"news_keywords", "parsely-tags", "sailthru.tags", "keywords"});
  if (tags.empty())
    for (std::size_t at = 0; at < keywords.size();) {
      const auto end = std::min(keywords.find(',', at), keywords.size());
      add(collapsed(std::string_view(keywords).substr(at, end - at)));
      at = end + 1;
    }
  return tags;
}

/// "en_US" as "en-US"; "" for what is no code.
std::string language_code(std::string code) {
  std::replace(code.begin(), code.end(), '_', '-');
  static const std::regex shape("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
  return std::regex_match(code, shape) ? code : "";
}

std::string language_of(const PageFacts& facts, const std::string& linked) {
  for (const auto& code :
       {facts.language, linked, facts.meta({"content-language", "og:locale", "dc.language"})})
    if (auto language = language_code(code); !language.empty()) return language;
  return {};
}

bool is_declared(const PageFacts& facts, const Article* own) {
  const auto type = line_key(facts.meta({"og:type"}));
  return own != nullptr || type == "article" || type.ends_with("article") ||
         !facts.meta({"article:published_time"}).empty();
}

}  // namespace

PageArticle article_facts(const PageFacts& facts) {
  const auto linked = linked_articles(facts.linked_data);
  const auto* own = own_article(facts, linked);
  PageArticle page{own ? *own : Article{}, is_declared(facts, own)};
  auto& article = page.article;
  set(article.source, facts.meta({"og:site_name", "application-name", "parsely-site", "dc.publisher"}));
  give_title(article, facts);
  article.url = url_of(facts, article);
  set_finer(article.published, published_of(facts));
  set(article.updated, updated_of(facts));
  set(article.section, facts.meta({"article:section", "parsely-section", "og:article:section", "section"}));
  article.language = language_of(facts, article.language);
  if (article.authors.empty()) article.authors = authors_of(facts);
  if (article.tags.empty()) article.tags = tags_of(facts);
  return page;
}

std::string date_in_url(const std::string& url) {
  static const std::regex day(R"(/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$))");
  std::smatch match;
  if (!std::regex_search(url, match, day)) return {};
  const auto two = [](const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; };
  return date_of_value(match[1].str() + "-" + two(match[2]) + "-" + two(match[3]));
}

bool is_title_of_an_error(const std::string& title) {
  static const std::regex error(
      "(error )?(40[0-9]|410|429|50[0-4])( .*)?|.*(page|file) (not|cannot be) found.*|not found|access "
      "denied.*|forbidden|"
      "just a moment|attention required.*|service unavailable|bad gateway|(are you a )?robot.*|seite nicht "
      "gefunden.*|"
      "page (introuvable|non trouvee).*|pagina (no encontrada|non trovata|nao encontrada|niet gevonden).*|"
      "страница не найдена.*");
  return std::regex_match(line_key(title.substr(0, 200)), error);
}

}  // namespace morgue
