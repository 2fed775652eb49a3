// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/bulk_builder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/uuid/random_generator.hpp>
#include <future>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "common/index/bulk/building_folder.h"
#include "common/index/bulk/document_file.h"
#include "common/index/bulk/glass_format.h"
#include "common/index/bulk/inverter.h"
#include "common/index/bulk/known_xapian.h"
#include "common/index/bulk/list_tables.h"
#include "common/index/bulk/self_check.h"
#include "common/index/bulk/version_file.h"
#include "common/index/schema.h"
#include "common/index/storage_error.h"
#include "common/text/fold.h"

namespace morgue {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_runs_at_once = 128;  // files that are open together

std::array<char, 16> new_uuid() {
  const auto uuid = boost::uuids::random_generator()();
  std::array<char, 16> bytes{};
  std::copy(uuid.begin(), uuid.end(), bytes.begin());
  return bytes;
}

}  // namespace

struct BulkBuilder::Impl {
  Impl(fs::path folder, const BulkOptions& with_options)
      : options_(with_options), generation_(std::move(folder)), scratch_(generation_) {
    require_known_xapian(scratch_.path());
    for (std::size_t i = 0; i < std::max<std::size_t>(options_.lanes, 1); ++i)
      lanes_.push_back(std::make_unique<Lane>((scratch_.path() / std::to_string(i)).string()));
  }

  void add(std::size_t lane_number, std::uint32_t docid, const AnalysedArticle& article,
           std::string_view stored) {
    Lane& lane = *lanes_[lane_number];
    lane.inverter.add(docid, article);
    append_record(lane.data, {docid, Tag::plain, stored, {}});
    ++articles_;
    if (lane.inverter.bytes() > options_.memory / lanes_.size()) lane.write_run();
  }

  void finish() {
    write_last_runs();
    auto documents = std::async(std::launch::async, [this] { return write_document_tables(); });
    const ListTables lists = write_list_tables(generation_.string(), few_runs(), metadata(), statistics());
    const auto [docdata, termlist] = documents.get();
    write_version_file({lists.postlist, docdata, termlist, lists.synonym}, lists.documents);
    scratch_.remove();
    check_generation(generation_, lists);
  }

  std::uint64_t articles() const { return articles_; }

 private:
  struct Lane {
    explicit Lane(std::string prefix)
        : name(std::move(prefix)), data(data_path()), termlists(termlists_path()) {}

    std::string data_path() const { return name + ".data"; }
    std::string termlists_path() const { return name + ".termlists"; }

    void write_run() {
      runs.push_back(name + "." + std::to_string(runs.size()) + ".run");
      inverter.write_run(runs.back(), termlists);
    }

    void finish() {
      if (!inverter.is_empty()) write_run();
      data.close();
      termlists.close();
    }

    std::string name;
    Inverter inverter;
    FileWriter data;
    FileWriter termlists;
    std::vector<std::string> runs;
  };

  void write_last_runs() {
    std::vector<std::future<void>> finished;
    for (auto& lane : lanes_) finished.push_back(std::async(std::launch::async, [&lane] { lane->finish(); }));
    for (auto& each : finished) each.get();
  }

  /// The lanes' runs, merged until they can be open together.
  std::vector<std::string> few_runs() const {
    std::vector<std::string> runs;
    for (const auto& lane : lanes_) runs.insert(runs.end(), lane->runs.begin(), lane->runs.end());
    for (std::size_t merged = 0; runs.size() > most_runs_at_once; ++merged) {
      const auto end = runs.begin() + most_runs_at_once;
      const std::vector<std::string> first(runs.begin(), end);
      runs.erase(runs.begin(), end);
      runs.push_back((scratch_.path() / ("merged." + std::to_string(merged))).string());
      merge_runs(first, runs.back());
      for (const auto& path : first)
        with_file_errors("cannot remove " + path, [&] { return fs::remove(path); });
    }
    return runs;
  }

  std::pair<TableRoot, TableRoot> write_document_tables() const {
    std::vector<std::string> data;
    std::vector<std::string> termlists;
    for (const auto& lane : lanes_) {
      data.push_back(lane->data_path());
      termlists.push_back(lane->termlists_path());
    }
    return {write_document_table("docdata.glass", data), write_document_table("termlist.glass", termlists)};
  }

  TableRoot write_document_table(const char* name, const std::vector<std::string>& paths) const {
    TableWriter table((generation_ / name).string(), glass::compress_from);
    DocumentMerger documents(paths);
    std::string key;
    for (DocumentRecord record; documents.next(record);) {
      key.clear();
      glass::append_sortable(key, record.docid);
      table.add(key, record.tag, record.form);
      if (!record.slots.empty()) table.add(key + '\0', record.slots);
    }
    return table.finish();
  }

  std::map<std::string, std::string> metadata() const {
    std::set<std::string> languages;
    for (const auto& lane : lanes_)
      languages.insert(lane->inverter.languages().begin(), lane->inverter.languages().end());
    return {{std::string(schema::languages_key), schema::languages_text(languages)},
            {std::string(schema::time_zone_key), options_.time_zone},
            {std::string(schema::unicode_key), unicode_version()}};
  }

  StatisticsBySlot statistics() const {
    StatisticsBySlot all;
    for (const auto& lane : lanes_)
      for (const auto& [slot, of_slot] : lane->inverter.statistics()) all[slot].add(of_slot);
    return all;
  }

  void write_version_file(const GlassTables& tables, const DocumentStatistics& documents) const {
    FileWriter file((generation_ / "iamglass").string());
    file.append(version_file(tables, documents, new_uuid()));
    file.close();
  }

  const BulkOptions options_;
  const fs::path generation_;
  BuildingFolder scratch_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  std::atomic<std::uint64_t> articles_ = 0;
};

BulkBuilder::BulkBuilder(fs::path generation, const BulkOptions& options)
    : impl_(std::make_unique<Impl>(std::move(generation), options)) {}

BulkBuilder::~BulkBuilder() = default;

void BulkBuilder::add(std::size_t lane, std::uint32_t docid, const AnalysedArticle& article,
                      std::string_view stored) {
  impl_->add(lane, docid, article, stored);
}

void BulkBuilder::finish() { impl_->finish(); }

std::uint64_t BulkBuilder::articles() const { return impl_->articles(); }

}  // namespace morgue
