#include "ui/batch/BatchTable.h"

#include "ui/spending/LedgerTable.h"

#include <QLocale>

namespace facet::ui {

void BatchTable::present(const QList<Row> &rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < rows.size(); ++row)
        change(row, rows.at(row));
}

void BatchTable::change(int row, const Row &now)
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row) == now)
        return;
    m_rows[row] = now;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int BatchTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BatchTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BatchTable::heading(int column)
{
    switch (static_cast<Column>(column)) {
    case Prompt:
        return tr("Prompt");
    case Model:
        return tr("Model");
    case Options:
        return tr("Options");
    case Frames:
        return tr("Frames");
    case Cost:
        return tr("Credits");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant BatchTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const QString cell = row.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Prompt
            ? QStringLiteral("%1.  %2").arg(QLocale().toString(row.number), cell.simplified())
            : cell;
    case Qt::ToolTipRole:
        return cell;
    case Qt::AccessibleTextRole: // with what it belongs to: a figure alone says nothing
        return index.column() == Prompt ? QStringLiteral("%1. %2").arg(QString::number(row.number), cell)
                                        : QStringLiteral("%1: %2").arg(heading(index.column()), cell);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() == Cost ? Qt::AlignRight : Qt::AlignLeft));
    case LedgerTable::ToneRole:
        if (row.quiet && index.column() != State)
            return static_cast<int>(TextTone::Text3);
        return static_cast<int>(index.column() == State ? row.tone
                : index.column() == Prompt              ? TextTone::Text1
                                                        : TextTone::Text2);
    default: // any other role of any view
        return {};
    }
}

QVariant BatchTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return heading(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Cost ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace facet::ui
