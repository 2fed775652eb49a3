// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace morgue {
namespace {

// BCP 47 primary subtag, and the stemmer's name in libstemmer 2.2.
constexpr std::array<std::pair<std::string_view, const char*>, 31> stemmers{{
    {"ar", "arabic"},     {"ca", "catalan"},   {"da", "danish"},     {"de", "german"},
    {"el", "greek"},      {"en", "english"},   {"es", "spanish"},    {"eu", "basque"},
    {"fi", "finnish"},    {"fr", "french"},    {"ga", "irish"},      {"hi", "hindi"},
    {"hu", "hungarian"},  {"hy", "armenian"},  {"id", "indonesian"}, {"it", "italian"},
    {"lt", "lithuanian"}, {"nb", "norwegian"}, {"ne", "nepali"},     {"nl", "dutch"},
    {"nn", "norwegian"},  {"no", "norwegian"}, {"pt", "portuguese"}, {"ro", "romanian"},
    {"ru", "russian"},    {"sr", "serbian"},   {"sv", "swedish"},    {"ta", "tamil"},
    {"tr", "turkish"},    {"yi", "yiddish"},   {"in", "indonesian"},
}};

constexpr std::size_t longest_stemmed = 128;  // bytes; longer runs of letters are no words of a language

std::string primary_subtag(std::string_view bcp47) {
  std::string primary(bcp47.substr(0, bcp47.find_first_of("-_")));
  for (char& c : primary)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return primary;
}

const char* stemmer_name(std::string_view language) {
  const auto found = std::find_if(stemmers.begin(), stemmers.end(),
                                  [&](const auto& stemmer) { return stemmer.first == language; });
  return found == stemmers.end() ? nullptr : found->second;
}

}  // namespace

std::string stem_language(std::string_view bcp47) {
  std::string primary = primary_subtag(bcp47);
  return stemmer_name(primary) ? primary : std::string();
}

void Stemmer::Close::operator()(sb_stemmer* snowball) const { sb_stemmer_delete(snowball); }

Stemmer::Stemmer(std::string_view language) {
  const char* name = stemmer_name(language);
  if (!name) return;
  snowball_.reset(sb_stemmer_new(name, "UTF_8"));
  if (!snowball_) throw std::bad_alloc();
}

std::string Stemmer::stem(std::string_view folded) const {
  if (!snowball_ || folded.size() > longest_stemmed) return std::string(folded);
  const auto* symbols = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* stem = sb_stemmer_stem(snowball_.get(), symbols, static_cast<int>(folded.size()));
  if (!stem) throw std::bad_alloc();
  const auto length = static_cast<std::size_t>(sb_stemmer_length(snowball_.get()));
  return length == 0 ? std::string(folded) : std::string(reinterpret_cast<const char*>(stem), length);
}

}  // namespace morgue
