// SPDX-License-Identifier: GPL-3.0-or-later
// Surnames by which the news mean one person without a given name. Knows nothing of texts.
#include "common/people/tables/tables.h"

namespace morgue::tables {

const std::string_view known_persons =
    // statesmen and politicians
    "ahmadinejad arafat assad ataturk attlee berlusconi biden bismarck bolsonaro brezhnev "
    "ceausescu cheney chirac corbyn dukakis duterte eisenhower erdogan fillon gaddafi gadhafi "
    "giscard goebbels gorbachev guevara himmler hitler hollande honecker jaruzelski juncker kadyrov "
    "khamenei khomeini khrushchev kissinger kosygin lenin lukashenko macron maduro mandela mccain "
    "medvedev merkel milosevic mitterrand mubarak mugabe mussolini napoleon "
    "netanyahu nehru nixon obama orban pinochet pompidou putin qaddafi rabin reagan renzi romney roosevelt "
    "rouhani sadat sarkozy scholz solzhenitsyn stalin starmer sunak thatcher trotsky "
    "trudeau trump walesa yanukovych yeltsin zelensky zelenskiy zelenskyy zuma "
    // scientists, artists, writers, business
    "bezos bonaparte brahms chekhov chopin copernicus dostoevsky dostoyevsky einstein freud goethe "
    "hemingway kafka kandinsky matisse monet mozart nietzsche orwell picasso pushkin "
    "rachmaninov rousseau sartre schubert shakespeare shostakovich snowden spielberg "
    "stravinsky tchaikovsky tolstoy voltaire zuckerberg";

}  // namespace morgue::tables
