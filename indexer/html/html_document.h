// SPDX-License-Identifier: GPL-3.0-or-later
// HTML as a tree of libxml2's nodes. Knows nothing of articles; whoever reads the tree includes
// <libxml/tree.h>.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _xmlDoc;
struct _xmlNode;

namespace morgue {

/// Any text parses: what is not sound HTML is mended as libxml2 mends it. Nothing is fetched.
class HtmlDocument {
 public:
  /// `encoding` is a name as libxml2 takes it; "" is found from the page itself.
  explicit HtmlDocument(std::string_view html, const std::string& encoding = "UTF-8");

  /// The <html> element, which holds a <body> around a fragment; nullptr for a text without anything in it.
  const _xmlNode* root() const;

 private:
  struct Free {
    void operator()(_xmlDoc*) const;
  };
  std::unique_ptr<_xmlDoc, Free> document_;
};

}  // namespace morgue
