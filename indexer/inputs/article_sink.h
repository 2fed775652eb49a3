// SPDX-License-Identifier: GPL-3.0-or-later
// What an input gives: articles as JSON and faults, each with the place where it stands. Knows no files and
// no archive.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "indexer/shapes/shapes.h"

namespace morgue {

/// Where something begins in an input. Lines count from 1, bytes from 0.
struct Place {
  std::string input;
  std::uint64_t line = 1;
  std::uint64_t byte = 0;
  bool operator==(const Place&) const = default;
};

/// Why something is not taken. `code` is a word for programs: malformed_json, bad_utf8, too_deep, unreadable
/// …
struct Fault {
  Place place;
  std::string id;  // "" where it is not known
  std::string code;
  std::string reason;
  std::string hint;
  bool operator==(const Fault&) const = default;
};

/// A text cut from an input.
struct Piece {
  Place begin;
  std::string text;
  bool is_too_long = false;  // longer than the limit; `text` is then empty
  bool is_complete = true;   // false for a value that the end of the input cut off
};

enum class PageKind {
  html,
  by_content,  // HTML where it begins with a tag, else text
};

/// A saved page, in its own encoding.
struct Page {
  Place begin;
  std::string bytes;
  PageKind kind = PageKind::html;
};

class ArticleSink {
 public:
  virtual ~ArticleSink() = default;
  /// The JSON text of one article. It is parsed at once, into take() or reject(), unless the sink has others
  /// who do it: parse_article_text().
  virtual void take_text(const Piece&);
  /// The same for a page: parse_page().
  virtual void take_page(const Page&);
  virtual void take(nlohmann::json article, const Place& begin) = 0;
  virtual void reject(const Fault&) = 0;
  /// How surely it would take this for an article. Long values may be left out, their types may not.
  virtual Likeness likeness(const nlohmann::json&) const;
};

}  // namespace morgue
