#pragma once

#include "ui/theme/Theme.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace facet::ui {

class ComparePlayer;

/// The two pictures: beside each other, one wiped over the other, what differs, or one after the other in the
/// same place. In one place both are fitted to A's shape.
class CompareView : public QWidget {
    Q_OBJECT
public:
    enum class Mode { SideBySide, Wipe, Difference, Flicker };

    CompareView(Theme &theme, ComparePlayer &player, QWidget *parent = nullptr);

    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// Where the wipe is, 0 (all B) to 1 (all A).
    void setWipe(double part);
    double wipe() const { return m_wipe; }
    /// Flicker: B is the one that is seen now.
    bool showsB() const { return m_showsB; }
    void swap(); ///< Flicker: the other one now
    /// The places of A and B; the same, but in SideBySide.
    QRect placeOfA() const;
    QRect placeOfB() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return { 800, heightForWidth(800) }; }

signals:
    void wipeChanged(double part);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void paintPicture(QPainter &painter, const QRect &place, const QImage &picture) const;
    void paintSideBySide(QPainter &painter) const;
    void paintWipe(QPainter &painter) const;
    void paintDifference(QPainter &painter) const;
    void paintFlicker(QPainter &painter) const;
    void paintLetter(QPainter &painter, const QRect &place, bool ofB, bool atRight = false) const;
    QRect onePlace() const;
    double shape() const; ///< height of the place for a width of 1
    void setBox();
    void refreshFlicker();

    Theme &m_theme;
    ComparePlayer &m_player;
    Mode m_mode = Mode::SideBySide;
    double m_wipe = 0.5;
    bool m_showsB = false;
    QTimer m_flicker;
};

} // namespace facet::ui
