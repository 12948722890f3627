#include "ui/queue/QueueView.h"

#include "client/chat/Conversations.h"
#include "client/generation/Generations.h"
#include "client/session/Session.h"
#include "ui/queue/CancelAllCard.h"
#include "ui/queue/QueueRow.h"
#include "ui/queue/QueueWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace facet::ui {

QueueView::QueueView(Theme &theme, client::Generations &generations, client::Session &session,
    client::Conversations &conversations, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_generations(generations)
    , m_session(session)
    , m_conversations(conversations)
    , m_queue(generations, session)
    , m_question(new CancelAllCard(theme))
    , m_cancelAll(new Button(theme, Button::Kind::Quiet, tr("Cancel all")))
    , m_underWay(new Label(theme, TextRole::CaptionStrong, TextTone::Text2))
    , m_waiting(new Label(theme, TextRole::CaptionStrong, TextTone::Text2))
    , m_area(new QScrollArea)
    , m_underWayRows(new QVBoxLayout)
    , m_waitingRows(new QVBoxLayout)
    , m_empty(new Label(theme, TextRole::Body, TextTone::Text2, tr("Nothing is being made right now.")))
{
    setObjectName(QStringLiteral("queueView"));
    setName(m_cancelAll, QStringLiteral("Cancel all"));
    m_cancelAll->setExtent(28);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMinimumHeight(120);

    auto *body = new QWidget;
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(12, 0, 12, 12);
    rows->setSpacing(8);
    for (QVBoxLayout *part : { m_underWayRows, m_waitingRows })
        part->setSpacing(8);
    rows->addLayout(m_underWayRows);
    rows->addWidget(m_waiting);
    rows->addLayout(m_waitingRows);
    rows->addWidget(m_empty);
    rows->addStretch();
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setWidget(body);
    body->setAutoFillBackground(false); // setWidget() switched it on

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 0);
    head->addWidget(m_underWay);
    head->addStretch();
    head->addWidget(m_cancelAll);
    auto *question = new QVBoxLayout;
    question->setContentsMargins(12, 0, 12, 0);
    question->addWidget(m_question);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(question);
    layout->addWidget(m_area, 1);

    connect(m_cancelAll, &Button::clicked, m_question, &CancelAllCard::ask);
    connect(m_question, &CancelAllCard::answered, this, &QueueView::answerCancelAll);
    connect(&m_queue, &client::Queue::changed, this, &QueueView::refresh);
    connect(&m_conversations, &client::Conversations::removedChanged, this, &QueueView::refresh);
    connect(&m_queue, &client::Queue::failed, this, &QueueView::failed);
    refresh();
}

QueueRow *QueueView::rowFor(const QString &key)
{
    QueueRow *&row = m_shown[key];
    if (row)
        return row;
    row = new QueueRow(m_theme);
    connect(row, &QueueRow::cancelRequested, this, [this](const QString &one) { m_generations.cancel(one); });
    connect(row, &QueueRow::openRequested, this, &QueueView::conversationRequested);
    connect(row, &QueueRow::moveRequested, this, &QueueView::move);
    connect(row, &QueueRow::stepRequested, this, &QueueView::step);
    connect(row, &QueueRow::dragged, this, &QueueView::drag);
    connect(row, &QueueRow::dropped, this, &QueueView::drop);
    return row;
}

void QueueView::place(QVBoxLayout *layout, const QList<client::GenerationRecord> &records, bool waits)
{
    for (int i = 0; i < records.size(); ++i) {
        QueueRow *row = rowFor(records.at(i).key);
        const bool first = i == 0;
        const bool last = i == records.size() - 1;
        row->present(records.at(i), m_session.catalogue(),
            { waits, waits && m_queue.canReorder() && records.size() > 1, first, last,
                m_conversations.isThere(records.at(i).conversationId) });
        if (m_dragged.isEmpty() && layout->indexOf(row) != i)
            layout->insertWidget(i, row);
    }
}

