#pragma once

#include "domain/Account.h"
#include "domain/Model.h"

#include <QAbstractTableModel>

namespace facet::ui {

/// How often each plan's credits pay for each model at its default options (PRODUCT rule 9): models down,
/// plans across. Everything is the service's data.
class PlansTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { ModelColumn, EachColumn, FirstPlanColumn };
    enum Role {
        UnlimitedRole = Qt::UserRole, ///< bool
        MethodsRole, ///< how it has to start to be unlimited, short
        OwnPlanRole, ///< bool: a cell of the user's plan
        NoteRole, ///< of the model's cell: retired, needs a connection
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// Does nothing when it shows just that already. True: the table is another one now.
    bool present(const Catalogue &catalogue, const QList<Plan> &plans, const QString &ownPlanId);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By name, by credits, or by how often; what is not known comes last either way. -1: the service's
    /// order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Cell {
        std::optional<qint64> times;
        std::optional<Benefit> benefit;
    };
    struct Row {
        Model model;
        QList<Cell> cells;
    };
    static Cell cellFor(const Model &model, const Plan &plan);
    QString cellText(const Row &row, int column) const;
    QString spoken(const Row &row, int column) const;
    /// Larger is more; empty: not known.
    static std::optional<double> rank(const Row &row, int column);

    Catalogue m_catalogue;
    QList<Row> m_all; ///< in the service's order
    QList<int> m_order; ///< rows of m_all as shown
    QList<Plan> m_plans;
    QString m_own;
};

} // namespace facet::ui
