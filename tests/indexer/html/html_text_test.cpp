// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/html/html_text.h"

#include <gmock/gmock.h>
#include <libxml/tree.h>

#include "indexer/html/html_document.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(HtmlText, GivesTheParagraphsThatAReaderSees) {
  const struct {
    std::string html;
    std::string text;
  } rows[] = {
      {"<p>The ferry sailed.</p><p>Fog came.</p>", "The ferry sailed.\n\nFog came."},
      {"The ferry <b>sai</b>led\n  at <i>dawn</i>.", "The ferry sailed at dawn."},
      {"<h2>Harbour</h2>Closed<div>since <a href='x'>Monday</a></div>", "Harbour\n\nClosed\n\nsince Monday"},
      {"One<br>two<br/>three<br><br>four", "One\ntwo\nthree\n\nfour"},
      {"Due:<ul><li>rope</li><li>two <b>lamps</b></li></ul>Soon.", "Due:\n\nrope\ntwo lamps\n\nSoon."},
      {"<table><tr><th>Port<th>Ships<tr><td>Old<td>3</table>", "Port Ships\nOld 3"},
      {"<pre>a  b\nc</pre>", "a b\nc"},
      {"Caf&eacute; &amp; bar &#8211; &quot;M&#xF8;re&quot;&nbsp;&lt;b&gt;", "Café & bar – \"Møre\" <b>"},
      {"<p>a</p><script>var x = '<p>no</p>';</script><style>p{}</style><!-- no --><p>b</p>", "a\n\nb"},
      {"<form>Name<input value=x><button>Send</button><select><option>no</select></form>", "Name"},
      {"<p>unclosed <b>bold<p>next", "unclosed bold\n\nnext"},
      {"<section><p>Für <em>Lucien</em></p></section>", "Für Lucien"},
      {"<p></p><p> &nbsp; </p><br><br><br>", ""},
      {"a < b and 3 > 2", "a < b and 3 > 2"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(html_text(row.html), row.text) << row.html;
}

TEST(HtmlText, PutsATitleOnOneLine) {
  EXPECT_EQ(html_line(" Fog &amp;\n gulls<br>at <i>the</i> pier "), "Fog & gulls at the pier");
}

TEST(HtmlText, ReadsAllOfATextHoweverDeepItNests) {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  html += "deep";
  for (int i = 0; i < 100'000; ++i) html += "</div>";
  EXPECT_THAT(html_paragraphs(html + "<p>after"), ElementsAre("deep", "after"));
}

TEST(HtmlText, LosesNothingToANulOrAnotherEncodingThatTheTextClaims) {
  using namespace std::string_literals;
  EXPECT_THAT(html_paragraphs("<p>be\0fore<p>after"s), ElementsAre(testing::_, "after"));
  EXPECT_EQ(html_text("<meta charset=iso-8859-1><p>Møre</p>"), "Møre");
}

TEST(HtmlText, ReadsOneNodeOfATree) {
  const HtmlDocument document("<p>one</p><p>two</p><p>three</p>");
  const xmlNode* body = document.root()->children;
  EXPECT_THAT(html_paragraphs(*body->children->next), ElementsAre("two"));
  EXPECT_THAT(html_paragraphs(*body), ElementsAre("one", "two", "three"));
}

TEST(HtmlText, HasNoParagraphsOfNothing) {
  EXPECT_THAT(html_paragraphs(""), IsEmpty());
  EXPECT_THAT(html_paragraphs("<!-- -->"), IsEmpty());
}

}  // namespace
}  // namespace morgue
