#include "ui/chat/ApprovalCard.h"

#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace facet::ui {

using client::ApprovalRequest;

namespace {

QHBoxLayout *rowLayout(QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(8);
    return layout;
}

} // namespace

ApprovalCard::ApprovalCard(const CardContext &context, QWidget *parent)
    : RowCard(context, parent)
    , m_plan(new Label(context.theme, TextRole::BodyMedium, TextTone::Text1, {}, this))
    , m_planCredits(new Label(context.theme, TextRole::BodyMedium, TextTone::Text1, {}, this))
    , m_planFree(new Chip(context.theme, Chip::Tone::Good, {}, Icon::Infinity_, this))
    , m_talkRow(new QWidget(this))
    , m_talkCredits(new Label(context.theme, TextRole::BodyMedium, TextTone::Text1, {}, this))
    , m_total(new Label(context.theme, TextRole::BodyStrong, TextTone::Text1, {}, this))
    , m_after(new Label(context.theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_stop(new Button(context.theme, Button::Kind::Quiet, tr("Stop"), this))
    , m_approve(new Button(context.theme, Button::Kind::Primary, tr("Approve"), this))
    , m_answer(new Label(context.theme, TextRole::Body, TextTone::Text2, {}, this))
{
    setName(m_stop, QStringLiteral("Stop"));
    setName(m_approve, QStringLiteral("Approve"));
    m_plan->setWordWrap(true);

    auto *planRow = new QWidget(this);
    auto *plan = rowLayout(planRow);
    plan->addWidget(m_plan, 1);
    plan->addWidget(m_planFree);
    plan->addWidget(m_planCredits);

    auto *talk = rowLayout(m_talkRow);
    talk->addWidget(
        new Label(context.theme, TextRole::BodyMedium, TextTone::Text1, tr("The agent's conversation"), this),
        1);
    talk->addWidget(m_talkCredits);

    auto *bottomRow = new QWidget(this);
    auto *bottom = rowLayout(bottomRow);
    bottom->addWidget(m_total);
    bottom->addWidget(m_after, 1);
    bottom->addWidget(m_answer);
    bottom->addWidget(m_stop);
    bottom->addWidget(m_approve);

    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 4, 0, 4);
    box->setSpacing(0);
    box->addWidget(planRow);
    box->addWidget(m_talkRow);
    box->addWidget(bottomRow);

    connect(m_stop, &Button::clicked, this, [this] { this->context().runner.stop(m_interruptId); });
    connect(m_approve, &Button::clicked, this, [this] { this->context().runner.approve(m_interruptId); });
}

QString ApprovalCard::planLine(const Quote &quote) const
{
    const QString model = GenerationWords::modelName(context().session.catalogue(), quote.modelId);
    QStringList parts{ model };
    if (quote.options.durationS)
        parts << GenerationWords::seconds(*quote.options.durationS);
    if (quote.options.resolution)
        parts << *quote.options.resolution;
    const int count = quote.options.count.value_or(1);
    if (count > 1)
        parts << tr("%n takes", nullptr, count);
    return parts.join(tr(" · ", "between facts"));
}

void ApprovalCard::present(const client::TranscriptItem &item)
{
    const ApprovalRequest &request = item.approval;
    const Quote &quote = request.quote;
    m_interruptId = request.interruptId;
    const QLocale locale;

    m_plan->setText(planLine(quote));
    m_planFree->setText(QStringLiteral("0"));
    m_planFree->setVisible(quote.covered);
    m_planCredits->setVisible(!quote.covered);
    m_planCredits->setText(
        quote.generationCredits ? locale.toString(*quote.generationCredits) : QStringLiteral("—"));
    m_talkRow->setVisible(quote.conversationCredits > 0);
    m_talkCredits->setText(locale.toString(quote.conversationCredits));
    m_total->setText(quote.totalCredits ? tr("%1 at most").arg(GenerationWords::credits(*quote.totalCredits))
                                        : QStringLiteral("—"));
    m_after->setVisible(quote.balanceAfter.has_value());
    if (quote.balanceAfter)
        m_after->setText(tr("%1 left after").arg(locale.toString(*quote.balanceAfter)));

    const bool open = request.state == ApprovalRequest::State::Open;
    m_stop->setVisible(open);
    m_approve->setVisible(open);
    m_answer->setVisible(!open);
    switch (request.state) {
    case ApprovalRequest::State::Open:
        break;
    case ApprovalRequest::State::Approved:
        m_answer->setText(tr("Approved"));
        break;
    case ApprovalRequest::State::Stopped:
        m_answer->setText(tr("Stopped: nothing was made"));
        break;
    }
}

} // namespace facet::ui
