// SPDX-License-Identifier: GPL-3.0-or-later
// Countries, regions, cities, peoples, and words that stand in names of places. Knows nothing of texts.
#include "common/people/tables/tables.h"

namespace morgue::tables {

const std::string_view places =
    // countries and territories
    "afghanistan albania algeria america andorra angola antigua argentina armenia aruba australia austria azerbaijan "
    "bahamas bahrain bangladesh barbados belarus belgium belize benin bermuda bhutan bolivia bosnia botswana brazil "
    "britain brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia comoros congo croatia "
    "cuba cyprus czechia czechoslovakia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini "
    "ethiopia fiji finland france gabon gambia germany ghana gibraltar greece greenland grenada guam guatemala guinea "
    "guyana haiti herzegovina holland honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica "
    "japan jersey kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya "
    "liechtenstein lithuania luxembourg macao macau macedonia madagascar malawi malaysia maldives mali malta "
    "mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia "
    "nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru "
    "philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore "
    "slovakia slovenia somalia somaliland spain sudan suriname swaziland sweden switzerland syria taiwan tajikistan "
    "tanzania thailand tibet tobago togo tonga transnistria trinidad tunisia turkey turkmenistan tuvalu uae uganda uk "
    "ukraine uruguay us usa ussr uzbekistan vanuatu vatican venezuela vietnam wales yemen yugoslavia zaire zambia "
    "zimbabwe u.s u.s.a u.k u.n u.s.s.r u.a.e eu un e.u d.c n.y l.a "
    // regions, states, seas
    "africa asia europe antarctica arctic atlantic pacific mediterranean caribbean balkans baltic bavaria saxony "
    "catalonia andalusia tuscany sicily sardinia corsica crete normandy brittany provence alsace lorraine flanders "
    "wallonia scandinavia siberia crimea donbas donbass chechnya dagestan caucasus transylvania anatolia kurdistan "
    "kashmir punjab gujarat bengal bihar kerala karnataka rajasthan maharashtra assam sindh balochistan xinjiang "
    "guangdong sichuan manchuria hokkaido okinawa java sumatra bali borneo sulawesi mindanao luzon sinai gaza "
    "darfur biafra katanga natal transvaal alabama alaska alberta arizona arkansas california colorado connecticut "
    "delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine manitoba maryland "
    "massachusetts michigan minnesota mississippi missouri montana nebraska nevada newfoundland ohio oklahoma ontario "
    "oregon pennsylvania quebec queensland saskatchewan tasmania tennessee texas utah vermont wisconsin wyoming "
    "yukon yorkshire lancashire kent essex sussex surrey cornwall devon dorset norfolk suffolk cumbria hampshire "
    "berkshire cheshire lincolnshire nottinghamshire oxfordshire cambridgeshire ulster munster leinster connacht "
    "midlands merseyside tyneside calif ariz conn fla ill kan mass mich minn mo neb nev okla ore pa tenn tex va vt "
    "wash wis wyo ont que "
    // cities
    "aachen aberdeen abidjan abuja accra adelaide aden albuquerque aleppo alexandria algiers almaty amman amsterdam "
    "anchorage ankara antwerp asuncion athens atlanta auckland baghdad baku baltimore bamako bangalore bangkok barcelona "
    "basel basra beijing beirut belfast belgrade benghazi berlin bern berne bilbao birmingham bogota bologna bombay "
    "bonn bordeaux boston bradford brasilia bratislava bremen brighton brisbane bristol brooklyn brussels bucharest "
    "budapest buffalo bujumbura cairo calcutta calgary cambridge canberra cannes canterbury caracas cardiff "
    "casablanca charleston charlotte chennai chicago cincinnati cleveland cologne colombo columbus copenhagen cordoba "
    "coventry dakar dallas damascus darwin davos dayton delhi denver derby detroit dhaka doha dortmund dover dresden "
    "dubai dublin dubrovnik durban dusseldorf duesseldorf edinburgh edmonton essen exeter florence frankfurt "
    "freetown fukushima galway gdansk geneva genoa glasgow gothenburg grozny guadalajara guantanamo guangzhou "
    "guayaquil hague halifax hamburg hanoi hanover harare hartford havana hebron helsinki hiroshima hollywood homs "
    "honolulu houston hull hyderabad islamabad istanbul jakarta jeddah jerusalem johannesburg kabul kampala kandahar "
    "karachi kathmandu khartoum kharkiv kiev kyiv kigali kingston kinshasa kobe kolkata krakow kyoto lagos lahore "
    "lausanne leeds leicester leipzig lima limerick lisbon liverpool ljubljana lome london luanda lucknow lusaka lviv "
    "lyon lyons madras madrid manchester manhattan managua manila maputo marrakesh marseille marseilles mecca medina "
    "melbourne memphis miami milan milwaukee minneapolis minsk mogadishu monrovia montevideo montreal moscow mosul "
    "mumbai munich nagasaki nagoya nairobi nanjing naples nashville newark newcastle nice nicosia norwich nottingham "
    "nuremberg odessa orlando osaka oslo ottawa oxford palermo panmunjom paris perth peshawar philadelphia phoenix "
    "pittsburgh plymouth portland portsmouth prague preston pretoria pristina pyongyang quito rabat ramallah rangoon "
    "reykjavik riga riyadh rome rotterdam sacramento salzburg sanaa santiago sarajevo savannah seattle seoul seville "
    "shanghai sheffield shenzhen sofia southampton stockholm strasbourg stuttgart sunderland swansea sydney tallinn "
    "tampa tampere tashkent tbilisi tehran tokyo toronto toulouse tripoli tunis turin uppsala utrecht valencia "
    "vancouver venice verona vienna vilnius vladivostok warsaw washington wellington winnipeg wuhan yangon yerevan "
    "yokohama york zagreb zurich westminster whitehall bloomsbury soho bronx kremlin pentagon downing brexit";

const std::string_view place_pairs =
    "new york|new jersey|new zealand|new delhi|new orleans|new england|new mexico|new hampshire|new south|hong kong|"
    "los angeles|las vegas|buenos aires|rio grande|kuala lumpur|addis ababa|phnom penh|tel aviv|abu dhabi|sri lanka|"
    "costa rica|puerto rico|el salvador|el paso|sierra leone|burkina faso|cape town|cape verde|saudi arabia|"
    "santa barbara|virginia beach|palm beach|long beach|long island|staten island|salt lake|baton rouge|des moines|"
    "st louis|st petersburg|great britain|northern ireland|south africa|ivory coast|gold coast|west bank|"
    "windhoek west|tora bora|panama canal|victoria falls|grand canyon|silicon valley|wall street|capitol hill|"
    "fleet street|downing street|nova scotia|prince edward|british columbia|le havre|la paz|la rochelle|"
    "diego garcia|robben island|ho chi|chi minh|notre dame|sinn fein|red cross|star wars|al jazeera|al arabiya|"
    "al qaeda|al qaida|al shabaab|abu ghraib|abu sayyaf|boko haram|hong kongs|charlotte amalie|jordan valley|"
    "santa claus|mother nature|uncle sam|father christmas|carson city|jefferson city|kansas city|oklahoma city|"
    "iowa city|atlantic city|mexico city|quebec city|guatemala city|panama city|vatican city|austin texas|"
    "aix en|bury st|milton keynes|tunbridge wells|joshua tree|tahrir al-sham|ahrar al-sham|crystal palace|aston villa|stoke city|leyton orient|"
    "alice springs|ann arbor|cedar rapids|colorado springs|grand rapids|sioux falls|terre haute|idaho falls";

const std::string_view peoples =
    "afghan afghans african africans albanian algerian american americans arab arabs arabian argentine argentinian "
    "armenian asian asians australian australians austrian azerbaijani azeri bangladeshi bangladeshis basque bavarian "
    "belarusian belgian belgians bolivian bosnian brazilian brazilians briton britons british bulgarian burmese "
    "cambodian cameroonian canadian canadians caribbean catalan chechen chilean chinese colombian congolese croat "
    "croatian croats cuban cubans cypriot czech czechs danish danes dane dutch dutchman ecuadorean egyptian egyptians "
    "english englishman eritrean estonian ethiopian european europeans filipino filipinos finn finnish flemish french "
    "frenchman frenchwoman georgian german germans ghanaian greek greeks guatemalan haitian hungarian icelandic indian "
    "indians indonesian iranian iranians iraqi iraqis irish irishman israeli israelis italian italians jamaican "
    "japanese jordanian kazakh kenyan korean koreans kosovan kurd kurdish kurds kuwaiti kyrgyz latvian lebanese "
    "liberian libyan lithuanian macedonian malaysian maltese maori mexican mexicans mongolian moroccan mozambican "
    "namibian nepalese nepali nicaraguan nigerian nigerians norwegian norwegians omani pakistani pakistanis palestinian "
    "palestinians panamanian peruvian polish pole poles portuguese qatari romanian russian russians rwandan saudi "
    "saudis scot scots scottish scotsman senegalese serb serbian serbs sicilian singaporean slovak slovene slovenian "
    "somali somalis soviet soviets spaniard spanish sudanese swede swedes swedish swiss syrian syrians taiwanese tajik "
    "tamil thai tibetan tunisian turk turkish turks turkmen ugandan ukrainian ukrainians uruguayan uzbek venezuelan "
    "vietnamese welsh welshman yemeni yugoslav zambian zimbabwean parisian londoner californian texan scandinavian "
    "nordic balkan latin western eastern northern southern central north south east west anglo euro asian-american "
    "african-american black white native indigenous "
    "christian christians catholic catholics protestant protestants anglican lutheran methodist baptist mormon jewish "
    "jew jews muslim muslims moslem islamic islamist hindu hindus buddhist buddhists sikh sikhs sunni shia shiite orthodox "
    "democrat democrats democratic republican republicans liberal liberals conservative conservatives tory tories labour "
    "socialist socialists communist communists marxist nationalist nationalists unionist green greens libertarian "
    "libertarians gaullist peronist zionist nazi nazis fascist rohingya taliban hamas hezbollah fatah isis isil houthi houthis "
    "atheist atheists agnostics rationalist";

const std::string_view before_places =
    "san santa santo sao saint sainte st mount mt lake cape fort ft port point gulf bay isle isles los las new north "
    "south east west northern southern eastern western upper lower greater central old great camp";

const std::string_view after_places =
    "street st road rd avenue ave boulevard lane drive highway freeway square park gardens garden plaza place court "
    "river lake sea ocean bay gulf strait straits channel canal creek falls beach island islands isle peninsula "
    "mountain mountains hill hills valley desert forest canyon ridge basin glacier county province state district "
    "region city town village township borough parish heights springs airport station stadium arena hall tower towers "
    "bridge tunnel gate castle palace house mansion cathedral church chapel abbey mosque temple synagogue cemetery "
    "prison jail barracks hospital clinic school academy college university library museum gallery theatre theater "
    "opera centre center building hotel inn pub bar restaurant cafe club harbour harbor port pier dock dam mine "
    "oilfield field wells coast shore reef republic kingdom territory crossing junction zone strip estate farm ranch "
    "observatory zoo ground grounds lodge terrace walk cave cove crater";

}  // namespace morgue::tables
