#include "ui/sequence/SequenceView.h"

#include "client/media/ClipPath.h"
#include "client/sequence/Sequence.h"
#include "ui/player/Player.h"
#include "ui/preview/PictureScreen.h"
#include "ui/preview/Transport.h"
#include "ui/preview/VideoStage.h"
#include "ui/sequence/ClipList.h"
#include "ui/sequence/ExportCard.h"
#include "ui/sequence/SequenceWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QFileInfo>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace facet::ui {

SequenceView::SequenceView(const Needs &needs, QWidget *parent)
    : QWidget(parent)
    , m_needs(needs)
    , m_stage(new VideoStage(needs.theme, needs.posters, VideoStage::Shape::AsThePicture))
    , m_transport(new Transport(needs.theme, needs.frames, Transport::Place::Pane))
    , m_screen(new PictureScreen(*m_stage, *m_transport, this))
    , m_summary(new Label(needs.theme, TextRole::BodyStrong, TextTone::Text1))
    , m_problem(new Label(needs.theme, TextRole::Body, TextTone::Bad))
    , m_clips(new ClipList(needs.theme, needs.sequence, needs.posters))
    , m_up(new Button(needs.theme, Button::Kind::Quiet, Icon::ArrowUp, QStringLiteral("Move clip up"),
          tr("Earlier (Alt+Up)")))
    , m_down(new Button(needs.theme, Button::Kind::Quiet, Icon::ArrowDown, QStringLiteral("Move clip down"),
          tr("Later (Alt+Down)")))
    , m_remove(new Button(needs.theme, Button::Kind::Quiet, Icon::Trash, QStringLiteral("Remove clip"),
          tr("Take it out of the sequence (Delete)")))
{
    setFocusPolicy(Qt::StrongFocus);
    m_summary->setObjectName(QStringLiteral("sequenceSummary"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_transport->setCompareVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_empty = makeEmpty();
    m_filled = makeFilled();
    layout->addWidget(m_empty);
    layout->addWidget(m_filled);
    connect(&m_needs.sequence, &client::Sequence::changed, this, &SequenceView::refresh);
    connect(m_clips, &ClipList::playRequested, this, &SequenceView::playFrom);
    connect(m_clips->selectionModel(), &QItemSelectionModel::currentChanged, this, &SequenceView::refresh);
    refresh();
}

SequenceView::~SequenceView()
{
    m_screen->show(nullptr);
    m_player.reset();
}

QWidget *SequenceView::makeEmpty()
{
    auto *empty = new QWidget;
    auto *picture = new Label(m_needs.theme, TextRole::Body, TextTone::Text2);
    const auto paint = [this, picture] {
        picture->setPixmap(iconPixmap(Icon::Layers, m_needs.theme.tokens().text3, 32, devicePixelRatioF()));
    };
    paint();
    connect(&m_needs.theme, &Theme::changed, picture, paint);
    auto *words = new Label(m_needs.theme, TextRole::Body, TextTone::Text2,
        tr("Put clips of this chat in order, play them as one, and export them as one video. Choose “Add to "
           "sequence” under a result."));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignHCenter);
    auto *box = new QVBoxLayout(empty);
    box->setContentsMargins(32, 0, 32, 0);
    box->addStretch(1);
    box->addWidget(picture, 0, Qt::AlignHCenter);
    box->addSpacing(8);
    box->addWidget(words);
    box->addStretch(1);
    return empty;
}

QLayout *SequenceView::makeClipButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_summary);
    row->addStretch(1);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addWidget(m_remove);
    connect(m_up, &Button::clicked, this, [this] { m_clips->moveCurrent(-1); });
    connect(m_down, &Button::clicked, this, [this] { m_clips->moveCurrent(1); });
    connect(m_remove, &Button::clicked, m_clips, &ClipList::removeCurrent);
    return row;
}

QWidget *SequenceView::makeFilled()
{
    auto *content = new QWidget;
    auto *box = new QVBoxLayout(content);
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(8);
    box->addWidget(m_stage);
    box->addWidget(m_problem);
    box->addWidget(m_transport);
    box->addSpacing(4);
    box->addLayout(makeClipButtons());
    box->addWidget(m_clips);
    if (m_needs.exporter)
        box->addWidget(
            new ExportCard(m_needs.theme, m_needs.sequence, *m_needs.exporter, m_needs.target, content));
    box->addStretch(1);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

void SequenceView::refresh()
{
    const client::Sequence &sequence = m_needs.sequence;
    const int count = sequence.rowCount();
    m_empty->setVisible(count == 0);
    m_filled->setVisible(count > 0);
    m_summary->setText(SequenceWords::summary(sequence));
    const int row = m_clips->currentIndex().row();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < count);
    m_remove->setEnabled(row >= 0);
    if (count > 0 && row < 0)
        m_clips->setCurrentIndex(sequence.index(0));
    if (isVisible())
        load();
}

void SequenceView::load()
{
    const client::Sequence &sequence = m_needs.sequence;
    QStringList paths;
    for (const client::SequenceClip &clip : sequence.clips()) {
        if (!QFileInfo::exists(clip.path())) {
            showProblem(tr("“%1” is missing. Fetch it again in the preview, or take it out of the sequence.")
                            .arg(QFileInfo(clip.path()).fileName()));
            if (m_player)
                m_player->load({});
            m_loaded.clear();
            return;
        }
        paths.append(clip.path());
    }
    m_problem->hide();
    const QString path = paths.isEmpty() ? QString() : client::clipPath(paths);
    if (path == m_loaded)
        return;
    m_loaded = path;
    if (!m_player) {
        m_player = std::make_unique<Player>();
        m_player->setLoop(false);
        connect(m_player.get(), &Player::failed, this,
            [this](const Error &error) { showProblem(error.sentence); });
        connect(m_player.get(), &Player::loaded, this, [this] {
            if (m_playFrom >= 0)
                playFrom(std::exchange(m_playFrom, -1));
        });
    }
    if (!sequence.clips().isEmpty()) {
        const client::SequenceClip &first = sequence.clips().constFirst();
        m_stage->present(first.posterPath(), { first.asset().width, first.asset().height });
    }
    m_player->load(path);
    m_screen->show(m_player.get());
}

void SequenceView::playFrom(int row)
{
    load();
    if (!m_player || m_loaded.isEmpty())
        return;
    if (!m_player->isLoaded()) {
        m_playFrom = row;
        return;
    }
    // Half a frame in, so that a length that was rounded does not end on the clip before.
    double seconds = 0;
    for (int before = 0; before < row; ++before)
        seconds += m_needs.sequence.clips().at(before).seconds();
    const client::VideoInfo &info = m_player->info();
    m_player->seekFrame(info.frameAt(static_cast<qint64>(seconds * 1e6) + 20000));
    m_player->play();
}

void SequenceView::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
}

void SequenceView::keyPressEvent(QKeyEvent *event)
{
    if (!m_player || !m_screen->handleKey(*event))
        QWidget::keyPressEvent(event);
}

void SequenceView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void SequenceView::hideEvent(QHideEvent *event)
{
    if (m_player)
        m_player->pause();
    QWidget::hideEvent(event);
}

} // namespace facet::ui
