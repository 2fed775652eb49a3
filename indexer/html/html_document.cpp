// SPDX-License-Identifier: GPL-3.0-or-later
// Has libxml2 parse HTML. Knows nothing of articles.
#include "indexer/html/html_document.h"

#include <libxml/HTMLparser.h>

#include <limits>

#include "common/error.h"

namespace morgue {
namespace {

// HUGE: libxml2 would otherwise drop all that comes after 256 open elements.
constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                        HTML_PARSE_COMPACT | XML_PARSE_HUGE;

int length_of(std::string_view html) {
  if (html.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return static_cast<int>(html.size());
  throw Error(ErrorKind::bad_input, "the HTML has more than two billion bytes", "split it");
}

xmlDoc* parsed(std::string_view html, const std::string& encoding) {
  // What a page says of its own encoding is not asked where the encoding is known.
  const int known = encoding.empty() ? 0 : HTML_PARSE_IGNORE_ENC;
  return htmlReadMemory(html.data(), length_of(html), nullptr, encoding.empty() ? nullptr : encoding.c_str(),
                        options | known);
}

}  // namespace

HtmlDocument::HtmlDocument(std::string_view html, const std::string& encoding)
    : document_(parsed(html, encoding)) {}

const _xmlNode* HtmlDocument::root() const {
  return document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
}

void HtmlDocument::Free::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

}  // namespace morgue
