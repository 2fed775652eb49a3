// SPDX-License-Identifier: GPL-3.0-or-later
// The recogniser: sentences in, persons out. Names are invented or nobody's in particular.
#include "common/people/recogniser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace morgue {
namespace {

struct Row {
  const char* text;
  const char* people;  // joined by "; "
};

std::string people_of(std::string_view title, std::string_view body) {
  std::string joined;
  for (const auto& person : recognised_people(title, body)) joined += (joined.empty() ? "" : "; ") + person;
  return joined;
}

void expect_people(const std::vector<Row>& rows) {
  for (const auto& row : rows) EXPECT_EQ(people_of("", row.text), row.people) << row.text;
}

TEST(Recogniser, KnowsTitlesAndRolesBeforeAName) {
  expect_people({
      {"The bill was signed by President Tamsin Quellor on Friday.", "Tamsin Quellor"},
      {"Foreign Minister Ostap Verlin met his guests.", "Ostap Verlin"},
      {"They were received by Mr Hollin.", "Hollin"},
      {"They were received by Mr. Hollin and Mrs. Brandle.", "Hollin; Brandle"},
      {"It was Dr. Yevka Orsolan who saw it first.", "Yevka Orsolan"},
      {"Attorney General Quenby Marrow will appeal.", "Quenby Marrow"},
      {"A letter to Sen. Dorrit Faulk was read.", "Dorrit Faulk"},
      {"Harbour spokeswoman Ilka Brant declined to comment.", "Ilka Brant"},
      {"The bank's chief economist Jurn Aldgate disagreed.", "Jurn Aldgate"},
      {"Energy Secretary Wim Dorrel has resigned.", "Wim Dorrel"},
      {"NFA Marketing Director Teodor Pask was quoted.", "Teodor Pask"},
      {"Tolva Corp chairman Brisco Lunt sold his shares.", "Brisco Lunt"},
      {"Vice-President Orla Tennick opened the fair.", "Orla Tennick"},
      {"Ex-President Orla Tennick opened the fair.", "Orla Tennick"},
      {"Mayor-elect Orla Tennick opened the fair.", "Orla Tennick"},
      {"Lt. Col. Haskel Droom gave the order.", "Haskel Droom"},
      {"CEO Marga Steen left the company.", "Marga Steen"},
      {"The prize went to meteorologist Bram Okonjo.", "Bram Okonjo"},
      {"Chief Executive Elsa Norrick was surprised.", "Elsa Norrick"},
      {"Prince Aldric opened the bridge.", "Aldric"},
      {"Sir Ludo Pennant was there.", "Ludo Pennant"},
  });
}

TEST(Recogniser, KnowsOfficesWithTheirPlace) {
  expect_people({
      {"The Prime Minister of Norway Sigrid Vaalen arrived.", "Sigrid Vaalen"},
      {"Said former US ambassador to Kabul Ronald Overby: no.", "Ronald Overby"},
      {"They met Secretary of State George Mullane.", "George Mullane"},
      {"Bank of Japan Governor Haruki Tazaka spoke.", "Haruki Tazaka"},
      {"Comptroller of the Currency Eugene Farrow agreed.", "Eugene Farrow"},
  });
}

TEST(Recogniser, KnowsWhatStandsBehindAName) {
  expect_people({
      {"There is no danger, said Ruhan Ahmadi, a spokesman for the ministry.", "Ruhan Ahmadi"},
      {"Velda Strom, president of the union, called a strike.", "Velda Strom"},
      {"Velda Strom, Tolva's chairman, called a meeting.", "Velda Strom"},
      {"Ottil Brandvik, who led the rescue, was hurt.", "Ottil Brandvik"},
      {"Ottil Brandvik, 42, was hurt.", "Ottil Brandvik"},
      {"The chairman of the harbour board, Zeb Oxley, urged calm.", "Zeb Oxley"},
      {"The president of the Federal Association of Bakers, Wulf Rellman, said no.", "Wulf Rellman"},
      {"Fadil Al-Charabi, Deputy Secretary General, took the floor.", "Fadil Al-Charabi"},
  });
}

TEST(Recogniser, KnowsPersonsByWhatTheySay) {
  expect_people({
      {"\"It is over,\" said Margaret Ilves.", "Margaret Ilves"},
      {"Zarkos Tellwyn said he would not go.", "Zarkos Tellwyn"},
      {"Zarkos Tellwyn told reporters that she would not go.", "Zarkos Tellwyn"},
      {"Zarkos Tellwyn said it would cut its dividend.", ""},
      {"Zarkos Tellwyn came early. \"I was tired,\" Tellwyn said.", "Zarkos Tellwyn"},
      {"Zarkos Tellwyn came early. It was Tellwyn's third visit.", "Zarkos Tellwyn"},
      {"Zarkos Tellwyn came early and sat down.", ""},
      {"Shares of Zarkos Tellwyn rose. Zarkos said its profit doubled. Tellwyn's unit did well.", ""},
  });
}

TEST(Recogniser, KnowsPersonsAmongPersonsInAList) {
  expect_people({
      {"It was won by Anna Dorrel, Zyphra Quond and Greta Lintz.", "Anna Dorrel; Zyphra Quond; Greta Lintz"},
      {"Behind Anna Dorrel and Zyphra Quond came nobody.", "Anna Dorrel; Zyphra Quond"},
      {"The athletes Zyphra Quond and Anna Dorrel arrived.", "Zyphra Quond; Anna Dorrel"},
      {"It was seen by Anna Dorrel, Zyphra Quond, Vrelt Ombra and Plenk Dostra.", "Anna Dorrel"},
      {"She likes Anna Dorrel, Zyphra Quond and Greta Lintz. Zyphra is a film.", "Anna Dorrel; Greta Lintz"},
      {"He was advised by Anna Dorrel and Quond Bank.", "Anna Dorrel"},
      {"In it Anna Dorrel, D-Quonda Verra, asked.", "Anna Dorrel"},
  });
}

TEST(Recogniser, KnowsLivesAndWhatOnlyPersonsDo) {
  expect_people({
      {"The painter's friend was Zyphra Quond (born 1950).", "Zyphra Quond"},
      {"There hung a Zyphra Quond (1928-1987) too.", "Zyphra Quond"},
      {"Then Zyphra Quond (34) went home.", "Zyphra Quond"},
      {"1. Zyphra Quond (Norway) 2:12", "Zyphra Quond"},
      {"They showed Zyphra Quond (1987) again.", ""},
      {"Later Zyphra Quond was born in a village.", "Zyphra Quond"},
      {"In spring Zyphra Quond died.", "Zyphra Quond"},
      {"Later Zyphra Quond was sold in a village.", ""},
  });
}

TEST(Recogniser, KnowsWhoIsMeantByASurnameEverywhere) {
  expect_people({
      {"Einstein said so.", "Einstein"},
      {"The Einstein Institute said so.", ""},
      {"It stood in the Einstein papers.", ""},
      {"Albert Einstein came. Einstein said so.", "Albert Einstein"},
      {"Ask Einstein. Einstein said so.", "Einstein"},
  });
}

TEST(Recogniser, KnowsGivenNamesOfManyCultures) {
  expect_people({
      {"The book is by Hannah Overstrand and others.", "Hannah Overstrand"},
      {"Seen with Giuseppe Valdrano and Ingeborg Tannefors.", "Giuseppe Valdrano; Ingeborg Tannefors"},
      {"Seen with Wojciech Brzanek and Oluwaseun Adetola.", "Wojciech Brzanek; Oluwaseun Adetola"},
      {"Seen with Haruhiko Tanamori and Priyanka Rahotra.", "Haruhiko Tanamori; Priyanka Rahotra"},
      {"Seen with Fatima Benzerga and Mehmet Yaldizli.", "Fatima Benzerga; Mehmet Yaldizli"},
      {"Seen with José Arrabalde and Gérard Montclos.", "José Arrabalde; Gérard Montclos"},
      {"Seen with Jean-Pascal Delorme.", "Jean-Pascal Delorme"},
      {"But Hannah Overstrand was late.", "Hannah Overstrand"},
      {"We met Theresa May and Doris Day there.", "Theresa May; Doris Day"},
      {"A song by Whitney Houston played.", "Whitney Houston"},
      {"We met Peter Young there.", "Peter Young"},
  });
}

TEST(Recogniser, KnowsTheFormsOfNames) {
  expect_people({
      {"The novel by J. K. Rollingham sold well, said J. K. Rollingham, its author.", "J. K. Rollingham"},
      {"They asked George W. Tarrow.", "George W. Tarrow"},
      {"They asked Zed Q. Farnum.", "Zed Q. Farnum"},
      {"They asked J. Lee Overend.", "J. Lee Overend"},
      {"Treasurer S. Lawrence Pendrick signed.", "S. Lawrence Pendrick"},
      {"Carl B. Ickam-led bidders lost.", "Carl B. Ickam"},
      {"They asked Richard von Weitzdorf.", "Richard von Weitzdorf"},
      {"They asked Ludo van der Brink.", "Ludo van der Brink"},
      {"They asked Vincent van Holt and Robert De Longi.", "Vincent van Holt; Robert De Longi"},
      {"President Luiz da Salvaterra spoke.", "Luiz da Salvaterra"},
      {"Commerce Minister Suleiman Abdulaziz al-Salimi spoke.", "Suleiman Abdulaziz al-Salimi"},
      {"They asked Khaled bin Sarhan.", "Khaled bin Sarhan"},
      {"They asked Patrizia d'Ettorini.", "Patrizia d'Ettorini"},
      {"They asked Ronan O'Garrity and Ian MacTavish.", "Ronan O'Garrity; Ian MacTavish"},
      {"They asked Zoltrix McBarnet.", "Zoltrix McBarnet"},
      {"They asked Rashgar Petrosyan and Tolk Ivanenko.", "Rashgar Petrosyan; Tolk Ivanenko"},
      {"They asked Sammy Dorvis Jr. and Henry Tull III.", "Sammy Dorvis Jr.; Henry Tull III"},
      {"They asked Alistair Buchan-Smythe.", "Alistair Buchan-Smythe"},
      {"They asked Mark Tedesco QC.", "Mark Tedesco"},
      {"They asked Stephen King and Howard Dean.", "Stephen King; Howard Dean"},
      {"It was Hannah Overstrand's idea.", "Hannah Overstrand"},
      {"It was Hannah Overstrand’s idea.", "Hannah Overstrand"},
      {"They asked Hannah\nOverstrand about it.", "Hannah Overstrand"},
  });
}

TEST(Recogniser, KnowsSurnamesThatStandFirst) {
  expect_people({
      {"Chairman Li Kar-sing said so. Li was pleased.", "Li Kar-sing"},
      {"They met Kim Yong Un.", "Kim Yong Un"},
      {"Two were booked, Kim Shin-Yook and Kim Min-Hoo.", "Kim Shin-Yook; Kim Min-Hoo"},
      {"Park Joo-Hae was replaced.", "Park Joo-Hae"},
      {"Prime Minister Li Gun-ho told the assembly. The agency quoted Li as saying so.", "Li Gun-ho"},
  });
}

TEST(Recogniser, JoinsLaterMentionsToTheFullestForm) {
  expect_people({
      {"President Tarrow spoke. George Tarrow was applauded. George W. Tarrow left.", "George W. Tarrow"},
      {"Mr. Ickam wrote. Carl Ickam signed it.", "Carl Ickam"},
      {"Minister Suleiman al-Salimi came. Minister Salimi spoke.", "Suleiman al-Salimi"},
      {"Bill Tarrow came. William Tarrow spoke.", "William Tarrow"},
      {"Minister Alejandro Martinez Cuenca came. Mr Martinez spoke.", "Alejandro Martinez Cuenca"},
      {"Hannah Overstrand and Peter Overstrand came. Mrs Overstrand spoke.",
       "Hannah Overstrand; Peter Overstrand"},
      {"George H. Tarrow and George W. Tarrow differ.", "George H. Tarrow; George W. Tarrow"},
      {"Minister Keir Stallard came. Sir Keir spoke.", "Keir Stallard"},
      {"Mr Brandle came before Hannah Overstrand. Otto Brandle agreed.", "Otto Brandle; Hannah Overstrand"},
  });
}

TEST(Recogniser, TakesNoPlaceForAPerson) {
  expect_people({
      {"It rained in New York, San Jose and Santa Barbara.", ""},
      {"It rained in Victoria Falls and in Virginia Beach.", ""},
      {"The house stood in Martin Street, near Lake Martha and Mount Stephen.", ""},
      {"They live in Park City, Utah, and Alice Springs.", ""},
      {"Buenos Aires, Tel Aviv and Abu Dhabi were chosen.", ""},
      {"Planes left from George Bush Airport for Charles Bridge.", ""},
      {"The US military bases in Central Asia and Afghanistan.", ""},
      {"They met at Jordan Hall, Sydney Opera House and St. Louis.", ""},
  });
}

TEST(Recogniser, TakesNoBodyForAPerson) {
  expect_people({
      {"Deutsche Bank said it would wait. Bank said so.", ""},
      {"Dean Witter Reynolds Inc lost. Dean Witter agreed to a censure.", ""},
      {"Arnold Tull Inc lost. The SEC charged Arnold Tull with a failure.", ""},
      {"Morgan Stanley analysts and Philip Morris agreed.", ""},
      {"Frost and Sullivan Inc said no.", ""},
      {"Shearson Henry and Co bought it.", ""},
      {"Allan Verdy <AVD> rose two points.", ""},
      {"Albert & Sons closed.", ""},
      {"The Ministry of Defense and the Reagan Administration differ.", ""},
      {"President Roosevelt University opened.", ""},
      {"General Motors, General Electric and the General Assembly agreed.", ""},
      {"The Andrew Foundation and Stanford University agreed.", ""},
      {"The Sunday Times, The Daily Telegraph and The Jerry Sanders Show reported it.", ""},
      {"Thousands saw Manchester United beat Aston Villa in the Davis Cup.", ""},
      {"According to an Adam Verdy analyst, it will rain.", ""},
  });
}

TEST(Recogniser, TakesNoOtherCapitalForAPerson) {
  expect_people({
      {"On Monday the talks went on. In April they ended.", ""},
      {"Traders said so. Analysts agreed. However, Many Germans did not.", ""},
      {"Attacking Trade was the word. Sri Lankan Muslims prayed.", ""},
      {"The Prime Minister met the Foreign Secretary.", ""},
      {"Mr President, the Chairman is here.", ""},
      {"I'm Happy. Don't Worry. Will Things Change?", ""},
      {"The Cold War, the Supreme Court and the Golden Globes.", ""},
      {"He wore Calvin Klein. She read Harry Potter.", ""},
      {"The Taliban and Hezbollah said no. IBM said yes.", ""},
      {"Hollin said so.", ""},
      {"FEBRUARY SALES FOR MAJOR RETAILERS SEARS HENRY SMITH", ""},
      {"", ""},
      {"...", ""},
      {"McC", ""},
      {"J.", ""},
      {"Mr.", ""},
      {"’s", ""},
  });
}

struct TitledRow {
  const char* title;
  const char* body;
  const char* people;
};

TEST(Recogniser, ReadsTitlesByTheirCase) {
  const std::vector<TitledRow> rows{
      {"Biologist Nick Bossart tells of ants", "", "Nick Bossart"},
      {"TARROW SEES HENRY SMITH", "Hannah Overstrand met President Tarrow.", "Tarrow; Hannah Overstrand"},
      {"Verlin Opposes Possible Harbour Plan By Martin Street Group",
       "Hannah Overstrand wrote to Foreign Minister Ostap Verlin.", "Ostap Verlin; Hannah Overstrand"},
      {"Overstrand opposes plan", "A letter of Peter Tull to Hannah Overstrand was found.",
       "Hannah Overstrand; Peter Tull"},
  };
  for (const auto& row : rows) EXPECT_EQ(people_of(row.title, row.body), row.people) << row.title;
}

TEST(Recogniser, ReadsLinesAsTheyAreWrapped) {
  EXPECT_EQ(people_of("", "A talk with Hannah Overstrand\n\nPeter Tull asked."),
            "Hannah Overstrand; Peter Tull");
  const std::string long_line =
      "A paragraph that is longer than any line that somebody would wrap, and which therefore ends where it "
      "ends, with "
      "Hannah Overstrand\nPeter Tull asked.";
  EXPECT_EQ(people_of("", long_line), "Hannah Overstrand; Peter Tull");
}

TEST(Recogniser, TakesTimeInProportionToTheText) {
  std::string smiths;
  for (int i = 0; i < 20'000; ++i) {
    std::string name = "A";
    for (int rest = i; rest > 0; rest /= 26) name += static_cast<char>('a' + rest % 26);
    smiths += "Mr " + name + " Smith. ";
  }
  EXPECT_GT(recognised_people("", smiths).size(), 15'000u);
  std::string body;
  while (body.size() < 2'000'000) body += "Ad Bc De Fg Hi Jk Lm No Pq Rs, of the Van Der Ben Al Von ";
  EXPECT_LE(recognised_people("", body).size(), 2u);
}

}  // namespace
}  // namespace morgue
