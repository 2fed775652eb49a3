// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rulings.h"

namespace morgue::testing_support {
namespace {

constexpr std::string_view no = "";

constexpr Ruling table[] = {
    // Words: letters, digits and marks of any script
    {"Сергей Лавров", "лавров", "Сергей [Лавров]", ""},
    {"नमस्ते दुनिया", "दुनिया", "नमस्ते [दुनिया]", ""},
    {"किताब", "कताब", no, ""},  // marks are shed in Latin, Greek, Cyrillic, Hebrew and Arabic only
    {"Ἀθῆναι", "αθηναι", "[Ἀθῆναι]", ""},
    {"ёлка", "елка", "[ёлка]", ""},
    {"мой", "мои", no, ""},
    {"שָׁלוֹם", "שלום", "[שָׁלוֹם]", ""},
    {"مُحَمَّد", "محمد", "[مُحَمَّد]", ""},
    {"LAVROV met", "lavrov", "[LAVROV] met"},
    {"Lavrov met", "LAVROV", "[Lavrov] met"},
    {"Erdoğan spoke", "erdogan", "[Erdoğan] spoke"},
    {"Erdogan spoke", "Erdoğan", "[Erdogan] spoke"},
    {"Die Straße", "STRASSE", "Die [Straße]", "de"},
    {"Die STRASSE", "Straße", "Die [STRASSE]", "de"},
    {"a ﬁn", "fin", "a [ﬁn]"},
    {"Øresund", "oresund", "[Øresund]", ""},
    {"Łódź", "lodz", "[Łódź]", ""},
    {"Đoković", "dokovic", "[Đoković]", ""},
    {"Işık", "isik", "[Işık]", ""},
    {"Ærø", "aero", "[Ærø]", ""},
    {"cœur", "coeur", "[cœur]", ""},
    {"Þór", "thor", "[Þór]", ""},
    {"in ٢٠٢١", "2021", "in [٢٠٢١]", ""},
    {"the harbour", "the", "[the] harbour"},  // there are no stop words
    {"The troops moved", "troop", "The [troops] moved"},
    {"He negotiates", "negotiating", "He [negotiates]"},
    {"Die Häuser", "haus", "Die [Häuser]", "de"},
    {"Die Häuser", "haus", no, "en"},
    {"a party", "art", no},

    // Words: scripts without spaces
    {"在東京都廳", "東京", "在[東京]都廳", "zh"},
    {"東京都", "東京都", "[東京都]", "ja"},
    {"東や京", "東京", no, "ja"},
    {"カーと船", "カー", "[カー]と船", "ja"},
    {"ประเทศไทย", "ประเทศ", "[ประเทศ]ไทย", "th"},
    {"한국어 신문", "신문", "한국어 [신문]", "ko"},
    {"한국어 신문", "한국", no, "ko"},

    // Words: apostrophes
    {"Mr O’Brien said", "obrien", "Mr [O’Brien] said"},
    {"Mr O’Brien said", "\"O'Brien\"", "Mr [O’Brien] said"},
    {"Mr O'Brien said", "O’Brien", "Mr [O'Brien] said"},
    {"Mr OBrien said", "o'brien", "Mr [OBrien] said"},
    {"Lavrov’s visit", "lavrov", "[Lavrov]’s visit"},
    {"Lavrov met", "Lavrov's", "[Lavrov] met"},
    {"James' visit", "\"James's\"", "[James]' visit"},
    {"à l'Élysée hier", "Elysee", "à l'[Élysée] hier", "fr"},
    {"à l’Élysée hier", "l'elysee", "à [l’Élysée] hier", "fr"},
    {"un Élysée", "l'élysée", "un [Élysée]", "fr"},
    {"ce qu'il dit", "il", "ce qu'[il] dit", "fr"},
    {"dell'arte", "arte", "dell'[arte]", "it"},
    {"aujourd'hui", "hui", no, "fr"},

    // Words: dots, commas and other signs
    {"the U.S. army", "US", "the [U.S.] army"},
    {"the US army", "U.S.", "the [US] army"},
    {"told us", "US", "told [us]"},
    {"at 5 p.m. sharp", "pm", "at 5 [p.m.] sharp"},
    {"up 3.5 points", "3.5", "up [3.5] points"},
    {"up 3.5 points", "\"3 5\"", no},
    {"the end.Next", "next", "the end.[Next]"},
    {"1,000 men", "1000", "[1,000] men"},
    {"1000 men", "1,000", "[1000] men"},
    {"1\u2009000 men", "1000", "[1\u2009000] men"},
    {"12,34", "\"12 34\"", "[12,34]"},
    {"12,34", "1234", no},
    {"the AT&T deal", "AT&T", "the [AT&T] deal"},
    {"the AT&T deal", "\"AT T\"", no},
    {"salt & pepper", "\"salt pepper\"", "[salt & pepper]"},
    {"anna@example.com", "example", "anna@[example].com"},
    {"snake_case #tag", "\"case tag\"", "snake_[case #tag]"},
    {"on 9/11 again", "9/11", "on [9/11] again"},

    // Words: compounds
    {"an F-16 jet", "F16", "an [F-16] jet"},
    {"an F16 jet", "F-16", "an [F16] jet"},
    {"an F 16 jet", "F-16", "an [F 16] jet"},
    {"an F 16 jet", "F16", "an [F 16] jet"},
    {"an F-16 jet", "\"F 16\"", "an [F-16] jet"},
    {"an F16 jet", "\"F 16\"", "an [F16] jet"},
    {"an e-mail", "email", "an [e-mail]"},
    {"two emails", "e-mail", "two [emails]"},
    {"an e-mail", "mail", "an e-[mail]"},
    {"an e mail", "e-mail", "an [e mail]"},
    {"an e mail", "email", no},
    {"state-of-the-art idea", "stateoftheart", "[state-of-the-art] idea"},
    {"state-of-the-art idea", "\"the art idea\"", "state-of-[the-art idea]"},
    {"in 2020-2021", "20202021", no},
    {"in 2020-2021", "2021", "in 2020-[2021]"},
    {"ferry—harbour", "ferryharbour", no},
    {"ferry–harbour", "\"ferry harbour\"", "[ferry–harbour]"},
    {"to co\u00ADoperate", "cooperate", "to [co\u00ADoperate]"},

    // Phrases
    {"peace talks began", "\"peace talks\"", "[peace talks] began"},
    {"Peace, talks!", "\"peace talks\"", "[Peace, talks]!"},
    {"talks, peace", "\"peace talks\"", no},
    {"peace talk", "\"peace talks\"", no},
    {"peace for talks", "\"peace * talks\"", "[peace for talks]"},
    {"peace talks", "\"peace * talks\"", no},
    {"peace talks", "“peace talks”", "[peace talks]"},
    {"peace talks", "«peace talks", "[peace talks]"},

    // Binding
    {"gull", "fog ferry OR gull", "[gull]"},
    {"fog", "fog ferry OR gull", no},
    {"ferry gull", "(fog OR ferry) gull", "[ferry] [gull]"},
    {"fog", "(fog OR ferry) gull", no},
    {"fog", "-gull fog", "[fog]"},
    {"fog gull", "-(gull fog)", no},
    {"fog", "NOT gull OR ferry", "fog"},
    {"fog x ferry", "-fog NEAR/1 ferry", "fog x ferry"},
    {"fog ferry", "-fog NEAR/1 ferry", no},
    {"fog gull", "title:ferry OR fog gull", "[fog] [gull]"},
    {"fog gull", "title:fog gull", no},
    {"fog gull", "body:(fog gull)", "[fog] [gull]"},
    {"fog x x gull", "\"fog gull\"~3 ferry OR x", "fog [x] [x] gull"},

    // Distance
    {"fog ferry", "ferry NEAR/1 fog", "[fog] [ferry]"},
    {"fog x ferry", "ferry NEAR/1 fog", no},
    {"fog x ferry", "ferry w/2 fog", "[fog] x [ferry]"},
    {"fog x ferry", "ferry ADJ/2 fog", no},
    {"fog x ferry", "fog pre/2 ferry", "[fog] x [ferry]"},
    {"old fog x ferry", "\"old fog\" NEAR/2 ferry", "[old fog] x [ferry]"},
    {"old fog x ferry", "\"old fog\" NEAR/1 ferry", no},
    {"fog", "fog NEAR/5 fog", no},
    {"fog fog", "fog NEAR/5 fog", "[fog] [fog]"},
    {"fog x x gull x x x ferry", "fog NEAR/3 gull NEAR/4 ferry", "[fog] x x [gull] x x x [ferry]"},
    {"fog x x gull x x x ferry", "fog NEAR/3 gull NEAR/3 ferry", no},
    {"ferry x fog", "(fog OR gull) NEAR/2 fer*", "[ferry] x [fog]"},
    {"ferry x fog", "foq~ NEAR/2 ferry", "[ferry] x [fog]"},
    {"gull x fog ferry", "\"fog ferry gull\"~2", "[gull] x [fog] [ferry]"},
    {"gull x fog ferry", "\"fog ferry gull\"~1", no},
    {"fog. A ferry came.", "fog NEAR/2 ferry", "[fog]. A [ferry] came."},
    {"Fog here. Ferry there.", "fog w/s here", "[Fog] [here]. Ferry there."},
    {"Fog here. Ferry there.", "fog w/s ferry", no},
    {"Fog here. Ferry there.", "fog w/p ferry", "[Fog] here. [Ferry] there."},
    {"Mr. Fog met J. Ferry at 5 p.m. in Oct. again.", "mr w/s again",
     "[Mr]. Fog met J. Ferry at 5 p.m. in Oct. [again]."},
    {"fog ferry", "(fog -gull) NEAR/1 ferry", "[fog] [ferry]"},  // such a side makes it AND

    // Literal
    {"told us the US", "=\"US\"", "told us the [US]"},
    {"told us", "=\"US\"", no},
    {"the U.S. army", "=\"US\"", no},
    {"the U.S. army", "exact:\"U.S.\"", "the [U.S.] army"},
    {"Lavrov's visit", "=\"Lavrov\"", "[Lavrov]'s visit"},
    {"LAVROV visit", "=\"Lavrov\"", no},
    {"a party", "=\"art\"", no},
    {"Erdogan", "=\"Erdoğan\"", no},
    {"e\xCC\x81te\xCC\x81", "=\"été\"", "[e\xCC\x81te\xCC\x81]", "fr"},
    {"Sergey \t Lavrov", "=\"Sergey Lavrov\"", "[Sergey \t Lavrov]"},
    {"Sergey, Lavrov", "=\"Sergey Lavrov\"", no},
    {"Sergey, Lavrov", "=\"Sergey, Lavrov!\"", "[Sergey, Lavrov]"},
    {"an e-mail", "=\"mail\"", "an e-[mail]"},

    // Wildcards and letters that may be wrong
    {"wildcards", "wild*", "[wildcards]"},
    {"wildcard's", "*card", "[wildcard]'s"},
    {"wild wired", "wi?d", "[wild] wired"},
    {"an e-mail", "emai*", "an [e-mail]"},
    {"old harbour", "\"old harb*\"", "[old harbour]"},
    {"Larvov spoke", "lavrov~1", "[Larvov] spoke"},
    {"Lavrovs spoke", "lavrof~1", no},
    {"Lavrovs spoke", "lavrof~2", "[Lavrovs] spoke"},
    {"told us", "is~1", no},
};

}  // namespace

std::span<const Ruling> rulings() { return table; }

std::vector<std::string> marks_in(std::string_view marked) {
  std::vector<std::string> marks;
  for (auto open = marked.find('['); open != std::string_view::npos; open = marked.find('[', open + 1))
    marks.emplace_back(marked.substr(open + 1, marked.find(']', open) - open - 1));
  return marks;
}

Article article_of(std::size_t row) {
  Article article;
  article.id = std::to_string(row);
  article.section = article.id;
  article.body = table[row].body;
  article.language = table[row].language;
  return article;
}

}  // namespace morgue::testing_support
