// SPDX-License-Identifier: GPL-3.0-or-later
// The queue and its threads.
#include "server/http/workers.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace morgue::http {
namespace {

// Under full load this keeps small requests, which the I/O thread answers, at a tenth of their latency.
void yield_to_the_io_thread() {
  constexpr int nice = 5;
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nice);
}

Response streams_full() {
  return to_response({.status = 503,
                      .code = "streams_full",
                      .detail = "as many long answers as are allowed at once are being sent",
                      .hint = "try again in a few seconds",
                      .retry_after = 5});
}

}  // namespace

Response internal_error() {
  return to_response({.status = 500,
                      .code = "internal",
                      .detail = "the server failed to answer this request",
                      .hint = "the server's log says why"});
}

Workers::Workers(unsigned count, Room room, Calls calls) : room_(room), calls_(std::move(calls)) {
  for (unsigned i = 0; i < std::max(count, 1U); ++i) workers_.emplace_back();
  for (auto& worker : workers_) worker.thread = std::jthread([this, &worker] { work(worker); });
}

Workers::~Workers() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  waiting_.clear();
  for (auto& worker : workers_) worker.wake.notify_one();
}

bool Workers::offer(Job job) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= room_.waiting) return false;
  waiting_.push_back(std::move(job));
  if (!idle_.empty()) {
    idle_.back()->wake.notify_one();
    idle_.pop_back();
  }
  return true;
}

bool Workers::withdraw(std::uint64_t session) {
  const std::lock_guard lock(mutex_);
  return take_back(session);
}

bool Workers::take_back(std::uint64_t session) {
  return std::erase_if(waiting_, [&](const Job& job) { return job.session == session; }) > 0;
}

void Workers::forget(std::uint64_t session) {
  const std::lock_guard lock(mutex_);
  if (take_back(session)) return;
  for (auto& worker : workers_)
    if (worker.session == session) worker.is_abandoned = true;
  give_up_stream(session);
}

std::size_t Workers::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void Workers::make_more(std::uint64_t session) {
  const std::lock_guard lock(mutex_);
  const auto found = streams_.find(session);
  if (found != streams_.end()) give_turn(*found->second.first, {session, found->second.second, false});
}

void Workers::end_stream(std::uint64_t session) {
  const std::lock_guard lock(mutex_);
  give_up_stream(session);
}

void Workers::give_up_stream(std::uint64_t session) {
  const auto found = streams_.find(session);
  if (found == streams_.end()) return;
  give_turn(*found->second.first, {session, found->second.second, true});
  streams_.erase(found);
}

void Workers::give_turn(Worker& worker, Turn turn) {
  worker.turns.push_back(turn);
  std::erase(idle_, &worker);
  worker.wake.notify_one();
}

std::optional<std::variant<Workers::Job, Workers::Turn>> Workers::next(Worker& worker) {
  std::unique_lock lock(mutex_);
  worker.session = 0;
  while (!stopping_ && worker.turns.empty() && waiting_.empty()) {
    idle_.push_back(&worker);
    worker.wake.wait(lock);
    std::erase(idle_, &worker);
  }
  if (stopping_) return std::nullopt;
  worker.had_a_turn = !worker.turns.empty() && !(worker.had_a_turn && !waiting_.empty());
  if (worker.had_a_turn) {
    const Turn turn = worker.turns.front();
    worker.turns.pop_front();
    return turn;
  }
  Job job = std::move(waiting_.front());
  waiting_.pop_front();
  worker.session = job.session;
  worker.is_abandoned = false;
  return job;
}

void Workers::work(Worker& worker) {
  yield_to_the_io_thread();
  Handle handle;
  try {
    handle = calls_.make_handle();
  } catch (...) {
    calls_.broken(std::current_exception());
    return;
  }
  while (auto task = next(worker)) {
    if (auto* job = std::get_if<Job>(&*task)) answer(worker, handle, std::move(*job));
    else take_turn(worker, std::get<Turn>(*task));
  }
  worker.streams.clear();
}

void Workers::answer(Worker& worker, const Handle& handle, Job job) {
  const auto begin = std::chrono::steady_clock::now();
  job.request.is_abandoned = &worker.is_abandoned;
  Done done{.response = guarded(handle, job.request, calls_.report)};
  More more = std::exchange(done.response.more, nullptr);
  const auto stream = more ? place_for_stream(worker, job.session) : std::nullopt;
  if (stream) worker.streams.emplace(*stream, std::move(more));
  else if (more) done.response = streams_full();
  done.is_stream = stream.has_value();
  done.waited = std::chrono::duration_cast<std::chrono::microseconds>(begin - job.offered);
  done.worked =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  calls_.done(job.session, std::move(done));
}

std::optional<Workers::StreamNumber> Workers::place_for_stream(Worker& worker, std::uint64_t session) {
  const std::lock_guard lock(mutex_);
  if (streams_.size() >= room_.streams) return std::nullopt;
  streams_[session] = {&worker, next_stream_};
  return next_stream_++;
}

void Workers::take_turn(Worker& worker, Turn turn) {
  const auto stream = worker.streams.find(turn.stream);
  if (stream == worker.streams.end()) return;
  if (turn.is_end) {
    worker.streams.erase(stream);
    return;
  }
  Part part;
  part.has_failed = !succeeds([&] { part.is_last = !stream->second(part.bytes); }, calls_.report);
  if (part.is_last || part.has_failed) {
    worker.streams.erase(stream);
    forget_stream(turn);
  }
  calls_.made_more(turn.session, std::move(part));
}

void Workers::forget_stream(Turn turn) {
  const std::lock_guard lock(mutex_);
  const auto found = streams_.find(turn.session);
  if (found != streams_.end() && found->second.second == turn.stream) streams_.erase(found);
}

}  // namespace morgue::http
