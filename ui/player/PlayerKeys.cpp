#include "ui/player/PlayerKeys.h"

#include "ui/player/Player.h"

#include <QKeyEvent>

#include <limits>

namespace facet::ui {

namespace {
constexpr qint64 jumpMs = 1000; // arrow keys
}

bool PlayerKeys::handle(const QKeyEvent &event, Player *player)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (player && !shift) {
        const int turn = event.key() == Qt::Key_J ? -1 : event.key() == Qt::Key_L && m_onShuttle ? 1 : 0;
        if (turn != 0 || event.key() == Qt::Key_K) {
            m_onShuttle = true;
            if (!event.isAutoRepeat())
                player->shuttle(turn);
            return true;
        }
    }
    const bool taken = (player && handlePlaying(event, *player, shift)) || handlePicture(event);
    if (taken)
        m_onShuttle = false;
    return taken;
}

bool PlayerKeys::handlePlaying(const QKeyEvent &event, Player &player, bool shift)
{
    switch (event.key()) {
    case Qt::Key_Space:
        player.toggle();
        return true;
    case Qt::Key_L:
        if (shift)
            player.setLoop(!player.loops());
        else
            player.markSection();
        return true;
    case Qt::Key_Comma:
        player.step(-1);
        return true;
    case Qt::Key_Period:
        player.step(1);
        return true;
    case Qt::Key_BracketLeft:
        player.changeRate(-1);
        return true;
    case Qt::Key_BracketRight:
        player.changeRate(1);
        return true;
    case Qt::Key_Backspace:
        player.setRate(1);
        return true;
    case Qt::Key_M:
        player.setMuted(!player.isMuted());
        return true;
    case Qt::Key_Left:
        player.seek(player.position() - jumpMs);
        return true;
    case Qt::Key_Right:
        player.seek(player.position() + jumpMs);
        return true;
    case Qt::Key_Home:
        player.seekFrame(0);
        return true;
    case Qt::Key_End:
        player.seekFrame(std::numeric_limits<qint64>::max());
        return true;
    default:
        return false;
    }
}

bool PlayerKeys::handlePicture(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_S:
        emit grabRequested();
        return true;
    case Qt::Key_F:
        emit fullScreenRequested();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        emit zoomRequested(Zoom::In);
        return true;
    case Qt::Key_Minus:
        emit zoomRequested(Zoom::Out);
        return true;
    case Qt::Key_0:
        emit zoomRequested(Zoom::Fit);
        return true;
    case Qt::Key_1:
        emit zoomRequested(Zoom::Actual);
        return true;
    default:
        return false;
    }
}

} // namespace facet::ui
