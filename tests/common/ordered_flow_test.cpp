// SPDX-License-Identifier: GPL-3.0-or-later
// OrderedFlow: order, bounds and failures, on one thread and on several.
#include "common/ordered_flow.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

namespace morgue {
namespace {

using Flow = OrderedFlow<int, int>;

constexpr std::size_t unbounded = ~std::size_t{0} / 2;

Flow::Work doubled() {
  return [](int given) { return 2 * given; };
}

/// Work that takes longer for some than for those after them.
Flow::Work unevenly_doubled() {
  return [](int given) {
    std::this_thread::sleep_for(std::chrono::microseconds(given % 7 * 50));
    return 2 * given;
  };
}

std::vector<int> doubles(int count) {
  std::vector<int> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), 0);
  for (int& number : numbers) number *= 2;
  return numbers;
}

TEST(OrderedFlow, LetsOutInTheOrderGiven) {
  for (const std::size_t threads : {1u, 2u, 4u}) {
    std::vector<int> out;
    Flow flow(threads, unbounded, unevenly_doubled, [&](int made) { out.push_back(made); });
    for (int i = 0; i < 200; ++i) flow.give(i, 1);
    flow.finish();
    EXPECT_EQ(out, doubles(200)) << threads;
  }
}

TEST(OrderedFlow, HasNoMoreUnderWayThanItMay) {
  std::atomic<std::size_t> under_way{0};
  std::size_t most = 0;
  Flow flow(3, 100, unevenly_doubled, [&](int) { under_way -= 30; });
  for (int i = 0; i < 100; ++i) {
    flow.give(i, 30);
    most = std::max<std::size_t>(most, under_way += 30);
  }
  flow.finish();
  EXPECT_LE(most, 100u + 30u);  // the counting here lags behind by one
}

TEST(OrderedFlow, LetsThroughWhatIsLargerThanItMayHold) {
  std::vector<int> out;
  Flow flow(2, 100, doubled, [&](int made) { out.push_back(made); });
  for (int i = 0; i < 5; ++i) flow.give(i, 1000);
  flow.finish();
  EXPECT_EQ(out, doubles(5));
}

TEST(OrderedFlow, BeginsItsWorkOnceInEachThread) {
  std::atomic<int> begun{0};
  Flow flow(
      3, unbounded,
      [&] {
        ++begun;
        return doubled();
      },
      [](int) {});
  for (int i = 0; i < 50; ++i) flow.give(i, 1);
  flow.finish();
  EXPECT_EQ(begun, 3);
}

Flow::Work failing_at_20() {
  return [](int given) {
    if (given == 20) throw std::runtime_error("20");
    return given;
  };
}

TEST(OrderedFlow, ThrowsWhatTheWorkThrewAndLetsOutNothingAfterIt) {
  for (const std::size_t threads : {1u, 4u}) {
    std::vector<int> out;
    Flow flow(threads, 10, failing_at_20, [&](int made) { out.push_back(made); });
    const auto give_all = [&] {
      for (int i = 0; i < 1000; ++i) flow.give(i, 1);
      flow.finish();
    };
    EXPECT_THROW(give_all(), std::runtime_error) << threads;
    for (const int made : out) EXPECT_LT(made, 20) << threads;
  }
}

TEST(OrderedFlow, ThrowsOnlyOnceWhatIsComingOutIsOut) {
  std::atomic<bool> is_coming_out{false};
  std::atomic<bool> has_failed{false};
  std::atomic<bool> is_out{false};
  const auto work = [&] {
    return [&](int given) {
      if (given == 1) {
        is_coming_out.wait(false);
        has_failed = true;
        has_failed.notify_one();
        throw std::runtime_error("1");
      }
      return given;
    };
  };
  Flow flow(2, unbounded, work, [&](int) {
    is_coming_out = true;
    is_coming_out.notify_one();
    has_failed.wait(false);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    is_out = true;
  });
  const auto give_until_it_throws = [&] {
    for (int i = 0; i < 1'000'000; ++i) flow.give(i, 1);
  };
  EXPECT_THROW(give_until_it_throws(), std::runtime_error);
  EXPECT_TRUE(is_out);
}

TEST(OrderedFlow, ThrowsWhatLettingOutThrew) {
  for (const std::size_t threads : {1u, 4u}) {
    int last = 0;
    Flow flow(threads, 10, doubled, [&](int made) {
      last = made;
      if (made == 40) throw std::runtime_error("full");
    });
    const auto give_all = [&] {
      for (int i = 0; i < 1000; ++i) flow.give(i, 1);
      flow.finish();
    };
    EXPECT_THROW(give_all(), std::runtime_error) << threads;
    EXPECT_EQ(last, 40) << threads;
  }
}

TEST(OrderedFlow, ThrowsWhereItsWorkCannotBegin) {
  for (const std::size_t threads : {1u, 2u}) {
    const auto give_all = [&] {
      Flow flow(
          threads, 10, []() -> Flow::Work { throw std::runtime_error("no"); }, [](int) {});
      for (int i = 0; i < 100; ++i) flow.give(i, 1);
      flow.finish();
    };
    EXPECT_THROW(give_all(), std::runtime_error) << threads;
  }
}

TEST(OrderedFlow, EndsWithoutBeingFinished) {
  std::atomic<int> out{0};
  {
    Flow flow(2, unbounded, unevenly_doubled, [&](int) { ++out; });
    for (int i = 0; i < 1000; ++i) flow.give(i, 1);
  }
  EXPECT_LT(out, 1000);
}

}  // namespace
}  // namespace morgue
