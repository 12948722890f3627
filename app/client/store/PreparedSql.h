#pragma once

#include "client/store/Sql.h"

#include <QSqlError>

namespace facet::client {

/// One statement that is run many times, prepared once. On the thread of the database.
class PreparedSql {
public:
    PreparedSql(QSqlDatabase &connection, const QString &statement)
        : m_query(connection)
        , m_statement(statement)
    {
        m_query.setForwardOnly(true);
        m_prepared = m_query.prepare(statement);
    }

    /// Its rows, until the next run; `finish()` them when not all were read.
    Result<QSqlQuery *> run(const QVariantList &values)
    {
        for (qsizetype i = 0; i < values.size(); ++i) {
            // As in sql(): a null QString is an empty text, not NULL.
            const QVariant &value = values.at(i);
            const bool nullText = value.userType() == QMetaType::QString && value.toString().isNull();
            m_query.bindValue(static_cast<int>(i), nullText ? QVariant(QStringLiteral("")) : value);
        }
        if (!m_prepared || !m_query.exec())
            return tl::unexpected(sqlError(m_query.lastError(), m_statement));
        return &m_query;
    }
    Result<void> exec(const QVariantList &values)
    {
        return run(values).map([](QSqlQuery *) {});
    }

private:
    QSqlQuery m_query;
    QString m_statement;
    bool m_prepared = false;
};

} // namespace facet::client
