#include "client/composer/StoredPrompts.h"

#include "client/store/MessageRows.h"
#include "client/store/PromptRows.h"

#include <QRegularExpression>

namespace facet::client {

StoredPrompts::StoredPrompts(Database &database, QObject *parent)
    : PromptHistory(parent)
    , m_database(database)
{
}

QFuture<Result<QList<PastPrompt>>> StoredPrompts::before(const std::optional<PastPrompt> &last)
{
    return m_database.run(
        [last](QSqlDatabase &connection) { return promptsBefore(connection, last, pageSize); });
}

QFuture<Result<QList<PastPrompt>>> StoredPrompts::find(const QString &words)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList folded = foldedForSearch(words).split(space, Qt::SkipEmptyParts);
    return m_database.run(
        [folded](QSqlDatabase &connection) { return promptsWith(connection, folded, pageSize); });
}

} // namespace facet::client
