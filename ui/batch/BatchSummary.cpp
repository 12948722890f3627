#include "ui/batch/BatchSummary.h"

#include "ui/batch/BatchWords.h"
#include "ui/composer/SendWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>

#include <algorithm>

namespace facet::ui {

BatchSummary::BatchSummary(Theme &theme, QWidget *parent)
    : Card(theme, Card::Fill::Raised, Theme::cardRadius, parent)
    , m_title(new Label(theme, TextRole::Title, TextTone::Text1))
    , m_text(new Label(theme, TextRole::Body, TextTone::Text2))
    , m_decline(new Button(theme, Button::Kind::Quiet, tr("Don't send")))
    , m_pause(new Button(theme, Button::Kind::Quiet, tr("Pause")))
    , m_cancelRest(new Button(theme, Button::Kind::Secondary, tr("Cancel the rest")))
    , m_topUp(new Button(theme, Button::Kind::Secondary, tr("Top up…")))
    , m_accept(new Button(theme, Button::Kind::Primary))
{
    setObjectName(QStringLiteral("batchSummary"));
    setName(m_decline, QStringLiteral("Do not send batch"));
    setName(m_pause, QStringLiteral("Pause batch"));
    setName(m_cancelRest, QStringLiteral("Cancel the rest"));
    setName(m_topUp, QStringLiteral("Top up for batch"));
    setName(m_accept, QStringLiteral("Send batch"));
    m_text->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (Button *button : { m_decline, m_pause, m_cancelRest, m_topUp, m_accept })
        buttons->addWidget(button);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 14, 16, 14);
    rows->setSpacing(10);
    rows->addLayout(texts);
    rows->addLayout(buttons);
    connect(m_decline, &Button::clicked, this, [this] {
        if (m_isQueue)
            emit clearRequested();
        else
            emit declined();
    });
    connect(m_pause, &Button::clicked, this, &BatchSummary::pauseRequested);
    connect(m_cancelRest, &Button::clicked, this, &BatchSummary::cancelRestRequested);
    connect(m_topUp, &Button::clicked, this, [this] { emit topUpRequested(m_missing); });
    connect(m_accept, &Button::clicked, this, &BatchSummary::accepted);
}

void BatchSummary::say(const QString &title, const QStringList &sentences, bool warning)
{
    m_title->setText(title);
    m_title->setTone(warning ? TextTone::Warning : TextTone::Text1);
    m_text->setText(sentences.join(QLatin1Char('\n')));
    m_text->setVisible(!sentences.isEmpty());
    setAccessibleName(spokenText());
}

void BatchSummary::presentDraft(
    const client::BatchTotal &total, Credits balance, const QList<AskReason> &reasons)
{
    m_isQueue = false;
    m_isStop = std::any_of(reasons.begin(), reasons.end(),
        [](const AskReason &reason) { return reason.kind != AskReason::Kind::AskAbove; });
    QStringList sentences = BatchWords::details(total, balance);
    for (const AskReason &reason : reasons)
        sentences.append(SendWords::reason(reason));
    say(BatchWords::total(total), sentences, m_isStop);
    m_decline->setText(tr("Don't send"));
    m_decline->show();
    m_pause->hide();
    m_cancelRest->hide();
    m_missing = total.credits ? std::max<Credits>(0, *total.credits - balance) : 0;
    m_topUp->setVisible(m_missing > 0);
    m_accept->setText(m_isStop ? tr("Send this once") : BatchWords::send(total));
    m_accept->setEnabled(total.lines > 0 && total.unchecked == 0);
    m_accept->show();
}

void BatchSummary::presentQueue(const client::BatchQueue &queue)
{
    m_isQueue = true;
    const client::BatchQueue::Count count = queue.count();
    const std::optional<client::BatchQuestion> question = queue.question();
    const bool asks = question && question->why != client::BatchQuestion::Why::Paused;
    say(BatchWords::progress(count), question ? BatchWords::question(*question) : QStringList(), asks);
    m_isStop = question && !question->reasons.isEmpty();
    m_decline->setText(tr("Clear the list"));
    m_decline->setVisible(count.all > 0 && count.waiting + count.underWay == 0);
    m_pause->setVisible(!question && count.waiting > 0);
    m_cancelRest->setVisible(count.waiting > 0);
    m_missing = question && question->why == client::BatchQuestion::Why::Credits && question->needed
        ? std::max<Credits>(0, *question->needed - question->balance)
        : 0;
    m_topUp->setVisible(m_missing > 0);
    m_accept->setVisible(question.has_value());
    if (question) {
        m_accept->setText(BatchWords::resume(*question));
        m_accept->setEnabled(queue.canResume());
    }
}

void BatchSummary::focusDefault()
{
    QWidget *target = m_accept->isVisible() && m_accept->isEnabled() && !m_isStop ? m_accept : nullptr;
    for (Button *button : { m_decline, m_pause, m_cancelRest }) {
        if (!target && button->isVisible())
            target = button;
    }
    if (target)
        target->setFocus(Qt::OtherFocusReason);
}

QString BatchSummary::spokenText() const
{
    return m_text->text().isEmpty() ? m_title->text() : m_title->text() + QLatin1Char('\n') + m_text->text();
}

} // namespace facet::ui
