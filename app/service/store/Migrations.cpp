#include "service/store/Migrations.h"

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

} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> steps{ ledgerAndGenerations() };
    return steps;
}

} // namespace facet::service
