#pragma once

#include "domain/Credits.h"
#include "ui/widgets/Card.h"

namespace facet::client {
class BatchQueue;
}

namespace facet::ui {

class Button;
class Label;
class ProgressLine;

/// Above the composer while there is a batch: how far it is, and its question when it stands still.
class BatchBar : public Card {
    Q_OBJECT
public:
    BatchBar(Theme &theme, client::BatchQueue &queue, QWidget *parent = nullptr);

    /// For tests and assistive technology: everything it says.
    QString spokenText() const;

signals:
    void openRequested();
    void topUpRequested(facet::Credits credits); ///< what is missing

private:
    void refresh();

    client::BatchQueue &m_queue;
    Label *m_progress;
    Label *m_question;
    ProgressLine *m_line;
    Button *m_open;
    Button *m_topUp;
    Button *m_cancelRest;
    Button *m_resume;
    Button *m_close;
    Credits m_missing = 0;
};

} // namespace facet::ui
