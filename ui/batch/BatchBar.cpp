#include "ui/batch/BatchBar.h"

#include "client/batch/BatchQueue.h"
#include "ui/batch/BatchWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"

#include <QAccessible>
#include <QHBoxLayout>

#include <algorithm>

namespace facet::ui {

BatchBar::BatchBar(Theme &theme, client::BatchQueue &queue, QWidget *parent)
    : Card(theme, Card::Fill::Raised, Theme::cardRadius, parent)
    , m_queue(queue)
    , m_progress(new Label(theme, TextRole::BodyMedium, TextTone::Text1))
    , m_question(new Label(theme, TextRole::Body, TextTone::Warning))
    , m_line(new ProgressLine(theme))
    , m_open(new Button(theme, Button::Kind::Quiet, tr("Show")))
    , m_topUp(new Button(theme, Button::Kind::Secondary, tr("Top up…")))
    , m_cancelRest(new Button(theme, Button::Kind::Secondary, tr("Cancel the rest")))
    , m_resume(new Button(theme, Button::Kind::Primary))
    , m_close(new Button(theme, Button::Kind::Quiet, Icon::Close, QStringLiteral("Clear batch"), tr("Clear")))
{
    setObjectName(QStringLiteral("batchBar"));
    setName(m_open, QStringLiteral("Show batch"));
    setName(m_topUp, QStringLiteral("Top up for the rest"));
    setName(m_cancelRest, QStringLiteral("Cancel the rest of the batch"));
    setName(m_resume, QStringLiteral("Go on with the batch"));
    m_question->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_progress);
    top->addWidget(m_line, 1);
    top->addWidget(m_open);
    top->addWidget(m_close);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (Button *button : { m_topUp, m_cancelRest, m_resume })
        buttons->addWidget(button);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 8, 10, 8);
    rows->setSpacing(8);
    rows->addLayout(top);
    rows->addWidget(m_question);
    rows->addLayout(buttons);

    connect(m_open, &Button::clicked, this, &BatchBar::openRequested);
    connect(m_topUp, &Button::clicked, this, [this] { emit topUpRequested(m_missing); });
    connect(m_cancelRest, &Button::clicked, &m_queue, &client::BatchQueue::cancelRest);
    connect(m_resume, &Button::clicked, &m_queue, &client::BatchQueue::resume);
    connect(m_close, &Button::clicked, &m_queue, &client::BatchQueue::clear);
    connect(&m_queue, &client::BatchQueue::changed, this, &BatchBar::refresh);
    refresh();
}

void BatchBar::refresh()
{
    const client::BatchQueue::Count count = m_queue.count();
    setVisible(count.all > 0);
    if (count.all == 0)
        return;
    const QString before = m_question->text();
    const std::optional<client::BatchQuestion> question = m_queue.question();
    const bool over = count.waiting + count.underWay == 0;
    m_progress->setText(BatchWords::progress(count));
    m_line->setValue(double(count.all - count.waiting - count.underWay) / count.all);
    m_line->setVisible(!over);
    m_close->setVisible(over);
    m_question->setText(question ? BatchWords::question(*question).join(QLatin1Char('\n')) : QString());
    m_question->setVisible(question.has_value());
    m_missing = question && question->why == client::BatchQuestion::Why::Credits && question->needed
        ? std::max<Credits>(0, *question->needed - question->balance)
        : 0;
    m_topUp->setVisible(m_missing > 0);
    m_cancelRest->setVisible(question.has_value());
    m_resume->setVisible(question.has_value());
    if (question) {
        m_resume->setText(BatchWords::resume(*question));
        m_resume->setEnabled(m_queue.canResume());
    }
    setAccessibleName(spokenText());
    if (question && m_question->text() != before) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString BatchBar::spokenText() const
{
    return m_question->text().isEmpty() ? m_progress->text()
                                        : m_progress->text() + QLatin1Char('\n') + m_question->text();
}

} // namespace facet::ui
