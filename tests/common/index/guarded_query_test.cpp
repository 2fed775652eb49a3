// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the guard against Xapian's all-documents term (XAPIAN.md 1).
#include "common/index/guarded_query.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

constexpr Xapian::doccount all_articles = 5000;  // more than one chunk of document lengths
constexpr Xapian::docid gap = 2500;

enum class Order { by_weight, by_value, unweighted };
constexpr std::array orders{Order::by_weight, Order::by_value, Order::unweighted};

// "all" stands in every document, "some" in every tenth; one document is gone.
class GuardedQuery : public ::testing::Test {
 protected:
  GuardedQuery() {
    Xapian::WritableDatabase writer((directory_ / "database").string(), Xapian::DB_CREATE);
    for (Xapian::docid id = 1; id <= all_articles; ++id) {
      Xapian::Document document;
      document.add_boolean_term("all");
      document.add_term("word", 1 + id % 7);
      if (id % 10 == 1) document.add_boolean_term("some");
      document.add_value(0, std::string(1, static_cast<char>('a' + id % 20)));
      writer.add_document(document);
    }
    writer.commit();
    writer.delete_document(gap);
    writer.commit();
    database_ = Xapian::Database((directory_ / "database").string());
  }

  Xapian::doccount found(const Xapian::Query& query, Order order) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    if (order == Order::by_value) enquire.set_sort_by_value(0, true);
    if (order == Order::unweighted) enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, all_articles).size();
  }

  Xapian::Query filter(const std::string& term) const { return term_filter(database_, term); }

  testing_support::TemporaryDirectory directory_;
  Xapian::Database database_;
};

TEST_F(GuardedQuery, IsNeededHere) {
  const Xapian::Query unguarded(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query("all"), 0.0);
  try {
    found(unguarded, Order::by_value);
    GTEST_SKIP() << "Xapian " << Xapian::version_string() << " does without: the guard may go";
  } catch (const Xapian::DatabaseCorruptError&) {
  }
}

TEST_F(GuardedQuery, FiltersByATermOfEveryDocument) {
  const Xapian::Query word = filter("word");
  for (const Order order : orders) {
    EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_FILTER, word, filter("all")), order), all_articles - 1);
    EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_FILTER, filter("some"), filter("all")), order), 500u);
    EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, filter("all"), 0.0), order),
              all_articles - 1);
    EXPECT_EQ(found(filter("all"), order), all_articles - 1);
  }
}

TEST_F(GuardedQuery, CombinesATermOfEveryDocument) {
  const auto combined = [](Xapian::Query::op op, const Xapian::Query& one, const Xapian::Query& other) {
    return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(op, one, other), 0.0);
  };
  for (const Order order : orders) {
    EXPECT_EQ(found(combined(Xapian::Query::OP_OR, filter("some"), filter("all")), order), all_articles - 1);
    EXPECT_EQ(found(combined(Xapian::Query::OP_AND, filter("some"), filter("all")), order), 500u);
    EXPECT_EQ(found(combined(Xapian::Query::OP_AND_NOT, filter("all"), filter("some")), order),
              all_articles - 501);
    EXPECT_EQ(found(combined(Xapian::Query::OP_AND_NOT, filter("some"), filter("all")), order), 0u);
  }
}

TEST_F(GuardedQuery, IsThePlainTermOtherwise) {
  EXPECT_EQ(filter("some").get_description(), Xapian::Query("some").get_description());
  EXPECT_TRUE(filter("none").empty());
  EXPECT_EQ(found(filter("none"), Order::by_weight), 0u);
  EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_AND_NOT, filter("some"), filter("none")), Order::by_weight),
            500u);
  EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_OR, filter("some"), filter("none")), Order::by_weight),
            500u);
}

}  // namespace
}  // namespace morgue
