#pragma once

#include "domain/Generation.h"
#include "domain/Spending.h"

#include <QSqlDatabase>

namespace facet::client {

/// What a book's rows tell of generations only by their id. On the thread of the database.

struct GenerationFacts {
    Generation generation; ///< as the service says
    std::optional<Credits> listCredits; ///< what it would take without the benefit; empty: not known
};

/// Keeps the facts, and brings the book's rows up to date with them: a covered generation gets a row of its
/// own. True: something changed.
Result<bool> putFacts(QSqlDatabase &connection, qint64 book, const QList<GenerationFacts> &facts);
/// The service does not know it: it is not asked for again.
Result<void> putGone(QSqlDatabase &connection, qint64 book, const QString &generationId);

/// Generations of the rows about which nothing is known yet, and those that had not ended: at most `most`.
Result<QStringList> factsWanted(QSqlDatabase &connection, qint64 book, int most);

/// The newest generation of the last walk through the service's list that came to its end.
Result<QString> factsUntil(QSqlDatabase &connection, qint64 book);
Result<void> setFactsUntil(QSqlDatabase &connection, qint64 book, const QString &generationId);

} // namespace facet::client
