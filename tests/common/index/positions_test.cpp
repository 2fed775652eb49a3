// SPDX-License-Identifier: GPL-3.0-or-later
// Where words stand, kept in a database: by chunks that grow, shrink and split.
#include <gtest/gtest.h>

#include <random>

#include "common/error.h"
#include "common/index/positions/position_code.h"
#include "common/index/positions/position_list.h"
#include "common/index/positions/position_writer.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

using testing_support::TemporaryDirectory;

using Codes = std::map<std::uint32_t, std::string>;  // by docid

Codes read(const Xapian::Database& database, const std::string& form) {
  Codes codes;
  for (PositionList list(database, form); list.next();) codes[list.docid()] = list.code();
  return codes;
}

std::map<std::string, std::string> metadata_of(const Xapian::Database& database) {
  std::map<std::string, std::string> all;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    all[*key] = database.get_metadata(*key);
  return all;
}

class Positions : public ::testing::Test {
 protected:
  void put(const std::string& form, const Codes& codes) {
    for (const auto& [docid, code] : codes) writer_.set(docid, form, code);
    writer_.write(database_);
  }

  TemporaryDirectory room_;
  Xapian::WritableDatabase database_{(room_ / "database").string(), Xapian::DB_CREATE};
  PositionWriter writer_;
};

TEST(PositionCode, HoldsThePositionsOfEachField) {
  const auto at = [](Field field, std::uint32_t word) {
    return schema::position_ranges[schema::position_range_of(field)].first + word;
  };
  const std::vector<std::uint32_t> all{at(Field::body, 0),   at(Field::body, 1),    at(Field::body, 300),
                                       at(Field::title, 2),  at(Field::person, 0),  at(Field::person, 102),
                                       at(Field::author, 7), at(Field::author, 207)};
  std::string code;
  append_position_code(code, all.data(), all.size());
  const auto in = [&](Field field) {
    std::vector<std::uint32_t> positions;
    append_positions(positions, code, field);
    return positions;
  };
  using List = std::vector<std::uint32_t>;
  EXPECT_EQ(in(Field::body), List(all.begin(), all.begin() + 3));
  EXPECT_EQ(in(Field::title), List(all.begin() + 3, all.begin() + 4));
  EXPECT_EQ(in(Field::person), List(all.begin() + 4, all.begin() + 6));
  EXPECT_EQ(in(Field::author), List(all.begin() + 6, all.end()));
  EXPECT_EQ(in(Field::any), List(all.begin(), all.begin() + 6));
  for (const std::uint32_t position : all) {
    std::string one, put(longest_position_code, '\0');
    append_position_code(one, &position, 1);
    put.resize(static_cast<std::size_t>(put_position_code(put.data(), position) - put.data()));
    EXPECT_EQ(put, one) << position;
  }
}

TEST(PositionCode, TellsInWhichFieldsItIs) {
  constexpr std::array fields{Field::body, Field::title, Field::person, Field::author};
  for (unsigned chosen = 1; chosen < 1u << fields.size(); ++chosen) {
    std::vector<std::uint32_t> positions;
    for (std::size_t i = 0; i < fields.size(); ++i)
      if ((chosen >> i & 1) != 0)
        for (const std::uint32_t word : {0u, 200u})
          positions.push_back(schema::position_ranges[schema::position_range_of(fields[i])].first + word);
    std::string code;
    append_position_code(code, positions.data(), positions.size());
    for (std::size_t i = 0; i < fields.size(); ++i)
      EXPECT_EQ(stands_in(fields[i], code), (chosen >> i & 1) != 0) << chosen << " " << i;
    EXPECT_EQ(stands_in(Field::any, code), (chosen & 7) != 0) << chosen;
  }
}

TEST(PositionCode, IsRefusedWhereItIsDamaged) {
  std::vector<std::uint32_t> positions;
  EXPECT_THROW(append_positions(positions, "\x05\x80", Field::any), Error);
  EXPECT_THROW(append_positions(positions, "\xff\xff\xff\xff\xff\xff", Field::any), Error);
}

TEST_F(Positions, AreReadAsTheyWerePut) {
  EXPECT_EQ(read(database_, "fog"), Codes{});
  put("fog", {{3, "c"}, {1, "a"}, {70'000, "long"}});
  put("fo", {{2, "b"}});
  EXPECT_EQ(read(database_, "fog"), (Codes{{1, "a"}, {3, "c"}, {70'000, "long"}}));
  EXPECT_EQ(read(database_, "fo"), (Codes{{2, "b"}}));
  put("fog", {{3, ""}, {1, "A"}, {70'000, ""}, {9, ""}});
  EXPECT_EQ(read(database_, "fog"), (Codes{{1, "A"}}));
  put("fog", {{1, ""}});
  put("fo", {{2, ""}});
  EXPECT_EQ(metadata_of(database_).size(), 0u);
}

TEST_F(Positions, LieAlikeHoweverManyCameAtOnce) {
  Codes all;
  for (std::uint32_t docid = 1; docid < 5000; docid += 1 + docid % 3)
    all[docid] = std::string(docid % 19 + 1, 'x');
  put("fog", all);
  Xapian::WritableDatabase one_by_one((room_ / "one by one").string(), Xapian::DB_CREATE);
  for (const auto& [docid, code] : all) {
    writer_.set(docid, "fog", code);
    writer_.write(one_by_one);
  }
  EXPECT_GT(metadata_of(database_).size(), 5u);
  EXPECT_EQ(metadata_of(one_by_one), metadata_of(database_));
}

TEST_F(Positions, AreWhatALongRunOfChangesLeaves) {
  std::mt19937 engine(20261126);
  Codes expected;
  for (int turn = 0; turn < 120; ++turn) {
    Codes changes;
    for (auto left = engine() % 150; left > 0; --left)
      changes[1 + engine() % 3000] = std::string(engine() % 3 == 0 ? 0 : engine() % 60, 'x');
    for (const auto& [docid, code] : changes) {
      if (code.empty()) expected.erase(docid);
      else expected[docid] = code;
    }
    put("fog", changes);
    ASSERT_EQ(read(database_, "fog"), expected) << turn;
    PositionList list(database_, "fog");
    for (std::uint32_t wanted = 1 + engine() % 40; wanted < 3100; wanted += 1 + engine() % 300) {
      const auto there = expected.lower_bound(wanted);
      ASSERT_EQ(list.skip_to(wanted), there != expected.end()) << turn << ' ' << wanted;
      if (there == expected.end()) break;
      ASSERT_EQ(list.docid(), there->first) << turn << ' ' << wanted;
      ASSERT_EQ(list.code(), there->second) << turn << ' ' << wanted;
    }
  }
  for (const auto& [key, chunk] : metadata_of(database_)) EXPECT_LE(key.size() + chunk.size(), 2000u);
}

TEST_F(Positions, OfOneWordInAnArticleMayTakeMuchRoom) {
  put("fog", {{1, "a"}, {2, std::string(3u << 20, 'x')}, {3, "c"}});
  EXPECT_EQ(read(database_, "fog"), (Codes{{1, "a"}, {2, std::string(3u << 20, 'x')}, {3, "c"}}));
}

TEST_F(Positions, AreRefusedWhereTheyAreDamaged) {
  put("fog", {{1, "a"}, {2, "b"}});
  const std::string key = metadata_of(database_).begin()->first;
  for (const auto* chunk : {"\x01\x05"
                            "a",
                            "\x80"}) {
    database_.set_metadata(key, chunk);
    EXPECT_THROW(read(database_, "fog"), Error);
  }
}

}  // namespace
}  // namespace morgue
