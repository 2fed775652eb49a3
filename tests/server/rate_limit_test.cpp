// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rate_limit.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

using namespace std::chrono_literals;
const RateLimit::Clock::time_point start{1000s};

int allowed(RateLimit& limit, const std::string& address, RateLimit::Clock::time_point now, int tries) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += limit.allows(address, now);
  return count;
}

TEST(RateLimit, AllowsTenSecondsWorthAtOnceAndThenItsRate) {
  RateLimit limit(2);
  EXPECT_EQ(allowed(limit, "a", start, 100), 20);
  EXPECT_EQ(allowed(limit, "a", start + 3s, 100), 6);
  EXPECT_EQ(allowed(limit, "a", start + 1h, 100), 20);
}

TEST(RateLimit, CountsEachAddressByItself) {
  RateLimit limit(1);
  EXPECT_EQ(allowed(limit, "1.2.3.4", start, 100), 10);
  EXPECT_EQ(allowed(limit, "1.2.3.5", start, 100), 10);
  EXPECT_EQ(allowed(limit, "2001:db8::1", start, 5), 5);
  EXPECT_EQ(allowed(limit, "2001:db8::2:1", start, 100), 5) << "of one network";
}

TEST(RateLimit, DoesNotGrowWithoutEnd) {
  RateLimit limit(1, 1000);
  for (int i = 0; i < 5000; ++i) EXPECT_TRUE(limit.allows(std::to_string(i), start + i * 1ms));
  EXPECT_LE(limit.addresses(), 1000U);
}

TEST(RateLimit, ForgetsFirstWhoHasBeenSilent) {
  RateLimit limit(1, 4);
  EXPECT_EQ(allowed(limit, "busy", start, 100), 10);
  for (const auto* silent : {"a", "b", "c"}) EXPECT_TRUE(limit.allows(silent, start - 1min));
  EXPECT_TRUE(limit.allows("new", start));
  EXPECT_FALSE(limit.allows("busy", start));
}

TEST(CountedAs, IsTheAddressOrItsNetwork) {
  EXPECT_EQ(counted_as("1.2.3.4"), "1.2.3.4");
  EXPECT_EQ(counted_as("::ffff:1.2.3.4"), "1.2.3.4");
  EXPECT_EQ(counted_as("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(counted_as(""), "");
}

}  // namespace
}  // namespace morgue
