// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to an archive as a whole: the way back, taking articles out without a trace, and looking
// whether it is sound. Knows nothing of inputs.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace morgue {

struct RolledBack {
  std::uint64_t articles_before = 0;
  std::uint64_t articles = 0;
};

/// Goes back to the generation before; the one left is removed, with all that was changed in it. Throws
/// Error(not_found) where none is kept, and as ArchiveWriter.
RolledBack roll_back(const std::string& archive);

/// Takes these articles out of every generation kept, and puts copies in their place in which no byte of them
/// is left, nor of any article removed earlier. Gives the ids that no generation had. Throws as
/// ArchiveWriter; what is done then is done, and the rest when it is called again. Waits for readers with a
/// lease.
std::vector<std::string> purge(const std::string& archive, const std::vector<std::string>& ids,
                               std::chrono::milliseconds longest_lease = {});

/// Lets Xapian read every block of the current generation: some seconds a GB. Gives the number of articles.
/// Throws Error(storage) that says what is damaged, and as ArchiveWriter: nobody may write meanwhile.
std::uint64_t check_every_block(const std::string& archive);

}  // namespace morgue
