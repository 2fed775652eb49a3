// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the translation of what Xapian and the disk refuse.
#include "common/index/xapian_errors.h"

#include <gmock/gmock.h>

#include <cerrno>

#include "common/index/storage_error.h"

namespace morgue {
namespace {

using ::testing::HasSubstr;

TEST(XapianErrors, HaveAKindOfOurs) {
  EXPECT_EQ(to_error(Xapian::DatabaseCorruptError("x"), "doing").kind(), ErrorKind::storage);
  EXPECT_EQ(to_error(Xapian::DatabaseVersionError("x"), "doing").kind(), ErrorKind::incompatible);
  EXPECT_EQ(to_error(Xapian::DatabaseLockError("x"), "doing").kind(), ErrorKind::locked);
  EXPECT_EQ(to_error(Xapian::InvalidArgumentError("x"), "doing").kind(), ErrorKind::storage);
}

TEST(XapianErrors, TellWhatWasDoneAndWhatHappened) {
  const Error error =
      to_error(Xapian::DatabaseError("Error writing block 5", "", ENOSPC), "cannot commit to A");
  EXPECT_STREQ(error.what(), "cannot commit to A: Error writing block 5 (No space left on device)");
  EXPECT_THAT(error.hint(), HasSubstr("make room"));
}

TEST(XapianErrors, SayHowToMendACorruptArchive) {
  EXPECT_THAT(to_error(Xapian::DatabaseCorruptError("x"), "doing").hint(), HasSubstr("--rebuild"));
}

TEST(XapianErrors, LetDatabaseModifiedPassForThoseWhoRetry) {
  const auto modified = [] { throw Xapian::DatabaseModifiedError("x"); };
  const auto corrupt = [] { throw Xapian::DatabaseCorruptError("x"); };
  EXPECT_THROW(with_xapian_errors("doing", modified), Xapian::DatabaseModifiedError);
  EXPECT_THROW(with_xapian_errors("doing", corrupt), Error);
  EXPECT_EQ(with_xapian_errors("doing", [] { return 7; }), 7);
}

TEST(StorageErrors, GiveAHintForWhatAPersonCanMend) {
  EXPECT_THAT(storage_error("cannot write A", ENOSPC).hint(), HasSubstr("make room"));
  EXPECT_THAT(storage_error("cannot write A", EACCES).hint(), HasSubstr("account"));
  EXPECT_THAT(storage_error("cannot write A", EROFS).hint(), HasSubstr("read-only"));
  EXPECT_STREQ(storage_error("cannot write A", EACCES).what(), "cannot write A: Permission denied");
}

TEST(StorageErrors, AreMadeOfWhatTheFileSystemThrows) {
  const auto missing = [] { return std::filesystem::file_size("/nowhere/at/all"); };
  try {
    with_file_errors("cannot look at A", missing);
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::storage);
    EXPECT_STREQ(error.what(), "cannot look at A: No such file or directory");
  }
}

}  // namespace
}  // namespace morgue
