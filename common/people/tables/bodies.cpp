// SPDX-License-Identifier: GPL-3.0-or-later
// Words that stand in names of organisations, works and events, and firms known under a person's name. Knows
// nothing of texts.
#include "common/people/tables/tables.h"

namespace morgue::tables {

const std::string_view bodies =
    "inc corp co ltd plc llc llp lp sa ag gmbh nv bv spa srl ab asa oy kk pty pte bhd corporation company companies "
    "incorporated limited group groups holding holdings international industries industry industrial enterprises "
    "enterprise partners partnership associates associated association associations bros brothers sons brands systems "
    "system services service solutions technologies technology tech electronics electric electrical energy power oil "
    "gas petroleum petrochemicals chemical chemicals steel mining minerals metals motors motor auto automotive "
    "airlines airways airline air aviation aerospace aircraft railway railways railroad rail shipping lines line "
    "transport transportation telecom telecommunications telephone communications media press news newspaper "
    "newspapers times post herald tribune gazette guardian telegraph mail mirror journal chronicle observer "
    "independent express examiner record review magazine weekly daily sunday books publishing publishers publications "
    "records music films film pictures studios studio entertainment productions theatre network networks channel "
    "broadcasting television tv radio bank banks bankers banking bancorp banc banco banque savings loan trust trusts "
    "fund funds capital finance financial investment investments investors securities insurance assurance mutual "
    "equity assets asset credit mortgage realty properties property estates stores store supermarkets markets market "
    "foods food beverages brewery breweries pharmaceuticals pharmaceutical pharma laboratories laboratory labs lab "
    "medical health healthcare hospital hospitals clinic research institute institutes institution foundation "
    "foundations society federation confederation union unions league leagues alliance coalition committee "
    "committees commission commissions council councils board boards bureau agency agencies authority authorities "
    "administration department ministry ministries office cabinet government governments parliament congress senate "
    "assembly house commons lords knesset duma bundestag court courts tribunal police army navy force forces guard "
    "guards corps regiment brigade division divisions battalion militia command university college school academy "
    "seminary faculty party parties movement front campaign caucus conference summit convention congregation church "
    "mosque temple club clubs team teams united city rovers wanderers hotspur albion athletic rangers celtic villa "
    "palace county town olympics olympic games game cup trophy championship championships open tournament grand prix "
    "series season tour festival award awards prize medal act bill treaty agreement accord accords plan protocol "
    "declaration constitution amendment index exchange stock stocks bonds bond bourse futures options day week year "
    "war wars revolution crisis affair scandal theory effect doctrine law laws rule rules principle syndrome disease "
    "virus hurricane storm cyclone typhoon earthquake project program programme initiative operation mission space "
    "shuttle center centre museum gallery library archive archives memorial monument statue park hotel hotels resort "
    "resorts casino casinos street road avenue square bridge tower airport station stadium island islands river lake "
    "mountain valley beach bay sea ocean coast north south east west world nations nation states kingdom republic "
    "empire commonwealth community communities network internet web online software computer computers digital data "
    "google facebook twitter microsoft apple amazon youtube netflix instagram whatsapp wikipedia wikinews wikimedia "
    "bbc cnn nbc abc cbs fox sky itv reuters associated afp bloomberg nasa nato opec gatt unesco unicef fifa uefa nfl nba "
    "ap bt bp ge gm ibm hp att ceo cfo coo pm dj ad bc am pc vp tv cd dvd pr hr it hiv aids cia fbi kgb mi5 mi6 ira eta plo "
    "dynamics mills assembly manager accounting counsel staff strike election elections elections debate report reports "
    "survey poll polls study paper papers letter letters book bible koran quran testament museum society "
    "hall house mart depot express rent products product supply supplies tool tools equipment machine machines "
    "engineering construction contractors builders materials cement paper packaging glass plastics rubber tire tires "
    "textile textiles apparel fashion shoes toys cosmetics drug drugs tobacco cigarettes coffee tea cocoa sugar grain "
    "wheat corn cattle meat farms farm farmers growers agriculture agricultural water waste environmental "
    "semiconductor instruments control controls controls devices components parts gold silver copper resources resource "
    "exploration drilling pipeline refining offshore marine maritime ship ships yacht aerospace defense defence "
    "security intelligence weapons missile missiles rocket satellite nuclear atomic american national federal central "
    "royal imperial global universal general public social economic political development trade commerce business "
    "management consulting consultants advisers advisors planning policy affairs relations education science sciences "
    "arts art history studies heritage center workers employees teachers students women men children youth "
    "human rights freedom democracy peace justice liberty labor labour budget tax taxes treasury reserve customs "
    "revenue post postal mint pension pensions retirement benefit benefits welfare housing urban rural transit "
    "delivery cargo freight logistics car cars truck trucks bus buses taxi rail tube metro tunnel highway "
    "amendment bill committee minister's office spokesman's desk line lines pact deal plc. building cosplay expo "
    "cie compagnie societe groupe caisse partido partito parti ministere banque virus variant vaccine hour time night morning evening tonight square mile cross crescent fever idol factor "
    "theatre orchestra philharmonic symphony choir band quartet ballet opera choir song album show experience masjid ice shelf golden globe globes newsroom shimbun zeitung pageant soup mps limits";

const std::string_view bodies_and_surnames =
    "hall mills hill hills north west east south day may june lane glass wells post price banks rivers park street "
    "field fields house gold silver coffee page summers winter bond miles cross parks rice steel power gates bush rose "
    "bridges waters law laws moon moore marsh fox ford hughes harris wood grant hunt temple holiday bell cotton cash "
    "poole singer archer parish castle brand copper young short long close small little best sharp bright early good strong major wise poll poole";

const std::string_view firm_words =
    "inc corp co ltd plc llc llp lp sa ag gmbh nv bv spa srl ab oy kk pty pte bhd corporation company companies "
    "incorporated limited group holding holdings industries enterprises partners associates bros brothers sons";

const std::string_view firms =
    "morgan stanley|dean witter|philip morris|eli lilly|merrill lynch|goldman sachs|ernst young|arthur andersen|"
    "marks spencer|calvin klein|ralph lauren|tommy hilfiger|hugo boss|charles schwab|wells fargo|martin marietta|"
    "jardine matheson|harley davidson|rolls royce|mercedes benz|aston martin|louis vuitton|estee lauder|"
    "jack daniels|ben jerry|price waterhouse|thomas cook|thomson reuters|james capel|robert fleming|"
    "kleinwort benson|montgomery ward|drexel burnham|bear stearns|smith barney|kidder peabody|salomon brothers|"
    "lehman brothers|shearson lehman|morgan grenfell|samuel montagu|barclays de|hoare govett|phillips drew|"
    "prudential bache|dain bosworth|alex brown|piper jaffray|raymond james|edward jones|jp morgan|legg mason|"
    "booz allen|allen hamilton|john deere|john lewis|john hancock|johnson matthey|johnson johnson|mary kay|"
    "laura ashley|christian dior|yves rocher|pierre cardin|giorgio armani|jimmy choo|kate spade|victoria secret|"
    "madame tussauds|jaguar land|uncle bens|aunt jemima|wendy williams|papa johns|dunkin donuts|ralph nader's|"
    "pinkerton tobacco|sam goody|eddie bauer|stanley works|black decker|sherwin williams|procter gamble|"
    "hewlett packard|abercrombie fitch|simon schuster|harper collins|random house|harper row|max planck|"
    "nobel prize|pulitzer prize|freddie mac|fannie mae|sallie mae|ginnie mae|george washington's|amber alert|"
    "jim crow|john doe|jane doe|uncle tom|robin hood|james bond|harry potter|sherlock holmes|peter pan|donald duck|"
    "mickey mouse|jesus christ|davis cup|ryder cup|stanley cup|roland garros|madison square|carnegie mellon|"
    "johns hopkins|duke energy|duke power|general electric|general motors|carl zeiss|louis dreyfus|"
    "warner lambert|lloyd's register|austin rover|land rover|boris johnson's|grant thornton|dow jones|"
    "standard chartered|e.f. hutton|j.p. morgan|j.c. penney|r.j. reynolds|w.r. grace|b.f. goodrich|h.j. heinz|f.w. woolworth|"
    "w.h. smith|j.d. power|j.d. wetherspoon|a.g. edwards|s.g. warburg|l.f. rothschild|p.t. barnum|d.h. blair|e.w. scripps|"
    "a.h. belo|a.c. nielsen|l.l. bean|j.m. smucker|j. crew|t. rowe|scotland yard|van gogh's|great barrier";

const std::string_view calendar =
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec christmas easter ramadan thanksgiving halloween hanukkah passover eid diwali lent "
    "advent epiphany yesterday today tomorrow spring summer autumn winter";

}  // namespace morgue::tables
