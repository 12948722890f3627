#pragma once

#include "client/library/Search.h"
#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace facet::ui {

class FoundMessages;

/// Paints one message that was found: its chat and day, and the line with what was looked for made strong.
class FoundDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    FoundDelegate(Theme &theme, FoundMessages &found, QObject *parent);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSnippet(QPainter &painter, const QRect &place, const client::SearchHit &hit) const;

    Theme &m_theme;
    FoundMessages &m_found;
};

} // namespace facet::ui
