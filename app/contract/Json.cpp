#include "contract/Json.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

namespace facet::contract {

namespace {

/// nlohmann parses without recursion but destroys and prints recursively, so depth is bounded before it
/// sees the text. Brackets inside strings do not count.
bool tooDeep(const QByteArray &utf8)
{
    int depth = 0;
    bool inString = false;
    bool escaped = false;
    for (const char c : utf8) {
        if (inString) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > maxJsonDepth)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

} // namespace

Error protocolError(const QString &place, const QString &what)
{
    const QString detail = place.isEmpty() ? what : place + QStringLiteral(": ") + what;
    return Error{ ErrorKind::Protocol,
        QCoreApplication::translate("facet::contract",
            "The service gave an answer that this version of Facet does not understand. Check for an update of "
            "Facet or of the service."),
        detail, {}, {}, {} };
}

Result<Json> parseJson(const QByteArray &utf8)
{
    if (tooDeep(utf8))
        return tl::unexpected(
            protocolError({}, QStringLiteral("JSON nested deeper than %1").arg(maxJsonDepth)));
    try {
        return Json::parse(utf8.constBegin(), utf8.constEnd());
    } catch (const Json::exception &error) {
        return tl::unexpected(protocolError({}, QString::fromUtf8(error.what())));
    }
}

QByteArray toBytes(const Json &json)
{
    // Text that came from elsewhere may hold broken UTF-8; dump() would throw for it.
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QString toWireTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
}

std::optional<QDateTime> fromWireTime(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$)"));
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return {};
    const auto number = [&](int group) { return match.capturedView(group).toInt(); };
    const QDate date(number(1), number(2), number(3));
    // RFC 3339 allows a leap second; QTime has none, so it becomes the second before.
    const int second = qMin(number(6), 59);
    const int ms = match.captured(7).leftJustified(3, u'0', true).toInt();
    const QTime time(number(4), number(5), second, ms);
    if (!date.isValid() || !time.isValid() || number(6) > 60 || number(9) > 23 || number(10) > 59)
        return {};
    QDateTime utc(date, time, Qt::UTC);
    const int offset = (number(9) * 60 + number(10)) * 60;
    return utc.addSecs(match.capturedView(8) == u"-" ? offset : -offset);
}

} // namespace facet::contract
