// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of many layouts tell their story and nothing else; pages without one are refused.
#include "indexer/pages/html_page.h"

#include <gmock/gmock.h>

#include "common/article/article_json.h"
#include "indexer/pages/page_charset.h"
#include "tests/indexer/pages/pages.h"

namespace morgue {
namespace {

using testing::ElementsAre;

TEST(HtmlPage, TellsItsStoryInEveryLayout) {
  const std::string share = "<div class=share-bar><a href=x>Share on Facebook</a> <a href=y>Tweet</a></div>";
  const std::string comments =
      "<section id=comments><h2>3 comments</h2><div class=comment><p>I do not believe a word of what the "
      "harbour master "
      "says here, and nobody else on the island does.</p></div><div class=comment><p>The ferry should have "
      "sailed, as it "
      "did in every storm of the last forty years, says my father.</p></div></section>";
  const std::vector<std::pair<const char*, std::string>> pages{
      {"blog", article_page("<div class=entry-content>" + story_in_p() + share + "</div>" + comments)},
      {"share lines between",
       article_page(p(opening) + share + p("Advertisement") + p(middle) + p(short_one) + p(closing))},
      {"opening apart", article_page("<div class=lead>" + p(opening) + "</div><div class=text>" + p(middle) +
                                     p(short_one) + p(closing) + "</div>")},
      {"sections", article_page("<section>" + p(opening) + "</section><section>" + p(middle) + p(short_one) +
                                "</section><section>" + p(closing) + "</section>")},
      {"line breaks", article_page("<div>" + opening + "<br><br>" + middle + "<br /><br />" + short_one +
                                   "<br>\n<br>" + closing + "</div>")},
      {"divs", html("<title>" + headline + "</title>",
                    "<div id=top>" + site_menu + "</div><div id=c><h1>" + headline + "</h1><div>" + opening +
                        "</div><div>" + middle + "</div><div>" + short_one + "</div><div>" + closing +
                        "</div></div>" + site_footer)},
      {"table layout", html("<title>" + headline + "</title>",
                            "<table><tr><td><a href=1>Home</a><br><a href=2>Harbour</a><br><a href=3>The "
                            "islands in the north</a></td>"
                            "<td><h1>" +
                                headline + "</h1>" + story_in_p() + "</td></tr></table>")},
      {"everything twice",
       article_page(story_in_p() + "</article><article><h2>" + headline + "</h2>" + story_in_p())},
      {"figures", article_page(p(opening) +
                               "<figure><img src=x><figcaption>The ferry in the harbour of Northport on "
                               "Monday morning. Photo: Jan de Wit.</figcaption></figure>" +
                               p(middle) + p(short_one) + p(closing))},
      {"newsletter", article_page(p(opening) + p(middle) +
                                  "<div class=newsletter-signup><p>Get the news of the harbour in your inbox "
                                  "every morning, before the first ferry sails.</p></div>" +
                                  p(short_one) + p(closing))},
      {"related",
       article_page(story_in_p() +
                    "<h3>Related articles</h3><ul><li><a href=1>Gull steals a hat from mayor</a></ul>")},
      {"hidden", article_page(story_in_p() + "<p style='display: none'>This paragraph is not shown to "
                                             "anybody who reads the page in a browser.</p>")},
      {"unclosed", "<title>" + headline + "</title><h1>" + headline + "</h1><p>" + opening + "<p>" + middle +
                       "<p>" + short_one + "<p>" + closing},
      {"script", article_page("<script>var a = '<p>The ferry is not what it was, and nobody knows why that "
                              "is so.</p>';</script>" +
                              story_in_p())},
  };
  for (const auto& [layout, page] : pages) {
    const auto article = article_of_html(page);
    EXPECT_EQ(article.title, headline) << layout;
    EXPECT_EQ(article.body, told()) << layout;
  }
}

TEST(HtmlPage, KeepsHeadingsListsAndQuotes) {
  const auto article =
      article_of_html(article_page(p(opening) + "<h2>What happens next</h2>" + p(middle) +
                                   "<ul><li>The ferry waits</li><li>The crew sleeps</li></ul><blockquote>" +
                                   p("“A storm is a storm.”") + "</blockquote>" + p(closing)));
  EXPECT_EQ(article.body, opening + "\n\nWhat happens next\n\n" + middle +
                              "\n\nThe ferry waits\nThe crew sleeps\n\n“A storm is a storm.”\n\n" + closing);
}

TEST(HtmlPage, KeepsThePostsOfALiveBlog) {
  const auto post = [](const std::string& time, const std::string& text) {
    return "<div class=live-post><h3>" + time + "</h3>" + p(text) + "</div>";
  };
  const auto article = article_of_html(article_page(post("10:30 Storm reaches the quay", opening) +
                                                    post("11:00 Ferry waits", middle) +
                                                    post("11:30 Soup and bread", closing)));
  EXPECT_EQ(article.body, "10:30 Storm reaches the quay\n\n" + opening + "\n\n11:00 Ferry waits\n\n" +
                              middle + "\n\n11:30 Soup and bread\n\n" + closing);
}

TEST(HtmlPage, ReadsOtherScriptsAndEncodings) {
  const std::string russian =
      "Паром на дальние острова не вышел в понедельник, потому что ночью переменился ветер, сообщил капитан "
      "порта.";
  const std::string arabic =
      "لم تبحر العبارة إلى الجزر البعيدة يوم الاثنين لأن الريح تغيرت في الليل، بحسب ما قالته مديرة الميناء "
      "للصحفيين.";
  const std::string cp1251 =
      "<html lang=ru><meta charset=windows-1251><title>\xCF\xE0\xF0\xEE\xEC</title><h1>\xCF\xE0\xF0\xEE\xEC "
      "\xED\xE5 \xE2\xFB\xF8\xE5\xEB</h1>"
      "<p>\xCF\xE0\xF0\xEE\xEC \xED\xE0 \xE4\xE0\xEB\xFC\xED\xE8\xE5 \xEE\xF1\xF2\xF0\xEE\xE2\xE0 \xED\xE5 "
      "\xE2\xFB\xF8\xE5\xEB.</p>";
  auto article = article_of_html(page_as_utf8(cp1251));
  EXPECT_EQ(article.title, "Паром не вышел");
  EXPECT_EQ(article.body, "Паром на дальние острова не вышел.");
  EXPECT_EQ(article.language, "ru");
  article = article_of_html("<html lang=ar dir=rtl><h1>العبارة في الميناء</h1><p>" + arabic +
                            "</p><p>شارك هذا المقال</p>");
  EXPECT_EQ(article.body, arabic);
  article = article_of_html("<html lang=ru><h1>Паром не вышел</h1><p>" + russian + "</p><p>Поделиться</p>");
  EXPECT_EQ(article.body, russian);
}

TEST(HtmlPage, TakesItsFactsFromTheBestPlace) {
  const std::string linked =
      R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":")" +
      headline +
      R"(","datePublished":"2021-07-14T10:30:00Z","dateModified":"2021-07-15","author":[{"@type":"Person","name":"By Anna Roth and Jan de Wit"}],"publisher":{"name":"The Gazette"},"articleSection":"Harbour",}]}</script>)";
  auto article = article_of_html(
      html(linked + "<link rel=canonical href=https://example.org/ferry><meta name=author content=Nobody>",
           "<h1>" + headline + "</h1>" + story_in_p()));
  EXPECT_EQ(article.published, "2021-07-14T10:30:00Z");
  EXPECT_EQ(article.updated, "2021-07-15");
  EXPECT_THAT(article.authors, ElementsAre("Anna Roth", "Jan de Wit"));
  EXPECT_EQ(article.source, "The Gazette");
  EXPECT_EQ(article.section, "Harbour");
  EXPECT_EQ(article.url, "https://example.org/ferry");
  EXPECT_EQ(article.language, "en-GB");
  article = article_of_html(html("<meta property=og:title content=\"" + headline +
                                     " - The Gazette\"><meta property=og:site_name content=\"The Gazette\">"
                                     "<meta property=article:published_time content=2021-07-14><meta "
                                     "property=article:section content=Harbour>"
                                     "<meta name=author content=\"By Anna Roth\"><meta property=og:url "
                                     "content=https://example.org/ferry>",
                                 "<h1>" + headline + "</h1>" + story_in_p()));
  EXPECT_EQ(article.title, headline);
  EXPECT_EQ(article.published, "2021-07-14");
  EXPECT_THAT(article.authors, ElementsAre("Anna Roth"));
  article = article_of_html(html(
      "<title>" + headline + " - Gazette</title>",
      "<h1>" + headline + "</h1><p class=byline>By Anna Roth</p><div>14 July 2021</div>" + story_in_p()));
  EXPECT_EQ(article.title, headline);
  EXPECT_EQ(article.published, "2021-07-14");
  EXPECT_THAT(article.authors, ElementsAre("Anna Roth"));
  EXPECT_EQ(article.body, told());
}

