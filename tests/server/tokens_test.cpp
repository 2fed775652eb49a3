// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "common/error.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

// printf %s secret | sha256sum
constexpr const char* hash_of_secret = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
// printf %s other | sha256sum
constexpr const char* hash_of_other = "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa";

class TokensFile : public testing::Test {
 protected:
  std::string with(const std::string& text) const {
    const auto path = directory_.path("tokens");
    std::ofstream(path) << text;
    return path;
  }

 private:
  const testing_support::TemporaryDirectory directory_;
};

TEST_F(TokensFile, HoldsTheTokensWhoseHashesItNames) {
  const auto tokens = Tokens::from_file(
      with(std::string("# people\n\nann ") + hash_of_secret + "\n  bo\t" + hash_of_other + "  \n"));
  EXPECT_EQ(tokens.size(), 2U);
  for (const auto* token : {"secret", "other"}) EXPECT_TRUE(tokens.hold(token)) << token;
  for (const auto* token : {"", "Secret", "secret ", "ann", hash_of_secret})
    EXPECT_FALSE(tokens.hold(token)) << token;
}

TEST_F(TokensFile, NamesTheLineThatIsWrong) {
  for (const auto& line :
       {std::string("ann"), std::string("ann secret"), "ann " + std::string(64, 'g'),
        std::string("ann ") + hash_of_secret + " more", std::string("ann ") + hash_of_secret + "00"}) {
    try {
      Tokens::from_file(with("# one\n" + line + "\n"));
      FAIL() << line;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_THAT(error.what(), testing::HasSubstr("line 2: ")) << line;
      EXPECT_THAT(error.hint(), testing::HasSubstr("sha256sum"));
    }
  }
  EXPECT_THROW(Tokens::from_file("/nowhere/tokens"), Error);
}

TEST(BearerToken, IsWhatFollowsTheScheme) {
  EXPECT_EQ(bearer_token("Bearer secret"), "secret");
  EXPECT_EQ(bearer_token("bearer   secret"), "secret");
  for (const auto* header : {"", "Bearer", "Bearer ", "Basic secret", "secret"})
    EXPECT_EQ(bearer_token(header), "") << header;
}

}  // namespace
}  // namespace morgue
