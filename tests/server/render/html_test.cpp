// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "server/embedded_files.h"

namespace morgue {
namespace {

using testing::HasSubstr;

TEST(Html, IsEscapedUnlessItIsMarked) {
  const View view{{"heading", "<b>&\"'"}, {"detail", "x"}};
  const auto html = html_of("templates/problem.mustache", view);
  EXPECT_THAT(html, HasSubstr("<h1>&lt;b&gt;&amp;&quot;&apos;</h1>"));
  EXPECT_THAT(html, testing::Not(HasSubstr("<b>")));
}

TEST(Html, TakesInOtherTemplates) {
  const auto html = html_of("templates/problem.mustache", View::object());
  EXPECT_THAT(html, testing::StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(html, testing::EndsWith("</html>\n"));
}

TEST(Html, ShowsNoSectionOfAnEmptyText) {
  EXPECT_THAT(html_of("templates/problem.mustache", {{"hint", ""}}),
              testing::Not(HasSubstr("class=\"hint\"")));
  EXPECT_THAT(html_of("templates/problem.mustache", {{"hint", "h"}}), HasSubstr("class=\"hint\""));
}

TEST(Html, NeedsATemplate) { EXPECT_THROW(html_of("templates/no.mustache", {}), std::logic_error); }

TEST(Templates, LetOnlyMarkedHtmlThroughUnescaped) {
  for (const auto& file : embedded_files()) {
    if (!file.name.starts_with("templates/")) continue;
    const std::string_view raw = "{{{marked_html}}}";
    EXPECT_EQ(file.content.find("{{&"), std::string_view::npos) << file.name;
    for (auto at = file.content.find("{{{"); at != std::string_view::npos;
         at = file.content.find("{{{", at + 1))
      EXPECT_EQ(file.content.substr(at, raw.size()), raw) << file.name;
  }
}

TEST(Templates, HoldNoScriptAndNoStyleButOurFiles) {
  constexpr std::string_view ours = "<script src=\"/assets/";
  for (const auto& file : embedded_files()) {
    if (!file.name.starts_with("templates/")) continue;
    for (const auto* banned : {"<style", " style=", " onclick="})
      EXPECT_EQ(file.content.find(banned), std::string_view::npos) << file.name << " " << banned;
    for (auto at = file.content.find("<script"); at != std::string_view::npos;
         at = file.content.find("<script", at + 1))
      EXPECT_EQ(file.content.substr(at, ours.size()), ours) << file.name;
  }
}

TEST(EmbeddedFiles, AreTheRealOnes) {
  ASSERT_NE(find_embedded("assets/style.css"), nullptr);
  EXPECT_THAT(std::string(find_embedded("assets/style.css")->content),
              HasSubstr("prefers-color-scheme: dark"));
  EXPECT_EQ(find_embedded("assets/nothing.css"), nullptr);
}

}  // namespace
}  // namespace morgue
