// SPDX-License-Identifier: GPL-3.0-or-later
// Counts, writes and tells rejects.
#include "indexer/rejects.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "common/error.h"
#include "indexer/shown.h"

namespace morgue {
namespace {

constexpr std::size_t told = 3;

Error unwritable(const std::string& file) {
  return Error(ErrorKind::storage, "cannot write the rejects file " + file,
               "is its folder there, and is there room?");
}

}  // namespace

std::string reject_json(const Fault& fault) {
  const nlohmann::ordered_json json{
      {"input", fault.place.input},
      {"line", fault.place.line},
      {"byte", fault.place.byte},
      {"id", fault.id.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(fault.id)},
      {"code", fault.code},
      {"reason", fault.reason},
      {"hint", fault.hint},
  };
  // File names need not be UTF-8.
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Rejects::Rejects(std::string file) : file_(std::move(file)) {
  if (file_.empty()) return;
  stream_.open(file_, std::ios::binary);
  if (!stream_) throw unwritable(file_);
}

void Rejects::add(const Fault& fault) {
  ++count_;
  if (first_.size() < told) first_.push_back(fault);
  if (!file_.empty()) stream_ << reject_json(fault) << "\n";
}

void Rejects::finish() {
  if (file_.empty()) return;
  stream_.close();
  if (!stream_) throw unwritable(file_);
}

std::string Rejects::in_words() const {
  if (count_ == 0) return {};
  std::ostringstream words;
  words << count_ << (count_ == 1 ? " was" : " were") << " not taken";
  for (const auto& fault : first_)
    words << "\n  " << shown(fault.place.input) << ", line " << fault.place.line << ", byte "
          << fault.place.byte << ": " << shown(fault.reason) << " (" << fault.code << ")\n    "
          << shown(fault.hint);
  if (!file_.empty()) words << "\n  all of them are in " << file_;
  else if (count_ > first_.size()) words << "\n  see all of them with --rejects FILE";
  return words.str();
}

}  // namespace morgue