void QueueView::refresh()
{
    const auto &underWay = m_queue.underWay();
    const auto &waiting = m_queue.waiting();
    QSet<QString> kept;
    for (const auto *records : { &underWay, &waiting }) {
        for (const client::GenerationRecord &record : *records)
            kept.insert(record.key);
    }
    if (!kept.contains(m_dragged))
        m_dragged.clear();
    for (auto it = m_shown.begin(); it != m_shown.end();) {
        if (kept.contains(it.key())) {
            ++it;
            continue;
        }
        QueueRow *gone = *it;
        if (gone->isAncestorOf(focusWidget()))
            step(it.key(), 1);
        gone->hide();
        gone->deleteLater();
        it = m_shown.erase(it);
    }
    place(m_underWayRows, underWay, false);
    place(m_waitingRows, waiting, true);
    m_underWay->setText(QueueWords::underWay(underWay.size()));
    m_underWay->setVisible(!kept.isEmpty());
    m_waiting->setText(QueueWords::waiting(waiting.size()));
    m_waiting->setVisible(!waiting.isEmpty());
    m_empty->setVisible(kept.isEmpty());
    const client::Queue::CancelAll all = m_queue.cancelAllMeans();
    m_cancelAll->setVisible(all.count > 1);
    m_question->present(all);
    if (all.count == 0 && !m_question->isHidden())
        m_question->hide();
    keepTabOrder();
}

/// Tab goes as it stands, whatever order the rows came in.
void QueueView::keepTabOrder()
{
    QWidget *before = m_question;
    const QList<QueueRow *> all = rows();
    for (QueueRow *row : all) {
        setTabOrder(before, row);
        before = row;
        const auto buttons = row->findChildren<Button *>();
        for (Button *button : buttons) {
            setTabOrder(before, button);
            before = button;
        }
    }
}

QList<QueueRow *> QueueView::rows() const
{
    QList<QueueRow *> all;
    for (const QVBoxLayout *layout : { m_underWayRows, m_waitingRows }) {
        for (int i = 0; i < layout->count(); ++i) {
            if (auto *row = qobject_cast<QueueRow *>(layout->itemAt(i)->widget()); row && !row->isHidden())
                all.append(row);
        }
    }
    return all;
}

void QueueView::move(const QString &key, int steps)
{
    const int at = m_waitingRows->indexOf(m_shown.value(key));
    if (at < 0)
        return;
    m_queue.moveTo(key, steps < -1 ? 0 : at + steps);
    m_area->ensureWidgetVisible(m_shown.value(key));
}

void QueueView::step(const QString &key, int steps)
{
    const QList<QueueRow *> all = rows();
    const qsizetype at = all.indexOf(m_shown.value(key));
    qsizetype to = at + steps;
    if (to >= all.size())
        to = at - 1;
    if (at < 0 || to < 0 || to >= all.size())
        return;
    all.at(to)->setFocus(Qt::OtherFocusReason);
    m_area->ensureWidgetVisible(all.at(to));
}

void QueueView::drag(const QString &key, int y)
{
    QueueRow *row = m_shown.value(key);
    const int from = m_waitingRows->indexOf(row);
    if (from < 0)
        return;
    m_dragged = key;
    int to = 0;
    for (int i = 0; i < m_waitingRows->count(); ++i) {
        const QWidget *other = m_waitingRows->itemAt(i)->widget();
        if (other != row && other->geometry().center().y() < y)
            ++to;
    }
    if (to != from)
        m_waitingRows->insertWidget(to, row);
    m_area->ensureWidgetVisible(row);
}

void QueueView::drop(const QString &key, bool taken)
{
    const int to = m_waitingRows->indexOf(m_shown.value(key));
    m_dragged.clear();
    if (taken && to >= 0)
        m_queue.moveTo(key, to);
    refresh();
}

void QueueView::answerCancelAll(bool cancel)
{
    m_question->hide();
    m_cancelAll->setFocus(Qt::OtherFocusReason);
    if (cancel)
        m_queue.cancelAll();
}

} // namespace facet::ui
