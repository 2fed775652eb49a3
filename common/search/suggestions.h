// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions while a search is typed: people, titles and words of an archive that go on so, ranked by how
// often and how lately they were used. Answered from the archive as it is, by a bounded number of its terms
// and articles, so that nothing need be kept up to date. Knows nothing of who asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

struct SuggestedPerson {
  std::string name;                // in the form most used in a sample of the person's articles
  std::uint64_t articles = 0;      // about the person, in all forms of the name
  std::vector<std::string> forms;  // of that sample, the most used first
  bool operator==(const SuggestedPerson&) const = default;
};

struct SuggestedTitle {
  std::string id;
  std::string title;
  std::string published;  // as the article has it
  bool operator==(const SuggestedTitle&) const = default;
};

struct SuggestedWord {
  std::string text;                       // all that was typed, with its last word completed
  std::optional<std::uint64_t> articles;  // with that word, where no other was typed
  bool operator==(const SuggestedWord&) const = default;
};

struct Suggestions {
  std::string typed;
  std::vector<SuggestedPerson> people;
  std::vector<SuggestedTitle> titles;
  std::vector<SuggestedWord> words;
  bool operator==(const Suggestions&) const = default;
};

class Analyser;
class ArchiveReader;

/// At most so many of each kind; none where there is nothing to complete (typed_text.h).
Suggestions suggest(ArchiveReader&, Analyser&, std::string_view typed, std::size_t most);

}  // namespace morgue
