#pragma once

#include "client/spending/SpendingLedger.h"
#include "domain/Error.h"

#include <QFuture>
#include <QObject>

namespace facet::client {

/// What was spent with the account in use, from a copy of the service's ledger kept in the profile: it is
/// there at once, also without the service, and follows every change. Another service or account has its
/// own copy.
class Spending : public QObject {
    Q_OBJECT
public:
    /// For choosing a filter.
    struct Name {
        QString id;
        QString name; ///< empty: not known any more
        friend bool operator==(const Name &, const Name &) = default;
    };

    using QObject::QObject;

    virtual SpendingRange range() const = 0;
    virtual SpendingGrouping grouping() const = 0;
    /// reportChanged follows. The ledger has its own filter.
    virtual void setRange(const SpendingRange &range) = 0;
    virtual void setGrouping(SpendingGrouping grouping) = 0;
    virtual const SpendingReport &report() const = 0;

    /// Lives as long as this object.
    virtual SpendingLedger &ledger() = 0;
    /// What occurs in the ledger, by name.
    virtual QList<Name> models() const = 0;
    virtual QList<Name> conversations() const = 0;

    /// The last comparison with the service.
    virtual LedgerCheck check() const = 0;
    /// The last time the two differed, kept also when they agree again; empty: never.
    virtual std::optional<LedgerCheck> lastDifference() const = 0;
    /// Rows are being fetched from the service.
    virtual bool isRefreshing() const = 0;
    /// Why the copy may be behind; empty when the last fetch went well.
    virtual std::optional<Error> error() const = 0;
    /// Fetches and compares again.
    virtual void refresh() = 0;

    /// Writes the rows that the ledger's filter lets through, as CSV (RFC 4180, UTF-8 with a byte order mark)
    /// for a spreadsheet, under a temporary name first. Answers the number of rows. ErrorKind::File: the disk
    /// is full, or the file cannot be written; what was there before is still there.
    virtual QFuture<Result<qint64>> exportCsv(const QString &filePath) = 0;

signals:
    void reportChanged();
    void namesChanged();
    void checkChanged(); ///< check, lastDifference, isRefreshing, error
};

} // namespace facet::client
