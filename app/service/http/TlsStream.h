#pragma once

// The only Asio types that the http folder's own headers show; Beast stays in .cpp files, because its
// headers cost seconds in every file that sees them.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>

namespace facet::service {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;
using TlsStream = asio::ssl::stream<asio::ip::tcp::socket>;

} // namespace facet::service
