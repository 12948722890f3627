#include "service/http/ResponseHead.h"

#include <QDateTime>
#include <QLocale>

#include <boost/beast/http/status.hpp>

namespace facet::service {

namespace {

QByteArray reason(int status)
{
    if (status == 460) // tus 1.0.0, checksum extension
        return "Checksum Mismatch";
    const auto text =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(static_cast<unsigned>(status)));
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool has(const HttpResponse &response, const char *name)
{
    for (const auto &[known, value] : response.headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void field(QByteArray &head, const QByteArray &name, QByteArray value)
{
    value.replace('\r', "").replace('\n', "");
    head += name + ": " + value + "\r\n";
}

} // namespace

QByteArray responseHead(const HttpResponse &response, const QString &requestId, const Framing &framing)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    field(head, "Date",
        QLocale::c()
            .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'")
            .toLatin1());
    field(head, "X-Request-Id", requestId.toLatin1());
    for (const auto &[name, value] : response.headers)
        field(head, name, value);
    if (std::holds_alternative<StreamBody>(response.body) && !has(response, "Content-Type"))
        field(head, "Content-Type", "text/event-stream");
    if (!has(response, "Cache-Control"))
        field(head, "Cache-Control", "no-store");
    if ((response.status == 429 || response.status == 503) && !has(response, "Retry-After"))
        field(head, "Retry-After", "5");
    // RFC 9110 8.6: no length with 204; with 304 it would be the length of what was not sent.
    if (framing.length && response.status != 204 && response.status != 304)
        field(head, "Content-Length", QByteArray::number(*framing.length));
    if (framing.chunked)
        field(head, "Transfer-Encoding", "chunked");
    field(head, "Connection", framing.keepAlive ? "keep-alive" : "close");
    return head + "\r\n";
}

} // namespace facet::service
