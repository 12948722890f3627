#pragma once

#include "ui/theme/Theme.h"

#include <QTableView>

namespace facet::ui {

/// A table of lines in the theme's looks: a line of ground between rows, one current row, columns that share
/// the width by `weights`. Rows are all of one height, so a hundred thousand of them cost nothing.
class LineTable : public QTableView {
    Q_OBJECT
public:
    LineTable(Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// Shares of the width; a column never gets narrower than its heading.
    void setWeights(const QList<int> &weights);

signals:
    /// Enter, or a double click.
    void chosen(const QModelIndex &index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void share();

    Theme &m_theme;
    QList<int> m_weights;
};

} // namespace facet::ui
