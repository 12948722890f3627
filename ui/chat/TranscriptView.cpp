#include "ui/chat/TranscriptView.h"

#include "ui/chat/GenerationWords.h"
#include "ui/chat/LinkQuestion.h"
#include "ui/chat/TranscriptMenu.h"
#include "ui/widgets/PosterCache.h"

#include <QAbstractButton>
#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace facet::ui {

using client::TranscriptItem;

TranscriptView::TranscriptView(client::Transcript &transcript, client::ChatRunner &runner,
    client::Generations &generations, client::Session &session, Theme &theme, PosterCache &posters,
    QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_transcript(transcript)
    , m_session(session)
    , m_theme(theme)
    , m_painter(theme, posters)
    , m_cards({ runner, generations, session, theme }, viewport())
    , m_layout(transcript, theme, [this](int row, int width) {
        const RowCard *card = cardFor(row);
        return card ? card->heightFor(width) : 0;
    })
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(QStringLiteral("Transcript"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(24);

    connect(&m_transcript, &QAbstractItemModel::modelReset, this, &TranscriptView::onReset);
    connect(&m_transcript, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(&m_transcript, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRemoved(first, last); });
    connect(&m_transcript, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { onChanged(first.row(), last.row()); });
    connect(&m_theme, &Theme::changed, this, &TranscriptView::onReset);
    connect(&m_session, &client::Session::catalogueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&posters, &PosterCache::ready, viewport(), qOverload<>(&QWidget::update));
    onReset();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::scrollToEnd()
{
    m_stickToEnd = true;
    scheduleLayout();
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
    int row = m_transcript.rowCount() - 1;
    while (row >= 0
        && (m_transcript.item(row).kind != TranscriptItem::Kind::Generation
            || m_transcript.item(row).generation.key != m_wanted->generationKey))
        --row;
    m_wanted.reset();
    if (row < 0)
        return; // the conversation itself is what there is to see
    const bool isWidget = hasWidgetCard(m_transcript.item(row));
    m_current = isWidget ? m_current : row;
    m_stickToEnd = false;
    // Twice: the heights above are estimates until what is around has been laid out.
    for (int round = 0; round < 2; ++round) {
        const int height = m_layout.at(row).height;
        updateRange();
        verticalScrollBar()->setValue(
            static_cast<int>(m_layout.top(row)) - qMax(0, (viewport()->height() - height) / 2));
        m_stickToEnd = false;
        layOutVisible();
    }
    // A card that can be acted upon takes the keyboard itself.
    RowCard *card = isWidget ? cardFor(row) : nullptr;
    auto *button = card ? card->findChild<QAbstractButton *>() : nullptr;
    if (button)
        button->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
    viewport()->update();
}

void TranscriptView::onReset()
{
    m_layout.reset();
    m_layout.setViewport(viewport()->size());
    m_cards.keepOnly({});
    m_hovered = {};
    m_current = -1;
    m_stickToEnd = true;
    scheduleLayout();
    if (m_wanted) // after the layout: it knows where rows are
        QMetaObject::invokeMethod(this, &TranscriptView::revealWanted, Qt::QueuedConnection);
}

void TranscriptView::onInserted(int first, int last)
{
    m_layout.inserted(first, last);
    if (m_transcript.item(last).kind == TranscriptItem::Kind::User)
        m_stickToEnd = true; // what one has just sent is what one wants to see
    scheduleLayout();
}

void TranscriptView::onRemoved(int first, int last)
{
    m_layout.removed(first, last);
    if (m_current >= m_layout.count())
        m_current = -1;
    scheduleLayout();
}

void TranscriptView::onChanged(int first, int last)
{
    for (int row = first; row <= last && row < m_layout.count(); ++row) {
        m_layout.changed(row);
        if (RowCard *card = m_cards.find(m_transcript.item(row).id))
            card->present(m_transcript.item(row));
    }
    scheduleLayout();
}

void TranscriptView::scheduleLayout()
{
    if (m_layoutPending)
        return;
    m_layoutPending = true;
    QMetaObject::invokeMethod(this, &TranscriptView::layOutVisible, Qt::QueuedConnection);
}

int TranscriptView::topOf(int row) const
{
    return static_cast<int>(m_layout.top(row) - verticalScrollBar()->value());
}

bool TranscriptView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
}

void TranscriptView::updateRange()
{
    QScrollBar *bar = verticalScrollBar();
    const qint64 total = m_layout.contentHeight();
    bar->setPageStep(viewport()->height());
    bar->setRange(0, static_cast<int>(std::max<qint64>(0, total - viewport()->height())));
    if (m_stickToEnd)
        bar->setValue(bar->maximum());
}

void TranscriptView::layOutVisible()
{
    m_layoutPending = false;
    if (m_layingOut)
        return;
    m_layingOut = true;
    const int count = m_layout.count();
    const int height = viewport()->height();
    if (m_stickToEnd) {
        // From the end upwards until the window is full: the end is exact whatever the estimates above are.
        int filled = 0;
        for (int row = count - 1; row >= 0 && filled < height; --row)
            filled += m_layout.at(row).height;
        updateRange();
    }
    QSet<QString> inSight;
    int first = m_layout.rowAt(verticalScrollBar()->value());
    for (int row = std::max(first, 0); row < count; ++row) {
        const int before = m_layout.height(row);
        const RowLayout &layout = m_layout.at(row);
        if (row == first && !m_stickToEnd && layout.height != before && topOf(row) < 0) {
            // The row at the top edge grew or shrank: what is being read below it stays where it is.
            const int value = verticalScrollBar()->value() + layout.height - before;
            updateRange();
            verticalScrollBar()->setValue(value);
        }
        if (topOf(row) >= height)
            break;
        if (layout.isWidget)
            inSight.insert(m_transcript.item(row).id);
    }
    updateRange();
    for (int row = std::max(first, 0); row < count && topOf(row) < height; ++row) {
        const RowLayout &layout = m_layout.at(row);
        if (!layout.isWidget)
            continue;
        if (RowCard *card = cardFor(row)) {
            card->setGeometry(layout.card.translated(0, topOf(row)));
            card->setVisible(true);
        }
    }
    m_cards.keepOnly(inSight);
    m_layout.trim();
    m_layingOut = false;
    viewport()->update();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    if (m_layoutPending)
        layOutVisible();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.tokens().window);
    const int count = m_layout.count();
    for (int row = std::max(0, m_layout.rowAt(verticalScrollBar()->value())); row < count; ++row) {
        const int top = topOf(row);
        if (top >= viewport()->height())
            break;
        const TranscriptItem &item = m_transcript.item(row);
        RowPainter::Look look;
        look.hoveredPoster = m_hovered.row == row ? m_hovered.poster : -1;
        look.current = hasFocus() && m_current == row;
        look.ratio = devicePixelRatioF();
        painter.save();
        painter.translate(0, top);
        m_painter.paint(painter, item, m_layout.at(row),
            GenerationWords::modelName(m_session.catalogue(), item.generation.generation.modelId), look);
        painter.restore();
    }
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_layout.setViewport(viewport()->size());
    updateRange();
    scheduleLayout();
}

void TranscriptView::scrollContentsBy(int /*dx*/, int dy)
{
    if (dy != 0 && !m_layingOut)
        m_stickToEnd = isAtEnd();
    scheduleLayout();
    viewport()->update();
}

TranscriptView::Hit TranscriptView::hitTest(const QPoint &position)
{
    for (int row = std::max(0, m_layout.rowAt(verticalScrollBar()->value())); row < m_layout.count(); ++row) {
        const int top = topOf(row);
        if (top > position.y())
            break;
        const RowLayout &layout = m_layout.at(row);
        if (position.y() >= top + layout.height)
            continue;
        const QPoint inside = position - QPoint(0, top);
        Hit hit{ row, -1, {} };
        for (int i = 0; i < layout.posters.size(); ++i) {
            if (layout.posters.at(i).contains(inside))
                hit.poster = i;
        }
        if (layout.footer.contains(inside))
            hit.poster = 0;
        if (layout.document && m_transcript.item(row).kind == TranscriptItem::Kind::AgentText)
            hit.link = layout.document->documentLayout()->anchorAt(inside - layout.text);
        return hit;
    }
    return {};
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    const Hit hit = hitTest(event->pos());
    if (hit == m_hovered)
        return;
    m_hovered = hit;
    viewport()->setCursor(hit.poster >= 0 || !hit.link.isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = hitTest(event->pos());
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Hit hit = hitTest(event->pos());
    if (hit == m_pressed)
        choose(hit);
    m_pressed = {};
}

void TranscriptView::choose(const Hit &hit)
{
    if (!hit.link.isEmpty()) {
        LinkQuestion::ask(hit.link, this);
        return;
    }
    if (hit.row < 0 || hit.poster < 0)
        return;
    m_current = hit.row;
    viewport()->update();
    emit chosen(m_transcript.item(hit.row).generation, hit.poster, true);
}

void TranscriptView::moveCurrent(int step)
{
    const int count = m_layout.count();
    int row = m_current < 0 ? (step > 0 ? -1 : count) : m_current;
    for (row += step; row >= 0 && row < count; row += step) {
        const TranscriptItem &item = m_transcript.item(row);
        if (item.kind != TranscriptItem::Kind::Generation || hasWidgetCard(item))
            continue;
        m_current = row;
        const int top = topOf(row);
        const int bottom = top + m_layout.at(row).height;
        if (top < 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + top);
        else if (bottom > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + bottom - viewport()->height());
        viewport()->update();
        return;
    }
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        moveCurrent(-1);
        return;
    case Qt::Key_Down:
        moveCurrent(1);
        return;
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        return;
    case Qt::Key_End:
        scrollToEnd();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0 && m_current < m_layout.count())
            choose({ m_current, 0, {} });
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const int row = event->reason() == QContextMenuEvent::Keyboard ? m_current : hitTest(event->pos()).row;
    if (row < 0)
        return;
    const TranscriptItem item = m_transcript.item(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    TranscriptMenu::fill(*menu, item,
        [this](const client::GenerationRecord &record, int take) { emit chosen(record, take, true); });
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(event->globalPos());
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_hovered.row >= 0) {
        m_hovered = {};
        viewport()->update();
    }
    if (event->type() == QEvent::LayoutRequest)
        scheduleLayout();
    return QAbstractScrollArea::viewportEvent(event);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0)
        moveCurrent(-1);
    viewport()->update();
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace facet::ui
