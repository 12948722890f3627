#pragma once

#include "client/generation/GenerationRecord.h"
#include "domain/Model.h"
#include "ui/widgets/Card.h"

namespace facet::ui {

class Button;
class ElidedLabel;
class Label;
class ProgressLine;

/// One generation of the queue: its model, prompt, stage, progress.
class QueueRow : public Card {
    Q_OBJECT
public:
    QueueRow(Theme &theme, QWidget *parent = nullptr);

    void present(const client::GenerationRecord &record, const Catalogue &catalogue);

signals:
    void cancelRequested(const QString &key);
    void openRequested(const QString &conversationId);

private:
    client::GenerationRecord m_record;
    Label *m_model;
    ElidedLabel *m_stage;
    ElidedLabel *m_prompt;
    ProgressLine *m_line;
    ElidedLabel *m_held;
    Button *m_open;
    Button *m_cancel;
};

} // namespace facet::ui
