#include "ui/preview/Transport.h"

#include "ui/preview/Player.h"
#include "ui/preview/SeekBar.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace facet::ui {

namespace {

/// "00:01.92": minutes, seconds, hundredths.
QString timecode(qint64 ms)
{
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    return two(ms / 60000) + QLatin1Char(':') + two(ms / 1000 % 60) + QLatin1Char('.') + two(ms / 10 % 100);
}

} // namespace

Transport::Transport(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_seek(new SeekBar(theme, this))
    , m_back(new Button(theme, Button::Kind::Quiet, Icon::StepBack, QStringLiteral("Previous frame"),
          tr("One frame back (,)"), this))
    , m_play(new Button(
          theme, Button::Kind::Quiet, Icon::Play, QStringLiteral("Play"), tr("Play or pause (Space)"), this))
    , m_forward(new Button(theme, Button::Kind::Quiet, Icon::StepForward, QStringLiteral("Next frame"),
          tr("One frame on (.)"), this))
    , m_time(new Label(theme, TextRole::Small, TextTone::Text2, {}, this))
    , m_loop(new Button(theme, Button::Kind::Quiet, Icon::Loop, QStringLiteral("Loop"),
          tr("Play again and again (Shift+L)"), this))
    , m_rate(new Button(theme, Button::Kind::Quiet, QStringLiteral("1×"), this))
    , m_mute(new Button(
          theme, Button::Kind::Quiet, Icon::Volume, QStringLiteral("Mute"), tr("Sound on or off (M)"), this))
    , m_volume(new QSlider(Qt::Horizontal, this))
{
    setName(m_rate, QStringLiteral("Speed"));
    setName(m_volume, QStringLiteral("Volume"));
    m_rate->setToolTip(tr("Speed ([ slower, ] faster, Backspace normal)"));
    m_loop->setCheckable(true);
    m_mute->setCheckable(true);
    m_volume->setRange(0, 100);
    m_volume->setValue(100);
    m_volume->setFixedWidth(64);
    m_volume->setToolTip(tr("Volume"));

    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(m_back);
    row->addWidget(m_play);
    row->addWidget(m_forward);
    row->addSpacing(6);
    row->addWidget(m_time);
    row->addStretch(1);
    row->addWidget(m_loop);
    row->addWidget(m_rate);
    row->addWidget(m_mute);
    row->addWidget(m_volume);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_seek);
    box->addLayout(row);

    connect(m_play, &Button::clicked, this, [this] { m_player->toggle(); });
    connect(m_back, &Button::clicked, this, [this] { m_player->step(-1, m_fps); });
    connect(m_forward, &Button::clicked, this, [this] { m_player->step(1, m_fps); });
    connect(m_seek, &SeekBar::sought, this, [this](qint64 ms) { m_player->seek(ms); });
    connect(m_loop, &Button::toggled, this, [this](bool on) {
        m_player->setLoop(on);
        refresh();
    });
    connect(m_mute, &Button::toggled, this, [this](bool on) {
        m_player->setMuted(on);
        refresh();
    });
    connect(m_rate, &Button::clicked, this,
        [this] { setRate(m_player->rate() >= 4 ? 0.25 : m_player->rate() * 2); });
    connect(
        m_volume, &QSlider::valueChanged, this, [this](int value) { m_player->setVolume(value / 100.0); });
    refresh();
}

void Transport::drive(Player *player)
{
    if (m_player)
        disconnect(m_player, nullptr, this, nullptr);
    m_player = player;
    if (m_player) {
        connect(m_player, &Player::positionChanged, this, &Transport::showTime);
        connect(m_player, &Player::durationChanged, this, [this](qint64 ms) {
            m_seek->setDuration(ms);
            showTime(m_player->position());
        });
        connect(m_player, &Player::playingChanged, this, &Transport::refresh);
        connect(m_player, &Player::audioDeviceChanged, this, &Transport::refresh);
        m_seek->setDuration(m_player->duration());
        showTime(m_player->position());
    }
    refresh();
}

void Transport::refresh()
{
    const bool there = m_player != nullptr;
    for (QWidget *control :
        std::initializer_list<QWidget *>{ m_seek, m_back, m_play, m_forward, m_loop, m_rate })
        control->setEnabled(there);
    const bool sound = there && m_player->hasAudioDevice();
    m_mute->setEnabled(sound);
    m_volume->setEnabled(sound);
    m_mute->setToolTip(there && !sound ? tr("This computer has no audio device") : tr("Sound on or off (M)"));
    if (!there)
        return;
    m_play->setGlyph(m_player->isPlaying() ? Icon::Pause : Icon::Play);
    m_loop->setChecked(m_player->loops());
    m_mute->setChecked(m_player->isMuted());
    m_mute->setGlyph(m_player->isMuted() || !sound ? Icon::Muted : Icon::Volume);
    m_rate->setText(QLocale().toString(m_player->rate(), 'g', 3) + QStringLiteral("×"));
}

void Transport::showTime(qint64 ms)
{
    m_seek->setPosition(ms);
    m_time->setText(timecode(ms) + QStringLiteral(" / ") + timecode(m_player ? m_player->duration() : 0));
}

void Transport::setRate(double rate)
{
    m_player->setRate(rate);
    refresh();
}

bool Transport::handleKey(const QKeyEvent &event)
{
    if (!m_player || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Space:
    case Qt::Key_K:
        m_player->toggle();
        return true;
    case Qt::Key_J:
        m_player->seek(m_player->position() - 1000);
        return true;
    case Qt::Key_L:
        if (shift)
            m_loop->toggle();
        else
            m_player->seek(m_player->position() + 1000);
        return true;
    case Qt::Key_Comma:
        m_player->step(-1, m_fps);
        return true;
    case Qt::Key_Period:
        m_player->step(1, m_fps);
        return true;
    case Qt::Key_BracketLeft:
        setRate(m_player->rate() / 2);
        return true;
    case Qt::Key_BracketRight:
        setRate(m_player->rate() * 2);
        return true;
    case Qt::Key_Backspace:
        setRate(1);
        return true;
    case Qt::Key_M:
        m_mute->toggle();
        return true;
    default:
        return false;
    }
}

} // namespace facet::ui
