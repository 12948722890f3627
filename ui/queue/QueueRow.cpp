#include "ui/queue/QueueRow.h"

#include "client/generation/Queue.h"
#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int gripWidth = 16; // pixels
constexpr int gripDot = 3;
constexpr int gripGap = 3;
} // namespace

QueueRow::QueueRow(Theme &theme, QWidget *parent)
    : Card(theme, Fill::Raised, Theme::cardRadius, parent)
    , m_theme(theme)
    , m_model(new Label(theme, TextRole::BodyStrong, TextTone::Text1))
    , m_stage(new ElidedLabel(theme, TextRole::Small, TextTone::Text2))
    , m_prompt(new ElidedLabel(theme, TextRole::Small, TextTone::Text2))
    , m_line(new ProgressLine(theme))
    , m_held(new ElidedLabel(theme, TextRole::Small, TextTone::Text2))
    , m_open(new Button(theme, Button::Kind::Quiet, tr("Show chat")))
    , m_cancel(new Button(theme, Button::Kind::Quiet, tr("Cancel")))
{
    setObjectName(QStringLiteral("queueRow"));
    setFocusPolicy(Qt::StrongFocus);
    setName(m_open, QStringLiteral("Show chat"));
    setName(m_cancel, QStringLiteral("Cancel"));
    m_stage->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(6);
    auto *top = new QHBoxLayout;
    top->addWidget(m_model);
    top->addWidget(m_stage, 1);
    layout->addLayout(top);
    layout->addWidget(m_prompt);
    layout->addWidget(m_line);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_held, 1);
    bottom->addWidget(m_open);
    bottom->addWidget(m_cancel);
    layout->addLayout(bottom);
    connect(m_cancel, &Button::clicked, this, [this] { emit cancelRequested(m_record.key); });
    connect(m_open, &Button::clicked, this, [this] { emit openRequested(m_record.conversationId); });
}

void QueueRow::present(const client::GenerationRecord &record, const Catalogue &catalogue, const Place &place)
{
    m_record = record;
    m_place = place;
    m_model->setText(GenerationWords::modelName(catalogue, record.generation.modelId));
    m_stage->setFullText(GenerationWords::progress(record));
    m_prompt->setFullText(record.generation.prompt);
    m_prompt->setVisible(!record.generation.prompt.isEmpty());
    m_line->setValue(GenerationWords::fraction(record));
    m_line->setVisible(!place.waits);
    m_held->setFullText(GenerationWords::held(record));
    m_open->setVisible(place.hasChat);
    m_cancel->setVisible(client::Queue::canCancel(record));
    const int left = place.canMove ? 12 + gripWidth : 12;
    layout()->setContentsMargins(left, 10, 12, 8);
    setAccessibleName(
        QStringList{ m_model->text(), m_stage->fullText(), m_prompt->fullText(), m_held->fullText() }.join(
            QStringLiteral(", ")));
    setAccessibleDescription(
        place.canMove ? tr("Alt+Up and Alt+Down change its place in the queue.") : QString());
    setToolTip(place.canMove ? tr("Drag it, or press Alt+Up or Alt+Down, to change its place.") : QString());
    if (!m_pressedAt)
        setCursor(place.canMove ? Qt::OpenHandCursor : Qt::ArrowCursor);
    update();
}

void QueueRow::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_place.canMove) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.text3);
        const int height = 3 * gripDot + 2 * gripGap;
        const QPoint corner(12, (this->height() - height) / 2);
        for (int i = 0; i < 6; ++i)
            painter.drawEllipse(corner.x() + i % 2 * (gripDot + gripGap),
                corner.y() + i / 2 * (gripDot + gripGap), gripDot, gripDot);
    }
    if (hasFocus() || m_dragged)
        paintFocusRing(painter, rect(), Theme::cardRadius, t);
}

void QueueRow::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (event->key() == Qt::Key_Escape && m_pressedAt)
        return endDrag(false);
    if (step != 0 && event->modifiers().testFlag(Qt::AltModifier)) {
        if (m_place.canMove)
            emit moveRequested(m_record.key, step);
        return;
    }
    if (step != 0)
        return emit stepRequested(m_record.key, step);
    if (event->key() == Qt::Key_Delete && client::Queue::canCancel(m_record))
        return emit cancelRequested(m_record.key);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_place.hasChat)
        return emit openRequested(m_record.conversationId);
    Card::keyPressEvent(event);
}

void QueueRow::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                         : mapToGlobal(QPoint(24, height() / 2)));
}

void QueueRow::openMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("queueMenu"));
    const auto move = [&](const QString &text, int steps, bool enabled) {
        QAction *action =
            menu->addAction(text, this, [this, steps] { emit moveRequested(m_record.key, steps); });
        action->setEnabled(enabled);
        return action;
    };
    if (m_place.canMove) {
        move(tr("Run next"), -2, !m_place.isFirst);
        move(tr("Move up"), -1, !m_place.isFirst)->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up));
        move(tr("Move down"), 1, !m_place.isLast)->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
        menu->addSeparator();
    }
    if (m_place.hasChat)
        menu->addAction(tr("Show chat"), this, [this] { emit openRequested(m_record.conversationId); });
    if (client::Queue::canCancel(m_record)) {
        QAction *cancel = menu->addAction(
            m_theme.icon(Icon::Close), tr("Cancel"), this, [this] { emit cancelRequested(m_record.key); });
        cancel->setShortcut(QKeySequence(Qt::Key_Delete));
    }
    menu->popup(at);
}

void QueueRow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_place.canMove)
        m_pressedAt = event->position().toPoint();
}

void QueueRow::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedAt)
        return;
    const QPoint at = event->position().toPoint();
    if (!m_dragged && (at - *m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_dragged) {
        m_dragged = true;
        setCursor(Qt::ClosedHandCursor);
        update();
    }
    emit dragged(m_record.key, mapToParent(at).y());
}

void QueueRow::mouseReleaseEvent(QMouseEvent *)
{
    endDrag(true);
}

void QueueRow::endDrag(bool taken)
{
    m_pressedAt.reset();
    setCursor(m_place.canMove ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (!std::exchange(m_dragged, false))
        return;
    update();
    emit dropped(m_record.key, taken);
}

void QueueRow::focusInEvent(QFocusEvent *event)
{
    Card::focusInEvent(event);
    update();
}

void QueueRow::focusOutEvent(QFocusEvent *event)
{
    Card::focusOutEvent(event);
    update();
}

} // namespace facet::ui
