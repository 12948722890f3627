#include "ui/chat/ProgressCard.h"

#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace facet::ui {

using client::GenerationState;

ProgressCard::ProgressCard(const CardContext &context, QWidget *parent)
    : RowCard(context, parent)
    , m_model(new Label(context.theme, TextRole::BodyStrong, TextTone::Text1, {}, this))
    , m_takes(new Label(context.theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_stage(new ElidedLabel(context.theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_line(new ProgressLine(context.theme, ProgressLine::Fill::Gradient, this))
    , m_held(new Label(context.theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_cancel(new Button(context.theme, Button::Kind::Quiet, tr("Cancel"), this))
{
    setName(m_cancel, QStringLiteral("Cancel"));
    m_stage->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_model);
    top->addWidget(m_takes);
    top->addWidget(m_stage, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_held, 1);
    bottom->addWidget(m_cancel);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 12, 12, 8);
    box->setSpacing(10);
    box->addLayout(top);
    box->addWidget(m_line);
    box->addLayout(bottom);

    connect(m_cancel, &Button::clicked, this, [this] { this->context().generations.cancel(m_key); });
}

void ProgressCard::present(const client::TranscriptItem &item)
{
    const client::GenerationRecord &record = item.generation;
    m_key = record.key;
    m_model->setText(GenerationWords::modelName(context().session.catalogue(), record.generation.modelId));
    const int takes = record.generation.options.count.value_or(1);
    m_takes->setVisible(takes > 1);
    m_takes->setText(tr("%n takes", nullptr, takes));
    m_stage->setFullText(GenerationWords::progress(record));
    m_line->setValue(GenerationWords::fraction(record));
    m_held->setText(record.state == GenerationState::Downloading ? GenerationWords::charge(record)
                                                                 : GenerationWords::held(record));
    // What is made already can only be saved; there is nothing left to cancel.
    m_cancel->setVisible(record.state != GenerationState::Downloading);
    m_line->setAccessibleName(m_model->text() + QLatin1Char(' ') + m_stage->fullText());
}

} // namespace facet::ui
