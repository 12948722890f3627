#pragma once

#include "domain/Error.h"

#include <QSqlDatabase>

namespace facet::client {

/// The newest form of the profile's database that this program knows (PRAGMA user_version).
int newestSchema();

/// Brings the database from whatever older form it has to the newest, one numbered step at a time, each in
/// its own transaction. ErrorKind::File: a newer Facet made it (`code` "newer_profile"), or a step failed
/// and nothing of it stays. `upTo`: an older form to stop at, for tests of what comes after it.
Result<void> migrate(QSqlDatabase &connection, int upTo = newestSchema());

} // namespace facet::client
