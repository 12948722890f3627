#include "ui/chat/RowCard.h"

#include "ui/chat/ApprovalCard.h"
#include "ui/chat/FailureCard.h"
#include "ui/chat/ProgressCard.h"

#include <QVBoxLayout>

namespace facet::ui {

using client::GenerationState;
using client::TranscriptItem;

RowCard::RowCard(const CardContext &context, QWidget *parent)
    : Card(context.theme, Card::Fill::Raised, Theme::cardRadius, parent)
    , m_context(context)
{
}

int RowCard::heightFor(int width) const
{
    const QLayout *own = layout();
    if (!own)
        return sizeHint().height();
    return own->hasHeightForWidth() ? own->totalHeightForWidth(width) : own->totalSizeHint().height();
}

namespace {

/// The one that fits a generation's state: going on, or over without a result.
class GenerationCard : public RowCard {
public:
    GenerationCard(const CardContext &context, QWidget *parent)
        : RowCard(context, parent)
        , m_progress(new ProgressCard(context, this))
        , m_failure(new FailureCard(context, this))
    {
        auto *box = new QVBoxLayout(this);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(m_progress);
        box->addWidget(m_failure);
    }

    void present(const TranscriptItem &item) override
    {
        const GenerationState state = item.generation.state;
        const bool over = state == GenerationState::Failed || state == GenerationState::Cancelled;
        const bool stuck = FailureCard::stoppedDownload(item.generation).has_value();
        RowCard *shown = over || stuck ? static_cast<RowCard *>(m_failure) : m_progress;
        shown->present(item);
        m_progress->setVisible(shown == m_progress);
        m_failure->setVisible(shown == m_failure);
    }

private:
    ProgressCard *m_progress;
    FailureCard *m_failure;
};

} // namespace

RowCard *makeRowCard(const TranscriptItem &item, const CardContext &context, QWidget *parent)
{
    RowCard *card = nullptr;
    switch (item.kind) {
    case TranscriptItem::Kind::User:
    case TranscriptItem::Kind::AgentText:
        return nullptr;
    case TranscriptItem::Kind::Generation:
        card = new GenerationCard(context, parent);
        break;
    case TranscriptItem::Kind::Approval:
        card = new ApprovalCard(context, parent);
        break;
    case TranscriptItem::Kind::Problem:
        card = new FailureCard(context, parent);
        break;
    }
    card->present(item);
    return card;
}

} // namespace facet::ui