TEST(HtmlPage, HasTheTitleThatItsReaderSees) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"<title>The Northport Gazette</title>", "<h1>" + headline + "</h1>"},
      {"<title>" + headline + " - The Northport Gazette</title>",
       "<h1>The Northport Gazette</h1><h2>" + headline + "</h2>"},
      {"<title>" + headline + " | Gazette</title>", ""},
      {"<meta property=og:title content='" + headline + "'><title>x</title>",
       "<h1>Harbour news of today</h1>"},
      {"<meta property=og:site_name content=Gazette><meta property=og:title content='Gazette - " + headline +
           "'>",
       ""},
  };
  for (const auto& [head, above] : rows)
    EXPECT_EQ(article_of_html(html(head, above + story_in_p())).title, headline) << head << above;
}

TEST(HtmlPage, TakesTheTextOfLinkedDataWhereThePageDoesNotShowIt) {
  const auto page = html(R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":")" +
                             headline + R"(","articleBody":")" + told("\n\n") + R"("}</script>)",
                         "<h1>" + headline + "</h1><div id=app>Loading</div>");
  EXPECT_EQ(article_of_html(page).body, told());
}

TEST(HtmlPage, IsRefusedWithoutAnArticle) {
  std::string teasers;
  for (const auto* title :
       {"Gull steals a hat", "New quay for the harbour", "Storm over the islands", "Mayor finds his hat"})
    teasers += "<div class=item><h2><a href=x>" + std::string(title) +
               "</a></h2><p>The mayor said on Monday that this was not what he had expected of the harbour "
               "of Northport.</p></div>";
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "empty"},
      {"<html></html>", "hardly any text"},
      {html("<title>Northport</title>", site_menu), "hardly any text"},
      {html("<title>The Gazette</title>", site_menu + teasers), "list of articles"},
      {html("<title>404 Not Found</title>",
            "<h1>404 Not Found</h1><p>The page that you are looking for is not there any more, or it never "
            "was.</p>"),
       "error page"},
      {html("<title>Page not found - The Gazette</title>",
            "<h1>Oops</h1><p>We could not find what you were looking for, but there is more to read.</p>"),
       "error page"},
  };
  for (const auto& [page, reason] : rows) try {
      article_of_html(page);
      ADD_FAILURE() << page;
    } catch (const ArticleError& error) {
      EXPECT_EQ(error.code(), "no_article") << page;
      EXPECT_THAT(error.what(), testing::HasSubstr(reason)) << page;
    }
}

}  // namespace
}  // namespace morgue
