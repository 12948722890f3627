#pragma once

#include "client/spending/SpendingLedger.h"
#include "client/store/Database.h"
#include "client/store/RowWindow.h"

#include <QTimer>
#include <QVector>

#include <functional>

namespace facet::client {

/// SpendingLedger over the profile's copy: the numbers of all rows that pass the filter are held (8 bytes
/// each), the rows themselves a few pages at a time.
class LiveSpendingLedger : public SpendingLedger {
    Q_OBJECT
public:
    struct Needs {
        Database &database;
        std::function<qint64()> book;
        std::function<QString(const QString &modelId)> modelName;
        /// Models whose names contain the text.
        std::function<QStringList(const QString &text)> modelsNamed;
    };

    explicit LiveSpendingLedger(Needs needs, QObject *parent = nullptr);

    SpendingFilter filter() const override { return m_filter; }
    void setFilter(const SpendingFilter &filter) override;
    bool isLoading() const override { return m_loading; }
    std::optional<SpendingRow> row(int row) const override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Another book: nothing of the one before stays.
    void startAgain();
    /// The rows changed: what is new comes in where it belongs, and what is shown is read again.
    void reload();
    const QVector<qint64> &numbers() const { return m_numbers; }

private:
    struct Listing {
        QVector<qint64> numbers;
        QList<SpendingRow> rows; ///< of the part that was looked at last
        int firstRow = 0;
    };
    void read(bool reset);
    void took(const Listing &listing, bool reset);
    void put(int firstRow, const QList<SpendingRow> &rows);
    void fetchWanted();

    Needs m_needs;
    SpendingFilter m_filter;
    QVector<qint64> m_numbers;
    mutable RowWindow<SpendingRow> m_rows;
    mutable QTimer m_fetch;
    int m_round = 0;
    bool m_reset = false; ///< the reading under way is of another filter or book
    bool m_loading = false;
};

} // namespace facet::client
