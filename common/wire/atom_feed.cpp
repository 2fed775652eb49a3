// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/atom_feed.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "common/timestamp.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
#include "common/wire/xml_text.h"

namespace morgue {
namespace {

constexpr const char* atom_type = "application/atom+xml";
constexpr const char* no_date = "1970-01-01T00:00:00Z";

std::string moment_text(Timestamp moment) {
  moment.whole_day = false;
  return to_iso(moment);
}

std::string updated_of(const Article& article) {
  for (const auto* date : {&article.updated, &article.published, &article.added})
    if (const auto moment = parse_timestamp(*date)) return moment_text(*moment);
  return no_date;
}

/// The authority of a tag: URI: a name, so without scheme and port, and no IPv6 address.
std::string authority(std::string_view site) {
  const auto scheme = site.find("://");
  const auto host = site.substr(scheme == std::string_view::npos ? 0 : scheme + 3);
  std::string name;
  for (const char sign : host.substr(0, host.find_first_of(":/[")))
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(sign)));
  const auto is_in_names = [](unsigned char sign) {
    return std::isalnum(sign) || sign == '.' || sign == '-';
  };
  return name.empty() || !std::ranges::all_of(name, is_in_names) ? "localhost" : name;
}

std::string tag(const std::string& site, const std::string& what) {
  return "tag:" + authority(site) + ",2026:" + what;
}

std::string link(std::string_view relation, std::string_view type, std::string_view target) {
  return xml_element("link", {{"rel", relation}, {"type", type}, {"href", target}});
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

std::string snippets_html(const SearchResult& result) {
  std::string html;
  for (const auto& snippet : result.body) html.append(html.empty() ? "" : " … ").append(marked_html(snippet));
  return html;
}

std::string title_of(const Article& article) { return article.title.empty() ? "(no title)" : article.title; }

std::string entry(const SearchResult& result, const std::string& site) {
  const auto& article = result.article;
  std::string xml = "<entry>\n";
  xml += xml_element("id", {}, tag(site, "article/" + percent_encode(article.id)));
  xml += xml_element("title", {}, title_of(article));
  xml += xml_element("updated", {}, updated_of(article));
  if (const auto published = parse_timestamp(article.published))
    xml += xml_element("published", {}, moment_text(*published));
  const auto here = site + "/article?id=" + percent_encode(article.id);
  xml += link("alternate", "text/html", is_web_address(article.url) ? article.url : here);
  for (const auto& author : article.authors)
    if (!author.empty()) xml += "<author>" + xml_element("name", {}, author) + "</author>\n";
  for (const auto& name : article.tags) xml += xml_element("category", {{"term", name}});
  xml += xml_element("summary", {{"type", "html"}}, snippets_html(result));
  return xml + "</entry>\n";
}

std::string last_update(const SearchResults& results) {
  std::string last = no_date;
  for (const auto& result : results.results) last = std::max(last, updated_of(result.article));
  return last;
}

std::string page_links(const SearchResults& results, SearchRequest request, const std::string& site) {
  const auto feed = [&](std::size_t offset) {
    request.offset = offset;
    return site + "/feed?" + to_search_url(request);
  };
  request.cursor.clear();
  std::string xml = link("self", atom_type, feed(results.offset));
  const auto seen = results.offset + results.results.size();
  if (!results.results.empty() && seen < results.total) xml += link("next", atom_type, feed(seen));
  if (results.offset > 0)
    xml += link("previous", atom_type, feed(results.offset - std::min(results.offset, results.limit)));
  return xml;
}

std::string opensearch(std::string_view name, std::uint64_t number) {
  return xml_element("opensearch:" + std::string(name), {}, std::to_string(number));
}

}  // namespace

std::string atom_feed(const SearchResults& results, const SearchRequest& request, const std::string& site) {
  auto first_page = request;
  first_page.offset = 0;
  first_page.cursor.clear();
  const auto url = to_search_url(first_page);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">\n";
  xml += xml_element("id", {}, tag(site, "feed?" + url));
  xml += xml_element("title", {}, results.text.empty() ? "Morgue" : "Morgue: " + results.text);
  xml += xml_element("updated", {}, last_update(results));
  xml += "<author>" + xml_element("name", {}, "Morgue") + "</author>\n";
  xml += page_links(results, request, site);
  xml += link("alternate", "text/html", site + "/search?" + url);
  xml += link("search", "application/opensearchdescription+xml", site + "/opensearch.xml");
  xml += opensearch("totalResults", results.total);
  xml += opensearch("startIndex", results.offset + 1);
  xml += opensearch("itemsPerPage", results.limit);
  xml += xml_element("opensearch:Query", {{"role", "request"}, {"searchTerms", results.text}});
  for (const auto& result : results.results) xml += entry(result, site);
  return xml + "</feed>\n";
}

std::string opensearch_description(const std::string& site) {
  const auto url = [&](std::string_view type, const std::string& path) {
    return xml_element("Url", {{"type", type}, {"method", "get"}, {"template", site + path}});
  };
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n" +
         xml_element("ShortName", {}, "Morgue") + xml_element("Description", {}, "Search the past coverage") +
         xml_element("InputEncoding", {}, "UTF-8") + url("text/html", "/search?q={searchTerms}") +
         url("application/atom+xml", "/feed?q={searchTerms}") +
         url("application/x-suggestions+json", "/v1/suggest?q={searchTerms}") + "</OpenSearchDescription>\n";
}

}  // namespace morgue
