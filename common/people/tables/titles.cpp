// SPDX-License-Identifier: GPL-3.0-or-later
// Titles, ranks, offices and trades that stand before or behind a person's name. Knows nothing of texts.
#include "common/people/tables/tables.h"

namespace morgue::tables {

const std::string_view titles =
    "mr mrs ms miss mister mme mlle monsieur madame herr frau messrs dr doctor prof professor sir dame lord "
    "lady "
    "baroness baron count countess duke duchess earl marquess viscount king queen prince princess emperor "
    "empress "
    "tsar czar shah sultan emir sheikh sheik sheikha shaikh pope father fr sister brother rev reverend "
    "bishop "
    "archbishop cardinal rabbi imam ayatollah mullah monsignor canon pastor vicar deacon patriarch "
    "president presidents premier premiers chancellor minister ministers senator senators sen sens "
    "representative "
    "rep reps congressman congresswoman congressmen councillor councilman councilwoman alderman governor "
    "governors "
    "gov mayor lieutenant lt colonel col general gen major maj captain capt cpt sergeant sgt corporal cpl "
    "admiral "
    "adm commander cmdr commodore brigadier marshal pvt constable pc inspector superintendent supt detective "
    "sheriff marshall judge justice justices magistrate ambassador amb envoy consul attorney secretary "
    "speaker "
    "chairman chairwoman chairperson chair ombudsman comrade taoiseach tanaiste mp mep msp hon honourable "
    "honorable spokesman spokeswoman spokesperson coach";

const std::string_view roles =
    "accountant activist actor actress adjutant administrator adviser advisor advocate agent aide ally "
    "analyst "
    "anchor announcer anthropologist apprentice archaeologist architect artist assassin astronaut astronomer "
    "athlete auditor author backbencher ballerina banker barrister bassist batsman biographer biologist "
    "blogger boss botanist bowler boxer broadcaster broker builder bureaucrat businessman businesswoman "
    "campaigner candidate captain cardiologist caretaker cartoonist celebrity ceo cfo chairman chair "
    "chairwoman chairperson "
    "champion chancellor chef chemist chief choreographer cleric climatologist coach colleague columnist "
    "comedian "
    "commentator commissar commissioner compere composer comptroller conductor conservationist constable "
    "consultant "
    "contestant controller convict coordinator co-author co-chair co-chairman co-founder coauthor cofounder "
    "coroner "
    "correspondent "
    "cosmonaut counsellor counselor counterpart courtier cousin cricketer critic curator cyclist dancer "
    "daughter "
    "dealer defector defender delegate demographer deputy designer dictator diplomat director dissident "
    "doctor "
    "documentarian driver drummer ecologist economist editor editor-in-chief educator engineer entertainer "
    "entrepreneur envoy epidemiologist ethicist executive ex-husband ex-wife expert explorer farmer father "
    "fellow fiance fiancee "
    "filmmaker film-maker fighter financier firefighter fisherman footballer forecaster foreman forward "
    "founder "
    "friend gardener geneticist geographer geologist goalkeeper golfer governor grandfather grandmother "
    "guard guitarist gunman gymnast hacker head headmaster headteacher heir heiress hero historian host "
    "hostage housewife humorist husband hydrologist illustrator immunologist imam industrialist instructor "
    "insurgent interpreter inventor investigator investor inspector jockey journalist judge jurist "
    "keyboardist landlord "
    "lawmaker lawyer leader lecturer legislator librarian lieutenant linguist lobbyist magnate maid manager "
    "mathematician "
    "mayor mechanic mediator medic member merchant meteorologist microbiologist midfielder milliner minister "
    "missionary mogul "
    "monk mother musician naturalist negotiator neighbor neighbour nephew neurologist neuroscientist "
    "newscaster niece "
    "nobleman novelist nurse official officer opener operator organiser organizer ornithologist owner "
    "painter "
    "palaeontologist paleontologist paramedic parliamentarian partner pathologist patient pediatrician "
    "pensioner "
    "performer petitioner philanthropist philosopher photographer physician physicist pianist pilot pitcher "
    "planner "
    "player playwright plumber poet policeman policewoman politician pollster postman premier presenter "
    "president "
    "priest principal prisoner producer professor programmer prosecutor protester psychiatrist psychologist "
    "publicist publisher quarterback rabbi racer rapper reader realtor receptionist rector referee reporter "
    "representative republican researcher resident reviewer rider rival runner sailor salesman scholar "
    "schoolgirl "
    "schoolboy schoolteacher scientist screenwriter sculptor seaman secretary secretary-general senator "
    "sergeant "
    "servant shareholder sheriff shopkeeper shooter singer singer-songwriter sister skater skier skipper "
    "soccer-player "
    "sociologist soldier solicitor soloist son songwriter specialist spokesman spokesperson spokeswoman "
    "sportscaster "
    "sprinter statesman statistician steward storyteller strategist striker student superintendent "
    "supervisor surgeon "
    "surveyor survivor suspect swimmer teacher technician teenager theologian therapist toxicologist trader "
    "trainer translator treasurer tutor tycoon umpire uncle undersecretary under-secretary vice-president "
    "vicar "
    "victim violinist virologist vocalist volunteer waitress waiter warden weatherman weightlifter "
    "whistleblower "
    "widow wife winner winger witness worker wrestler writer youngster zoologist democrat conservative mep "
    "mp "
    "congressman congresswoman ambassador attorney general commander colonel admiral captain controller "
    "newsreader treasurer trustee veteran vice-chairman vice-chancellor newcomer frontman prop hooker "
    "flanker fly-half scrum-half full-back fullback left-back right-back centre-back lineman linebacker "
    "pitcher shortstop outfielder catcher bowler wicketkeeper headmistress matriarch patriarch monarch "
    "lord-lieutenant "
    "superstar superintendent guru mastermind ringleader creator star "
    "interviewee nominee magician cosplayer girlfriend boyfriend captive caller comic co-owner "
    "co-writer co-star co-pilot ethnographer feminist folklorist freelancer geophysicist graduate "
    "godfather godmother grandson granddaughter half-brother half-sister humanitarian impresario "
    "jeweller juror laureate lexicographer lyricist marksman mentor motorist mountaineer naturopath "
    "neurosurgeon nutritionist obstetrician oncologist optician pundit paediatrician pedestrian "
    "percussionist podcaster polemicist prodigy puppeteer rancher restaurateur saxophonist scriptwriter "
    "seismologist showrunner showjumper stuntman stylist stepfather stepmother stepson stepdaughter "
    "streamer triathlete trombonist trumpeter tiktoker undertaker vlogger videographer vice-captain "
    "virtuoso volcanologist woodcarver youtuber zoo-keeper runner-up assistant "
    // several of them, before their names
    "actors actresses activists admirals ambassadors artists astronauts athletes authors bishops boxers "
    "campaigners candidates captains chancellors choreographers colleagues comedians commissioners "
    "composers councillors councilmen cyclists dancers defendants defenders designers diplomats "
    "directors economists engineers envoys filmmakers footballers forwards generals goalkeepers golfers "
    "historians journalists judges lawmakers legislators mayors midfielders musicians novelists "
    "photographers players playwrights poets politicians producers professors rappers reporters "
    "scientists screenwriters singers skiers songwriters sprinters strikers swimmers wrestlers writers";

const std::string_view titles_and_surnames =
    "king major bishop dean pope prince judge cardinal marshal marshall baron duke earl count knight canon "
    "lord "
    "sheriff abbot father brother sister justice sultan shah miss emir imam general chancellor head guard "
    "chef "
    "reader rider runner farmer gardener driver fisherman forward trader poet monk singer parson player star "
    "speaker constable mayor";

const std::string_view abbreviations =
    "mr mrs ms dr prof rev revd hon gov sen sens rep reps gen lt col maj capt cpt cmdr adm sgt cpl pvt supt "
    "amb "
    "messrs st jr sr fr pres det insp brig cllr atty msgr mt ft";

const std::string_view speech =
    "said says say saying told tells tell added adds noted notes argued argues asked asks explained explains "
    "warned warns wrote writes commented comments admitted admits insisted insists recalled recalls replied "
    "declared declares denied denies stated states stressed predicted predicts testified claimed claims "
    "suggested suggests conceded acknowledged concluded remarked urged vowed joked complained quipped "
    "answered responded responds emphasised emphasized quoted believes believed thinks thought announced "
    "confirmed reiterated";

const std::string_view particles =
    "al el van von vom zu zum zur de del della degli dei der den ter ten di da das dos du des la las le los "
    "bin bint "
    "ibn ben abu ap af av y";

const std::string_view strong_particles = "van von der den ter bin bint ibn zu al el abu";

const std::string_view weak_roles =
    "star guard host head player winner leader forward rider runner driver reader opener champion hero "
    "partner fellow "
    "owner worker resident trader dealer guru creator patient volunteer producer publisher agent broker "
    "operator builder "
    "investor rival survivor veteran newcomer advocate victim friend ally resident conservative democrat "
    "republican "
    "forward captain farmer pilot expert driver merchant model provider servant soldier fighter controller "
    "reporter "
    "adviser advisor consultant contestant manager official officer executive representative principal "
    "general mayor "
    "opener planner specialist merchant chair counterpart suspect cleric singer soloist writer "
    "actors actresses activists admirals ambassadors artists astronauts athletes authors bishops boxers "
    "campaigners candidates captains chancellors choreographers colleagues comedians commissioners "
    "composers councillors councilmen cyclists dancers defendants defenders designers diplomats "
    "directors economists engineers envoys filmmakers footballers forwards generals goalkeepers golfers "
    "historians journalists judges lawmakers legislators mayors midfielders musicians novelists "
    "photographers players playwrights poets politicians producers professors rappers reporters "
    "scientists screenwriters singers skiers songwriters sprinters strikers swimmers wrestlers writers";

const std::string_view suffixes = "jr sr ii iii iv jnr snr";

const std::string_view tails =
    "led backed based born style era owned run controlled like turned educated trained appointed esque ism "
    "related "
    "inspired friendly dominated occupied held elect designate made bound brokered sponsored funded themed "
    "built "
    "designed directed penned type approved supported only wide mania gate watchers haters supporters "
    "watching worthy";

}  // namespace morgue::tables
