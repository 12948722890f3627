#include "ui/preview/Transport.h"

#include "ui/player/Player.h"
#include "ui/player/Timecode.h"
#include "ui/preview/Filmstrip.h"
#include "ui/preview/SeekBar.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace facet::ui {

namespace {
constexpr int stripFrames = 8; // DESIGN main-dark.png
constexpr int stripHeight = 40; // pixels
constexpr int volumeWidth = 64;
} // namespace

Transport::Transport(Theme &theme, client::VideoFrames *frames, Place place, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_strip(new Filmstrip(theme, frames, stripFrames, stripHeight, this))
    , m_seek(new SeekBar(theme, this))
    , m_back(new Button(theme, Button::Kind::Quiet, Icon::StepBack, QStringLiteral("Previous frame"),
          tr("One frame back (,)"), this))
    , m_play(new Button(
          theme, Button::Kind::Quiet, Icon::Play, QStringLiteral("Play"), tr("Play or pause (Space)"), this))
    , m_forward(new Button(theme, Button::Kind::Quiet, Icon::StepForward, QStringLiteral("Next frame"),
          tr("One frame on (.)"), this))
    , m_time(new Label(theme, TextRole::Small, TextTone::Text2, {}, this))
    , m_frame(new Label(theme, TextRole::Caption, TextTone::Text2, {}, this))
    , m_section(new Button(theme, Button::Kind::Quiet, tr("A–B"), this))
    , m_loop(new Button(theme, Button::Kind::Quiet, Icon::Loop, QStringLiteral("Loop"),
          tr("Play again and again (Shift+L)"), this))
    , m_rate(new Button(theme, Button::Kind::Quiet, QStringLiteral("1×"), this))
    , m_mute(new Button(
          theme, Button::Kind::Quiet, Icon::Volume, QStringLiteral("Mute"), tr("Sound on or off (M)"), this))
    , m_volume(new QSlider(Qt::Horizontal, this))
    , m_zoom(new Button(theme, Button::Kind::Quiet, tr("Fit"), this))
    , m_compare(new Button(theme, Button::Kind::Quiet, Icon::Columns, QStringLiteral("Compare"),
          tr("Compare with another result"), this))
    , m_full(new Button(theme, Button::Kind::Quiet,
          place == Place::FullScreen ? Icon::LeaveFullScreen : Icon::FullScreen,
          QStringLiteral("Full screen"),
          place == Place::FullScreen ? tr("Leave full screen (F, Esc)") : tr("Full screen (F)"), this))
{
    setName(m_rate, QStringLiteral("Speed"));
    setName(m_volume, QStringLiteral("Volume"));
    setName(m_zoom, QStringLiteral("Zoom"));
    m_time->setObjectName(QStringLiteral("timecode"));
    m_frame->setObjectName(QStringLiteral("frameCounter"));
    m_section->setAccessibleName(QStringLiteral("A–B loop"));
    m_section->setObjectName(QStringLiteral("sectionLoop"));
    m_rate->setToolTip(tr("Speed ([ slower, ] faster, Backspace normal)"));
    m_loop->setCheckable(true);
    m_section->setCheckable(true);
    m_mute->setCheckable(true);
    m_volume->setRange(0, 100);
    m_volume->setValue(100);
    m_volume->setFixedWidth(volumeWidth);
    m_volume->setToolTip(tr("Volume"));
    m_compare->setVisible(place == Place::Pane);

    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_strip);
    box->addWidget(m_seek);
    box->addLayout(makeControls());
    box->addLayout(makeFacts());
    connectControls();
    refresh();
}

QLayout *Transport::makeControls()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    for (QWidget *control : std::initializer_list<QWidget *>{ m_back, m_play, m_forward })
        row->addWidget(control);
    row->addSpacing(6);
    row->addWidget(m_time);
    row->addStretch(1);
    for (QWidget *control : std::initializer_list<QWidget *>{ m_loop, m_rate, m_mute, m_compare, m_full })
        row->addWidget(control);
    return row;
}

QLayout *Transport::makeFacts()
{
    for (Button *small : { m_section, m_zoom })
        small->setExtent(26);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->setContentsMargins(8, 0, 4, 0);
    row->addWidget(m_frame);
    row->addStretch(1);
    row->addWidget(m_section);
    row->addWidget(m_zoom);
    row->addWidget(m_volume);
    return row;
}

void Transport::connectControls()
{
    connect(m_play, &Button::clicked, this, [this] { m_player->toggle(); });
    connect(m_back, &Button::clicked, this, [this] { m_player->step(-1); });
    connect(m_forward, &Button::clicked, this, [this] { m_player->step(1); });
    connect(m_seek, &SeekBar::sought, this, [this](qint64 ms) { m_player->seek(ms); });
    connect(m_strip, &Filmstrip::sought, this, [this](qint64 ms) { m_player->seek(ms); });
    connect(m_loop, &Button::clicked, this, [this] { m_player->setLoop(!m_player->loops()); });
    connect(m_section, &Button::clicked, this, [this] { m_player->markSection(); });
    connect(m_mute, &Button::clicked, this, [this] { m_player->setMuted(!m_player->isMuted()); });
    // Up the ladder, and round: a mouse has one button for it.
    connect(m_rate, &Button::clicked, this, [this] {
        if (m_player->rate() >= Player::fastest)
            m_player->setRate(Player::slowest);
        else
            m_player->changeRate(1);
    });
    connect(
        m_volume, &QSlider::valueChanged, this, [this](int value) { m_player->setVolume(value / 100.0); });
    connect(m_zoom, &Button::clicked, this,
        [this] { m_fitted ? emit actualSizeRequested() : emit fitRequested(); });
    connect(m_full, &Button::clicked, this, &Transport::fullScreenRequested);
    connect(m_compare, &Button::clicked, this, &Transport::compareRequested);
}

