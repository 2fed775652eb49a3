// SPDX-License-Identifier: GPL-3.0-or-later
// Reads tags as a parser does, past comments, scripts and quoted values. libxml2 compares each end tag with
// every open element, and each attribute with those before it in its tag.
#include "indexer/pages/hostile_page.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/article/article_json.h"
#include "common/text/ascii.h"

namespace morgue {
namespace {

// Those that have no end tag, or that the next of their kind ends.
constexpr std::array<std::string_view, 28> without_end{
    "area",   "base",  "body", "br",    "col", "colgroup", "dd",   "dt",     "embed", "head",
    "hr",     "html",  "img",  "input", "li",  "link",     "meta", "option", "p",     "param",
    "source", "tbody", "td",   "tfoot", "th",  "thead",    "tr",   "wbr"};
static_assert(std::is_sorted(without_end.begin(), without_end.end()));

class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}

  void read() {
    while ((at_ = std::min(html_.find('<', at_), html_.size())) < html_.size()) {
      if (html_.substr(at_).starts_with("<!--")) pass("-->");
      else if (at_ + 1 < html_.size() && html_[at_ + 1] == '/') read_end();
      else if (at_ + 1 < html_.size() && is_letter(html_[at_ + 1])) read_start();
      else ++at_;
    }
  }

 private:
  void pass(std::string_view end) {
    const auto found = html_.find(end, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }

  std::string take_name() {
    std::string name;
    for (; at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/'; ++at_)
      name += static_cast<char>(is_letter(html_[at_]) ? html_[at_] | 0x20 : html_[at_]);
    return name;
  }

  void read_start() {
    ++at_;
    const auto name = take_name();
    count_tag();
    pass_attributes();
    if (name == "script" || name == "style") return pass("</" + name);
    if (std::binary_search(without_end.begin(), without_end.end(), name)) return;
    open_.push_back(name);
    if (open_.size() > most_open_elements)
      refuse("too_deep", std::to_string(most_open_elements) + " elements open at once");
  }

  void read_end() {
    at_ += 2;
    const auto name = take_name();
    count_tag();
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found != open_.rend()) open_.erase(found.base() - 1, open_.end());
  }

  void count_tag() {
    if (++tags_ > most_tags) refuse("too_large", std::to_string(most_tags) + " tags");
  }

  void pass_attributes() {
    std::size_t attributes = 0;
    while (at_ < html_.size() && html_[at_] != '>') {
      if (is_space(html_[at_]) || html_[at_] == '/') {
        ++at_;
        continue;
      }
      if (++attributes > most_attributes)
        refuse("too_large", std::to_string(most_attributes) + " attributes in one tag");
      pass_attribute();
    }
  }

  void pass_attribute() {
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '=') ++at_;
    if (at_ >= html_.size() || html_[at_] != '=') return;
    ++at_;
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    if (at_ >= html_.size()) return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      ++at_;
      return pass(std::string_view(&quote, 1));
    }
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
  }

  [[noreturn]] static void refuse(const std::string& code, const std::string& what) {
    throw ArticleError(code, "the page has more than " + what, "save the page again, or give its text");
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
  std::vector<std::string> open_;
};

}  // namespace

void refuse_hostile_page(std::string_view html) { TagReader(html).read(); }

}  // namespace morgue
