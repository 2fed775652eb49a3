// SPDX-License-Identifier: GPL-3.0-or-later
// What a page's markup says about its article outside the text: <meta>, <link>, <time>, <html lang>, JSON-LD,
// microdata, and elements named as bylines. Decides nothing.
#pragma once

#include <map>
#include <string>
#include <vector>

struct _xmlNode;

namespace morgue {

struct PageFacts {
  std::map<std::string, std::vector<std::string>> metas;  // by name, property or itemprop, in lower case
  std::vector<std::string> linked_data;                   // the texts of JSON-LD scripts
  std::vector<std::string> headings;                      // of each <h1>
  std::vector<std::string> times;                         // of each <time datetime>, published ones first
  std::vector<std::string> bylines;                       // texts of elements that name authors
  std::string language;
  std::string title;       // of <title>
  std::string canonical;   // of <link rel=canonical>
  std::string saved_from;  // the url that a browser noted when it saved the page

  /// The first value of the first of the names that has one; "" for none.
  std::string meta(std::initializer_list<const char*> names) const;
};

PageFacts page_facts(const _xmlNode& root);

}  // namespace morgue
