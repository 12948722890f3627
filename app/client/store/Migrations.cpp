#include "client/store/Migrations.h"

#include "client/store/Sql.h"

#include <QCoreApplication>
#include <QList>
#include <QSqlError>
#include <QStringList>

namespace facet::client {

namespace {

/// Step n (from 1) makes form n out of form n−1. A step that was released is never changed again.
const QList<QStringList> &steps()
{
    static const QList<QStringList> all{
        {
            QStringLiteral("CREATE TABLE conversations ("
                           "id TEXT PRIMARY KEY, title TEXT NOT NULL, search TEXT NOT NULL, "
                           "last_model TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL, "
                           "updated_at INTEGER NOT NULL)"),
            // position is the order of the rows on screen; search is the folded text that the filter looks
            // at.
            QStringLiteral(
                "CREATE TABLE messages ("
                "seq INTEGER PRIMARY KEY AUTOINCREMENT, position INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, "
                "conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE, "
                "kind TEXT NOT NULL, agent TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL, "
                "search TEXT NOT NULL, run_id TEXT NOT NULL DEFAULT '', "
                "generation_key TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '')"),
            QStringLiteral("CREATE INDEX messages_of ON messages(conversation_id, position, seq)"),
            QStringLiteral("CREATE TABLE drafts ("
                           "conversation_id TEXT PRIMARY KEY, text TEXT NOT NULL, agent TEXT NOT NULL, "
                           "model_id TEXT, options TEXT NOT NULL, updated_at INTEGER NOT NULL)"),
            // owner_id is a conversation's id for a draft and a message's id for a message.
            QStringLiteral(
                "CREATE TABLE attachments ("
                "id TEXT NOT NULL, owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL, "
                "position INTEGER NOT NULL, role TEXT NOT NULL, file_name TEXT NOT NULL, "
                "path TEXT NOT NULL, mime TEXT NOT NULL, sha256 TEXT NOT NULL, width INTEGER NOT NULL, "
                "height INTEGER NOT NULL, bytes INTEGER NOT NULL, notices TEXT NOT NULL, "
                "upload_id TEXT NOT NULL DEFAULT '', "
                "PRIMARY KEY(owner_kind, owner_id, position))"),
            // A turn that was sent. input is the RunAgentInput as it goes over the wire; empty until every
            // attachment has its upload id.
            QStringLiteral(
                "CREATE TABLE runs ("
                "id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, message_id TEXT NOT NULL, "
                "idempotency_key TEXT NOT NULL UNIQUE, run_url TEXT NOT NULL, state TEXT NOT NULL, "
                "turn TEXT NOT NULL, input TEXT NOT NULL DEFAULT '', "
                "last_event_id TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX runs_by_state ON runs(state)"),
            QStringLiteral("CREATE TABLE generations ("
                           "key TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, state TEXT NOT NULL, "
                           "service_id TEXT NOT NULL DEFAULT '', resource TEXT NOT NULL, "
                           "error TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL, "
                           "updated_at INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX generations_of ON generations(conversation_id, created_at)"),
            QStringLiteral("CREATE INDEX generations_by_state ON generations(state)"),
            QStringLiteral("CREATE TABLE assets ("
                           "generation_key TEXT NOT NULL REFERENCES generations(key) ON DELETE CASCADE, "
                           "position INTEGER NOT NULL, asset_id TEXT NOT NULL, kind TEXT NOT NULL, "
                           "file_path TEXT NOT NULL, poster_path TEXT NOT NULL, received INTEGER NOT NULL, "
                           "error TEXT NOT NULL DEFAULT '', PRIMARY KEY(generation_key, position))"),
            // Small facts about the window's last use, such as the conversation that was open.
            QStringLiteral("CREATE TABLE remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
        },
        {
            // Credits; 0: none. conversation_id is empty for the limit on everything.
            QStringLiteral("CREATE TABLE spending_limits ("
                           "conversation_id TEXT PRIMARY KEY, ask_above INTEGER NOT NULL, "
                           "daily INTEGER NOT NULL, monthly INTEGER NOT NULL)"),
            // One copy of a ledger for each account of each service. facts_until is the newest generation of
            // the last complete walk; zone is the time zone that the days below are of.
            QStringLiteral("CREATE TABLE ledger_books ("
                           "id INTEGER PRIMARY KEY, service TEXT NOT NULL, account TEXT NOT NULL, "
                           "facts_until TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL, "
                           "UNIQUE(service, account))"),
            // pos is the service's order, oldest first; sort is `at`, never smaller than that of the row
            // before. kind 'covered' is a generation that took nothing, and no row of the service's. day is
            // the Julian day of the user's calendar on which the credits count: the one of the generation's
            // first row. spends: 0 no spending, 1 of a generation, 2 of a conversation. broken: its
            // balance_after is not that of the row before plus its credits.
            QStringLiteral(
                "CREATE TABLE ledger_rows ("
                "rowid INTEGER PRIMARY KEY, book INTEGER NOT NULL, pos INTEGER NOT NULL, "
                "sort INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, "
                "credits INTEGER NOT NULL, balance_after INTEGER NOT NULL, generation_id TEXT NOT NULL, "
                "run_id TEXT NOT NULL, note TEXT NOT NULL, day INTEGER NOT NULL, spends INTEGER NOT NULL, "
                "first INTEGER NOT NULL, broken INTEGER NOT NULL DEFAULT 0, model_id TEXT NOT NULL DEFAULT '', method TEXT NOT NULL DEFAULT '', "
                "agent TEXT NOT NULL DEFAULT '', conversation_id TEXT NOT NULL DEFAULT '')"),
            QStringLiteral("CREATE INDEX ledger_rows_listed ON ledger_rows(book, sort, pos)"),
            // Holds all that a report reads, in the order in which it adds it up by model.
            QStringLiteral("CREATE INDEX ledger_rows_by_day ON ledger_rows(book, day, spends, model_id, "
                           "conversation_id, agent, method, credits, first)"),
            QStringLiteral("CREATE INDEX ledger_rows_by_id ON ledger_rows(book, id)"),
            QStringLiteral("CREATE INDEX ledger_rows_by_generation ON ledger_rows(generation_id, book) "
                           "WHERE generation_id <> ''"),
            QStringLiteral("CREATE INDEX ledger_rows_by_run ON ledger_rows(run_id, book) WHERE run_id <> ''"),
            QStringLiteral("CREATE INDEX ledger_rows_broken ON ledger_rows(book, pos) WHERE broken = 1"),
            QStringLiteral("CREATE INDEX ledger_rows_without_facts ON ledger_rows(book, generation_id) "
                           "WHERE first = 1 AND model_id = '' AND generation_id <> ''"),
            // Rows on their way from the service; they become part of the copy once a known one is met.
            QStringLiteral("CREATE TABLE ledger_incoming ("
                           "n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, "
                           "kind TEXT NOT NULL, credits INTEGER NOT NULL, balance_after INTEGER NOT NULL, "
                           "generation_id TEXT NOT NULL, run_id TEXT NOT NULL, note TEXT NOT NULL)"),
            // What the rows say about generations only by id. list_credits: what a covered one would have
            // taken; NULL: not known. gone: the service does not know it any more.
            QStringLiteral("CREATE TABLE generation_facts ("
                           "book INTEGER NOT NULL, id TEXT NOT NULL, model_id TEXT NOT NULL, "
                           "method TEXT NOT NULL, agent TEXT NOT NULL, options TEXT NOT NULL, "
                           "conversation_id TEXT NOT NULL, run_id TEXT NOT NULL, status TEXT NOT NULL, "
                           "covered INTEGER NOT NULL, list_credits INTEGER, at INTEGER NOT NULL, "
                           "day INTEGER NOT NULL, search TEXT NOT NULL, gone INTEGER NOT NULL DEFAULT 0, "
                           "PRIMARY KEY(book, id)) WITHOUT ROWID"),
            QStringLiteral("CREATE INDEX generation_facts_open ON generation_facts(book) "
                           "WHERE status IN ('queued', 'running')"),
            // which: 'last', or 'difference' for the last comparison that did not come out even.
            QStringLiteral("CREATE TABLE ledger_checks ("
                           "book INTEGER NOT NULL, which TEXT NOT NULL, state TEXT NOT NULL, "
                           "at INTEGER NOT NULL, rows INTEGER NOT NULL, sum INTEGER NOT NULL, "
                           "balance INTEGER NOT NULL, broken INTEGER NOT NULL, first_broken TEXT NOT NULL, "
                           "PRIMARY KEY(book, which))"),
            QStringLiteral("CREATE INDEX generations_by_service_id ON generations(service_id)"),
        },
        {
            // Form 3: one row for each result, for the library; favourites and what is in the trash are kept
            // nowhere else. credits: of the whole generation, NULL while not known. length_ms: NULL for
            // images. search: prompt and message, folded. trashed: 0 here, 1 in the trash and to be undone,
            // 2 gone for good. What an older profile has is put in by HistoryBacklog.
            QStringLiteral(
                "CREATE TABLE results ("
                "id INTEGER PRIMARY KEY, "
                "generation_key TEXT NOT NULL REFERENCES generations(key) ON DELETE CASCADE, "
                "asset_id TEXT NOT NULL, take INTEGER NOT NULL, conversation_id TEXT NOT NULL, "
                "state TEXT NOT NULL, kind TEXT NOT NULL, model_id TEXT NOT NULL, method TEXT NOT NULL, "
                "agent TEXT NOT NULL, draft INTEGER NOT NULL, at INTEGER NOT NULL, credits INTEGER, "
                "length_ms INTEGER, width INTEGER NOT NULL, height INTEGER NOT NULL, "
                "resolution TEXT NOT NULL, mime TEXT NOT NULL, prompt TEXT NOT NULL, search TEXT NOT NULL, "
                "file_path TEXT NOT NULL, poster_path TEXT NOT NULL, error TEXT NOT NULL, "
                "favourite INTEGER NOT NULL DEFAULT 0, trashed INTEGER NOT NULL DEFAULT 0, "
                "trashed_at INTEGER NOT NULL DEFAULT 0, trash_path TEXT NOT NULL DEFAULT '', "
                "UNIQUE(generation_key, asset_id))"),
            QStringLiteral("CREATE INDEX results_by_date ON results(at, id) WHERE trashed = 0"),
            QStringLiteral("CREATE INDEX results_trashed ON results(trashed_at) WHERE trashed = 1"),
            // 1: its words are in message_words. The triggers look at it, so that nothing is ever taken out
            // of the index that was not put in.
            QStringLiteral("ALTER TABLE messages ADD COLUMN searchable INTEGER NOT NULL DEFAULT 0"),
            // Every three letters in a row, so that parts of Korean words are found. Two line breaks after
            // the text let its last one or two letters begin such a triple too (SearchRows).
            QStringLiteral("CREATE VIRTUAL TABLE message_words USING fts5(search, content='', columnsize=0, "
                           "tokenize='trigram case_sensitive 1')"),
            QStringLiteral("CREATE VIRTUAL TABLE message_terms USING fts5vocab(message_words, row)"),
            QStringLiteral("CREATE VIRTUAL TABLE message_places USING fts5vocab(message_words, instance)"),
            QStringLiteral(
                "CREATE TRIGGER message_words_in AFTER INSERT ON messages WHEN new.searchable = 1 BEGIN "
                "INSERT INTO message_words(rowid, search) VALUES (new.seq, new.search || char(10, 10)); END"),
            QStringLiteral(
                "CREATE TRIGGER message_words_out AFTER DELETE ON messages WHEN old.searchable = 1 BEGIN "
                "INSERT INTO message_words(message_words, rowid, search) "
                "VALUES ('delete', old.seq, old.search || char(10, 10)); END"),
            QStringLiteral(
                "CREATE TRIGGER message_words_other AFTER UPDATE OF search, searchable ON messages "
                "WHEN old.search <> new.search OR old.searchable <> new.searchable BEGIN "
                "INSERT INTO message_words(message_words, rowid, search) "
                "SELECT 'delete', old.seq, old.search || char(10, 10) WHERE old.searchable = 1; "
                "INSERT INTO message_words(rowid, search) "
                "SELECT new.seq, new.search || char(10, 10) WHERE new.searchable = 1; END"),
        },
        {
            // JSON: the original file, what was done to it, its length, whether it was kept aside.
            QStringLiteral("ALTER TABLE attachments ADD COLUMN facts TEXT NOT NULL DEFAULT ''"),
        },
        {
            // Holds all that the outline of a conversation reads (TranscriptRows).
            QStringLiteral(
                "CREATE INDEX messages_in_order ON messages(conversation_id, position, seq, kind)"),
            QStringLiteral("DROP INDEX messages_of"),
            QStringLiteral("CREATE INDEX messages_by_run ON messages(run_id)"),
            QStringLiteral("CREATE INDEX messages_by_generation ON messages(generation_key) "
                           "WHERE generation_key <> ''"),
        },
        {
            // Since when; NULL: it is not. One that is deleted is seen nowhere, and comes back as it was
            // until its rows are taken away for good.
            QStringLiteral("ALTER TABLE conversations ADD COLUMN pinned_at INTEGER"),
            QStringLiteral("ALTER TABLE conversations ADD COLUMN archived_at INTEGER"),
            QStringLiteral("ALTER TABLE conversations ADD COLUMN deleted_at INTEGER"),
            QStringLiteral("CREATE INDEX conversations_deleted ON conversations(deleted_at) "
                           "WHERE deleted_at IS NOT NULL"),
        },
        {
            // What was asked, each text once, at the time when it was asked last: the history of the message
            // field. Kept by the two triggers, so that it says neither more nor less than the transcripts.
            QStringLiteral("CREATE TABLE prompts ("
                           "text TEXT PRIMARY KEY, search TEXT NOT NULL, at INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX prompts_by_time ON prompts(at, text, search)"),
            QStringLiteral("CREATE INDEX messages_by_prompt ON messages(text) WHERE kind = 'user'"),
            QStringLiteral("INSERT INTO prompts (text, search, at) "
                           "SELECT text, MAX(search), MAX(at) FROM messages "
                           "WHERE kind = 'user' AND TRIM(text) <> '' GROUP BY text"),
            QStringLiteral("CREATE TRIGGER prompt_asked AFTER INSERT ON messages "
                           "WHEN NEW.kind = 'user' AND TRIM(NEW.text) <> '' BEGIN "
                           "INSERT INTO prompts (text, search, at) VALUES (NEW.text, NEW.search, NEW.at) "
                           "ON CONFLICT(text) DO UPDATE SET at = MAX(at, excluded.at); END"),
            QStringLiteral("CREATE TRIGGER prompt_gone AFTER DELETE ON messages WHEN OLD.kind = 'user' BEGIN "
                           "DELETE FROM prompts WHERE text = OLD.text AND NOT EXISTS "
                           "(SELECT 1 FROM messages WHERE kind = 'user' AND text = OLD.text); END"),
            // Credits that were shown when the service refused the draft for its price; NULL: it did not.
            QStringLiteral("ALTER TABLE drafts ADD COLUMN price_was INTEGER"),
            QStringLiteral("CREATE INDEX runs_by_message ON runs(message_id)"),
            // The batch queue, in the order of position. id is the message's that the line becomes; turn as
            // in runs. Attachments are those of the owner 'batch'.
            QStringLiteral("CREATE TABLE batch_lines ("
                           "position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
                           "conversation_id TEXT NOT NULL, text TEXT NOT NULL, turn TEXT NOT NULL, "
                           "state TEXT NOT NULL, over_budget INTEGER NOT NULL, "
                           "error TEXT NOT NULL DEFAULT '')"),
        },
        {
            // sha256: of a result's file as it lies here, with the tags of how it was made; the service's own
            // is another one, and was checked before they were written.
            QStringLiteral("CREATE TABLE result_files ("
                           "asset_id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, "
                           "at INTEGER NOT NULL) WITHOUT ROWID"),
            QStringLiteral("CREATE INDEX assets_by_id ON assets(asset_id)"),
            QStringLiteral(
                "CREATE INDEX attachments_by_upload ON attachments(upload_id) WHERE upload_id <> ''"),
            // Clips in the order in which they are played one after another.
            QStringLiteral("CREATE TABLE sequences ("
                           "conversation_id TEXT NOT NULL, position INTEGER NOT NULL, "
                           "generation_key TEXT NOT NULL, take INTEGER NOT NULL, "
                           "PRIMARY KEY(conversation_id, position)) WITHOUT ROWID"),
            QStringLiteral("CREATE TRIGGER sequences_go AFTER DELETE ON conversations BEGIN "
                           "DELETE FROM sequences WHERE conversation_id = OLD.id; END"),
        },
    };
    return all;
}

Result<void> takeStep(QSqlDatabase &connection, const QStringList &statements, int number)
{
    if (!connection.transaction())
        return tl::unexpected(sqlError(connection.lastError()));
    for (const QString &statement : statements) {
        if (auto done = execSql(connection, statement); !done) {
            connection.rollback();
            return done;
        }
    }
    if (auto done = execSql(connection, QStringLiteral("PRAGMA user_version = %1").arg(number)); !done) {
        connection.rollback();
        return done;
    }
    if (!connection.commit()) {
        const Error error = sqlError(connection.lastError());
        connection.rollback();
        return tl::unexpected(error);
    }
    return {};
}

} // namespace

int newestSchema()
{
    return static_cast<int>(steps().size());
}

Result<void> migrate(QSqlDatabase &connection, int upTo)
{
    int have = 0;
    {
        auto query = sql(connection, QStringLiteral("PRAGMA user_version"));
        if (!query)
            return tl::unexpected(query.error());
        if (query->next())
            have = query->value(0).toInt();
    }
    if (have > newestSchema()) {
        return fail(ErrorKind::File,
            QCoreApplication::translate("facet::client::Database",
                "Your history was written by a newer Facet. Update Facet to open it; nothing in it was changed."),
            QStringLiteral("schema %1, this program knows %2").arg(have).arg(newestSchema()),
            QStringLiteral("newer_profile"));
    }
    for (int number = have + 1; number <= upTo; ++number) {
        if (auto done = takeStep(connection, steps().at(number - 1), number); !done)
            return done;
    }
    return {};
}

} // namespace facet::client
