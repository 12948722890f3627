#include "ui/window/Rooms.h"

#include "ui/window/RoomHandle.h"

#include <QMouseEvent>
#include <QPainter>

namespace facet::ui {

namespace {
constexpr int smallestSidebar = 200;
constexpr int largestSidebar = 400;
constexpr int smallestPane = 320;
constexpr int smallestChat = 400;
} // namespace

Rooms::Rooms(Theme &theme, QWidget *sidebar, QWidget *chat, QWidget *pane, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sidebar(sidebar)
    , m_chat(chat)
    , m_pane(pane)
    , m_sidebarHandle(new RoomHandle(this))
    , m_paneHandle(new RoomHandle(this))
    , m_scrim(new QWidget(this))
{
    // In the order of the eye: that is also the order of the Tab key.
    for (QWidget *room : { m_sidebar, m_chat, m_pane })
        room->setParent(this);
    m_chat->lower();
    m_scrim->hide();
    m_scrim->installEventFilter(this);
    for (RoomHandle *handle : { m_sidebarHandle, m_paneHandle }) {
        connect(handle, &RoomHandle::dragged, this, [this, handle](int x) { drag(handle, x); });
        connect(handle, &RoomHandle::released, this, &Rooms::widthsChanged);
    }
    connect(&m_theme, &Theme::changed, this, qOverload<>(&Rooms::update));
}

bool Rooms::sidebarIsOverlay() const
{
    return width() < sidebarOverlayBelow;
}

bool Rooms::paneIsOverlay() const
{
    return width() < paneOverlayBelow;
}

bool Rooms::sidebarVisible() const
{
    return sidebarIsOverlay() ? m_sidebarOver : true;
}

bool Rooms::paneVisible() const
{
    if (m_page)
        return false;
    return paneIsOverlay() ? m_paneOver : m_paneWanted;
}

void Rooms::setSidebarWidth(int pixels)
{
    m_sidebarWidth = qBound(smallestSidebar, pixels, largestSidebar);
    arrange();
}

void Rooms::setPaneWidth(int pixels)
{
    m_paneWidth = qMax(smallestPane, pixels);
    arrange();
}

void Rooms::setPaneWanted(bool wanted)
{
    m_paneWanted = wanted;
    arrange();
    emit arrangementChanged();
}

void Rooms::setPage(QWidget *page)
{
    if (m_page == page)
        return;
    if (m_page)
        m_page->hide();
    m_page = page;
    if (m_page)
        m_page->setParent(this);
    m_sidebarOver = false;
    m_paneOver = false;
    arrange();
    emit arrangementChanged();
}

void Rooms::showSidebar()
{
    m_paneOver = false;
    m_sidebarOver = sidebarIsOverlay();
    arrange();
    emit arrangementChanged();
}

void Rooms::showPane()
{
    if (paneVisible())
        return;
    m_sidebarOver = false;
    if (paneIsOverlay())
        m_paneOver = true;
    else
        m_paneWanted = true;
    arrange();
    emit arrangementChanged();
}

void Rooms::hidePane()
{
    if (paneIsOverlay())
        m_paneOver = false;
    else
        m_paneWanted = false;
    arrange();
    emit arrangementChanged();
}

bool Rooms::closeOverlay()
{
    const bool open = (sidebarIsOverlay() && m_sidebarOver) || (paneIsOverlay() && m_paneOver);
    m_sidebarOver = false;
    m_paneOver = false;
    if (open) {
        arrange();
        emit arrangementChanged();
    }
    return open;
}

QSize Rooms::minimumSizeHint() const
{
    return { 480, 400 };
}

void Rooms::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!sidebarIsOverlay())
        m_sidebarOver = false;
    if (!paneIsOverlay())
        m_paneOver = false;
    arrange();
    emit arrangementChanged();
}

void Rooms::arrange()
{
    const int full = width();
    int left = 0;
    int right = full;
    if (!sidebarIsOverlay()) {
        m_sidebar->setGeometry(0, 0, m_sidebarWidth, height());
        left = m_sidebarWidth;
    } else {
        m_sidebar->setGeometry(0, 0, qMin(m_sidebarWidth, full), height());
    }
    if (!paneIsOverlay() && m_paneWanted) {
        const int pane = qBound(smallestPane, m_paneWidth, qMax(smallestPane, full - left - smallestChat));
        m_pane->setGeometry(full - pane, 0, pane, height());
        right = full - pane;
    } else {
        const int pane = qMin(m_paneWidth, full - 48);
        m_pane->setGeometry(full - pane, 0, pane, height());
    }
    m_chat->setGeometry(left, 0, right - left, height());
    m_chat->setVisible(!m_page);
    if (m_page) {
        m_page->setGeometry(left, 0, full - left, height());
        m_page->show();
    }

    const bool over = (sidebarIsOverlay() && m_sidebarOver) || (paneIsOverlay() && m_paneOver);
    m_scrim->setGeometry(m_page ? m_page->geometry() : m_chat->geometry());
    m_scrim->setVisible(over);
    m_scrim->raise();
    m_sidebar->setVisible(sidebarVisible());
    m_pane->setVisible(paneVisible());
    m_sidebar->raise();
    m_pane->raise();

    m_sidebarHandle->setVisible(!sidebarIsOverlay());
    m_sidebarHandle->setGeometry(left - RoomHandle::width / 2, 0, RoomHandle::width, height());
    m_sidebarHandle->raise();
    m_paneHandle->setVisible(!m_page && !paneIsOverlay() && m_paneWanted);
    m_paneHandle->setGeometry(right - RoomHandle::width / 2, 0, RoomHandle::width, height());
    m_paneHandle->raise();
}

void Rooms::drag(RoomHandle *handle, int x)
{
    if (handle == m_sidebarHandle)
        setSidebarWidth(x);
    else
        setPaneWidth(qMin(width() - x, width() - m_sidebarWidth - smallestChat));
}

void Rooms::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().window);
}

bool Rooms::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scrim) {
        if (event->type() == QEvent::Paint) {
            QColor shade = m_theme.tokens().shadow;
            QPainter(m_scrim).fillRect(m_scrim->rect(), shade);
            return true;
        }
        if (event->type() == QEvent::MouseButtonPress) {
            closeOverlay();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace facet::ui
