#include "ui/library/QueueView.h"

#include "client/session/Session.h"
#include "ui/library/QueueRow.h"
#include "ui/widgets/Label.h"

#include <QVBoxLayout>

namespace facet::ui {

QueueView::QueueView(
    Theme &theme, client::Generations &generations, client::Session &session, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_generations(generations)
    , m_session(session)
    , m_empty(new Label(theme, TextRole::Body, TextTone::Text2, tr("Nothing is being made right now.")))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget;
    viewport()->setAutoFillBackground(false);
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins(12, 12, 12, 12);
    m_rows->setSpacing(8);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMinimumHeight(120);
    m_rows->addWidget(m_empty);
    m_rows->addStretch();
    setWidget(body);
    body->setAutoFillBackground(false); // setWidget() switched it on
    connect(&m_generations, &client::Generations::changed, this, &QueueView::refresh);
    connect(&m_generations, &client::Generations::finished, this, &QueueView::refresh);
    refresh();
}

void QueueView::refresh()
{
    const QList<client::GenerationRecord> running = m_generations.running();
    QSet<QString> kept;
    for (const client::GenerationRecord &record : running) {
        kept.insert(record.key);
        QueueRow *&row = m_shown[record.key];
        if (!row) {
            row = new QueueRow(m_theme);
            m_rows->insertWidget(m_rows->count() - 2, row); // before the empty text and the stretch
            connect(row, &QueueRow::cancelRequested, this,
                [this](const QString &key) { m_generations.cancel(key); });
            connect(row, &QueueRow::openRequested, this, &QueueView::conversationRequested);
        }
        row->present(record, m_session.catalogue());
    }
    for (auto it = m_shown.begin(); it != m_shown.end();) {
        if (kept.contains(it.key())) {
            ++it;
            continue;
        }
        (*it)->deleteLater();
        it = m_shown.erase(it);
    }
    m_empty->setVisible(running.isEmpty());
}

} // namespace facet::ui
