// SPDX-License-Identifier: GPL-3.0-or-later
// micro [OPTIONS OF GOOGLE BENCHMARK]: the time of each hot path over the sample archive.
#include <benchmark/benchmark.h>

#include "tests/benchmarks/hot_paths.h"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  for (const auto& path : morgue::benchmarks::hot_paths(MORGUE_SAMPLE))
    benchmark::RegisterBenchmark(path.name.c_str(), [run = path.run](benchmark::State& state) {
      for ([[maybe_unused]] auto turn : state) run();
    });
  benchmark::RunSpecifiedBenchmarks();
}
