#pragma once

#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace facet::ui {

/// Cells of the plans table: figures to the right, the user's plan on the accent's tint, "Unlimited" as a
/// pill with how a generation has to start below it.
class PlansDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PlansDelegate(Theme &theme, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace facet::ui
