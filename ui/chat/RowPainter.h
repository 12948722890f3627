#pragma once

#include "ui/chat/RowLayout.h"
#include "ui/widgets/Chip.h"

#include <QCoreApplication>

class QPainter;

namespace facet::ui {

class PosterCache;

/// Paints the rows that are not widgets: bubbles, agent text, finished generations.
class RowPainter {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::RowPainter)
public:
    struct Look {
        int hoveredPoster = -1;
        bool current = false; ///< has the keyboard
        qreal ratio = 1; ///< device pixels per pixel
    };

    RowPainter(const Theme &theme, PosterCache &posters)
        : m_theme(theme)
        , m_posters(posters)
    {
    }

    /// With the painter's origin at the row's top left.
    void paint(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row,
        const QString &modelName, const Look &look) const;

private:
    void paintUser(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row) const;
    void paintFinished(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row,
        const QString &modelName, const Look &look) const;
    void paintFooter(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row,
        const QString &modelName) const;
    void paintAvatar(QPainter &painter, const QRect &rect) const;
    void paintNote(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row) const;
    void paintText(QPainter &painter, const RowLayout &row) const;
    /// A dark label over a picture; returns its rectangle.
    QRect paintPictureLabel(
        QPainter &painter, const QPoint &bottomCorner, Qt::Alignment corner, const QString &text) const;
    /// A pill with optional icon, right-aligned at `right`; returns its left edge.
    int paintPill(QPainter &painter, int right, int middle, const QString &text, Chip::Tone tone,
        std::optional<Icon> icon) const;

    const Theme &m_theme;
    PosterCache &m_posters;
};

} // namespace facet::ui
