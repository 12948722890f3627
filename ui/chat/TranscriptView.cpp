#include "ui/chat/TranscriptView.h"

#include "client/net/Then.h"
#include "ui/chat/FilmScrub.h"
#include "ui/chat/GenerationWords.h"
#include "ui/chat/LinkQuestion.h"
#include "ui/chat/RowDocument.h"
#include "ui/chat/TranscriptAccessible.h"
#include "ui/chat/TranscriptCopy.h"
#include "ui/chat/TranscriptFind.h"
#include "ui/chat/TranscriptKeys.h"
#include "ui/chat/TranscriptMouse.h"
#include "ui/widgets/PosterCache.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace facet::ui {

using client::TranscriptItem;

namespace {
constexpr int postersAhead = 6; ///< rows above and below what is in sight
}

TranscriptView::TranscriptView(client::Transcript &transcript, client::ChatRunner &runner,
    client::Generations &generations, client::Session &session, Theme &theme, PosterCache &posters,
    QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_transcript(transcript)
    , m_session(session)
    , m_theme(theme)
    , m_painter(theme, posters)
    , m_cards({ runner, generations, session, theme }, viewport())
    , m_layout(transcript, theme,
          [this](int row, int width) {
              const RowCard *card = cardFor(row);
              return card ? card->heightFor(width) : 0;
          })
    , m_sight(transcript, m_layout, *verticalScrollBar(), *viewport())
    , m_selection(transcript)
    , m_copy(new TranscriptCopy(transcript, session, theme, this))
    , m_scrub(new FilmScrub(this))
    , m_mouse(new TranscriptMouse(*this))
    , m_keys(std::make_unique<TranscriptKeys>(*this))
    , m_find(new TranscriptFind(*this, theme))
{
    TranscriptAccessible::install();
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(QStringLiteral("Transcript"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(24);
    const auto repaint = qOverload<>(&QWidget::update);
    connect(&m_session, &client::Session::catalogueChanged, viewport(), repaint);
    connect(&posters, &PosterCache::ready, viewport(), repaint);
    connect(m_scrub, &FilmScrub::ready, viewport(), repaint);
    connect(m_find, &TranscriptFind::changed, viewport(), repaint);
    connect(&m_theme, &Theme::changed, this, &TranscriptView::onReset);
    followModel();
    onReset();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::followModel()
{
    connect(&m_transcript, &QAbstractItemModel::modelReset, this, &TranscriptView::onReset);
    connect(&m_transcript, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(&m_transcript, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRemoved(first, last); });
    connect(&m_transcript, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { onChanged(first.row(), last.row()); });
}

void TranscriptView::setVideoFrames(client::VideoFrames &frames)
{
    m_scrub->setFrames(frames);
}

// ---- what the model tells -----------------------------------------------------------------------------

void TranscriptView::onReset()
{
    m_sight.reset();
    m_cards.keepOnly({});
    m_mouse->leave();
    m_selection.clear();
    m_current = QModelIndex();
    scheduleLayout();
    if (m_wanted) // after the layout: it knows where rows are
        QMetaObject::invokeMethod(this, &TranscriptView::revealWanted, Qt::QueuedConnection);
}

void TranscriptView::onInserted(int first, int last)
{
    m_sight.inserted(first, last);
    scheduleLayout();
}

void TranscriptView::onRemoved(int first, int last)
{
    m_sight.removed(first, last);
    scheduleLayout();
}

void TranscriptView::onChanged(int first, int last)
{
    for (int row = first; row <= last && row < m_layout.count(); ++row) {
        m_layout.changed(row);
        if (RowCard *card = cardOf(row))
            card->present(m_transcript.item(row));
    }
    scheduleLayout();
}

// ---- bringing into sight ------------------------------------------------------------------------------

void TranscriptView::scrollToEnd()
{
    m_sight.toEnd();
    scheduleLayout();
}

RowHit TranscriptView::hitAt(const QPoint &position)
{
    const int row = m_sight.rowAt(position.y());
    if (row < 0)
        return {};
    return hitInRow(row, m_layout.at(row), position - QPoint(0, m_sight.topOf(row)));
}

void TranscriptView::reveal(const QString &conversationId, const QString &generationKey)
{
    m_wanted = Wanted{ conversationId, generationKey };
    revealWanted();
}

void TranscriptView::revealWanted()
{
    if (!m_wanted || m_transcript.conversationId() != m_wanted->conversationId
        || m_transcript.rowCount() == 0)
        return;
    const Wanted wanted = *m_wanted;
    m_wanted.reset();
    client::then(m_transcript.rowOfGeneration(wanted.generationKey), this, [this, wanted](int row) {
        // Without it, the conversation itself is what there is to see.
        if (row >= 0 && row < m_layout.count() && m_transcript.conversationId() == wanted.conversationId)
            revealRow(row, Focus::Take);
    });
}

void TranscriptView::revealRow(int row, Focus focus)
{
    m_centred = m_transcript.index(row, 0);
    m_centredFocus = focus;
    centre();
}

void TranscriptView::centre()
{
    const int row = m_centred.row();
    if (row < 0 || row >= m_layout.count())
        return;
    const QRect hit = m_find->firstHit(m_layout.at(row));
    m_sight.centre(row, hit.isEmpty() ? QRect(0, 0, 1, m_layout.at(row).height) : hit);
    placeCards();
    if (!m_transcript.isRead(row))
        return; // again when it is there
    m_centred = QModelIndex();
    setCurrent(row, m_centredFocus == Focus::Take ? Ring::Shown : m_ring);
    if (m_centredFocus == Focus::Take)
        giveFocusTo(row);
}

void TranscriptView::giveFocusTo(int row)
{
    // A card that can be acted upon takes the keyboard itself.
    RowCard *card = m_layout.at(row).isWidget ? cardFor(row) : nullptr;
    auto *button = card ? card->findChild<QAbstractButton *>() : nullptr;
    if (button)
        button->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void TranscriptView::openFind()
{
    m_find->open();
}

bool TranscriptView::isFinding() const
{
    return m_find->hasFocus();
}

// ---- what is chosen -----------------------------------------------------------------------------------

void TranscriptView::setCurrent(int row, Ring ring)
{
    m_current = row >= 0 && row < m_layout.count() ? m_transcript.index(row, 0) : QModelIndex();
    m_ring = ring;
    if (hasFocus())
        TranscriptAccessible::tellFocus(*this);
    viewport()->update();
}

void TranscriptView::select(const TextPlace &anchor, const TextPlace &cursor)
{
    m_selection.set(anchor, cursor);
    TranscriptAccessible::tellSelection(*this);
    viewport()->update();
}

int TranscriptView::shownTake(int row)
{
    if (row < 0 || row >= m_layout.count())
        return -1;
    const RowLayout &layout = m_layout.at(row);
    return layout.posters.isEmpty() ? -1 : layout.shownTake;
}

void TranscriptView::showTake(int row, int take)
{
    if (shownTake(row) < 0 || take < 0 || take >= m_layout.at(row).posters.size())
        return;
    m_layout.showTake(m_transcript.item(row).generation.key, take);
    onChanged(row, row);
}

void TranscriptView::choose(int row, int take)
{
    if (shownTake(row) < 0)
        return;
    showTake(row, take);
    setCurrent(row, m_ring);
    emit chosen(m_transcript.item(row).generation, take, true);
}

void TranscriptView::followLink(const QString &link)
{
    LinkQuestion::ask(link, this);
}

// ---- laying out and painting --------------------------------------------------------------------------

void TranscriptView::scheduleLayout()
{
    if (m_layoutPending)
        return;
    m_layoutPending = true;
    QMetaObject::invokeMethod(this, &TranscriptView::layOutVisible, Qt::QueuedConnection);
}

void TranscriptView::layOutVisible()
{
    m_layoutPending = false;
    m_sight.measure();
    placeCards();
    viewport()->update();
    if (m_centred.isValid() && m_transcript.isRead(m_centred.row()))
        centre();
}

void TranscriptView::placeCards()
{
    QSet<QString> inSight;
    for (int row = std::max(0, m_sight.first()); row < m_layout.count(); ++row) {
        const int top = m_sight.topOf(row);
        if (top >= m_sight.height())
            break;
        const RowLayout &layout = m_layout.at(row);
        RowCard *card = layout.isWidget ? cardFor(row) : nullptr;
        if (!card)
            continue;
        inSight.insert(m_transcript.item(row).id);
        card->setGeometry(layout.card.translated(0, top));
        card->setVisible(true);
    }
    m_cards.keepOnly(inSight);
}

RowPainter::Look TranscriptView::lookOf(int row)
{
    RowPainter::Look look;
    look.inSight = viewport()->rect().translated(0, -m_sight.topOf(row));
    look.selected = m_selection.inRow(row);
    look.found = m_find->text();
    look.isCurrentHit = m_find->currentRow() == row;
    look.result.current = hasFocus() && m_ring == Ring::Shown && m_current.row() == row;
    look.result.selected = look.selected.has_value();
    look.result.ratio = devicePixelRatioF();
    const RowHit &hovered = m_mouse->hovered();
    if (hovered.row != row || hovered.take < 0)
        return look;
    look.result.hoveredTake = hovered.take;
    const QList<client::LocalAsset> &files = m_transcript.item(row).generation.assets;
    if (hovered.onStage && hovered.take < files.size()) {
        look.result.at = m_mouse->along();
        look.result.frame = m_scrub->frame(files.at(hovered.take).filePath, look.result.at);
    }
    return look;
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    if (m_layoutPending)
        layOutVisible();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.tokens().window);
    for (int row = std::max(0, m_sight.first()); row < m_layout.count(); ++row) {
        const int top = m_sight.topOf(row);
        if (top >= m_sight.height())
            break;
        const RowLayout &layout = m_layout.at(row);
        const TranscriptItem &item = m_transcript.item(row);
        painter.save();
        painter.translate(0, top);
        m_painter.paint(painter, item, layout,
            GenerationWords::modelName(m_session.catalogue(), item.generation.generation.modelId),
            lookOf(row));
        painter.restore();
    }
    fetchPosters();
}

void TranscriptView::fetchPosters()
{
    const int last = std::min(m_sight.last() + postersAhead, m_layout.count() - 1);
    for (int row = std::max(0, m_sight.first() - postersAhead); row <= last; ++row) {
        const TranscriptItem &item = m_transcript.item(row);
        if (m_transcript.isRead(row) && !hasText(item.kind) && !hasWidgetCard(item))
            m_painter.results().fetch(
                item, layOutRow(item, {}, viewport()->width(), m_theme, {}), devicePixelRatioF());
    }
}

// ---- events -------------------------------------------------------------------------------------------

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_sight.resized();
    m_find->place();
    scheduleLayout();
}

void TranscriptView::scrollContentsBy(int /*dx*/, int dy)
{
    if (dy != 0)
        m_sight.scrolled();
    scheduleLayout();
    viewport()->update();
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (!m_keys->press(*event) && !m_find->press(*event))
        QAbstractScrollArea::keyPressEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    TranscriptMenu::open(*this, *event, m_resultActions);
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (m_mouse->handle(*event))
        return true;
    if (event->type() == QEvent::LayoutRequest)
        scheduleLayout();
    return QAbstractScrollArea::viewportEvent(event);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    Ring ring = event->reason() == Qt::MouseFocusReason ? Ring::Hidden : Ring::Shown;
    if (event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason)
        ring = m_ring; // it only comes back
    setCurrent(current(), ring);
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace facet::ui
