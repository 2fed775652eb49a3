// SPDX-License-Identifier: GPL-3.0-or-later
// Given names that are transliterated in more than one way, folded; the first of each row stands for all.
// Written down from general knowledge of how newspapers spell them; names that are different names in one
// language (Jon and John, Ann and Anna, Maria and Marie) are not twins.
#pragma once

#include <array>
#include <string_view>

namespace morgue {

using NameTwins = std::array<std::string_view, 8>;  // "" past the last

inline constexpr NameTwins given_name_twins[] = {
    {"abdallah", "abdullah", "abdulla", "abdalla", "abdellah"},
    {"abdel", "abdul", "abdoul"},
    {"abdelaziz", "abdulaziz", "abdelazis"},
    {"abdelrahman", "abdulrahman", "abdurrahman", "abdelrahmane", "abderrahmane"},
    {"ahmed", "ahmad", "ahmet", "achmed"},
    {"aleksandr", "alexander", "aleksander", "alexandr", "oleksandr", "aliaksandr"},
    {"aleksandra", "alexandra", "oleksandra"},
    {"aleksei", "alexei", "alexey", "aleksey", "alexej", "aleksej", "oleksii", "oleksiy"},
    {"anatoly", "anatoli", "anatoliy", "anatolii", "anatolij"},
    {"andrei", "andrey", "andrej", "andriy", "andrii", "andrij"},
    {"arkady", "arkadi", "arkadiy", "arkadii", "arkadij"},
    {"artem", "artyom", "artiom"},
    {"ayman", "aiman", "eiman"},
    {"bashar", "bachar", "baschar"},
    {"benjamin", "binyamin", "benyamin"},
    {"boris", "borys"},
    {"dmitry", "dmitri", "dmitriy", "dmitrii", "dmitrij", "dimitri", "dmytro", "dimitry"},
    {"evgeny", "evgeni", "evgeniy", "yevgeny", "yevgeni", "evgenii", "jewgeni", "yevhen"},
    {"fyodor", "fedor", "fjodor", "feodor"},
    {"garry", "garri"},
    {"gennady", "gennadi", "gennadiy", "gennadii", "gennadij", "hennadiy"},
    {"georgy", "georgi", "georgiy", "georgii", "georgij"},
    {"grigory", "grigori", "grigoriy", "grigorii", "grigorij", "hryhoriy"},
    {"hafez", "hafiz", "hafedh"},
    {"hamid", "hameed"},
    {"hassan", "hasan"},
    {"hossein", "hussein", "husain", "hussain", "husayn", "huseyin", "hossain", "husein"},
    {"ilya", "ilja", "ilia", "illia"},
    {"jamal", "gamal", "djamal", "dschamal", "jamaal"},
    {"khaled", "khalid", "chalid", "halid"},
    {"konstantin", "constantin", "kostyantyn"},
    {"lev", "lew"},
    {"mahmoud", "mahmud", "mahmood"},
    {"maksim", "maxim", "maksym"},
    {"mikhail", "michail", "mihail", "mykhailo", "mikhael", "mikheil"},
    {"mohammed", "muhammad", "mohamed", "mohammad", "mohamad", "muhammed", "mohamet", "muhamad"},
    {"moammar", "muammar", "moamer", "mouammar", "muamar", "moamar"},
    {"mstislav", "mstislaw"},
    {"mustafa", "mustapha", "moustafa", "mostafa", "moustapha"},
    {"naguib", "nagib", "najib"},
    {"nikolai", "nikolay", "nikolaj", "mykola", "nicolai"},
    {"nasser", "nasir", "naser", "nacer"},
    {"nikita", "mykyta"},
    {"oleg", "oleh", "olech"},
    {"omar", "umar", "omer"},
    {"osama", "usama", "oussama", "ossama"},
    {"pavel", "pawel", "pavlo"},
    {"pyotr", "petr", "petro", "pjotr"},
    {"said", "saeed", "saied", "sayeed"},
    {"saleh", "salih"},
    {"salman", "selman"},
    {"semyon", "semen", "semjon", "simyon"},
    {"sergei", "sergey", "serguei", "sergej", "sergiy", "serhiy", "sergii", "serhii"},
    {"stanislav", "stanislaw"},
    {"suleiman", "sulaiman", "suleyman", "soliman"},
    {"svetlana", "swetlana", "svitlana", "sviatlana"},
    {"tatyana", "tatiana", "tatjana", "tetyana", "tetiana"},
    {"timofei", "timofey", "timofej"},
    {"valery", "valeri", "valeriy", "valerii", "valerij", "walerij"},
    {"vasily", "vasili", "vasiliy", "vasilii", "wassili", "vasyl"},
    {"viktor", "victor", "wiktor"},
    {"vitaly", "vitali", "vitaliy", "vitalii", "witali", "vitalij"},
    {"vladimir", "wladimir", "volodymyr", "vladimer", "wolodymyr", "uladzimir"},
    {"vladislav", "wladislaw", "vladyslav"},
    {"vyacheslav", "viacheslav", "wjatscheslaw", "vjaceslav", "vyatcheslav"},
    {"yasser", "yasir", "yassir", "jassir", "yaser"},
    {"yekaterina", "ekaterina", "jekaterina", "kateryna"},
    {"yelena", "elena", "jelena", "olena"},
    {"yulia", "yuliya", "julija", "iulia", "yuliia"},
    {"yuri", "yury", "yuriy", "juri", "yurii", "jurij", "iouri", "iurii"},
    {"yusuf", "yousef", "youssef", "yusef", "jusuf", "yousuf", "youssouf"},
    {"zhanna", "janna", "schanna"},
};

}  // namespace morgue
