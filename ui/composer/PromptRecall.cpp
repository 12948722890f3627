#include "ui/composer/PromptRecall.h"

#include "client/net/Then.h"
#include "ui/composer/MessageEdit.h"

#include <utility>

namespace facet::ui {

PromptRecall::PromptRecall(client::PromptHistory &history, MessageEdit *edit)
    : QObject(edit)
    , m_history(history)
    , m_edit(edit)
{
    connect(edit, &MessageEdit::olderRequested, this, &PromptRecall::older);
    connect(edit, &MessageEdit::newerRequested, this, &PromptRecall::newer);
}

void PromptRecall::older()
{
    if (m_edit->toPlainText().isEmpty() && !m_reading) {
        // Begun anew: something may have been asked since.
        m_prompts.clear();
        m_complete = false;
        m_at = -1;
        m_wanted = 0;
    }
    if (m_at + 1 < m_prompts.size()) {
        ++m_at;
        show();
    } else if (!m_complete) {
        ++m_wanted;
        read();
    }
}

void PromptRecall::newer()
{
    if (m_at < 0)
        return;
    --m_at;
    show();
}

void PromptRecall::read()
{
    if (m_reading)
        return;
    m_reading = true;
    const std::optional<client::PastPrompt> last =
        m_prompts.isEmpty() ? std::nullopt : std::optional(m_prompts.constLast());
    // What is in the message by then is the user's: only what the history put there is replaced.
    client::then(m_history.before(last), this,
        [this, before = m_edit->toPlainText()](const Result<QList<client::PastPrompt>> &page) {
            m_reading = false;
            const int wanted = std::exchange(m_wanted, 0);
            if (!page) {
                emit failed(page.error());
                return;
            }
            m_prompts += *page;
            m_complete = page->size() < client::PromptHistory::pageSize;
            if (m_prompts.isEmpty() || m_edit->toPlainText() != before)
                return;
            m_at = qMin<qsizetype>(m_at + wanted, m_prompts.size() - 1);
            show();
        });
}

void PromptRecall::show()
{
    m_edit->recall(m_at < 0 ? QString() : m_prompts.at(m_at).text);
}

} // namespace facet::ui
