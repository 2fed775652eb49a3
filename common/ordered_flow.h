// SPDX-License-Identifier: GPL-3.0-or-later
// Work on several threads whose results come out one by one, in the order in which the work was given. Knows
// nothing of what the work is.
//
// There is no thread of its own for the results: whichever worker has made the next one also lets it out,
// with those that wait behind it. So all threads are busy, whether the work or the letting out takes longer.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace morgue {

template <class Given, class Made>
class OrderedFlow {
 public:
  using Work = std::function<Made(Given)>;

  /// `begin_work` is called once in each thread, `let_out` by one thread at a time. With one thread all is
  /// done within give(). No more than `most_bytes` are under way, or one thing that is larger.
  OrderedFlow(std::size_t threads, std::size_t most_bytes, std::function<Work()> begin_work,
              std::function<void(Made)> let_out)
      : most_bytes_(most_bytes), begin_work_(std::move(begin_work)), let_out_(std::move(let_out)) {
    if (threads < 2) work_here_ = begin_work_();
    else
      for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  }

  /// What is not finished is dropped.
  ~OrderedFlow() {
    {
      const std::lock_guard lock(mutex_);
      waiting_.clear();
      is_stopped_ = true;
    }
    join();
  }
  OrderedFlow(const OrderedFlow&) = delete;
  OrderedFlow& operator=(const OrderedFlow&) = delete;

  /// Waits for room. Throws what work or let_out threw for anything given before, once all threads have
  /// ended: then nothing more comes out.
  void give(Given given, std::size_t bytes) {
    if (work_here_) return let_out_(work_here_(std::move(given)));
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || bytes_ == 0 || bytes_ + bytes <= most_bytes_; });
    if (failure_) {
      lock.unlock();
      return finish();
    }
    bytes_ += bytes;
    waiting_.push_back({given_++, std::move(given), bytes});
    changed_.notify_all();
  }

  /// Waits until all has come out; throws as give(). Nothing can be given afterwards.
  void finish() {
    {
      const std::lock_guard lock(mutex_);
      is_stopped_ = true;
    }
    join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Waiting {
    std::uint64_t number;
    Given given;
    std::size_t bytes;
  };
  struct Ready {
    Made made;
    std::size_t bytes;
  };

  void join() {
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
  }

  void run() {
    try {
      const Work work = begin_work_();
      std::unique_lock lock(mutex_);
      for (;;) {
        changed_.wait(lock, [&] { return failure_ || is_stopped_ || !waiting_.empty(); });
        if (failure_ || waiting_.empty()) return;
        Waiting next = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        Ready ready{work(std::move(next.given)), next.bytes};
        lock.lock();
        ready_.emplace(next.number, std::move(ready));
        let_out_what_is_next(lock);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      changed_.notify_all();
    }
  }

  void let_out_what_is_next(std::unique_lock<std::mutex>& lock) {
    if (is_letting_out_) return;
    is_letting_out_ = true;
    while (!failure_ && !ready_.empty() && ready_.begin()->first == next_) {
      auto ready = ready_.extract(ready_.begin());
      lock.unlock();
      let_out_(std::move(ready.mapped().made));
      lock.lock();
      ++next_;
      bytes_ -= ready.mapped().bytes;
      changed_.notify_all();
    }
    is_letting_out_ = false;
  }

  const std::size_t most_bytes_;
  const std::function<Work()> begin_work_;
  const std::function<void(Made)> let_out_;
  Work work_here_;  // where there are no threads

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  std::map<std::uint64_t, Ready> ready_;
  std::uint64_t given_ = 0;
  std::uint64_t next_ = 0;  // to come out
  std::size_t bytes_ = 0;   // given and not yet out
  bool is_letting_out_ = false;
  bool is_stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace morgue
