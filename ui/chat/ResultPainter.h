#pragma once

#include "client/chat/Transcript.h"
#include "ui/chat/RowLayout.h"
#include "ui/widgets/Chip.h"

#include <QCoreApplication>

class QPainter;

namespace facet::ui {

class PosterCache;

/// Paints a finished generation: the picture of the take that is shown, the strip of its takes, what it is
/// and what it took.
class ResultPainter {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::ResultPainter)
public:
    struct Look {
        int hoveredTake = -1;
        bool current = false; ///< has the keyboard
        bool selected = false;
        qreal ratio = 1; ///< device pixels per pixel
        QImage frame; ///< of the filmstrip, instead of the poster of the shown take
        qreal at = 0; ///< where in the video that is, 0..1
    };

    ResultPainter(const Theme &theme, PosterCache &posters)
        : m_theme(theme)
        , m_posters(posters)
    {
    }

    void paint(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row,
        const QString &modelName, const Look &look) const;
    /// Reads the posters that will be in sight soon.
    void fetch(const client::TranscriptItem &item, const RowLayout &row, qreal ratio) const;

private:
    QPixmap posterOf(const client::TranscriptItem &item, int take, const QRect &rect, qreal ratio) const;
    void paintStage(
        QPainter &painter, const client::TranscriptItem &item, const RowLayout &row, const Look &look) const;
    void paintStrip(
        QPainter &painter, const client::TranscriptItem &item, const RowLayout &row, const Look &look) const;
    void paintFooter(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row,
        const QString &modelName) const;
    /// A pill with optional icon, right-aligned at `right`; returns its left edge.
    int paintPill(QPainter &painter, int right, int middle, const QString &text, Chip::Tone tone,
        std::optional<Icon> icon) const;

    const Theme &m_theme;
    PosterCache &m_posters;
};

} // namespace facet::ui
