// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a JSON document into the texts of its articles; only those are parsed. So an article that is broken in
// itself does not spoil the ones after it. Knows nothing of files.
#include "indexer/inputs/json_document.h"

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>

#include "indexer/inputs/article_text.h"

namespace morgue {
namespace {

constexpr std::size_t longest_key = 1024;
constexpr std::array<std::string_view, 2> text_keys{"\"title\"", "\"body\""};
constexpr std::array<std::string_view, 4> list_keys{"\"people\"", "\"authors\"", "\"tags\"", "\"places\""};

template <class Keys>
bool is_one_of(const Keys& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// What a top-level object holds, as far as it must be known to tell an article from a wrapper. Keys are in
/// quotes.
struct Outline {
  bool has_text = false;
  std::vector<std::string> lists_of_objects;
  std::vector<std::string> empty_lists;  // under keys that are not an article's

  /// The key of the list of articles; "" for what is no wrapper.
  std::string wrapped() const {
    if (has_text) return {};
    const auto& lists = lists_of_objects.empty() ? empty_lists : lists_of_objects;
    return lists.size() == 1 ? lists.front() : "";
  }
};

bool take(Bytes& bytes, char expected) {
  bytes.skip_blanks();
  if (bytes.peek() != static_cast<unsigned char>(expected)) return false;
  bytes.skip();
  return true;
}

void reject_here(Bytes& bytes, ArticleSink& sink, const std::string& expected) {
  sink.reject(malformed(bytes.place(), "expected " + expected + "; what follows in this input was not read",
                        "correct the JSON there and take the file in again"));
}

/// Goes over the members of an object; at each, the function is called with the key before the value, which
/// it must pass over. False where the object is broken, or where the function says so.
bool for_each_member(Bytes& bytes, const std::function<bool(const std::string& key)>& at_value) {
  if (!take(bytes, '{')) return false;
  if (take(bytes, '}')) return true;
  do {
    bytes.skip_blanks();
    if (bytes.peek() != '"') return false;
    const auto key = bytes.take_value(longest_key).text;
    if (!take(bytes, ':')) return false;
    bytes.skip_blanks();
    if (!at_value(key)) return false;
  } while (take(bytes, ','));
  return take(bytes, '}');
}

void note_list(Bytes& bytes, const std::string& key, Outline& outline) {
  const Place begin = bytes.place();
  bytes.skip();
  bytes.skip_blanks();
  if (bytes.peek() == '{') outline.lists_of_objects.push_back(key);
  if (bytes.peek() == ']' && !is_one_of(list_keys, key)) outline.empty_lists.push_back(key);
  bytes.return_to(begin);
}

/// The outline of the object that begins here; of a broken one, what could be seen.
Outline outline_of(Bytes& bytes) {
  Outline outline;
  for_each_member(bytes, [&](const std::string& key) {
    outline.has_text = outline.has_text || is_one_of(text_keys, key);
    if (bytes.peek() == '[') note_list(bytes, key, outline);
    bytes.take_value(0);
    return true;
  });
  return outline;
}

/// The elements of the array that begins here. False where it breaks off.
bool read_array(Bytes& bytes, ArticleSink& sink) {
  take(bytes, '[');
  if (take(bytes, ']')) return true;
  do {
    bytes.skip_blanks();
    const auto article = bytes.take_value(longest_article);
    sink.take_text(article);
    if (!article.is_complete) return false;
  } while (take(bytes, ','));
  if (take(bytes, ']')) return true;
  reject_here(bytes, sink, "a comma or the end of the list");
  return false;
}

bool read_wrapper(Bytes& bytes, const std::string& list, ArticleSink& sink) {
  bool is_list_sound = true;
  const bool is_sound = for_each_member(bytes, [&](const std::string& key) {
    if (key == list && bytes.peek() == '[') return is_list_sound = read_array(bytes, sink);
    bytes.take_value(0);
    return true;
  });
  if (!is_sound && is_list_sound) reject_here(bytes, sink, "another key or the end of the object");
  return is_sound;
}

/// Reads the object that is held as text.
bool read_held_object(const Piece& object, ArticleSink& sink) {
  std::istringstream stream(object.text);
  Bytes bytes(stream, object.begin);
  const auto list = outline_of(bytes).wrapped();
  if (list.empty()) {
    sink.take_text(object);
    return true;
  }
  return bytes.return_to(object.begin) && read_wrapper(bytes, list, sink);
}

/// An object too long to be an article can still be a wrapper, if the input can be read twice.
bool read_long_object(Bytes& bytes, const Piece& object, ArticleSink& sink) {
  const Place after = bytes.place();
  if (bytes.return_to(object.begin)) {
    const auto list = outline_of(bytes).wrapped();
    if (!list.empty()) return bytes.return_to(object.begin) && read_wrapper(bytes, list, sink);
    bytes.return_to(after);
  }
  sink.take_text(object);
  return true;
}

bool read_object(Bytes& bytes, ArticleSink& sink) {
  const auto object = bytes.take_value(longest_article);
  return object.is_too_long ? read_long_object(bytes, object, sink) : read_held_object(object, sink);
}

}  // namespace

void read_json_document(Bytes& bytes, ArticleSink& sink) {
  for (bytes.skip_blanks(); bytes.peek() != Bytes::end; bytes.skip_blanks()) {
    if (bytes.peek() == '[') {
      if (!read_array(bytes, sink)) return;
    } else if (bytes.peek() == '{') {
      if (!read_object(bytes, sink)) return;
    } else {
      return reject_here(bytes, sink, "a JSON object or list");
    }
  }
}

}  // namespace morgue