void Transport::drive(Player *player)
{
    if (m_player)
        disconnect(m_player, nullptr, this, nullptr);
    m_player = player;
    if (m_player) {
        connect(m_player, &Player::positionChanged, this, &Transport::showTime);
        connect(m_player, &Player::pictureChanged, this, &Transport::showTime);
        connect(m_player, &Player::durationChanged, this, &Transport::onLoaded);
        connect(m_player, &Player::playingChanged, this, &Transport::refresh);
        connect(m_player, &Player::settingsChanged, this, &Transport::refresh);
        connect(m_player, &Player::audioDeviceChanged, this, &Transport::refresh);
        const QSignalBlocker quiet(m_volume);
        m_volume->setValue(static_cast<int>(std::lround(m_player->volume() * 100)));
    }
    onLoaded();
    refresh();
}

void Transport::onLoaded()
{
    const qint64 duration = m_player ? m_player->duration() : 0;
    // Asked for with the open file: the picture that people wait for comes first.
    m_strip->load(
        m_player && m_player->isLoaded() && m_player->info().frames > 1 ? m_player->path() : QString());
    m_strip->setVisible(!m_still && (!m_player || !m_player->isLoaded() || m_player->info().frames > 1));
    m_strip->setDuration(duration);
    m_seek->setDuration(duration);
    showTime();
    refresh();
}

void Transport::refresh()
{
    const bool there = m_player != nullptr;
    for (QWidget *control : std::initializer_list<QWidget *>{
             m_strip, m_seek, m_back, m_play, m_forward, m_section, m_loop, m_rate })
        control->setEnabled(there);
    const bool sound = there && m_player->hasAudioDevice() && m_player->info().hasAudio;
    m_mute->setEnabled(sound);
    m_volume->setEnabled(sound);
    m_mute->setToolTip(!there || sound  ? tr("Sound on or off (M)")
            : !m_player->isLoaded()     ? tr("Sound on or off (M)")
            : m_player->info().hasAudio ? tr("This computer has no audio device")
                                        : tr("This video has no sound"));
    if (!there)
        return;
    m_play->setGlyph(m_player->isPlaying() ? Icon::Pause : Icon::Play);
    m_loop->setChecked(m_player->loops());
    m_mute->setChecked(m_player->isMuted());
    m_mute->setGlyph(m_player->isMuted() || !sound ? Icon::Muted : Icon::Volume);
    const double shown = m_player->isPlaying() ? m_player->speed() : m_player->rate();
    m_rate->setText(QLocale().toString(shown, 'g', 3) + QStringLiteral("×"));
    refreshSection();
}

void Transport::refreshSection()
{
    const std::optional<Player::Section> section = m_player->section();
    m_section->setChecked(section.has_value());
    if (!section) {
        m_section->setToolTip(tr("Loop from here (A) to a second place (B) (L)"));
        m_seek->setSection(-1, -1);
        return;
    }
    const QString from = timecode(section->from / 1000);
    m_section->setToolTip(section->to
            ? tr("Loops from %1 to %2; again: the whole video (L)").arg(from, timecode(*section->to / 1000))
            : tr("From %1 to here (L)").arg(from));
    m_seek->setSection(section->from / 1000, section->to ? *section->to / 1000 : -1);
}

void Transport::showTime()
{
    const qint64 ms = m_player ? m_player->position() : 0;
    m_seek->setPosition(ms);
    m_strip->setPosition(ms);
    m_time->setText(timecode(ms) + QStringLiteral(" / ") + timecode(m_player ? m_player->duration() : 0));
    const qint64 frames = m_player ? m_player->info().frames : 0;
    m_frame->setText(frames > 0 && m_player->frame() >= 0
            ? tr("Frame %1 of %2").arg(QLocale().toString(m_player->frame() + 1), QLocale().toString(frames))
            : QString());
}

void Transport::showZoom(bool fitted, double scale)
{
    m_fitted = fitted;
    m_zoom->setText(fitted ? tr("Fit") : QLocale().toString(std::lround(scale * 100)) + QLocale().percent());
    m_zoom->setToolTip(fitted ? tr("Show every pixel (1); + and − zoom") : tr("Show all of it (0)"));
}

void Transport::setStill(bool still)
{
    m_still = still;
    for (QWidget *control : std::initializer_list<QWidget *>{ m_strip, m_seek, m_back, m_play, m_forward,
             m_time, m_frame, m_section, m_loop, m_rate, m_mute, m_volume })
        control->setVisible(!still);
}

void Transport::setCompareVisible(bool visible)
{
    m_compare->setVisible(visible);
}

} // namespace facet::ui
