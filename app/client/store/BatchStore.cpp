#include "client/store/BatchStore.h"

#include "client/chat/RunScribe.h"
#include "client/store/AttachmentRows.h"
#include "client/store/ErrorJson.h"
#include "client/store/GenerationRows.h"
#include "client/store/PreparedSql.h"
#include "client/store/TurnJson.h"

namespace facet::client {

namespace {

using State = BatchLine::State;

QString stateWord(State state)
{
    switch (state) {
    case State::Waiting:
        return QStringLiteral("waiting");
    case State::Sent:
    case State::Running:
        return QStringLiteral("sent");
    case State::Done:
        return QStringLiteral("done");
    case State::Answered:
        return QStringLiteral("answered");
    case State::Failed:
        return QStringLiteral("failed");
    case State::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

State stateFromWord(const QString &word)
{
    for (const State state : { State::Sent, State::Done, State::Answered, State::Failed, State::Cancelled }) {
        if (stateWord(state) == word)
            return state;
    }
    return State::Waiting;
}

Result<BatchLine> readRow(QSqlDatabase &connection, const QSqlQuery &row)
{
    BatchLine line;
    line.turn = turnFromText(row.value(3).toString());
    line.turn.messageId = row.value(0).toString();
    line.turn.conversationId = row.value(1).toString();
    line.turn.text = row.value(2).toString();
    line.state = stateFromWord(row.value(4).toString());
    line.overBudget = row.value(5).toBool();
    line.error = errorFromText(row.value(6).toString());
    auto attachments = attachmentsOf(connection, { AttachmentOwner::Kind::BatchLine, line.turn.messageId });
    if (!attachments)
        return tl::unexpected(attachments.error());
    line.turn.attachments = std::move(*attachments);
    return line;
}

Result<void> takeAway(QSqlDatabase &connection, const QStringList &ids)
{
    PreparedSql remove(connection, QStringLiteral("DELETE FROM batch_lines WHERE id = ?"));
    for (const QString &id : ids) {
        if (auto done = remove.exec({ id }); !done)
            return done;
        if (auto done = putAttachments(connection, { AttachmentOwner::Kind::BatchLine, id }, {}); !done)
            return done;
    }
    return {};
}

Result<BatchStore::Fate> fateOf(QSqlDatabase &connection, const TurnRecord &turn)
{
    BatchStore::Fate fate{ turn.runId, turn.state, turn.idempotencyKey, {}, {} };
    const auto generation = generationByKey(connection, turn.idempotencyKey);
    if (!generation)
        return tl::unexpected(generation.error());
    if (*generation) {
        fate.generation = (*generation)->state;
        fate.error = (*generation)->error;
    }
    const auto problem = itemById(connection, RunScribe::problemId(turn.runId));
    if (!problem)
        return tl::unexpected(problem.error());
    if (*problem && (*problem)->item.error)
        fate.error = (*problem)->item.error;
    return fate;
}

} // namespace

QFuture<Result<QList<BatchLine>>> BatchStore::load()
{
    return m_database->run([](QSqlDatabase &connection) -> Result<QList<BatchLine>> {
        return readAll(connection,
            sql(connection,
                QStringLiteral("SELECT id, conversation_id, text, turn, state, over_budget, error "
                               "FROM batch_lines ORDER BY position")),
            readRow);
    });
}

QFuture<Result<void>> BatchStore::add(const QList<BatchLine> &lines, const QStringList &gone)
{
    return m_database->run([lines, gone](QSqlDatabase &connection) -> Result<void> {
        if (auto done = takeAway(connection, gone); !done)
            return done;
        PreparedSql insert(connection,
            QStringLiteral("INSERT INTO batch_lines (id, conversation_id, text, turn, state, over_budget) "
                           "VALUES (?, ?, ?, ?, ?, ?)"));
        for (const BatchLine &line : lines) {
            const TurnRequest &turn = line.turn;
            if (auto done = insert.exec({ turn.messageId, turn.conversationId, turn.text, turnToText(turn),
                    stateWord(line.state), line.overBudget });
                !done)
                return done;
            if (auto done = putAttachments(
                    connection, { AttachmentOwner::Kind::BatchLine, turn.messageId }, turn.attachments);
                !done)
                return done;
        }
        return {};
    });
}

QFuture<Result<void>> BatchStore::update(const QList<BatchLine> &lines)
{
    return m_database->run([lines](QSqlDatabase &connection) -> Result<void> {
        PreparedSql update(connection,
            QStringLiteral(
                "UPDATE batch_lines SET turn = ?, state = ?, over_budget = ?, error = ? WHERE id = ?"));
        for (const BatchLine &line : lines) {
            if (auto done = update.exec({ turnToText(line.turn), stateWord(line.state), line.overBudget,
                    errorToText(line.error), line.turn.messageId });
                !done)
                return done;
        }
        return {};
    });
}

QFuture<Result<void>> BatchStore::remove(const QStringList &ids)
{
    return m_database->run([ids](QSqlDatabase &connection) { return takeAway(connection, ids); });
}

QFuture<Result<QHash<QString, BatchStore::Fate>>> BatchStore::fates(const QStringList &ids)
{
    return m_database->run([ids](QSqlDatabase &connection) -> Result<QHash<QString, Fate>> {
        QHash<QString, Fate> fates;
        for (const QString &id : ids) {
            const auto turn = lastTurnOf(connection, id);
            if (!turn)
                return tl::unexpected(turn.error());
            if (!*turn)
                continue;
            const auto fate = fateOf(connection, **turn);
            if (!fate)
                return tl::unexpected(fate.error());
            fates.insert(id, *fate);
        }
        return fates;
    });
}

} // namespace facet::client
