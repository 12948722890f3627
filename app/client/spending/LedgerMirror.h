#pragma once

#include "client/session/Session.h"
#include "client/store/Database.h"
#include "client/store/LedgerRows.h"
#include "contract/Codecs.h"

#include <QTimer>

namespace facet::client {

class HttpClient;

/// Keeps the profile's copy of the ledger of the account in use equal to the service's, and compares the two:
/// at each connect and after each change, the rows must add up to the service's balance to the credit.
///
/// A walk fetches rows until it meets one that is known, takes all of them in at once (a walk that is cut
/// leaves nothing behind), learns of the generations the rows are about, and compares.
class LedgerMirror : public QObject {
    Q_OBJECT
public:
    struct Needs {
        HttpClient &http;
        Session &session;
        Database &database;
        int afterMs = 150; ///< changes that come close together are one walk
    };

    explicit LedgerMirror(Needs needs, QObject *parent = nullptr);

    /// Follows the session from now on.
    void start();
    /// Walks again now, or once the walk under way is done.
    void refresh();

    qint64 book() const { return m_book; } ///< 0: no account has been known yet
    const LedgerCheck &check() const { return m_check; }
    const std::optional<LedgerCheck> &lastDifference() const { return m_difference; }
    bool isWalking() const { return m_walk != nullptr; }
    const std::optional<Error> &error() const { return m_error; }
    /// How many walks were begun; the number of the last one.
    int walksBegun() const { return m_walks; }

signals:
    void bookChanged(); ///< another account, or the first one
    void rowsChanged(); ///< rows, or what is known of their generations
    void checkChanged(); ///< check, lastDifference, isWalking, error
    /// Everything the service had when this walk began is here.
    void walked(int number);

private:
    struct Walk;
    using WalkPtr = std::shared_ptr<Walk>;

    void follow();
    void opened(const QString &identity, qint64 book, const LedgerChecks &checks);
    void walk();
    /// Goes on with the answer unless it is an error, or the walk was given up meanwhile.
    template <typename T, typename Next>
    void after(const WalkPtr &walk, QFuture<Result<T>> answer, Next next);
    void fetchRows(const WalkPtr &walk, const QString &cursor);
    void adopt(const WalkPtr &walk, std::optional<qint64> met);
    void fetchGenerations(const WalkPtr &walk, const QString &cursor);
    void takeGenerations(const WalkPtr &walk, const contract::Page<Generation> &page);
    void fetchMissing(const WalkPtr &walk);
    void fetchOne(const WalkPtr &walk, const QString &generationId);
    void takeGeneration(const WalkPtr &walk, const QString &generationId, const Result<Generation> &answer);
    void compare(const WalkPtr &walk);
    void compareWithService(const WalkPtr &walk, const LedgerCheck &sum);
    void settle(const WalkPtr &walk, LedgerCheck check, Credits balance);
    void finish(const WalkPtr &walk);
    void fail(const Error &error);
    std::optional<Credits> listCredits(const Generation &generation) const;

    Needs m_needs;
    QTimer m_soon;
    QString m_identity; ///< service and account of m_book, or of the one being opened
    qint64 m_book = 0;
    WalkPtr m_walk;
    bool m_again = false;
    int m_walks = 0;
    std::optional<LedgerCheck> m_sum; ///< how the rows add up; empty: they changed since
    LedgerCheck m_check;
    std::optional<LedgerCheck> m_difference;
    std::optional<Error> m_error;
};

} // namespace facet::client
