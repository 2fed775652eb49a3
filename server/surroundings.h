// SPDX-License-Identifier: GPL-3.0-or-later
// Surroundings: what a handler may know of the server around it. Its defaults are those of no server at all.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "server/archive_watch.h"
#include "server/http/listener.h"

namespace morgue {

class Metrics;

struct Surroundings {
  std::string public_url = {};                  // "https://archive.example.org", without a last slash
  bool is_public = false;                       // who has no token may read, and take nothing away
  std::function<ArchiveStatus()> archive = {};  // from any thread
  std::function<http::Load()> load = {};        // on the I/O thread
  Metrics* metrics = nullptr;                   // from any thread
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
};

}  // namespace morgue
