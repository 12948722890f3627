#include "service/uploads/UploadMigration.h"

namespace facet::service {

// The offset of a partial upload is the size of its file, and nowhere else: the two cannot disagree after a
// crash. Complete uploads of the same content share one file, named after its sha256.
Migration uploadsMigration(int number)
{
    return { number,
        {
            QStringLiteral(R"(CREATE TABLE uploads(
                id TEXT PRIMARY KEY,
                length INTEGER NOT NULL CHECK(length > 0),
                metadata BLOB NOT NULL,
                name TEXT NOT NULL,
                declared_sha256 TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                expires_at INTEGER,
                sha256 TEXT NOT NULL,
                mime TEXT NOT NULL,
                width INTEGER NOT NULL,
                height INTEGER NOT NULL,
                CHECK((expires_at IS NULL) = (sha256 <> ''))) WITHOUT ROWID)"),
            QStringLiteral("CREATE INDEX uploads_sha256 ON uploads(sha256)"),
        } };
}

} // namespace facet::service
