#pragma once

#include "client/composer/PromptHistory.h"

namespace facet::ui {

class MessageEdit;

/// Up and Down in the message: walks through what was asked before and back to the empty message.
class PromptRecall : public QObject {
    Q_OBJECT
public:
    PromptRecall(client::PromptHistory &history, MessageEdit *edit);

signals:
    /// The history could not be read.
    void failed(const facet::Error &error);

private:
    void older();
    void newer();
    void read();
    void show();

    client::PromptHistory &m_history;
    MessageEdit *m_edit;
    QList<client::PastPrompt> m_prompts; ///< as far as they were read, newest first
    qsizetype m_at = -1; ///< of m_prompts; -1: the empty message
    int m_wanted = 0; ///< presses of Up that wait for the disk
    bool m_reading = false;
    bool m_complete = false; ///< there is nothing before the last of m_prompts
};

} // namespace facet::ui
