// SPDX-License-Identifier: GPL-3.0-or-later
// Stemmer: Snowball's stem of a folded word in one language. Knows nothing of texts.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace morgue {

/// The primary subtag of a BCP 47 tag in lower case if there is a stemmer for it ("en-GB" gives "en"), else
/// "".
std::string stem_language(std::string_view bcp47);

/// Not thread-safe. A language without a stemmer leaves words as they are.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);

  std::string stem(std::string_view folded) const;

 private:
  struct Close {
    void operator()(sb_stemmer*) const;
  };
  std::unique_ptr<sb_stemmer, Close> snowball_;
};

}  // namespace morgue
