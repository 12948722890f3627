#include "ui/chat/ApprovalCard.h"

#include "ui/chat/GenerationWords.h"
#include "ui/chat/StepWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Fill.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QAccessible>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace facet::ui {

using client::ApprovalRequest;

namespace {

constexpr int armAfterMs = 400; // long enough to see what one is about to answer

QHBoxLayout *rowLayout(QWidget *row, int above)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, above, 14, above);
    layout->setSpacing(8);
    return layout;
}

} // namespace

/// One step: what it is, and its credits or ∞ 0.
struct ApprovalCard::Row {
    QWidget *widget = nullptr;
    Label *text = nullptr;
    Chip *free = nullptr;
    Label *credits = nullptr;
    QWidget *line = nullptr;

    void setVisible(bool visible) const
    {
        widget->setVisible(visible);
        line->setVisible(visible);
    }
};

ApprovalCard::ApprovalCard(const CardContext &context, QWidget *parent)
    : RowCard(context, parent)
    , m_lines(new QVBoxLayout)
    , m_total(new Label(context.theme, TextRole::BodyStrong, TextTone::Text1, {}, this))
    , m_after(new Label(context.theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_stop(new Button(context.theme, Button::Kind::Quiet, tr("Stop"), this))
    , m_change(new Button(context.theme, Button::Kind::Secondary, tr("Change"), this))
    , m_approve(new Button(context.theme, Button::Kind::Primary, tr("Approve"), this))
    , m_renew(new Button(context.theme, Button::Kind::Primary, tr("Ask for the price again"), this))
    , m_answer(new Label(context.theme, TextRole::Body, TextTone::Text2, {}, this))
{
    setObjectName(QStringLiteral("approvalCard"));
    setName(m_stop, QStringLiteral("Stop"));
    setName(m_change, QStringLiteral("Change"));
    setName(m_approve, QStringLiteral("Approve"));
    setName(m_renew, QStringLiteral("Ask for the price again"));
    m_change->setToolTip(tr("Puts the message back to be changed; nothing is taken"));
    m_answer->setWordWrap(true);
    m_after->setWordWrap(true);

    auto *bottomRow = new QWidget(this);
    auto *bottom = rowLayout(bottomRow, 14);
    bottom->addWidget(m_total);
    bottom->addWidget(m_after, 1);
    bottom->addStretch(0);
    bottom->addWidget(m_stop);
    bottom->addWidget(m_change);
    bottom->addWidget(m_approve);
    bottom->addWidget(m_renew);

    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 4, 0, 0);
    box->setSpacing(0);
    m_lines->setSpacing(0);
    box->addLayout(m_lines);
    auto *answerRow = new QWidget(this);
    rowLayout(answerRow, 0)->addWidget(m_answer, 1);
    box->addWidget(answerRow);
    box->addWidget(bottomRow);
    answerRow->hide();

    const auto answer = [this](Button *button, void (client::ChatRunner::*act)(const QString &)) {
        connect(button, &Button::clicked, this, [this, act] {
            if (isArmed())
                (this->context().runner.*act)(m_interruptId);
        });
    };
    answer(m_stop, &client::ChatRunner::stop);
    answer(m_change, &client::ChatRunner::change);
    answer(m_approve, &client::ChatRunner::approve);
    answer(m_renew, &client::ChatRunner::renew);
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, [this] { present(client::TranscriptItem(m_item)); });
}

ApprovalCard::~ApprovalCard() = default;

bool ApprovalCard::isArmed() const
{
    return m_inSight.isValid() && m_inSight.hasExpired(armAfterMs);
}

void ApprovalCard::showEvent(QShowEvent *event)
{
    RowCard::showEvent(event);
    if (!m_inSight.isValid()) {
        m_inSight.start();
        if (m_item.approval.state == ApprovalRequest::State::Open) {
            QAccessibleEvent asked(this, QAccessible::Alert);
            QAccessible::updateAccessibility(&asked);
        }
    }
}

