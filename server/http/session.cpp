// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a connection: idle, header, body, work (or parked), write, then idle again or linger.
#include "server/http/session.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <ctime>
#include <utility>

#include "server/http/response_head.h"

namespace morgue::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds forever = std::chrono::milliseconds::max();

/// "127.0.0.1"; "" where it is gone already or the socket is no TCP.
std::string peer_address(const Socket& socket) {
  error_code gone;
  const auto peer = socket.remote_endpoint(gone);
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (gone) return "";
  if (peer.data()->sa_family == AF_INET)
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(peer.data())->sin_addr, text.data(),
              text.size());
  if (peer.data()->sa_family == AF_INET6)
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(peer.data())->sin6_addr, text.data(),
              text.size());
  return text.data();
}

std::string_view bytes_in(const boost::beast::flat_buffer& buffer) {
  return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

}  // namespace

Session::Session(std::uint64_t id, Socket socket, std::size_t entrance, const Limits& limits, House& house)
    : id_(id), socket_(std::move(socket)), entrance_(entrance), limits_(limits), house_(house) {}

void Session::enter(State state, std::chrono::milliseconds time) {
  state_ = state;
  deadline_ = time == forever ? Clock::time_point::max() : Clock::now() + time;
  if (state != State::idle) unlink();
}

void Session::start() {
  error_code ignored;
  socket_.non_blocking(true, ignored);
  client_ = peer_address(socket_);
  become_idle();
}

void Session::become_idle() {
  enter(State::idle, limits_.idle_time);
  house_.became_idle(*this);
  buffer_ = {};
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code failure) {
    if (self->state_ != State::idle) return;
    if (failure) return self->close();
    self->begin_request();
  });
}

void Session::begin_request() {
  enter(State::header, limits_.header_time);
  parser_ = std::make_unique<RequestParser>(limits_);
  if (buffer_.size() > 0) parse();
  else read();
}

void Session::read() {
  const std::size_t portion = state_ == State::header ? 2048 : 16 * 1024;
  const std::size_t room = std::max(limits_.header_bytes, portion) + 1 - buffer_.size();
  socket_.async_read_some(buffer_.prepare(std::min(room, portion)),
                          [self = shared_from_this()](error_code failure, std::size_t count) {
                            if (self->state_ != State::header && self->state_ != State::body) return;
                            if (failure) return self->close();
                            self->buffer_.commit(count);
                            self->parse();
                          });
}

void Session::parse() {
  while (buffer_.size() > 0) {
    const std::size_t used = parser_->feed(bytes_in(buffer_));
    buffer_.consume(used);
    if (parser_->problem()) return refuse(*parser_->problem());
    if (!borrow_for_body())
      return refuse({.status = 503,
                     .code = "bodies_full",
                     .detail = "too many large requests at once",
                     .hint = "try again in a second",
                     .retry_after = 1});
    if (parser_->done()) return finish_request();
    const bool begins_body = state_ == State::header && parser_->header_done();
    if (begins_body) begin_body();
    if (parser_->problem()) return refuse(*parser_->problem());
    if (!begins_body && used == 0) break;
  }
  read();
}

void Session::begin_body() {
  enter(State::body, limits_.body_time);
  parser_->limit_body(house_.body_bytes(parser_->head()));
  if (parser_->problem()) return;
  if (buffer_.size() > 0 || !parser_->awaits_continue()) return;
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(socket_, asio::buffer(go_on), [self = shared_from_this()](error_code, std::size_t) {});
}

bool Session::borrow_for_body() {
  const std::size_t more = parser_->body_size() - borrowed_;
  if (more == 0) return true;
  if (!house_.lend_for_body(more)) return false;
  borrowed_ += more;
  return true;
}

void Session::finish_request() {
  to_head_ = parser_->method() == "HEAD";
  keep_alive_ = parser_->keep_alive();
  takes_chunks_ = parser_->takes_chunks();
  Request request = parser_->take();
  request.client = client_;
  request.entrance = entrance_;
  parser_.reset();
  begin_exchange(request);
  enter(State::work, limits_.queue_time);
  house_.serve(*this, std::move(request));
}

// What follows on the connection cannot be told from the rest of this request, so it ends here.
void Session::refuse(const Problem& problem) {
  to_head_ = parser_ && parser_->method() == "HEAD";
  keep_alive_ = false;
  error_code ignored;
  socket_.cancel(ignored);
  begin_exchange(parser_ ? parser_->take() : Request());
  send(to_response(problem));
}

void Session::begin_exchange(const Request& request) {
  const auto text_of = [&](std::string_view name) {
    const auto* header = request.header(name);
    return header ? *header : std::string();
  };
  exchange_began_ = Clock::now();
  end_was_seen_.reset();
  exchange_ = std::make_unique<Exchange>(Exchange{.client = client_,
                                                  .forwarded_for = text_of("X-Forwarded-For"),
                                                  .method = request.method,
                                                  .target = request.target,
                                                  .referrer = text_of("Referer"),
                                                  .user_agent = text_of("User-Agent"),
                                                  .began = std::chrono::system_clock::now()});
}

