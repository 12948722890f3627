#include "service/http/Http.h"

namespace facet::service {

namespace {

bool isParameter(const QString &segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}');
}

/// Literal segments matched, or -1 when the path is another one.
int matchSegments(const QStringList &pattern, const QStringList &path, QHash<QString, QString> *params)
{
    if (pattern.size() != path.size())
        return -1;
    int literals = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isParameter(pattern[i])) {
            if (path[i].isEmpty())
                return -1;
            params->insert(pattern[i].mid(1, pattern[i].size() - 2), path[i]);
        } else if (pattern[i] == path[i]) {
            ++literals;
        } else {
            return -1;
        }
    }
    return literals;
}

QStringList segmentsOf(const QString &path)
{
    QStringList segments = path.split(u'/');
    if (!segments.isEmpty() && segments.first().isEmpty())
        segments.removeFirst();
    if (segments.size() > 1 && segments.last().isEmpty())
        segments.removeLast(); // "/v1/uploads/" is "/v1/uploads": tus clients write both
    return segments;
}

} // namespace

void Router::add(const QByteArray &method, const QString &pattern, Handler handler, qint64 maxBody)
{
    m_routes.append({ method, segmentsOf(pattern), std::move(handler), maxBody });
}

void Router::addBody(const QByteArray &method, const QString &pattern, BodyHandler handler)
{
    m_routes.append({ method, segmentsOf(pattern), std::move(handler), 0 });
}

Router::Match Router::match(const QByteArray &method, const QString &path) const
{
    const QStringList segments = segmentsOf(path);
    Match best;
    int bestScore = -1;
    const auto consider = [&](const QByteArray &wanted) {
        for (const Route &route : m_routes) {
            QHash<QString, QString> params;
            const int score = matchSegments(route.segments, segments, &params);
            if (score < 0)
                continue;
            if (!best.allowed.contains(route.method))
                best.allowed.append(route.method);
            if (route.method == wanted && score > bestScore) {
                bestScore = score;
                best.route = &route;
                best.params = std::move(params);
            }
        }
    };
    consider(method);
    // RFC 9110 9.3.2: HEAD is GET without the content.
    if (!best.route && method == "HEAD")
        consider("GET");
    if (best.allowed.contains("GET") && !best.allowed.contains("HEAD"))
        best.allowed.append("HEAD");
    return best;
}

} // namespace facet::service
