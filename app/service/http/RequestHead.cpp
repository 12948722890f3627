#include "service/http/RequestHead.h"

#include "service/http/RequestReader.h"

#include <QUrl>
#include <QUuid>

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace facet::service {

namespace {

bool isFitId(const QByteArray &id)
{
    return !id.isEmpty() && id.size() <= 128
        && std::all_of(id.begin(), id.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool readTarget(QByteArray target, HttpRequest *request)
{
    if (target.startsWith("http://") || target.startsWith("https://")) {
        // RFC 9112 3.2.2: a server takes the absolute form too.
        const qsizetype slash = target.indexOf('/', target.indexOf("//") + 2);
        target = slash < 0 ? QByteArray("/") : target.mid(slash);
    }
    if (!target.startsWith('/'))
        return false;
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = QByteArray::fromPercentEncoding(mark < 0 ? target : target.left(mark));
    if (path.contains('\0'))
        return false;
    request->path = QString::fromUtf8(path);
    if (mark >= 0)
        request->query = QUrlQuery(QString::fromUtf8(target.mid(mark + 1)));
    return true;
}

/// tus 1.0.0 "X-HTTP-Method-Override": for clients whose environment knows GET and POST only.
void overrideMethod(HttpRequest *request)
{
    const QByteArray wanted = request->header("x-http-method-override").toUpper();
    if (request->method == "POST" && (wanted == "PATCH" || wanted == "DELETE"))
        request->method = wanted;
}

std::array<unsigned char, SHA256_DIGEST_LENGTH> digest(const QByteArray &bytes)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> out;
    SHA256(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()),
        out.data());
    return out;
}

} // namespace

bool readRequestHead(const RawHead &head, HttpRequest *request)
{
    request->method = head.method;
    for (const auto &[name, value] : head.fields) {
        const auto known = request->headers.find(name);
        if (known == request->headers.end())
            request->headers.insert(name, value);
        else
            known->append(", " + value); // RFC 9110 5.3
    }
    const QByteArray id = request->header("x-request-id");
    request->requestId = isFitId(id) ? QString::fromLatin1(id) : newRequestId();
    request->korean = prefersKorean(request->header("accept-language"));
    overrideMethod(request);
    return readTarget(head.target, request);
}

bool prefersKorean(const QByteArray &acceptLanguage)
{
    double korean = 0;
    double other = 0;
    int position = 0;
    int koreanAt = 0;
    int otherAt = 0;
    for (const QByteArray &range : acceptLanguage.split(',')) {
        ++position;
        const QList<QByteArray> parts = range.split(';');
        const QByteArray tag = parts.first().trimmed().toLower();
        double q = 1;
        for (const QByteArray &part : parts.mid(1)) {
            if (part.trimmed().startsWith("q="))
                q = part.trimmed().mid(2).toDouble();
        }
        if ((tag == "ko" || tag.startsWith("ko-")) && q > korean) {
            korean = q;
            koreanAt = position;
        } else if ((tag == "en" || tag.startsWith("en-")) && q > other) {
            other = q;
            otherAt = position;
        }
    }
    return korean > 0 && (korean > other || (korean >= other && koreanAt < otherAt));
}

bool isAuthorized(const QByteArray &authorization, const QByteArray &token)
{
    constexpr qsizetype scheme = 7;
    const bool bearer = authorization.left(scheme).toLower() == "bearer ";
    // Digests have one length whatever was sent, so neither length nor content shows in the time taken.
    const auto given = digest(authorization.mid(scheme).trimmed());
    const auto wanted = digest(token);
    const bool equal = CRYPTO_memcmp(given.data(), wanted.data(), given.size()) == 0;
    return bearer && equal && !token.isEmpty();
}

QString newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace facet::service
