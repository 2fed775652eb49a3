// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/searcher.h"
#include "tests/benchmarks/answerer.h"

namespace morgue::benchmarks {
namespace {

class MorgueAnswerer : public Answerer {
 public:
  explicit MorgueAnswerer(const std::string& archive) : searcher_(archive) {}

  std::uint64_t answer(const DrawnQuery& query) override {
    SearchRequest request;
    request.query = for_morgue(query);
    request.snippets = 1;
    if (query.asked == Asked::newest) request.order = Order::newest;
    if (query.asked == Asked::facets) request.facets = {Field::source};
    return searcher_.search(request).total;
  }

 private:
  Searcher searcher_;
};

}  // namespace

std::unique_ptr<Answerer> morgue_answerer(const std::string& archive) {
  return std::make_unique<MorgueAnswerer>(archive);
}

}  // namespace morgue::benchmarks
