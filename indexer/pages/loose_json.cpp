// SPDX-License-Identifier: GPL-3.0-or-later
// Rewrites the text so that nlohmann::json takes it.
#include "indexer/pages/loose_json.h"

#include <array>
#include <string>

namespace morgue {
namespace {

constexpr std::size_t deepest = 100;

class Mending {
 public:
  /// "" where there is no value, or one nested too deep.
  std::string mend(std::string_view text) {
    constexpr std::string_view wrapping = "<![CDATA[";
    if (const auto at = text.find(wrapping); at != std::string_view::npos)
      text.remove_prefix(at + wrapping.size());
    const auto begin = text.find_first_of("{[");
    if (begin == std::string_view::npos) return {};
    for (std::size_t at = begin; at < text.size() && !is_complete_; ++at) {
      if (is_in_string_) see_in_string(text, at);
      else see(text, at);
      if (open_.size() > deepest) return {};
    }
    close_what_is_open();
    return std::move(result_);
  }

 private:
  void see(std::string_view text, std::size_t& at) {
    const char c = text[at];
    if (text.substr(at).starts_with("//") || text.substr(at).starts_with("/*")) {
      pass_comment(text, at);
    } else if (c == '}' || c == ']') {
      close(c);
    } else {
      if (c == '{' || c == '[') open_ += c == '{' ? '}' : ']';
      is_in_string_ = c == '"';
      result_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }

  void see_in_string(std::string_view text, std::size_t& at) {
    const char c = text[at];
    if (c == '\\') {
      see_escape(text, at);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      result_ += c == '\n' ? "\\n" : c == '\t' ? "\\t" : " ";
    } else {
      is_in_string_ = c != '"';
      result_ += c;
    }
  }

  void see_escape(std::string_view text, std::size_t& at) {
    constexpr std::string_view known = "\"\\/bfnrtu";
    if (++at >= text.size()) return;
    if (known.find(text[at]) != std::string_view::npos) result_ += '\\';
    if (static_cast<unsigned char>(text[at]) >= 0x20) result_ += text[at];
  }

  static void pass_comment(std::string_view text, std::size_t& at) {
    const bool is_line = text[at + 1] == '/';
    const auto end = is_line ? text.find('\n', at) : text.find("*/", at + 2);
    at = end == std::string_view::npos ? text.size() : end + (is_line ? 0 : 1);
  }

  void close(char bracket) {
    while (!open_.empty() && open_.back() != bracket && open_.find(bracket) != std::string::npos) add_close();
    if (!open_.empty() && open_.back() == bracket) add_close();
  }

  void add_close() {
    const auto last = result_.find_last_not_of(" ,");
    result_.resize(last == std::string::npos ? 0 : last + 1);
    if (result_.ends_with(':')) result_ += "null";
    result_ += open_.back();
    open_.pop_back();
    is_complete_ = open_.empty();
  }

  void close_what_is_open() {
    if (is_in_string_) result_ += '"';
    while (!open_.empty()) add_close();
  }

  std::string result_;
  std::string open_;  // the brackets that close what is open
  bool is_in_string_ = false;
  bool is_complete_ = false;
};

}  // namespace

std::optional<nlohmann::json> loose_json(std::string_view text) {
  auto json = nlohmann::json::parse(Mending().mend(text), nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

}  // namespace morgue
