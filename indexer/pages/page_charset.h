// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters a page's bytes are. Knows no markup beyond a declared charset.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// The page as valid UTF-8. Its encoding is that of a byte order mark; else UTF-8 where the bytes are that
/// (saving converts pages and leaves what they declare); else the declared one (<meta charset>, as browsers
/// read its name); else windows-1252. What cannot be converted is U+FFFD, U+0000 a space.
std::string page_as_utf8(std::string_view bytes);

}  // namespace morgue
