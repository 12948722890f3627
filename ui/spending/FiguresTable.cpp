#include "ui/spending/FiguresTable.h"

namespace facet::ui {

void FiguresTable::present(const QStringList &headings, const QList<QStringList> &rows)
{
    if (headings == m_headings && rows.size() == m_rows.size()) {
        // Other figures in the same places: the keyboard stays where it is.
        if (rows == m_rows)
            return;
        m_rows = rows;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_headings = headings;
    m_rows = rows;
    endResetModel();
}

int FiguresTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FiguresTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant FiguresTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QStringList &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.value(index.column());
    case Qt::AccessibleTextRole: // with what it belongs to: a figure alone says nothing
        return index.column() == 0
            ? row.value(0)
            : QStringLiteral("%1, %2: %3")
                  .arg(row.value(0), m_headings.value(index.column()), row.value(index.column()));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

QVariant FiguresTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return m_headings.value(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

} // namespace facet::ui
