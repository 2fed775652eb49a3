// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a page whole, and asks the room of pages for its article.
#include "indexer/inputs/page_document.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/article/article_json.h"
#include "indexer/pages/html_page.h"
#include "indexer/pages/page_charset.h"
#include "indexer/pages/text_page.h"

namespace morgue {
namespace {

constexpr std::string_view page_blanks = " \t\r\n";
constexpr std::size_t page_block = 4096;  // bytes

/// nullopt for a page that is too long.
std::optional<std::string> bytes_of_page(Bytes& bytes) {
  std::string page;
  while (bytes.peek() != Bytes::end) {
    const auto ahead = bytes.ahead(page_block);
    if (page.size() + ahead.size() > longest_page) return std::nullopt;
    page += ahead;
    for (auto left = ahead.size(); left > 0; --left) bytes.skip();
  }
  return page;
}

bool begins_with_a_tag(std::string_view text) {
  const auto begin = text.find_first_not_of(page_blanks);
  if (begin == std::string_view::npos || begin + 1 >= text.size() || text[begin] != '<') return false;
  const char next = text[begin + 1];
  return next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

Article article_of(std::string_view page, PageKind kind) {
  const bool is_html = kind == PageKind::html || begins_with_a_tag(page);
  return is_html ? article_of_html(page) : article_of_text(page);
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
}

/// A stray control character does not make it so.
bool is_no_text(std::string_view page) {
  constexpr std::size_t seen = 65536;
  constexpr std::size_t most_in_a_thousand = 5;
  page = page.substr(0, seen);
  const auto controls = static_cast<std::size_t>(std::count_if(page.begin(), page.end(), is_control));
  return controls * 1000 > page.size() * most_in_a_thousand;
}

}  // namespace

void read_page(Bytes& bytes, PageKind kind, ArticleSink& sink) {
  const Place begin = bytes.place();
  auto page = bytes_of_page(bytes);
  if (!page)
    return sink.reject({begin, "", "too_large",
                        "the page has more than " + std::to_string(longest_page) + " bytes",
                        "save it without its pictures, or give its text alone"});
  if (bytes.has_failed()) return;  // half a page is no article
  sink.take_page({begin, std::move(*page), kind});
}

void parse_page(const Page& page, ArticleSink& sink) {
  const auto text = page_as_utf8(page.bytes);
  if (is_no_text(text))
    return sink.reject({page.begin, "", "not_text", "the page is no text: it is full of control characters",
                        "give the page or the text itself"});
  try {
    sink.take(to_json(article_of(text, page.kind)), page.begin);
  } catch (const ArticleError& error) {
    sink.reject({page.begin, "", error.code(), error.what(), error.hint()});
  }
}

void ArticleSink::take_page(const Page& page) { parse_page(page, *this); }

bool looks_like_a_page(std::string_view beginning) {
  const auto begin = beginning.find_first_not_of(page_blanks);
  if (begin == std::string_view::npos || beginning[begin] == '{') return false;
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) return true;
  if (std::any_of(beginning.begin(), beginning.end(), is_control)) return false;
  if (beginning[begin] != '[') return true;
  const auto next = beginning.find_first_not_of(page_blanks, begin + 1);
  return next != std::string_view::npos &&
         std::string_view("{[]\"-0123456789").find(beginning[next]) == std::string_view::npos;
}

}  // namespace morgue
