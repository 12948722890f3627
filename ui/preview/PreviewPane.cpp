#include "ui/preview/PreviewPane.h"

#include "ui/chat/GenerationWords.h"
#include "ui/player/Player.h"
#include "ui/preview/FactsGrid.h"
#include "ui/preview/FullScreenView.h"
#include "ui/preview/PictureScreen.h"
#include "ui/preview/Transport.h"
#include "ui/preview/VideoStage.h"
#include "ui/results/ResultButtons.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QFrame>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace facet::ui {

using client::GenerationRecord;

PreviewPane::PreviewPane(client::Session &session, client::Generations &generations, Theme &theme,
    PosterCache &posters, ResultActions &actions, client::VideoFrames *frames, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_generations(generations)
    , m_theme(theme)
    , m_posters(posters)
    , m_actions(actions)
    , m_frames(frames)
    , m_stack(new QStackedLayout(this))
    , m_stage(new VideoStage(theme, posters, VideoStage::Shape::AsThePicture, this))
    , m_draft(new Chip(theme, Chip::Tone::Warning, tr("Draft"), {}, this))
    , m_transport(new Transport(theme, frames, Transport::Place::Pane, this))
    , m_screen(new PictureScreen(*m_stage, *m_transport, this))
    , m_takes(new QWidget(this))
    , m_problem(new Label(theme, TextRole::Body, TextTone::Bad, {}, this))
    , m_fetch(new Button(theme, Button::Kind::Secondary, tr("Fetch again"), this))
    , m_facts(new FactsGrid(theme, this))
    , m_buttons(new ResultButtons(
          theme, actions, [this] { return shown(); }, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setName(m_fetch, QStringLiteral("Fetch again"));
    m_problem->setWordWrap(true);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeFilled());
    clear();

    connect(m_screen, &PictureScreen::fullScreenRequested, this, &PreviewPane::toggleFullScreen);
    connect(m_screen, &PictureScreen::grabRequested, this, [this] {
        if (m_player && m_player->frame() >= 0)
            emit grabRequested(m_record, m_take, m_player->frame());
    });
    connect(m_transport, &Transport::compareRequested, this,
        [this] { emit compareRequested(m_record, m_take, m_transport); });
    connect(m_stage, &VideoStage::dragged, this, [this] { m_actions.drag(shown(), m_stage); });
    connect(m_fetch, &Button::clicked, this, [this] { m_generations.fetchAgain(m_record.key); });
    connect(&m_generations, &client::Generations::finished, this, [this](const QString &key) {
        // A file that was missing has been fetched again.
        const std::optional<GenerationRecord> record =
            key == m_record.key ? m_generations.find(key) : std::nullopt;
        if (record && !m_problem->isHidden())
            present(*record, m_take, false);
    });
    connect(&m_session, &client::Session::catalogueChanged, this,
        [this] { m_facts->present(m_record, m_session.catalogue(), m_take); });
}

PreviewPane::~PreviewPane()
{
    m_screen->show(nullptr);
    if (m_fullScreen)
        m_fullScreen->close();
    m_player.reset();
}

QWidget *PreviewPane::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *picture = new Label(m_theme, TextRole::Body, TextTone::Text2, {}, empty);
    const auto refresh = [this, picture] {
        picture->setPixmap(iconPixmap(Icon::Clapperboard, m_theme.tokens().text3, 32, devicePixelRatioF()));
    };
    refresh();
    connect(&m_theme, &Theme::changed, picture, refresh);
    auto *box = new QVBoxLayout(empty);
    box->addStretch(1);
    box->addWidget(picture, 0, Qt::AlignHCenter);
    box->addSpacing(8);
    box->addWidget(new Label(m_theme, TextRole::Body, TextTone::Text2, tr("Your videos play here"), empty), 0,
        Qt::AlignHCenter);
    box->addStretch(1);
    return empty;
}

