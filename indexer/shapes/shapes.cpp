// SPDX-License-Identifier: GPL-3.0-or-later
// The table of shapes. Knows no inputs and no archive.
#include "indexer/shapes/shapes.h"

#include <algorithm>
#include <array>

#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

struct Shape {
  bool (*is_of)(const Json&);
  std::vector<Article> (*read)(const Json&);
};

bool has_body(const Json& object) {
  return object.is_object() && object.contains("body") && object["body"].is_string();
}

bool is_search_hit(const Json& object) {
  return object.is_object() && object.contains("_source") && object["_source"].is_object();
}

std::vector<Article> read_search_hit(const Json&);

// The first that an object is of.
constexpr std::array shapes{
    Shape{has_body, read_canonical},  // no other shape has a text under that name
    Shape{is_no_article, refuse_no_article},
    Shape{is_search_hit, read_search_hit},
    Shape{is_schema_org, read_schema_org},
    Shape{is_guardian, read_guardian},
    Shape{is_nyt, read_nyt},
    Shape{is_ninjs, read_ninjs},
    Shape{is_webz, read_webz},
    Shape{is_news_please, read_news_please},
    Shape{is_newspaper3k, read_newspaper3k},
    Shape{is_news_api, read_news_api},
    Shape{is_media_cloud, read_media_cloud},
    Shape{is_all_sides, read_all_sides},
    Shape{is_canonical, read_canonical},
};

const Shape* shape_of(const Json& object) {
  if (!object.is_object()) return nullptr;
  const auto* found =
      std::find_if(shapes.begin(), shapes.end(), [&](const Shape& s) { return s.is_of(object); });
  return found == shapes.end() ? nullptr : found;
}

/// A hit of Elasticsearch or OpenSearch around what was indexed.
std::vector<Article> read_search_hit(const Json& hit) {
  const auto& source = hit["_source"];
  const auto* shape = shape_of(source);
  auto articles = shape ? shape->read(source) : read_canonical(source);
  const bool needs_id = articles.size() == 1 && articles.front().id.empty() && articles.front().url.empty();
  if (needs_id && hit.contains("_id")) articles.front().id = text_in(hit["_id"]);
  return articles;
}

}  // namespace

Likeness Shapes::likeness(const Json& object) const {
  if (map_) return map_->finds_text_in(object) ? Likeness::sure : Likeness::none;
  const auto* shape = shape_of(object);
  if (shape == nullptr) return Likeness::none;
  return shape->is_of == is_canonical ? Likeness::by_title : Likeness::sure;
}

std::vector<Article> Shapes::read(const Json& object) const {
  if (map_) return {map_->read(object)};
  const auto* shape = shape_of(object);
  return shape ? shape->read(object) : read_canonical(object);
}

std::string id_in(const Json& object) {
  SourceKeys keys(object);
  return keys.text({"id", "uri", "_id", "uuid", "stories_id", "@id", "url"});
}

}  // namespace morgue
