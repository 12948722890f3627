#include "ui/compare/ComparePage.h"

#include "client/session/Session.h"
#include "ui/compare/CompareCaption.h"
#include "ui/compare/ComparePlayer.h"
#include "ui/compare/CompareTransport.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Segmented.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace facet::ui {

using Side = ComparePlayer::Side;

namespace {
constexpr double wipeStep = 0.02;
constexpr int titleWidth = 360;
} // namespace

ComparePage::ComparePage(Theme &theme, client::Session &session, client::VideoFrames *frames, QWidget *parent)
    : Page(theme, tr("Compare"), parent)
    , m_session(session)
    , m_player(new ComparePlayer(this))
    , m_title(new ElidedLabel(theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_modes(new Segmented(theme, this))
    , m_view(new CompareView(theme, *m_player, this))
    , m_captionA(new CompareCaption(theme, Side::A, this))
    , m_captionB(new CompareCaption(theme, Side::B, this))
    , m_transport(new CompareTransport(theme, *m_player, frames, this))
{
    setObjectName(QStringLiteral("comparePage"));
    setFocusPolicy(Qt::StrongFocus);
    m_title->setMaximumWidth(titleWidth);
    m_modes->addPart(tr("Side by side"), QStringLiteral("Side by side"));
    m_modes->addPart(tr("Wipe"), QStringLiteral("Wipe"));
    m_modes->addPart(tr("Difference"), QStringLiteral("Difference"));
    m_modes->addPart(tr("Flicker"), QStringLiteral("Flicker"));
    m_modes->setPartHint(1, tr("A on the left, B on the right of a line that moves with the mouse (2)"));
    m_modes->setPartHint(2, tr("What is equal is black (3)"));
    m_modes->setPartHint(3, tr("A and B in turn in one place; X changes them (4)"));
    m_modes->setCurrentIndex(0);
    bar()->addWidget(m_title, 1);
    bar()->addStretch(1);
    bar()->addWidget(m_modes);

    auto *captions = new QHBoxLayout;
    captions->setSpacing(16);
    captions->addWidget(m_captionA, 1, Qt::AlignTop);
    captions->addWidget(m_captionB, 1, Qt::AlignTop);
    content()->addWidget(m_view, 0);
    content()->addLayout(captions);
    content()->addWidget(m_transport);
    content()->addStretch(1);

    connect(m_modes, &Segmented::chosen, this, &ComparePage::chooseMode);
    connect(m_captionA, &CompareCaption::kept, this, [this] { emit kept(m_a.record, m_a.take); });
    connect(m_captionB, &CompareCaption::kept, this, [this] { emit kept(m_b.record, m_b.take); });
    connect(m_player, &ComparePlayer::loaded, this, &ComparePage::refreshCaptions);
    connect(m_player, &ComparePlayer::positionChanged, this, &ComparePage::refreshCaptions);
    connect(m_player, &ComparePlayer::failed, this, [this](Side side, const Error &error) {
        (side == Side::A ? m_captionA : m_captionB)->sayProblem(error.sentence);
    });
}

ComparePage::~ComparePage() = default;

void ComparePage::compare(const CompareItem &a, const CompareItem &b, const QString &title)
{
    m_a = a;
    m_b = b;
    m_title->setFullText(title);
    m_captionA->present(a, m_session.catalogue());
    m_captionB->present(b, m_session.catalogue());
    m_transport->load(a.path(), b.path());
    m_player->load(a.path(), b.path());
}

void ComparePage::enter()
{
    setFocus();
}

void ComparePage::chooseMode(int mode)
{
    m_modes->setCurrentIndex(mode);
    m_view->setMode(static_cast<CompareView::Mode>(mode));
}

void ComparePage::refreshCaptions()
{
    if (!m_player->isLoaded())
        return;
    const auto held = [this](Side side) {
        return m_player->isHeld(side) ? m_player->info(side).durationMs() : qint64(-1);
    };
    m_captionA->setInfo(m_player->info(Side::A), held(Side::A));
    m_captionB->setInfo(m_player->info(Side::B), held(Side::B));
}

void ComparePage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || (!handlePlaying(*event) && !handleView(*event)))
        Page::keyPressEvent(event);
}

bool ComparePage::handlePlaying(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Space:
    case Qt::Key_K:
        m_player->toggle();
        return true;
    case Qt::Key_Comma:
        m_player->step(-1);
        return true;
    case Qt::Key_Period:
        m_player->step(1);
        return true;
    case Qt::Key_BracketLeft:
        m_player->setRate(m_player->rate() / 2);
        return true;
    case Qt::Key_BracketRight:
        m_player->setRate(m_player->rate() * 2);
        return true;
    case Qt::Key_Backspace:
        m_player->setRate(1);
        return true;
    case Qt::Key_L:
        m_player->setLoop(!m_player->loops());
        return true;
    case Qt::Key_Home:
        m_player->toFirst();
        return true;
    case Qt::Key_End:
        m_player->toLast();
        return true;
    default:
        return false;
    }
}

bool ComparePage::handleView(const QKeyEvent &event)
{
    const bool wipes = m_view->mode() == CompareView::Mode::Wipe;
    if (wipes && (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right)) {
        m_view->setWipe(m_view->wipe() + (event.key() == Qt::Key_Left ? -wipeStep : wipeStep));
        return true;
    }
    if (event.key() == Qt::Key_X && m_view->mode() == CompareView::Mode::Flicker) {
        m_view->swap();
        return true;
    }
    if (event.key() < Qt::Key_1 || event.key() > Qt::Key_4)
        return false;
    chooseMode(event.key() - Qt::Key_1);
    return true;
}

void ComparePage::hideEvent(QHideEvent *event)
{
    m_player->pause();
    Page::hideEvent(event);
}

} // namespace facet::ui