ApprovalCard::Row &ApprovalCard::row(size_t index)
{
    while (m_rows.size() <= index) {
        Theme &theme = context().theme;
        Row made;
        made.widget = new QWidget(this);
        auto *layout = rowLayout(made.widget, 5);
        made.text = new Label(theme, TextRole::BodyMedium, TextTone::Text1, {}, made.widget);
        made.text->setWordWrap(true);
        made.free = new Chip(theme, Chip::Tone::Good, QStringLiteral("0"), Icon::Infinity_, made.widget);
        made.credits = new Label(theme, TextRole::BodyMedium, TextTone::Text1, {}, made.widget);
        layout->addWidget(made.text, 1);
        layout->addWidget(made.free);
        layout->addWidget(made.credits);
        made.widget->setMinimumHeight(32);
        made.line = new ui::Fill(theme, ui::Fill::Ground::Surface, Qt::BottomEdge, this);
        made.line->setFixedHeight(1);
        m_lines->addWidget(made.widget);
        m_lines->addWidget(made.line);
        m_rows.push_back(made);
    }
    return m_rows[index];
}

void ApprovalCard::presentLines(const Quote &quote)
{
    const QLocale locale;
    QList<StepWords::Line> lines = StepWords::lines(quote, context().session.catalogue());
    if (quote.conversationCredits > 0)
        lines.append(
            { tr("The agent's conversation"), locale.toString(quote.conversationCredits), {}, false });
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Row &one = row(static_cast<size_t>(i));
        one.text->setText(lines[i].text);
        one.free->setVisible(lines[i].covered);
        one.free->setAccessibleName(tr("0 credits, unlimited"));
        one.credits->setVisible(!lines[i].covered);
        one.credits->setText(lines[i].credits);
        one.setVisible(true);
    }
    for (size_t i = static_cast<size_t>(lines.size()); i < m_rows.size(); ++i)
        m_rows[i].setVisible(false);
}

void ApprovalCard::present(const client::TranscriptItem &item)
{
    m_item = item;
    const ApprovalRequest &request = item.approval;
    const Quote &quote = request.quote;
    m_interruptId = request.interruptId;
    const QLocale locale;
    presentLines(quote);
    const bool open = request.state == ApprovalRequest::State::Open;
    m_total->setText(
        quote.totalCredits ? GenerationWords::credits(*quote.totalCredits) : QStringLiteral("—"));
    m_after->setVisible(quote.totalCredits.has_value());
    m_after->setText(open && quote.balanceAfter ? tr("at most · %1 left after", "after a number of credits")
                                                      .arg(locale.toString(*quote.balanceAfter))
                                                : tr("at most", "after a number of credits"));
    presentAnswer(request);
    setAccessibleName(StepWords::spoken(quote, context().session.catalogue()));
    setAccessibleDescription(m_answer->isHidden() ? item.text : m_answer->text());
}

void ApprovalCard::presentAnswer(const ApprovalRequest &request)
{
    const bool open = request.state == ApprovalRequest::State::Open;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto &until = request.quote.validUntil;
    const bool expired = open && until && *until <= now;
    m_expiry.stop();
    if (open && until && !expired)
        m_expiry.start(std::chrono::milliseconds(std::clamp<qint64>(now.msecsTo(*until) + 1, 1, 3'600'000)));
    m_stop->setVisible(open);
    m_change->setVisible(open);
    m_approve->setVisible(open && !expired);
    m_renew->setVisible(expired);
    const auto &was = request.priceWas;
    const bool other = open && was && request.quote.totalCredits && *was != *request.quote.totalCredits;
    m_answer->setText(expired ? tr("This price has expired.")
            : other ? tr("The price is another one now; it was %1.").arg(GenerationWords::credits(*was))
                    : answerText(request.state));
    m_answer->parentWidget()->setVisible(!m_answer->text().isEmpty());
    m_answer->setVisible(!m_answer->text().isEmpty());
    m_answer->setTone(expired || other ? TextTone::Warning : TextTone::Text2);
    m_total->setVisible(!expired);
    if (expired)
        m_after->setVisible(false);
}

QString ApprovalCard::answerText(ApprovalRequest::State state) const
{
    switch (state) {
    case ApprovalRequest::State::Open:
        return {};
    case ApprovalRequest::State::Approved:
        return tr("Approved");
    case ApprovalRequest::State::Stopped:
        return tr("Stopped: nothing was made");
    case ApprovalRequest::State::Changed:
        return tr("Changed: the message is in the composer again, and nothing was made");
    }
    return {};
}

} // namespace facet::ui
