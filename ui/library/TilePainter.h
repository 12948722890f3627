#pragma once

#include "client/library/LibraryResult.h"
#include "ui/theme/Theme.h"

#include <QRect>

#include <optional>

namespace facet::ui {

class PosterCache;

/// Draws a result of the library: poster, model, length, marks; and knows where on it a click does something
/// else than choosing it.
class TilePainter {
public:
    enum class Zone { None, Star, Check, Fetch };
    struct State {
        bool selected = false;
        bool current = false; ///< the keyboard is on it
        bool hovered = false;
        Zone zone = Zone::None; ///< under the mouse
    };

    TilePainter(Theme &theme, PosterCache &posters);

    /// `result` empty: it is still being read.
    void paint(QPainter &painter, const QRect &rect, const std::optional<client::LibraryResult> &result,
        const State &state) const;
    Zone zoneAt(const QRect &rect, const client::LibraryResult &result, const QPoint &point) const;
    /// Which file shows what it is; empty: none.
    static QString posterOf(const client::LibraryResult &result);

private:
    static QRect starRect(const QRect &rect);
    static QRect checkRect(const QRect &rect);
    QRect fetchRect(const QRect &rect) const;
    QString fetchText() const;
    void paintGround(QPainter &painter, const QRect &rect, const client::LibraryResult &result) const;
    void paintMarks(
        QPainter &painter, const QRect &rect, const client::LibraryResult &result, const State &state) const;
    void paintAbsence(
        QPainter &painter, const QRect &rect, const client::LibraryResult &result, const State &state) const;
    void paintCaption(QPainter &painter, const QRect &rect, const client::LibraryResult &result) const;

    Theme &m_theme;
    PosterCache &m_posters;
};

} // namespace facet::ui
