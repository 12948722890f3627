#include "client/store/PromptRows.h"

#include "client/store/Sql.h"

namespace facet::client {

namespace {

Result<QList<PastPrompt>> readPrompts(Result<QSqlQuery> query)
{
    if (!query)
        return tl::unexpected(query.error());
    QList<PastPrompt> prompts;
    while (query->next())
        prompts.append({ query->value(0).toString(), fromSqlTime(query->value(1)) });
    return prompts;
}

} // namespace

Result<QList<PastPrompt>> promptsBefore(
    QSqlDatabase &connection, const std::optional<PastPrompt> &last, int limit)
{
    // Two may have been asked in the same millisecond (a batch): the text decides between them.
    if (last) {
        return readPrompts(sql(connection,
            QStringLiteral("SELECT text, at FROM prompts WHERE (at, text) < (?, ?) "
                           "ORDER BY at DESC, text DESC LIMIT ?"),
            { toSqlTime(last->at), last->text, limit }));
    }
    return readPrompts(sql(connection,
        QStringLiteral("SELECT text, at FROM prompts ORDER BY at DESC, text DESC LIMIT ?"), { limit }));
}

Result<QList<PastPrompt>> promptsWith(QSqlDatabase &connection, const QStringList &words, int limit)
{
    QString statement = QStringLiteral("SELECT text, at FROM prompts");
    QVariantList values;
    for (const QString &word : words) {
        statement += values.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ");
        statement += QStringLiteral("instr(search, ?) > 0");
        values.append(word);
    }
    statement += QStringLiteral(" ORDER BY at DESC, text DESC LIMIT ?");
    values.append(limit);
    return readPrompts(sql(connection, statement, values));
}

} // namespace facet::client