QWidget *PreviewPane::makeFilled()
{
    auto *content = new QWidget;
    auto *line = new QFrame(content);
    line->setProperty("separator", true);
    line->setFixedHeight(1);

    auto *facts = new QHBoxLayout;
    facts->addWidget(m_draft);
    facts->addStretch(1);
    new FlowLayout(m_takes, 4);

    auto *box = new QVBoxLayout(content);
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(8);
    box->addWidget(m_stage);
    box->addLayout(facts);
    box->addWidget(m_takes);
    box->addWidget(m_problem);
    box->addWidget(m_fetch, 0, Qt::AlignLeft);
    box->addWidget(m_transport);
    box->addWidget(line);
    box->addWidget(m_facts);
    box->addSpacing(4);
    box->addWidget(m_buttons);
    box->addStretch(1);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

void PreviewPane::clear()
{
    if (m_player)
        m_player->load({});
    m_record = {};
    m_stack->setCurrentIndex(0);
}

QString PreviewPane::filePath() const
{
    return m_take >= 0 && m_take < m_record.assets.size() ? m_record.assets.at(m_take).filePath : QString();
}

void PreviewPane::present(const GenerationRecord &record, int take, bool play)
{
    m_record = record;
    m_take = take;
    m_stack->setCurrentIndex(1);
    m_problem->hide();
    m_fetch->hide();

    const Asset asset = record.generation.assets.value(take);
    const client::LocalAsset local = record.assets.value(take);
    m_stage->present(
        asset.kind == ModelKind::Image ? local.filePath : local.posterPath, { asset.width, asset.height });
    QStringList facts;
    if (asset.width > 0)
        facts << QStringLiteral("%1×%2").arg(asset.width).arg(asset.height);
    if (asset.fps)
        facts << tr("%1 fps").arg(QLocale().toString(*asset.fps, 'g', 4));
    m_stage->setCaption(facts.join(tr(" · ", "between facts")));
    m_draft->setVisible(record.generation.draft);
    m_facts->present(record, m_session.catalogue(), take);
    m_transport->setStill(isPicture());

    qDeleteAll(m_takes->findChildren<Button *>());
    const auto count = static_cast<int>(record.generation.assets.size());
    m_takes->setVisible(count > 1);
    for (int i = 0; count > 1 && i < count; ++i) {
        auto *choice = new Button(m_theme, Button::Kind::Tab, tr("Take %1").arg(i + 1), m_takes);
        choice->setCheckable(true);
        choice->setChecked(i == take);
        m_takes->layout()->addWidget(choice);
        connect(choice, &Button::clicked, this, [this, i] { present(GenerationRecord(m_record), i, true); });
    }
    loadFile(local.filePath, play);
}

void PreviewPane::loadFile(const QString &path, bool play)
{
    const bool isThere = !path.isEmpty() && QFileInfo::exists(path);
    m_buttons->refresh();
    m_transport->setEnabled(isThere || path.isEmpty());
    if (!isThere) {
        if (m_player)
            m_player->load({});
        m_screen->show(nullptr);
        if (path.isEmpty())
            return; // not fetched yet
        showProblem(tr("The file is no longer at %1. It can be fetched again while the service keeps it.")
                        .arg(shortPath(path)));
        m_fetch->show();
        return;
    }
    if (!m_player)
        makePlayer();
    m_player->load(path);
    m_screen->show(m_player.get());
    if (play)
        m_player->play();
}

void PreviewPane::makePlayer()
{
    m_player = std::make_unique<Player>();
    connect(m_player.get(), &Player::loaded, this, &PreviewPane::onLoaded);
    connect(m_player.get(), &Player::failed, this, [this](const Error &error) {
        showProblem(error.sentence);
        m_fetch->setVisible(error.kind == ErrorKind::File);
    });
}

void PreviewPane::onLoaded()
{
    const client::VideoInfo &info = m_player->info();
    if (!info.complete) {
        showProblem(
            tr("This file was cut: only its first %n frames are there. Fetch it again to have all of it.",
                nullptr, static_cast<int>(info.frames)));
        m_fetch->show();
    }
    // The service need not have said it, or not have said it right.
    const Asset asset = m_record.generation.assets.value(m_take);
    if (!info.size.isEmpty() && info.size != QSize(asset.width, asset.height)) {
        m_stage->present(m_record.assets.value(m_take).posterPath, info.size);
        m_stage->setPicture(m_player->picture());
    }
}

bool PreviewPane::isPicture() const
{
    return m_record.generation.assets.value(m_take).kind == ModelKind::Image;
}

void PreviewPane::toggleFullScreen()
{
    if (!m_player || !m_player->isLoaded())
        return;
    if (!m_fullScreen) {
        m_fullScreen = new FullScreenView(m_theme, m_posters, m_frames, this);
        connect(m_fullScreen, &FullScreenView::closed, this, [this] {
            m_screen->setActive(true);
            setFocus();
        });
        connect(m_fullScreen, &FullScreenView::grabRequested, m_screen, &PictureScreen::grabRequested);
    }
    m_screen->setActive(false);
    m_fullScreen->open(
        *m_player, m_record.assets.value(m_take).posterPath, m_player->info().size, isPicture());
}

void PreviewPane::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
}

ResultRef PreviewPane::shown() const
{
    ResultRef result{ m_record, m_take, {} };
    if (m_player && m_player->frame() >= 0)
        result.frame = m_player->frame();
    return result;
}

void PreviewPane::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_record.key.isEmpty())
        m_actions.menu(shown(), this)->popup(event->globalPos());
}

void PreviewPane::keyPressEvent(QKeyEvent *event)
{
    if (m_record.key.isEmpty() || !m_screen->handleKey(*event))
        QWidget::keyPressEvent(event);
}

void PreviewPane::hideEvent(QHideEvent *event)
{
    if (m_player && !(m_fullScreen && m_fullScreen->isVisible()))
        m_player->pause();
    QWidget::hideEvent(event);
}

} // namespace facet::ui
