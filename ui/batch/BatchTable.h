#pragma once

#include "ui/widgets/Label.h"

#include <QAbstractTableModel>

namespace facet::ui {

/// The lines of a batch as a table: what is asked for, by which model, with which options and pictures, what
/// it takes and how it stands.
class BatchTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Prompt, Model, Options, Frames, Cost, State, ColumnCount };
    struct Row {
        int number = 0; ///< of the line
        QStringList cells; ///< one for each column
        TextTone tone = TextTone::Text2; ///< of the state
        bool quiet = false; ///< not to be sent: grey
        friend bool operator==(const Row &, const Row &) = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that are the same stay where they are, and so does the keyboard.
    void present(const QList<Row> &rows);
    void change(int row, const Row &now);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString heading(int column);

    QList<Row> m_rows;
};

} // namespace facet::ui
