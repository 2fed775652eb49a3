// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of sites, in several languages, and lines of articles that look like them.
#include "indexer/pages/furniture.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(Furniture, IsKnownByItsWords) {
  for (const auto* line : {"Skip to main content", "SHARE THIS POST", "Share this post:", "» Read more »",
                           "Thumbnail", "Comment this post", "3 min read", "1,204 shares",
                           "Click to share on Twitter (Opens in "
                           "new window)",
                           "© 2021 The Northport Gazette",
                           "Copyright 2021 The Northport Gazette. All rights "
                           "reserved.",
                           "Sign up for our morning newsletter", "Artikel teilen", "Publicité", "Поделиться",
                           "شارك هذا المقال", "Follow us on Twitter"})
    EXPECT_EQ(furniture_of(line), Furniture::line) << line;
  for (const auto* line :
       {"Related articles", "Most read", "You may also like", "Mehr zum Thema:", "Читайте также"})
    EXPECT_EQ(furniture_of(line), Furniture::links) << line;
  for (const auto* line : {"Comments", "Comments (3)", "12 Comments", "Leave a Reply", "5 commentaires"})
    EXPECT_EQ(furniture_of(line), Furniture::comments) << line;
}

TEST(Furniture, IsNoLineOfAnArticle) {
  for (const auto* line :
       {"", "Sharing this post was a mistake, the minister said.", "The comments", "Comments from the crowd",
        "Home is where the ferry is", "Share prices fall", "Thumbnails of the paintings",
        "Copyright in the age of copying", "More in common than they knew",
        "“Share this post,” said the minister.", "Latest news from the front was bad",
        "Following us on the road was a car that nobody had seen before, and it followed us all the way to "
        "the harbour"})
    EXPECT_EQ(furniture_of(line), Furniture::none) << line;
}

}  // namespace
}  // namespace morgue
