#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QRect>
#include <QSize>
#include <QString>

namespace facet::service::draft {

/// What a slate says besides the words of its cards.
struct TitleSlate {
    QString model;
    QString facts; ///< "1280 × 720 · 5 s · seed 7"
    bool korean = false;
    quint32 seed = 0; ///< chooses the colours
    int seconds = 0; ///< ticks of the time line; 0: none
};

/// Draws the cards of an animatic: dark, quiet, with a slate above, one thought in large type and a time
/// line below. Usable on any thread of a program with a QGuiApplication (fonts come from it).
class TitlePainter {
public:
    TitlePainter(QSize size, TitleSlate slate);

    /// Everything that stays: ground, slate with "DRAFT", empty time line. Format_RGB32.
    QImage ground() const;
    /// One card's words, white on nothing. Format_ARGB32_Premultiplied.
    QImage words(const QString &text, int number, int of) const;

    /// Where the time line's bar lies.
    QRect bar() const;
    QColor accent() const;
    static QColor ink();

private:
    QFont font(double size, int weight) const;

    QSize m_size;
    TitleSlate m_slate;
    double m_unit; ///< the shorter side; all measures are parts of it
};

} // namespace facet::service::draft
