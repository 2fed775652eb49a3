// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed inputs: sound, in several parts, cut off, damaged, and far larger than memory.
#include "indexer/inputs/decoded_stream.h"

#include <gmock/gmock.h>

#include <functional>
#include <sstream>

#include "indexer/inputs/read_input.h"
#include "tests/indexer/inputs/compressed.h"
#include "tests/indexer/inputs/recording_sink.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

struct Packer {
  std::string name;
  std::function<std::string(std::string)> pack;
};
const std::vector<Packer> packers{{"gzip", gzipped}, {"bzip2", bzipped}, {"zstd", zstd_compressed}};

std::string decoded(const std::string& text) {
  std::istringstream raw(text);
  DecodedStream stream(raw);
  std::ostringstream result;
  result << stream.rdbuf();
  EXPECT_EQ(stream.fault(), "");
  return result.str();
}

RecordingSink read_decoded(const std::string& text) {
  std::istringstream raw(text);
  RecordingSink sink;
  read_stream(raw, "news.json", InputKind::by_content, sink);
  return sink;
}

std::string lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "{\"title\":\"t" + std::to_string(i) + "\"}\n";
  return text;
}

TEST(DecodedStream, GivesEveryTextAsItWas) {
  for (const auto& text : {std::string(), std::string("fog"), lines(20'000)}) {
    EXPECT_EQ(decoded(text), text);
    for (const auto& packer : packers) EXPECT_EQ(decoded(packer.pack(text)), text) << packer.name;
  }
}

TEST(DecodedStream, GoesOnThroughSeveralStreamsAndPadding) {
  for (const auto& packer : packers) {
    const auto one = packer.pack("one ");
    EXPECT_EQ(decoded(one + packer.pack("") + packer.pack("two") + std::string(5000, '\0')), "one two")
        << packer.name;
  }
}

TEST(DecodedStream, ReadsZstdBehindAFrameToSkip) {
  using namespace std::string_literals;
  EXPECT_EQ(decoded("\x50\x2A\x4D\x18\x03\0\0\0abc"s + zstd_compressed("fog")), "fog");
}

TEST(DecodedStream, ShowsItsBeginning) {
  std::istringstream raw(gzipped("fog and gulls"));
  DecodedStream stream(raw);
  EXPECT_EQ(stream.beginning(), "fog and ");
  std::string word;
  stream >> word;
  EXPECT_EQ(word, "fog");
}

TEST(CompressedInput, IsKnownByItsContent) {
  for (const auto& packer : packers) {
    const auto sink = read_decoded(packer.pack("[{\"title\":\"a\"},\n{\"title\":\"b\"}]"));
    EXPECT_THAT(sink.titles, ElementsAre("a", "b")) << packer.name;
    EXPECT_THAT(sink.places_in_short(), ElementsAre("1:1", "2:16")) << "places are those of the text";
  }
}

TEST(CompressedInput, KeepsWhatIsBeforeTheCut) {
  constexpr std::size_t count = 10'000;
  for (const auto& packer : packers) {
    const auto whole = packer.pack(lines(count));
    const auto sink = read_decoded(whole.substr(0, whole.size() - 3));
    ASSERT_EQ(sink.faults.size(), 1u) << packer.name;
    EXPECT_EQ(sink.faults[0].code, "damaged");
    EXPECT_THAT(sink.faults[0].reason,
                StartsWith("the compressed data ends too early (" + packer.name + ")"));
    EXPECT_EQ(sink.faults[0].place.input, "news.json");
    EXPECT_GE(sink.titles.size(), packer.name == "gzip" ? count : 0u);
    EXPECT_GE(sink.faults[0].place.line, sink.titles.size());
  }
}

TEST(CompressedInput, KeepsWhatIsBeforeWhatIsNoCompressedData) {
  for (const auto& packer : packers) {
    const auto sink = read_decoded(packer.pack(lines(3)) + "something else");
    EXPECT_THAT(sink.titles, ElementsAre("t0", "t1", "t2")) << packer.name;
    ASSERT_EQ(sink.faults.size(), 1u) << packer.name;
    EXPECT_THAT(sink.faults[0].reason, StartsWith("the compressed data is damaged (" + packer.name + ")"));
  }
}

TEST(CompressedInput, SurvivesDamageAnywhere) {
  for (const auto& packer : packers) {
    const auto whole = packer.pack(lines(200));
    for (std::size_t at = 10; at < whole.size(); at += whole.size() / 40 + 1) {
      auto damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      const auto sink = read_decoded(damaged);
      EXPECT_LE(sink.titles.size(), 200u);
      for (const auto& fault : sink.faults) EXPECT_NE(fault.reason, "");
    }
  }
}

// A hundred kilobytes that are a hundred megabytes.
TEST(CompressedInput, IsNeverHeldWhole) {
  constexpr std::size_t huge = 129 * 1024 * 1024;
  const auto sink =
      read_decoded(gzipped("{\"title\":\"a\"}\n" + std::string(huge / 10, ' ')) +
                   gzipped("\n{\"title\":\"" + std::string(huge, 'x') + "\"}\n{\"title\":\"b\"}\n"));
  EXPECT_THAT(sink.titles, ElementsAre("a", "b"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre(StartsWith("too_large@3:")));
}

}  // namespace
}  // namespace morgue
