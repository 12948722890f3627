#pragma once

#include "ui/chat/RowCard.h"

namespace facet::ui {

class Button;
class ElidedLabel;
class Label;
class ProgressLine;

/// A generation under way: model, stage, time left, what is held, Cancel.
class ProgressCard : public RowCard {
    Q_OBJECT
public:
    ProgressCard(const CardContext &context, QWidget *parent);
    void present(const client::TranscriptItem &item) override;

private:
    QString m_key;
    Label *m_model;
    Label *m_takes;
    ElidedLabel *m_stage;
    ProgressLine *m_line;
    Label *m_held;
    Button *m_cancel;
};

} // namespace facet::ui
