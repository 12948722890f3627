#include "ui/chat/FailureCard.h"

#include "client/net/Then.h"
#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace facet::ui {

using client::GenerationRecord;
using client::GenerationState;
using client::TranscriptItem;

FailureCard::FailureCard(const CardContext &context, QWidget *parent)
    : RowCard(context, parent)
    , m_mark(new Label(context.theme, TextRole::BodyStrong, TextTone::Bad, {}, this))
    , m_title(new Label(context.theme, TextRole::BodyStrong, TextTone::Text1, {}, this))
    , m_charge(new Chip(context.theme, Chip::Tone::Good, {}, {}, this))
    , m_sentence(new Label(context.theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_action(new Button(context.theme, Button::Kind::Secondary, {}, this))
    , m_details(new Button(context.theme, Button::Kind::Quiet, tr("Copy details"), this))
{
    setName(m_action, QStringLiteral("Try again"));
    setName(m_details, QStringLiteral("Copy details"));
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const auto refreshMark = [this] {
        m_mark->setPixmap(
            iconPixmap(Icon::Alert, this->context().theme.tokens().bad, 16, devicePixelRatioF()));
    };
    refreshMark();
    connect(&context.theme, &Theme::changed, this, refreshMark);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_mark, 0, Qt::AlignTop);
    top->addWidget(m_title, 1);
    top->addWidget(m_charge, 0, Qt::AlignTop);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_action);
    bottom->addWidget(m_details);
    bottom->addStretch(1);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(8);
    box->addLayout(top);
    box->addWidget(m_sentence);
    box->addLayout(bottom);

    connect(m_action, &Button::clicked, this, &FailureCard::act);
    connect(m_details, &Button::clicked, this, &FailureCard::copyDetails);
}

std::optional<Error> FailureCard::stoppedDownload(const GenerationRecord &record)
{
    if (record.state != GenerationState::Downloading)
        return {};
    for (const client::LocalAsset &asset : record.assets) {
        if (asset.error)
            return asset.error;
    }
    return {};
}

void FailureCard::present(const TranscriptItem &item)
{
    m_item = item;
    if (item.kind == TranscriptItem::Kind::Generation) {
        presentGeneration(item);
    } else {
        m_error = item.error.value_or(Error{});
        m_title->setText(tr("This message was not answered"));
        m_charge->hide(); // the card of a generation says what was taken; a turn that failed has none
        m_action->setText(tr("Try again"));
        m_action->setVisible(true);
    }
    m_sentence->setText(m_error.sentence);
    m_sentence->setVisible(!m_error.sentence.isEmpty());
    m_details->setVisible(m_error.kind != ErrorKind::Cancelled);
    askPrice();
}

void FailureCard::askPrice()
{
    const bool fetches =
        m_item.kind == TranscriptItem::Kind::Generation && stoppedDownload(m_item.generation);
    const QString about = fetches || m_action->isHidden() ? QString() : m_item.id;
    if (about == m_priced && !about.isEmpty()) {
        m_action->setTrailing(m_price);
        return;
    }
    m_priced = about;
    m_price.clear();
    m_action->setTrailing({});
    m_action->setAccessibleDescription({});
    if (about.isEmpty())
        return;
    client::then(context().runner.turnToRetry(about), this,
        [this, about](const std::optional<client::TurnRequest> &turn) {
            // What was never taken is only asked about again: that takes nothing more than was said.
            if (about != m_priced || !turn || !turn->quote.totalCredits)
                return;
            m_price = QLocale().toString(*turn->quote.totalCredits);
            m_action->setTrailing(m_price);
            const QString words = tr("Takes %1").arg(GenerationWords::credits(*turn->quote.totalCredits));
            m_action->setToolTip(words);
            m_action->setAccessibleDescription(words);
        });
}

void FailureCard::presentGeneration(const TranscriptItem &item)
{
    const GenerationRecord &record = item.generation;
    const QString model =
        GenerationWords::modelName(context().session.catalogue(), record.generation.modelId);
    const bool known = record.generation.chargedCredits || GenerationWords::isFree(record);
    const QString charge = GenerationWords::charge(record);
    m_charge->setText(known ? charge : tr("Charged: %1", "a dash: not known yet").arg(charge));
    m_charge->setTone(GenerationWords::isFree(record) ? Chip::Tone::Good : Chip::Tone::Neutral);
    m_charge->setToolTip(GenerationWords::chargeReason(record));
    m_charge->setAccessibleDescription(GenerationWords::chargeReason(record));
    m_charge->show();

    if (const std::optional<Error> stopped = stoppedDownload(record)) {
        m_error = *stopped;
        m_title->setText(tr("%1 made this, but it is not saved yet").arg(model));
        m_action->setText(tr("Fetch again"));
        m_action->setVisible(true);
        return;
    }
    if (record.state == GenerationState::Cancelled) {
        m_error = Error{ ErrorKind::Cancelled, {}, {}, {}, {}, {} };
        const auto &error = record.generation.error;
        const bool neverBegun = error && error->code == QLatin1String("step_before_failed");
        if (neverBegun)
            m_error.sentence = tr("The step before it has no result to go on with.");
        m_title->setText(neverBegun ? tr("%1: not started").arg(model) : tr("%1: cancelled").arg(model));
        m_action->setVisible(false);
        return;
    }
    m_error = record.error.value_or(Error{});
    if (m_error.sentence.isEmpty() && record.generation.error)
        m_error.sentence = record.generation.error->detail;
    if (m_error.code.isEmpty() && record.generation.error)
        m_error.code = record.generation.error->code;
    m_title->setText(tr("%1 could not make this").arg(model));
    m_action->setText(tr("Try again"));
    m_action->setVisible(true);
}

void FailureCard::act()
{
    if (m_item.kind == TranscriptItem::Kind::Generation && stoppedDownload(m_item.generation))
        context().generations.fetchAgain(m_item.generation.key);
    else
        context().runner.retry(m_item.id);
}

void FailureCard::copyDetails()
{
    QStringList lines{ m_error.sentence };
    if (!m_error.code.isEmpty())
        lines << QStringLiteral("code: %1").arg(m_error.code);
    if (!m_error.requestId.isEmpty())
        lines << QStringLiteral("request: %1").arg(m_error.requestId);
    if (!m_item.generation.generation.id.isEmpty())
        lines << QStringLiteral("generation: %1").arg(m_item.generation.generation.id);
    if (!m_error.detail.isEmpty())
        lines << m_error.detail;
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_details->setText(tr("Copied"));
}

} // namespace facet::ui
