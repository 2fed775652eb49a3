// SPDX-License-Identifier: GPL-3.0-or-later
// Invents articles and breaks some of them.
#include "tests/end_to_end/damaged_articles.h"

#include <fstream>
#include <functional>
#include <random>

#include "tests/indexer/inputs/compressed.h"

namespace morgue {
namespace {

using Random = std::mt19937_64;

std::string words(Random& random, std::size_t count) {
  static const std::vector<std::string> all{"fog",  "ferry", "gull",     "harbour",
                                            "café", "東京",  "Lavrov’s", "rope"};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += all[random() % all.size()] + " ";
  return text;
}

std::string article(const std::string& id, Random& random) {
  return "{\"id\":\"" + id + "\",\"title\":\"" + words(random, 4) + "\",\"body\":\"" +
         words(random, 20 + random() % 200) + "\"}";
}

std::string with_body(const std::string& json) { return "{\"title\":\"t\",\"body\":" + json + "}"; }

/// One that stays one JSON value for whoever counts brackets, so that what follows it is sound.
std::string broken(Random& random) {
  using namespace std::string_literals;
  const std::vector<std::string> kinds{
      with_body("\"caf\xE9 \xE0 la\""s),                           // Latin-1
      with_body("\"\xC3(\xA0\xFF\""s),                             // no encoding at all
      with_body("\"nul \0 nul\""s),                                // a control character
      with_body("1" + std::string(400, '0') + "e999999"),          // beyond every number
      with_body("12345678901234567890123"),                        // a number where a text belongs
      with_body(std::string(5000, '[') + std::string(5000, ']')),  // too deep
      with_body("\"\\x41\""),                                      // no such escape
      with_body("\"\\ud800\""),                                    // half a character
      with_body("tru"),                                            // half a word
      "{\"title\":\"t\" \"body\":\"no comma\"}",
      "{\"id\":\"nul\\u0000\",\"title\":\"t\"}",
      "{\"id\":\"empty\",\"tags\":[]}",
      "{\"title\":\"t\",\"tags\":\"no list\"}",
      "{\"title\":\"t\",\"status\":\"gone\"}",
      "17",
      "\"only a text\"",
  };
  return kinds[random() % kinds.size()];
}

/// Sound in its own way: of two equal keys the last counts.
std::string doubled(const std::string& id) {
  return "{\"id\":\"first-of-two\",\"title\":7,\"title\":\"twice\",\"id\":\"" + id + "\"}";
}

class Writing {
 public:
  Writing(std::filesystem::path folder, std::size_t bytes, std::uint64_t seed)
      : folder_(std::move(folder)), bytes_(bytes), random_(seed) {}

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }

  /// Sound and broken articles, one in five, with this between them.
  std::string mixed(const std::string& name, const std::string& between, bool ends_inside_values) {
    std::string text;
    for (std::size_t i = 0; text.size() < bytes_; ++i) {
      text += i == 0 ? "" : between;
      const auto id = name + "-" + std::to_string(i);
      if (random_() % 5 == 0) {
        ++damage.broken;
        const auto whole = article(id, random_);
        text += ends_inside_values && random_() % 3 == 0 ? whole.substr(0, 2 + random_() % (whole.size() - 2))
                                                         : broken(random_);
      } else {
        damage.sound.push_back(id);
        text += i % 50 == 0 ? doubled(id) : article(id, random_);
      }
    }
    return text;
  }

  void write_sound_kinds() {
    write("lines.jsonl", mixed("lines", "\n", true));
    write("list.json", "[" + mixed("list", ",\n", false) + "]");
    write("wrapper.json",
          "{\"status\":\"ok\",\"response\":{\"docs\":[" + mixed("wrapper", ",", false) + "]}}");
    write("gzip.jsonl.gz",
          gzipped(mixed("gzip", "\n", true)) + gzipped("\n" + mixed("gzip-too", "\n", true)));
    write("zstd.json.zst", zstd_compressed("[" + mixed("zstd", ",", false) + "]"));
    write("bzip2.ndjson.bz2", bzipped(mixed("bzip2", "\n", true)));
  }

  void write_bomb() {
    const std::string huge(200'000'000, 'x');
    damage.sound.insert(damage.sound.end(), {"before-bomb", "after-bomb"});
    ++damage.broken;
    write("bomb.jsonl.gz", gzipped(article("before-bomb", random_) + "\n{\"title\":\"" + huge + "\"}\n" +
                                   article("after-bomb", random_)));
  }

  void write_whole_files_of_no_use() {
    using namespace std::string_literals;
    write("utf-16.json", "\xFF\xFE{\0\"\0t\0"s);
    write("packed.json", "PK\x03\x04 and so on");
    write("nothing.json", std::string(5000, '\0'));
    write("text.json", "Not found");
    damage.broken += 4;
  }

  /// What is left of these is not known here.
  void write_torn_files() {
    Writing other(folder_, bytes_ / 2, random_());
    for (const auto& [name, text] :
         {std::pair<std::string, std::string>{"torn.jsonl", other.mixed("torn", "\n", true)},
          {"torn.json", "[" + other.mixed("torn-list", ",", false) + "]"}}) {
      auto torn = text;
      for (std::size_t i = 0; i < torn.size() / 2000 + 1; ++i)
        torn[random_() % torn.size()] = static_cast<char>(random_());
      write(name, torn);
      const auto packed = gzipped(text);
      write("cut-" + name + ".gz", packed.substr(0, packed.size() / 2));
    }
    damage.broken += 2;
  }

  Damage damage;

 private:
  std::filesystem::path folder_;
  std::size_t bytes_;
  Random random_;
};

}  // namespace

Damage write_damaged_articles(const std::filesystem::path& folder, std::size_t bytes, std::uint64_t seed) {
  std::filesystem::create_directories(folder);
  constexpr std::size_t files = 9;
  Writing writing(folder, bytes / files, seed);
  writing.write_sound_kinds();
  writing.write_bomb();
  writing.write_whole_files_of_no_use();
  writing.write_torn_files();
  return writing.damage;
}

}  // namespace morgue
