#include "client/store/PromptRows.h"

#include "client/store/Sql.h"

namespace facet::client {

namespace {

/// Asked in a chat that is not deleted; looked at for the few rows that are answered.
const QString isSeen =
    QStringLiteral("EXISTS (SELECT 1 FROM messages JOIN conversations "
                   "ON conversations.id = messages.conversation_id WHERE messages.kind = 'user' "
                   "AND messages.text = prompts.text AND conversations.deleted_at IS NULL)");

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
            QStringLiteral("SELECT text, at FROM prompts WHERE (at, text) < (?, ?) AND %1 "
                           "ORDER BY at DESC, text DESC LIMIT ?")
                .arg(isSeen),
            { toSqlTime(last->at), last->text, limit }));
    }
    return readPrompts(sql(connection,
        QStringLiteral("SELECT text, at FROM prompts WHERE %1 ORDER BY at DESC, text DESC LIMIT ?")
            .arg(isSeen),
        { limit }));
}

Result<QList<PastPrompt>> promptsWith(QSqlDatabase &connection, const QStringList &words, int limit)
{
    QString statement = QStringLiteral("SELECT text, at FROM prompts WHERE ");
    QVariantList values;
    for (const QString &word : words) {
        statement += QStringLiteral("instr(search, ?) > 0 AND ");
        values.append(word);
    }
    statement += isSeen;
    statement += QStringLiteral(" ORDER BY at DESC, text DESC LIMIT ?");
    values.append(limit);
    return readPrompts(sql(connection, statement, values));
}

} // namespace facet::client
