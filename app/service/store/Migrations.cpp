#include "service/store/Migrations.h"

#include "service/uploads/UploadMigration.h"

namespace facet::service {

namespace {

/// Credits live in parts, each with its own end. `available` and `held` of a part are the sums of its
/// postings, kept beside them so that the database itself refuses anything below zero.
Migration ledgerAndGenerations()
{
    return { 1,
        {
            QStringLiteral(R"(CREATE TABLE account(
                id INTEGER PRIMARY KEY CHECK(id = 1),
                account_id TEXT NOT NULL,
                name TEXT NOT NULL,
                plan_id TEXT NOT NULL,
                period_anchor INTEGER NOT NULL,
                period_start INTEGER NOT NULL,
                period_end INTEGER NOT NULL))"),
            QStringLiteral(R"(CREATE TABLE ledger_parts(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                source TEXT NOT NULL CHECK(source IN ('grant', 'top_up', 'returned')),
                plan_id TEXT,
                period_anchor INTEGER,
                period_start INTEGER,
                created_at INTEGER NOT NULL,
                expires_at INTEGER,
                available INTEGER NOT NULL DEFAULT 0 CHECK(available >= 0),
                held INTEGER NOT NULL DEFAULT 0 CHECK(held >= 0)))"),
            QStringLiteral("CREATE INDEX ledger_parts_expiry ON ledger_parts(expires_at)"),
            QStringLiteral(R"(CREATE TABLE ledger_entries(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                at INTEGER NOT NULL,
                kind TEXT NOT NULL,
                credits INTEGER NOT NULL,
                balance_after INTEGER NOT NULL CHECK(balance_after >= 0),
                generation_id TEXT,
                run_id TEXT,
                note TEXT NOT NULL))"),
            QStringLiteral("CREATE INDEX ledger_entries_generation ON ledger_entries(generation_id)"),
            QStringLiteral("CREATE INDEX ledger_entries_run ON ledger_entries(run_id)"),
            QStringLiteral(R"(CREATE TABLE ledger_postings(
                entry_id INTEGER NOT NULL REFERENCES ledger_entries(id),
                account TEXT NOT NULL CHECK(account IN ('available', 'held', 'spent', 'granted', 'expired')),
                part_id INTEGER NOT NULL REFERENCES ledger_parts(id),
                credits INTEGER NOT NULL CHECK(credits <> 0)))"),
            QStringLiteral("CREATE INDEX ledger_postings_entry ON ledger_postings(entry_id)"),
            QStringLiteral("CREATE INDEX ledger_postings_part ON ledger_postings(part_id)"),
            QStringLiteral(R"(CREATE TABLE answers(
                key TEXT PRIMARY KEY,
                request_hash BLOB NOT NULL,
                status INTEGER NOT NULL,
                body BLOB NOT NULL,
                at INTEGER NOT NULL) WITHOUT ROWID)"),
            QStringLiteral("CREATE INDEX answers_at ON answers(at)"),
            QStringLiteral(R"(CREATE TABLE generations(
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                client_ref TEXT NOT NULL,
                agent TEXT NOT NULL,
                model_id TEXT NOT NULL,
                engine TEXT NOT NULL,
                draft INTEGER NOT NULL,
                prompt TEXT NOT NULL,
                inputs TEXT NOT NULL,
                options TEXT NOT NULL,
                seed INTEGER NOT NULL,
                method TEXT NOT NULL,
                status TEXT NOT NULL,
                takes INTEGER NOT NULL,
                attempts INTEGER NOT NULL DEFAULT 0,
                quoted_credits INTEGER NOT NULL,
                charged_credits INTEGER,
                covered INTEGER NOT NULL,
                error TEXT,
                korean INTEGER NOT NULL,
                created_at INTEGER NOT NULL,
                started_at INTEGER,
                finished_at INTEGER,
                thread_id TEXT NOT NULL,
                run_id TEXT NOT NULL))"),
            QStringLiteral("CREATE INDEX generations_status ON generations(status)"),
            QStringLiteral("CREATE INDEX generations_thread ON generations(thread_id)"),
            QStringLiteral(R"(CREATE TABLE assets(
                id TEXT PRIMARY KEY,
                generation_id TEXT NOT NULL REFERENCES generations(id),
                take INTEGER NOT NULL,
                kind TEXT NOT NULL,
                mime TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                sha256 TEXT NOT NULL,
                width INTEGER NOT NULL,
                height INTEGER NOT NULL,
                duration_s REAL,
                fps REAL,
                path TEXT NOT NULL,
                poster_path TEXT NOT NULL,
                name TEXT NOT NULL,
                UNIQUE(generation_id, take)) WITHOUT ROWID)"),
            QStringLiteral(R"(CREATE TABLE failed_takes(
                generation_id TEXT NOT NULL REFERENCES generations(id),
                take INTEGER NOT NULL,
                error TEXT NOT NULL,
                PRIMARY KEY(generation_id, take)) WITHOUT ROWID)"),
        } };
}

/// Agent runs live on the service: their events are replayed to whoever lost the line.
Migration agentRuns()
{
    return { 2,
        {
            QStringLiteral(R"(CREATE TABLE agent_runs(
                run_id TEXT PRIMARY KEY,
                thread_id TEXT NOT NULL,
                agent TEXT NOT NULL,
                key TEXT NOT NULL UNIQUE,
                input_hash BLOB NOT NULL,
                korean INTEGER NOT NULL,
                generation_id TEXT NOT NULL,
                tool_call_id TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                finished_at INTEGER) WITHOUT ROWID)"),
            QStringLiteral("CREATE INDEX agent_runs_finished ON agent_runs(finished_at)"),
            QStringLiteral(R"(CREATE TABLE agent_events(
                run_id TEXT NOT NULL REFERENCES agent_runs(run_id),
                seq INTEGER NOT NULL,
                data BLOB NOT NULL,
                PRIMARY KEY(run_id, seq)) WITHOUT ROWID)"),
            QStringLiteral(R"(CREATE TABLE agent_interrupts(
                id TEXT PRIMARY KEY,
                run_id TEXT NOT NULL REFERENCES agent_runs(run_id),
                thread_id TEXT NOT NULL,
                agent TEXT NOT NULL,
                body TEXT NOT NULL,
                tool TEXT NOT NULL,
                text TEXT NOT NULL,
                korean INTEGER NOT NULL,
                state TEXT NOT NULL CHECK(state IN ('open', 'approved', 'abandoned')),
                created_at INTEGER NOT NULL) WITHOUT ROWID)"),
            QStringLiteral("CREATE INDEX agent_interrupts_thread ON agent_interrupts(thread_id)"),
        } };
}

/// Plans of several generations: each waits for the one whose result it works on, with its credits held.
Migration plans()
{
    return { 4,
        {
            QStringLiteral("ALTER TABLE generations ADD COLUMN follows TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE generations ADD COLUMN takes_as TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE generations ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("CREATE INDEX generations_follows ON generations(follows) WHERE follows <> ''"),
            QStringLiteral("ALTER TABLE agent_runs ADD COLUMN works TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE agent_interrupts ADD COLUMN steps TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE uploads ADD COLUMN duration_s REAL"),
        } };
}

/// The order in which what waits is begun, which its owner may change.
Migration queueOrder()
{
    return { 5,
        {
            QStringLiteral("ALTER TABLE generations ADD COLUMN queue_order INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("UPDATE generations SET queue_order = seq WHERE status = 'queued'"),
        } };
}

} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> steps{ ledgerAndGenerations(), agentRuns(), uploadsMigration(3), plans(),
        queueOrder() };
    return steps;
}

} // namespace facet::service
