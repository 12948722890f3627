#pragma once

#include "client/store/Sql.h"

#include <QStringList>

namespace facet::test {

/// A conversation as it grows over months: of every 20 rows ten messages, nine answers and a video.
struct LongConversation {
    QString id = QStringLiteral("long");
    int rows = 100'000;
    QStringList posters = {}; ///< picture files that the videos take in turn

    static qint64 position(int row) { return 1'000'000LL * (row + 1); }
    static bool isVideo(int row) { return row % 20 == 3; }
    static bool isMessage(int row) { return row % 2 == 0; }
    static QString itemId(int row) { return QStringLiteral("row-%1").arg(row); }
    static QString generationKey(int row) { return QStringLiteral("key-%1").arg(row); }
    /// Every thousandth row has a word of its own in it, in Korean.
    static bool isRare(int row) { return row % 1000 == 0; }
    static QString rareWord() { return QStringLiteral("등대지기"); }
    static QString text(int row);

    /// On the thread of the database, inside its transaction.
    Result<bool> write(QSqlDatabase &connection) const;
};

} // namespace facet::test
