#include "ui/compare/CompareTransport.h"

#include "ui/compare/ComparePlayer.h"
#include "ui/player/Player.h"
#include "ui/player/Timecode.h"
#include "ui/preview/Filmstrip.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace facet::ui {

using Side = ComparePlayer::Side;

namespace {
constexpr int stripFrames = 12; // DESIGN compare-dark.png
constexpr int stripHeight = 44; // pixels
constexpr int letterWidth = 34;
} // namespace

CompareTransport::CompareTransport(
    Theme &theme, ComparePlayer &player, client::VideoFrames *frames, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_stripA(new Filmstrip(theme, frames, stripFrames, stripHeight, this))
    , m_stripB(new Filmstrip(theme, frames, stripFrames, stripHeight, this))
    , m_back(new Button(theme, Button::Kind::Quiet, Icon::StepBack, QStringLiteral("Previous frame"),
          tr("One frame back (,)"), this))
    , m_play(new Button(theme, Button::Kind::Secondary, Icon::Play, QStringLiteral("Play"),
          tr("Play or pause (Space)"), this))
    , m_forward(new Button(theme, Button::Kind::Quiet, Icon::StepForward, QStringLiteral("Next frame"),
          tr("One frame on (.)"), this))
    , m_time(new Label(theme, TextRole::Small, TextTone::Text2, {}, this))
    , m_loop(new Button(theme, Button::Kind::Quiet, Icon::Loop, QStringLiteral("Loop"),
          tr("Play again and again (Shift+L)"), this))
    , m_rate(new Button(theme, Button::Kind::Quiet, QStringLiteral("1×"), this))
{
    setName(m_rate, QStringLiteral("Speed"));
    setName(m_stripA, QStringLiteral("Filmstrip A"));
    setName(m_stripB, QStringLiteral("Filmstrip B"));
    m_rate->setToolTip(tr("Speed ([ slower, ] faster, Backspace normal)"));
    m_loop->setCheckable(true);
    m_time->setObjectName(QStringLiteral("compareTime"));

    auto *strips = new QGridLayout;
    strips->setSpacing(0);
    strips->setColumnMinimumWidth(0, letterWidth);
    strips->setColumnStretch(1, 1);
    strips->addWidget(
        new Label(theme, TextRole::BodyStrong, TextTone::Text2, QStringLiteral("A"), this), 0, 0);
    strips->addWidget(
        new Label(theme, TextRole::BodyStrong, TextTone::Text2, QStringLiteral("B"), this), 1, 0);
    strips->addWidget(m_stripA, 0, 1);
    strips->addWidget(m_stripB, 1, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addStretch(1);
    for (QWidget *control : std::initializer_list<QWidget *>{ m_back, m_play, m_forward })
        row->addWidget(control);
    row->addSpacing(12);
    row->addWidget(m_time);
    row->addSpacing(12);
    row->addWidget(m_loop);
    row->addWidget(m_rate);
    row->addStretch(1);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(10);
    box->addLayout(strips);
    box->addLayout(row);

    connect(m_play, &Button::clicked, &m_player, &ComparePlayer::toggle);
    connect(m_back, &Button::clicked, this, [this] { m_player.step(-1); });
    connect(m_forward, &Button::clicked, this, [this] { m_player.step(1); });
    connect(m_loop, &Button::clicked, this, [this] { m_player.setLoop(!m_player.loops()); });
    connect(m_rate, &Button::clicked, this, [this] {
        m_player.setRate(m_player.rate() >= Player::fastest ? Player::slowest : m_player.rate() * 2);
    });
    for (Filmstrip *strip : { m_stripA, m_stripB })
        connect(strip, &Filmstrip::sought, &m_player, &ComparePlayer::seek);
    connect(&m_player, &ComparePlayer::loaded, this, &CompareTransport::onLoaded);
    connect(&m_player, &ComparePlayer::playingChanged, this, &CompareTransport::refresh);
    connect(&m_player, &ComparePlayer::settingsChanged, this, &CompareTransport::refresh);
    connect(&m_player, &ComparePlayer::positionChanged, this, &CompareTransport::showTime);
    connect(&m_player, &ComparePlayer::pictureChanged, this, &CompareTransport::showTime);
    refresh();
}

void CompareTransport::load(const QString &a, const QString &b)
{
    m_pathA = a;
    m_pathB = b;
    m_stripA->load({});
    m_stripB->load({});
    refresh();
}

void CompareTransport::onLoaded()
{
    const qint64 longer = std::max<qint64>(1, m_player.duration());
    const auto fill = [&](Filmstrip &strip, Side side, const QString &path) {
        const qint64 own = m_player.info(side).durationMs();
        strip.setDuration(own);
        strip.setShare(own > 0 ? static_cast<double>(own) / static_cast<double>(longer) : 1);
        strip.load(path);
    };
    fill(*m_stripA, Side::A, m_pathA);
    fill(*m_stripB, Side::B, m_pathB);
    showTime();
    refresh();
}

void CompareTransport::refresh()
{
    const bool plays = m_player.isLoaded() && m_player.duration() > 0;
    for (QWidget *control : std::initializer_list<QWidget *>{ m_back, m_play, m_forward, m_loop, m_rate })
        control->setEnabled(plays);
    m_play->setGlyph(m_player.isPlaying() ? Icon::Pause : Icon::Play);
    m_loop->setChecked(m_player.loops());
    m_rate->setText(QLocale().toString(m_player.rate(), 'g', 3) + QStringLiteral("×"));
}

void CompareTransport::showTime()
{
    const qint64 ms = m_player.position();
    m_stripA->setPosition(ms);
    m_stripB->setPosition(ms);
    const auto number = [this](Side side) {
        const qint64 frame = m_player.frame(side);
        return frame < 0 ? QStringLiteral("—") : QLocale().toString(frame + 1);
    };
    m_time->setText(tr("%1 · frame %2 | %3").arg(timecode(ms), number(Side::A), number(Side::B)));
}

} // namespace facet::ui
