#pragma once

#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace facet::ui {

/// A cell of a table of lines: one text, a thin line below the row, the current row on the hover colour.
class LineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit LineDelegate(Theme &theme, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static constexpr int rowHeight = 33; ///< pixels

private:
    Theme &m_theme;
};

} // namespace facet::ui
