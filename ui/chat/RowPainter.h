#pragma once

#include "ui/chat/ResultPainter.h"
#include "ui/chat/TranscriptSelection.h"

#include <QCoreApplication>

class QPainter;

namespace facet::ui {

class PosterCache;

/// Paints the rows that are not widgets: bubbles, agent text, finished generations, and calm grey places for
/// rows that are still being read.
class RowPainter {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::RowPainter)
public:
    struct Look {
        ResultPainter::Look result = {}; ///< where the keyboard and the mouse are
        std::optional<TranscriptSelection::Part> selected = {};
        QString found = {}; ///< what was looked for, marked wherever it is
        bool isCurrentHit = false;
        QRect inSight = {}; ///< what of the row is to be seen, relative to it
    };

    RowPainter(const Theme &theme, PosterCache &posters)
        : m_theme(theme)
        , m_posters(posters)
        , m_results(theme, posters)
    {
    }

    /// With the painter's origin at the row's top left.
    void paint(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row,
        const QString &modelName, const Look &look) const;

    const ResultPainter &results() const { return m_results; }

private:
    void paintUser(
        QPainter &painter, const client::TranscriptItem &item, const RowLayout &row, const Look &look) const;
    void paintUnread(QPainter &painter, const RowLayout &row) const;
    void paintAvatar(QPainter &painter, const QRect &rect) const;
    void paintNote(QPainter &painter, const client::TranscriptItem &item, const RowLayout &row) const;
    void paintText(QPainter &painter, const RowLayout &row, const Look &look) const;

    const Theme &m_theme;
    PosterCache &m_posters;
    ResultPainter m_results;
};

} // namespace facet::ui
