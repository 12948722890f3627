#include "service/http/FileResponse.h"

#include "service/http/Problems.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace facet::service {

namespace {

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 18
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// RFC 9110 13.1.2: If-None-Match compares weakly.
bool namesContent(const QByteArray &field, const QByteArray &etag)
{
    for (QByteArray tag : field.split(',')) {
        tag = tag.trimmed();
        if (tag == "*" || tag == etag || tag == "W/" + etag)
            return true;
    }
    return false;
}

/// RFC 6266, with a plain ASCII name for those that do not read RFC 8187.
QByteArray disposition(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name)
        plain += c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\' ? c.toLatin1() : '_';
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
}

} // namespace

ByteRange readRange(const QByteArray &field, qint64 size)
{
    const ByteRange whole{ ByteRange::Kind::Whole, 0, size };
    const QByteArray unit = "bytes=";
    if (!field.toLower().startsWith(unit) || field.contains(','))
        return whole;
    const QByteArray range = field.mid(unit.size()).trimmed();
    const qsizetype dash = range.indexOf('-');
    if (dash < 0)
        return whole;
    const QByteArray first = range.left(dash).trimmed();
    const QByteArray last = range.mid(dash + 1).trimmed();
    if ((!first.isEmpty() && !isNumber(first)) || (!last.isEmpty() && !isNumber(last))
        || (first.isEmpty() && last.isEmpty()))
        return whole;
    if (first.isEmpty()) {
        const qint64 length = std::min(last.toLongLong(), size);
        return { length > 0 ? ByteRange::Kind::Part : ByteRange::Kind::Unsatisfiable, size - length, length };
    }
    const qint64 begin = first.toLongLong();
    const qint64 end = last.isEmpty() ? size - 1 : std::min(last.toLongLong(), size - 1);
    if (!last.isEmpty() && last.toLongLong() < begin)
        return whole;
    if (begin >= size)
        return { ByteRange::Kind::Unsatisfiable, 0, 0 };
    return { ByteRange::Kind::Part, begin, end - begin + 1 };
}

HttpResponse fileResponse(const ServedFile &file, const HttpRequest &request)
{
    const QFileInfo info(file.path);
    if (!info.isFile())
        return problemResponse(404, QStringLiteral("not_found"),
            request.korean ? QStringLiteral("이 파일은 더 이상 서비스에 없습니다.")
                           : QStringLiteral("The service no longer has this file."),
            request);
    const qint64 size = info.size();
    const QByteArray etag = "\"sha256-" + file.sha256 + '"';
    HttpResponse response;
    response.headers = { { "ETag", etag }, { "Accept-Ranges", "bytes" },
        { "Cache-Control", "private, max-age=31536000, immutable" },
        { "X-Content-Type-Options", "nosniff" } };
    if (namesContent(request.header("if-none-match"), etag)) {
        response.status = 304;
        return response;
    }
    ByteRange range{ ByteRange::Kind::Whole, 0, size };
    const QByteArray ifRange = request.header("if-range");
    if (request.method == "GET" && (ifRange.isEmpty() || ifRange == etag))
        range = readRange(request.header("range"), size);
    if (range.kind == ByteRange::Kind::Unsatisfiable) {
        response = problemResponse(416, QStringLiteral("bad_request"),
            request.korean ? QStringLiteral("요청한 범위가 파일 밖에 있습니다.")
                           : QStringLiteral("The requested range lies outside of the file."),
            request);
        response.headers.emplaceBack("Content-Range", "bytes */" + QByteArray::number(size));
        return response;
    }
    if (range.kind == ByteRange::Kind::Part) {
        response.status = 206;
        response.headers.emplaceBack("Content-Range",
            "bytes " + QByteArray::number(range.offset) + '-'
                + QByteArray::number(range.offset + range.length - 1) + '/' + QByteArray::number(size));
    }
    response.headers.emplaceBack("Content-Type", file.contentType);
    if (!file.name.isEmpty())
        response.headers.emplaceBack("Content-Disposition", disposition(file.name));
    response.body = FileBody{ file.path, range.offset, range.length };
    return response;
}

} // namespace facet::service
