#pragma once

#include <QDate>
#include <QIdentityProxyModel>

namespace facet::client {
class SpendingLedger;
}

namespace facet::ui {

/// The rows of the ledger in words. Nothing is kept: a row is put into words when it is painted or read
/// aloud.
class LedgerTable : public QIdentityProxyModel {
    Q_OBJECT
public:
    enum Role {
        ToneRole = Qt::UserRole + 200, ///< TextTone as int
        LeadsRole, ///< bool: activating it leads to its conversation
    };
    explicit LedgerTable(client::SpendingLedger &ledger, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    client::SpendingLedger &m_ledger;
};

} // namespace facet::ui
