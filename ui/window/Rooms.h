#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

class RoomHandle;

/// Places the three rooms side by side: sidebar, chat, pane, with handles between them. Below 1100 pixels
/// the pane, below 760 the sidebar, lies over the chat instead, only while it is asked for (DESIGN "Layout").
class Rooms : public QWidget {
    Q_OBJECT
public:
    Rooms(Theme &theme, QWidget *sidebar, QWidget *chat, QWidget *pane, QWidget *parent = nullptr);

    bool sidebarIsOverlay() const;
    bool paneIsOverlay() const;
    bool sidebarVisible() const;
    bool paneVisible() const;

    void setSidebarWidth(int pixels);
    void setPaneWidth(int pixels);
    int sidebarWidth() const { return m_sidebarWidth; }
    int paneWidth() const { return m_paneWidth; }
    /// Whether the pane stands beside the chat when there is room.
    void setPaneWanted(bool wanted);
    bool paneWanted() const { return m_paneWanted; }
    /// A view that stands in the place of chat and pane (plans, spending); null brings them back.
    void setPage(QWidget *page);
    QWidget *page() const { return m_page; }

    static constexpr int paneOverlayBelow = 1100; // DESIGN "Layout"
    static constexpr int sidebarOverlayBelow = 760;

public slots:
    void showSidebar();
    void showPane();
    /// Takes the pane away: collapses it, or closes the overlay.
    void hidePane();
    /// Closes whichever room lies over the chat. True when there was one.
    bool closeOverlay();

signals:
    /// Which rooms are visible, or how, changed.
    void arrangementChanged();
    /// A handle was let go: widths to remember.
    void widthsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    QSize minimumSizeHint() const override;

private:
    void arrange();
    void drag(RoomHandle *handle, int x);

    Theme &m_theme;
    QWidget *m_sidebar;
    QWidget *m_chat;
    QWidget *m_pane;
    QWidget *m_page = nullptr;
    RoomHandle *m_sidebarHandle;
    RoomHandle *m_paneHandle;
    QWidget *m_scrim;
    int m_sidebarWidth = 248;
    int m_paneWidth = 432;
    bool m_paneWanted = true;
    bool m_sidebarOver = false; ///< the overlay is open
    bool m_paneOver = false;
};

} // namespace facet::ui
