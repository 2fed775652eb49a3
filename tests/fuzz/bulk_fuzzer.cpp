// SPDX-License-Identifier: GPL-3.0-or-later
// Any stream of articles, on any number of lanes, in any number of runs: what is built in bulk is what Xapian
// writes, and Xapian's check finds no fault in it.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/fold.h"
#include "tests/common/index/bulk/both_ways.h"

using namespace morgue;
using namespace morgue::testing_support;

namespace {

std::vector<std::string> parts_of(std::string_view text, char sign) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(sign, begin), text.size());
    parts.push_back(valid_utf8(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

/// Title, body, names, authors, tags, with tabs between. A body that begins with a digit is repeated.
Article article_of(std::string_view text, std::size_t number) {
  auto fields = parts_of(text, '\t');
  fields.resize(5);
  Article article;
  article.id = std::to_string(number);
  article.title = fields[0];
  const std::size_t times = fields[1] > "0" && fields[1] < "9" ? std::size_t{1} << (fields[1][0] - '0') : 1;
  for (std::size_t i = 0; i < times; ++i) article.body += fields[1] + ' ';
  article.people = parts_of(fields[2], ';');
  article.authors = parts_of(fields[3], ';');
  article.tags = parts_of(fields[4], ';');
  article.language = number % 3 == 0 ? "" : number % 3 == 1 ? "en" : "fr";
  article.published = text.size() % 2 == 0 ? "2020-02-29" : "";
  return article;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  std::vector<Article> articles;
  for (const auto& text : parts_of(input, '|')) articles.push_back(article_of(text, articles.size()));
  const TemporaryDirectory room;
  write_archive(room.path("written"), articles);
  build_archive(room.path("built"), articles, {"UTC", 1 + size % 3, std::size_t{1} << (10 + size % 20)});
  const std::string fault =
      fault_between(generation_of(room.path("built")), generation_of(room.path("written")), 20, size);
  if (fault.empty()) return 0;
  std::cerr << fault << '\n';
  std::abort();
}
