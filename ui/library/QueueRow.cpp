#include "ui/library/QueueRow.h"

#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"

#include <QVBoxLayout>

namespace facet::ui {

QueueRow::QueueRow(Theme &theme, QWidget *parent)
    : Card(theme, Fill::Raised, Theme::cardRadius, parent)
    , m_model(new Label(theme, TextRole::BodyStrong, TextTone::Text1))
    , m_stage(new ElidedLabel(theme, TextRole::Small, TextTone::Text2))
    , m_prompt(new ElidedLabel(theme, TextRole::Small, TextTone::Text2))
    , m_line(new ProgressLine(theme))
    , m_held(new ElidedLabel(theme, TextRole::Small, TextTone::Text2))
    , m_open(new Button(theme, Button::Kind::Quiet, tr("Show chat")))
    , m_cancel(new Button(theme, Button::Kind::Quiet, tr("Cancel")))
{
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

void QueueRow::present(const client::GenerationRecord &record, const Catalogue &catalogue)
{
    m_record = record;
    m_model->setText(GenerationWords::modelName(catalogue, record.generation.modelId));
    m_stage->setFullText(GenerationWords::progress(record));
    m_prompt->setFullText(record.generation.prompt);
    m_prompt->setVisible(!record.generation.prompt.isEmpty());
    m_line->setValue(GenerationWords::fraction(record));
    m_held->setFullText(GenerationWords::held(record));
    // What is being saved is made and paid for already: stopping it would only lose the file.
    m_cancel->setVisible(record.state != client::GenerationState::Downloading);
}

} // namespace facet::ui
