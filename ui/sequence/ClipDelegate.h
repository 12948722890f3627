#pragma once

#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace facet::ui {

class PosterCache;

/// A clip's row: its place, poster, prompt and length; a file that is missing is said to be.
class ClipDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ClipDelegate(Theme &theme, PosterCache &posters, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
    PosterCache &m_posters;
};

} // namespace facet::ui
