// SPDX-License-Identifier: GPL-3.0-or-later
// Session: one connection, one request at a time. Lives on the I/O thread; knows no queue and no routes, only
// its house.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "server/http/exchange.h"
#include "server/http/limits.h"
#include "server/http/message.h"
#include "server/http/request_parser.h"

namespace morgue::http {

using Clock = std::chrono::steady_clock;
using Socket = boost::asio::generic::stream_protocol::socket;

class Session;

/// Where sessions live: what they ask of it and tell it.
class House {
 public:
  /// Must lead to session.answer(), now or later.
  virtual void serve(Session&, Request) = 0;
  /// The request has waited for queue_time. False: it is being worked on, so go on waiting.
  virtual bool give_up(Session&) = 0;
  /// Leads to session.go_on() or session.break_off().
  virtual void make_more(Session&) = 0;
  virtual void end_stream(Session&) = 0;
  virtual void became_idle(Session&) = 0;
  /// What became of a request, once it is answered or its client has left.
  virtual void finished(const Exchange&) = 0;
  virtual void closed(Session&) = 0;
  virtual bool draining() const = 0;
  /// How large the body of the request may be whose header has come.
  virtual std::size_t body_bytes(const Request&) const = 0;
  /// False: all bodies together would become too large.
  virtual bool lend_for_body(std::size_t bytes) = 0;
  virtual void give_back(std::size_t bytes) = 0;

 protected:
  ~House() = default;
};

/// Hooked into the list of idle sessions while it is idle. Its owners: the house, and the operation it waits
/// for.
class Session
    : public std::enable_shared_from_this<Session>,
      public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  Session(std::uint64_t id, Socket, std::size_t entrance, const Limits&, House&);

  std::uint64_t id() const { return id_; }

  void start();
  /// False where no answer is waited for: the client may have been answered or have left. A stream goes on
  /// with House::make_more().
  bool answer(Response, bool is_stream = false);
  void note_times(std::chrono::microseconds waited, std::chrono::microseconds worked);
  /// The next bytes of a stream.
  void go_on(std::string bytes, bool are_last);
  /// Ends a stream so that the client sees it is not whole.
  void break_off();
  /// The answer is known but is going to be held back for a while.
  void park();
  /// Does what the deadline asks for, if it has passed.
  void sweep(Clock::time_point now);
  /// Closes an idle session; others go on to the end of their answer.
  void drain();
  void close();

 private:
  enum class State { idle, header, body, work, parked, write, await_more, linger, closed };

  void enter(State, std::chrono::milliseconds time);
  void become_idle();
  void begin_request();
  void read();
  void parse();
  void begin_body();
  bool borrow_for_body();
  void finish_request();
  void refuse(const Problem&);
  void send(Response, bool is_stream = false);
  void frame_chunk();
  void write();
  void written();
  void linger();
  void drop_what_comes();
  void release_request();
  void begin_exchange(const Request&);
  void finish_exchange(bool is_whole);
  bool client_has_left();

  const std::uint64_t id_;
  Socket socket_;
  const std::size_t entrance_;
  const Limits& limits_;
  House& house_;

  State state_ = State::idle;
  Clock::time_point deadline_ = Clock::time_point::max();
  boost::beast::flat_buffer buffer_;  // empty and without memory while idle
  std::unique_ptr<RequestParser> parser_;
  std::unique_ptr<Exchange> exchange_;  // from a request's last byte to its answer's
  Clock::time_point exchange_began_;
  std::optional<Clock::time_point> end_was_seen_;  // of what the client sends, while its request is worked on
  std::string client_;
  std::size_t borrowed_ = 0;
  bool to_head_ = false;
  bool keep_alive_ = false;
  bool takes_chunks_ = false;
  bool is_stream_ = false;  // and not at its end
  std::string head_;
  std::string body_;
  std::size_t sent_ = 0;  // of head_ and body_ together
};

}  // namespace morgue::http
