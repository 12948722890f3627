#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace facet::ui {

/// A small table of names and figures, all texts at hand: totals by group, credits by day. The first column
/// is a name, the others are figures.
class FiguresTable : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void present(const QStringList &headings, const QList<QStringList> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headings;
    QList<QStringList> m_rows;
};

} // namespace facet::ui
