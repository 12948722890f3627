#pragma once

#include "domain/Spending.h"

#include <QAbstractTableModel>

namespace facet::client {

/// The rows of the ledger, newest first. rowCount() is the number of rows that the filter lets through; the
/// rows themselves are read from disk when they are first asked for, so 100,000 of them cost nothing. A row
/// that is not there yet has LoadedRole false, and dataChanged follows. Words are the window's: columns have
/// no DisplayRole here.
class SpendingLedger : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, What, Conversation, Amount, BalanceAfter, ColumnCount };
    enum Role {
        RowRole = Qt::UserRole, ///< SpendingRow
        LoadedRole, ///< bool
    };
    using QAbstractTableModel::QAbstractTableModel;

    virtual SpendingFilter filter() const = 0;
    /// Takes effect a moment later, with one modelReset.
    virtual void setFilter(const SpendingFilter &filter) = 0;
    /// The first rows of the filter are being read.
    virtual bool isLoading() const = 0;
    /// Empty when it is not loaded yet.
    virtual std::optional<SpendingRow> row(int row) const = 0;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }

signals:
    void loadingChanged();
};

} // namespace facet::client

Q_DECLARE_METATYPE(facet::SpendingRow)