void Session::note_times(std::chrono::microseconds waited, std::chrono::microseconds worked) {
  if (!exchange_) return;
  exchange_->waited = waited;
  exchange_->worked = worked;
}

void Session::finish_exchange(bool is_whole) {
  if (!exchange_) return;
  exchange_->is_whole = is_whole;
  exchange_->took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange_began_);
  house_.finished(*exchange_);
  exchange_.reset();
}

bool Session::answer(Response response, bool is_stream) {
  if (state_ != State::work && state_ != State::parked) return false;
  send(std::move(response), is_stream);
  return true;
}

void Session::park() { enter(State::parked, limits_.park_time + limits_.queue_time); }

void Session::release_request() {
  house_.give_back(std::exchange(borrowed_, 0));
  parser_.reset();
}

void Session::send(Response response, bool is_stream) {
  release_request();
  keep_alive_ = keep_alive_ && !house_.draining() && (takes_chunks_ || !is_stream);
  const auto framing = !is_stream ? Framing::length : takes_chunks_ ? Framing::chunked : Framing::until_close;
  if (exchange_) exchange_->status = response.status;
  const bool body_follows = has_body(response, to_head_);
  head_ = response_head(response, to_head_, framing, keep_alive_, std::time(nullptr));
  body_ = body_follows ? std::move(response.body) : std::string();
  is_stream_ = is_stream && body_follows;
  if (is_stream && !body_follows) house_.end_stream(*this);
  if (is_stream_) frame_chunk();
  sent_ = 0;
  write();
}

void Session::frame_chunk() {
  if (!takes_chunks_ || body_.empty()) return;
  head_ += chunk_head(body_.size());
  body_ += "\r\n";
}

void Session::go_on(std::string bytes, bool are_last) {
  if (state_ != State::await_more) return;
  body_ = std::move(bytes);
  frame_chunk();
  if (are_last && takes_chunks_) body_ += "0\r\n\r\n";
  is_stream_ = !are_last;
  sent_ = 0;
  if (body_.empty()) written();
  else write();
}

void Session::break_off() {
  if (state_ == State::await_more) linger();
}

void Session::write() {
  enter(State::write, limits_.write_time);
  const auto head_left = asio::buffer(head_) + sent_;
  const auto body_left = asio::buffer(body_) + (sent_ - std::min(sent_, head_.size()));
  socket_.async_write_some(std::array{asio::const_buffer(head_left), asio::const_buffer(body_left)},
                           [self = shared_from_this()](error_code failure, std::size_t count) {
                             if (self->state_ != State::write) return;
                             if (failure) return self->close();
                             self->sent_ += count;
                             if (self->exchange_) self->exchange_->bytes += count;
                             if (self->sent_ < self->head_.size() + self->body_.size()) self->write();
                             else self->written();
                           });
}

void Session::written() {
  head_ = {};
  body_ = {};
  if (is_stream_) {
    enter(State::await_more, forever);
    house_.make_more(*this);
    return;
  }
  finish_exchange(true);
  if (!keep_alive_) linger();
  else if (buffer_.size() > 0) begin_request();
  else if (house_.draining()) close();
  else become_idle();
}

// Closing at once would send a reset where the client is still sending, and the reset overtakes the answer.
void Session::linger() {
  finish_exchange(false);
  enter(State::linger, limits_.linger_time);
  buffer_ = {};
  error_code failure;
  socket_.shutdown(Socket::shutdown_send, failure);
  if (failure) return close();
  drop_what_comes();
}

void Session::drop_what_comes() {
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code failure) {
    if (self->state_ != State::linger) return;
    std::array<char, 16 * 1024> nowhere;
    if (!failure) self->socket_.read_some(asio::buffer(nowhere), failure);
    if (failure && failure != asio::error::would_block) return self->close();
    self->drop_what_comes();
  });
}

// The end of what a client sends may be half a goodbye: it may still wait for the answer.
bool Session::client_has_left() {
  char next = 0;
  const auto count = ::recv(socket_.native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
  if (count > 0) return false;
  if (count < 0) return errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR;
  if (!end_was_seen_) end_was_seen_ = Clock::now();
  return Clock::now() - *end_was_seen_ >= limits_.hang_up_time;
}

void Session::sweep(Clock::time_point now) {
  if (state_ == State::work && client_has_left()) return close();
  if (now < deadline_) return;
  switch (state_) {
    case State::header:
      return refuse(
          {.status = 408, .code = "header_too_slow", .detail = "the header took too long to arrive"});
    case State::body:
      return refuse({.status = 408, .code = "body_too_slow", .detail = "the body took too long to arrive"});
    case State::work:
      if (!house_.give_up(*this)) deadline_ = Clock::time_point::max();
      return;
    default: return close();
  }
}

void Session::drain() {
  if (state_ == State::idle) close();
}

void Session::close() {
  if (state_ == State::closed) return;
  finish_exchange(false);
  enter(State::closed, forever);
  release_request();
  error_code ignored;
  socket_.close(ignored);
  house_.closed(*this);
}

}  // namespace morgue::http
