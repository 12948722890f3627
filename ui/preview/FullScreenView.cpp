#include "ui/preview/FullScreenView.h"

#include "ui/player/Player.h"
#include "ui/preview/PictureScreen.h"
#include "ui/preview/Transport.h"
#include "ui/preview/VideoStage.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int margin = 16; // around the controls
}

FullScreenView::FullScreenView(
    Theme &theme, PosterCache &posters, client::VideoFrames *frames, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_theme(theme)
    , m_stage(new VideoStage(theme, posters, VideoStage::Shape::Fill, this))
    , m_transport(new Transport(theme, frames, Transport::Place::FullScreen, this))
    , m_screen(new PictureScreen(*m_stage, *m_transport, this))
{
    setObjectName(QStringLiteral("fullScreenView"));
    setAccessibleName(QStringLiteral("Full screen"));
    setWindowTitle(QStringLiteral("Facet"));
    setFocusPolicy(Qt::StrongFocus);
    auto *controls = new QVBoxLayout;
    controls->setContentsMargins(margin, margin / 2, margin, margin / 2);
    controls->addWidget(m_transport);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_stage, 1);
    box->addLayout(controls);
    connect(m_screen, &PictureScreen::fullScreenRequested, this, &QWidget::close);
    connect(m_screen, &PictureScreen::grabRequested, this, &FullScreenView::grabRequested);
}

void FullScreenView::open(Player &player, const QString &posterPath, const QSize &pixels, bool still)
{
    m_stage->present(posterPath, pixels);
    m_transport->setStill(still);
    m_screen->show(&player);
    m_screen->setActive(true);
    showFullScreen();
    raise();
    activateWindow();
    setFocus();
}

void FullScreenView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (!m_screen->handleKey(*event))
        QWidget::keyPressEvent(event);
}

void FullScreenView::closeEvent(QCloseEvent *event)
{
    m_screen->setActive(false);
    m_screen->show(nullptr);
    QWidget::closeEvent(event);
    emit closed();
}

void FullScreenView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().window);
}

} // namespace facet::ui
