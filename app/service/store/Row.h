#pragma once

#include <QDateTime>
#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace facet::service {

/// One row of an answer, read by column number. Times are kept as milliseconds since 1970, UTC.
class Row {
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }

    bool isNull(int column) const { return m_query.isNull(column); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    int small(int column) const { return m_query.value(column).toInt(); }
    double real(int column) const { return m_query.value(column).toDouble(); }
    bool flag(int column) const { return integer(column) != 0; }
    QDateTime time(int column) const { return QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC); }

    std::optional<QString> maybeText(int column) const { return maybe(column, text(column)); }
    std::optional<qint64> maybeInteger(int column) const { return maybe(column, integer(column)); }
    std::optional<double> maybeReal(int column) const { return maybe(column, real(column)); }
    std::optional<QDateTime> maybeTime(int column) const { return maybe(column, time(column)); }

private:
    template <typename T>
    std::optional<T> maybe(int column, T value) const
    {
        return isNull(column) ? std::nullopt : std::optional<T>(std::move(value));
    }

    const QSqlQuery &m_query;
};

} // namespace facet::service
