#include "service/http/RequestReader.h"

#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include <limits>

namespace facet::service {

namespace http = boost::beast::http;

namespace {

// Room for a head and a piece of body; also what a client can pipeline ahead.
constexpr std::size_t bufferBytes = 64 * 1024;

RequestReader::Fault faultOf(const ErrorCode &error)
{
    using Fault = RequestReader::Fault;
    if (!error)
        return Fault::None;
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return Fault::HeadTooLarge;
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return Fault::Closed;
    if (error.category() == http::make_error_code(http::error::bad_method).category())
        return Fault::Malformed;
    return Fault::Closed;
}

template <typename View>
QByteArray bytes(const View &view)
{
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

struct RequestReader::Private {
    TlsStream &stream;
    std::uint32_t headBytes;
    boost::beast::flat_buffer buffer{ bufferBytes };
    std::optional<http::request_parser<http::buffer_body>> parser;

    RawHead head() const
    {
        const auto &message = parser->get();
        RawHead raw;
        raw.method = bytes(message.method_string());
        raw.target = bytes(message.target());
        raw.version = static_cast<int>(message.version());
        raw.keepAlive = parser->keep_alive();
        if (const auto length = parser->content_length())
            raw.contentLength = *length;
        for (const auto &field : message)
            raw.fields.emplaceBack(bytes(field.name_string()).toLower(), bytes(field.value()));
        return raw;
    }
};

RequestReader::RequestReader(TlsStream &stream, std::uint32_t headBytes)
    : d(new Private{ stream, headBytes, boost::beast::flat_buffer{ bufferBytes }, {} })
{
}

RequestReader::~RequestReader() = default;

void RequestReader::waitForBytes(std::function<void(Fault)> done)
{
    d->parser.reset();
    if (d->buffer.size() > 0) {
        asio::post(d->stream.get_executor(), [done = std::move(done)] { done(Fault::None); });
        return;
    }
    d->stream.async_read_some(
        d->buffer.prepare(4096), [this, done = std::move(done)](const ErrorCode &error, std::size_t count) {
            if (!error)
                d->buffer.commit(count);
            done(faultOf(error));
        });
}

void RequestReader::readHead(std::function<void(Fault, RawHead)> done)
{
    d->parser.emplace();
    d->parser->header_limit(d->headBytes);
    // Limits depend on the route, which is known after the head: they are kept by the caller. Not
    // boost::none: Boost 1.74 takes that for a limit of zero where a Content-Length is given.
    d->parser->body_limit(std::numeric_limits<std::uint64_t>::max());
    http::async_read_header(d->stream, d->buffer, *d->parser,
        [this, done = std::move(done)](const ErrorCode &error, std::size_t) {
            const Fault fault = faultOf(error);
            done(fault, fault == Fault::None ? d->head() : RawHead());
        });
}

void RequestReader::readBody(char *to, std::size_t size, std::function<void(Fault, std::size_t)> done)
{
    auto &body = d->parser->get().body();
    body.data = to;
    body.size = size;
    body.more = true;
    http::async_read_some(d->stream, d->buffer, *d->parser,
        [this, size, done = std::move(done)](const ErrorCode &error, std::size_t) {
            const std::size_t count = size - d->parser->get().body().size;
            done(error == http::error::need_buffer ? Fault::None : faultOf(error), count);
        });
}

bool RequestReader::bodyDone() const
{
    return !d->parser || d->parser->is_done();
}

} // namespace facet::service
