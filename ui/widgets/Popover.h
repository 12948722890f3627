#pragma once

#include "ui/theme/Theme.h"

#include <QPointer>
#include <QWidget>

namespace facet::ui {

/// A rounded panel over the window, beside the widget it belongs to. It is a child of the window, so it needs
/// no compositor and moves with it. A click outside, Escape, or the anchor's window losing its size closes
/// it; the keyboard goes back to where it was.
class Popover : public QWidget {
    Q_OBJECT
public:
    enum class Side { Above, Below };

    explicit Popover(Theme &theme, QWidget *parent = nullptr);

    /// Where the contents go; put a layout on it.
    QWidget *body() const { return m_body; }
    /// Over `anchor`'s window with its left edge at the anchor's, moved and shrunk to stay inside.
    void openAt(QWidget *anchor, Side side, const QSize &size);
    /// The same at the size its contents ask for.
    void openAt(QWidget *anchor, Side side);
    /// Another size for the open one, in the same place; the keyboard stays where it is.
    void resizePanel(const QSize &size);
    bool isOpen() const { return isVisible(); }

public slots:
    void closePopover();

signals:
    void opened();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    Theme &m_theme;
    QWidget *m_body;
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_focusBefore;
    Side m_side = Side::Above;
    QSize m_wanted;
};

} // namespace facet::ui
