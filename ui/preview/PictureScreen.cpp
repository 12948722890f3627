#include "ui/preview/PictureScreen.h"

#include "ui/player/Player.h"
#include "ui/preview/Transport.h"
#include "ui/preview/VideoStage.h"

namespace facet::ui {

PictureScreen::PictureScreen(VideoStage &stage, Transport &transport, QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_transport(transport)
    , m_keys(new PlayerKeys(this))
{
    connect(m_keys, &PlayerKeys::grabRequested, this, &PictureScreen::grabRequested);
    connect(m_keys, &PlayerKeys::fullScreenRequested, this, &PictureScreen::fullScreenRequested);
    connect(m_keys, &PlayerKeys::zoomRequested, this, &PictureScreen::zoom);
    connect(&m_transport, &Transport::fullScreenRequested, this, &PictureScreen::fullScreenRequested);
    connect(&m_transport, &Transport::fitRequested, &m_stage, &VideoStage::fit);
    connect(&m_transport, &Transport::actualSizeRequested, &m_stage, &VideoStage::actualSize);
    connect(&m_stage, &VideoStage::doubleClicked, this, &PictureScreen::fullScreenRequested);
    connect(&m_stage, &VideoStage::clicked, this, [this] {
        if (m_player)
            m_player->toggle();
    });
    connect(&m_stage, &VideoStage::boxChanged, this, [this](const QSize &box) {
        if (m_player && m_active)
            m_player->setBox(box);
    });
    const auto showZoom = [this] {
        m_transport.showZoom(m_stage.zoomPan().isFitted(), m_stage.zoomPan().scale());
    };
    connect(&m_stage, &VideoStage::zoomChanged, this, showZoom);
    showZoom();
}

void PictureScreen::show(Player *player)
{
    if (m_player)
        disconnect(m_player, nullptr, this, nullptr);
    m_player = player;
    m_transport.drive(player);
    m_stage.setPicture(player ? player->picture() : QImage());
    if (!player)
        return;
    connect(player, &Player::pictureChanged, this, [this] { m_stage.setPicture(m_player->picture()); });
    if (m_active)
        player->setBox(m_stage.zoomPan().box());
}

void PictureScreen::setActive(bool active)
{
    m_active = active;
    if (active && m_player)
        m_player->setBox(m_stage.zoomPan().box());
}

bool PictureScreen::handleKey(const QKeyEvent &event)
{
    return m_keys->handle(event, m_player);
}

void PictureScreen::zoom(PlayerKeys::Zoom zoom)
{
    switch (zoom) {
    case PlayerKeys::Zoom::In:
        m_stage.zoomIn();
        return;
    case PlayerKeys::Zoom::Out:
        m_stage.zoomOut();
        return;
    case PlayerKeys::Zoom::Fit:
        m_stage.fit();
        return;
    case PlayerKeys::Zoom::Actual:
        m_stage.actualSize();
        return;
    }
}

} // namespace facet::ui
