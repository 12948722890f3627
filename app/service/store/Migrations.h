#pragma once

#include <QList>
#include <QStringList>

namespace facet::service {

/// One numbered step of the database's shape. Steps are only ever appended: a released one never changes.
struct Migration {
    int number = 0; ///< 1, 2, 3, …
    QStringList statements;
};

const QList<Migration> &migrations();

} // namespace facet::service
