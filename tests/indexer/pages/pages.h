// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of invented sites around the invented story.
#pragma once

#include "tests/indexer/pages/story.h"

namespace morgue {

inline std::string p(const std::string& text) { return "<p>" + text + "</p>\n"; }
inline std::string story_in_p() { return p(opening) + p(middle) + p(short_one) + p(closing); }

inline const std::string site_menu =
    "<a href=#main>Skip to main content</a><nav><ul><li><a href=/>Home</a><li><a href=/harbour>Harbour</a>"
    "<li><a href=/islands>Islands</a></ul></nav>";
inline const std::string site_links =
    "<aside><h3>Most read</h3><ul><li><a href=/1>Gull steals a hat from the mayor of Northport in broad "
    "daylight</a>"
    "<li><a href=/2>New quay for the harbour will cost more than the town had thought, says "
    "council</a></ul></aside>";
inline const std::string site_footer =
    "<footer><p>The Northport Gazette is published by the Northport Printing House, which also prints other "
    "things.</p>"
    "<p>© 2021 The Northport Gazette. All rights reserved.</p></footer>";

inline std::string html(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=utf-8>" + head + "</head><body>" + body +
         "</body></html>";
}

inline std::string article_page(const std::string& inside) {
  return html("<title>" + headline +
                  " | The Northport Gazette</title><meta property=og:site_name content=\"The Northport "
                  "Gazette\">",
              site_menu + "<main><article><h1>" + headline + "</h1>" + inside + "</article>" + site_links +
                  "</main>" + site_footer);
}

}  // namespace morgue
