// SPDX-License-Identifier: GPL-3.0-or-later
// Makes answers smaller for clients that take gzip. Knows no routes and no sockets.
#pragma once

#include "server/http/message.h"

namespace morgue::http {

/// Compresses what gains by it: text of a kilobyte or more, and streams of text, whose every turn reaches the
/// client at once. All text gets its Vary. `takes_gzip`: the client does.
void compress(Response&, bool takes_gzip);

}  // namespace morgue::http
