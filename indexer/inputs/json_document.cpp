// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a JSON document into the texts of its articles; only those are parsed. So an article that is broken in
// itself does not spoil the ones after it, and no list is ever held. Knows nothing of files.
#include "indexer/inputs/json_document.h"

#include "indexer/inputs/article_text.h"
#include "indexer/inputs/wrapper.h"

namespace morgue {
namespace {

void reject_here(Bytes& bytes, ArticleSink& sink, const std::string& expected) {
  if (bytes.has_failed()) return;  // told by who sees it
  sink.reject(malformed(bytes.place(), "expected " + expected + "; what follows in this input was not read",
                        "correct the JSON there and take the file in again"));
}

/// False where it breaks off. What a fault in reading cuts off is told by who sees that.
bool take_article(Bytes& bytes, ArticleSink& sink) {
  const auto article = bytes.take_value(longest_article);
  if (article.is_complete || !bytes.has_failed()) sink.take_text(article);
  return article.is_complete;
}

/// The elements of the array that begins here. False where it breaks off.
bool read_array(Bytes& bytes, ArticleSink& sink) {
  take_sign(bytes, '[');
  if (take_sign(bytes, ']')) return true;
  do {
    bytes.skip_blanks();
    if (!take_article(bytes, sink)) return false;
  } while (take_sign(bytes, ','));
  if (take_sign(bytes, ']')) return true;
  reject_here(bytes, sink, "a comma or the end of the list");
  return false;
}

/// Takes the articles out of an object that is none itself.
class WrapperReading {
 public:
  WrapperReading(Bytes& bytes, ArticleSink& sink, const Wrapper& wrapper)
      : bytes_(bytes), sink_(sink), wrapper_(wrapper) {}

  /// False where the object is broken.
  bool read() {
    const bool is_sound = read_object("", 1);
    if (!is_sound && !is_told_) reject_here(bytes_, sink_, "another key or the end of the object");
    return is_sound;
  }

 private:
  bool read_object(const std::string& path, std::size_t depth) {
    return for_each_member(bytes_,
                           [&](const std::string& key) { return read_value(path + "/" + key, depth); });
  }

  bool read_value(const std::string& path, std::size_t depth) {
    if (bytes_.peek() == '[' && is_list_of_articles(path, depth)) return told(read_array(bytes_, sink_));
    if (bytes_.peek() == '{') {
      if (wrapper_.holds_objects && likeness_of(bytes_.look_at_value(longest_look), sink_) == Likeness::sure)
        return told(take_article(bytes_, sink_));
      if (depth < deepest_list) return read_object(path, depth + 1);
    }
    bytes_.take_value(0);
    return true;
  }

  bool is_list_of_articles(const std::string& path, std::size_t depth) {
    if (!wrapper_.only_list.empty()) return path == wrapper_.only_list;
    if (wrapper_.depth && depth != *wrapper_.depth) return false;
    return likeness_of_first(bytes_.ahead(longest_look), sink_).value_or(Likeness::none) != Likeness::none;
  }

  bool told(bool is_sound) {
    is_told_ = !is_sound;
    return is_sound;
  }

  Bytes& bytes_;
  ArticleSink& sink_;
  const Wrapper& wrapper_;
  bool is_told_ = false;  // what is broken
};

/// What an object is shows in its beginning: a list of articles may be longer than memory.
bool read_object(Bytes& bytes, ArticleSink& sink) {
  const auto wrapper = wrapper_of(bytes.look_at_value(longest_look), sink);
  return wrapper ? WrapperReading(bytes, sink, *wrapper).read() : take_article(bytes, sink);
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
