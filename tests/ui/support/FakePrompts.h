#pragma once

#include "client/composer/PromptHistory.h"

namespace facet::ui::test {

/// A history in memory, newest first. Answers at once.
class FakePrompts : public client::PromptHistory {
public:
    QFuture<Result<QList<client::PastPrompt>>> before(const std::optional<client::PastPrompt> &last) override
    {
        ++asked;
        QList<client::PastPrompt> page;
        bool from = !last.has_value();
        for (const client::PastPrompt &prompt : all) {
            if (from && page.size() < pageSize)
                page.append(prompt);
            from = from || (last && prompt.text == last->text);
        }
        return ready(page);
    }
    QFuture<Result<QList<client::PastPrompt>>> find(const QString &words) override
    {
        QList<client::PastPrompt> found;
        for (const client::PastPrompt &prompt : all) {
            if (prompt.text.contains(words.trimmed(), Qt::CaseInsensitive) && found.size() < pageSize)
                found.append(prompt);
        }
        return ready(found);
    }

    void add(const QString &text)
    {
        all.prepend({ text, QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC).addSecs(all.size()) });
    }

    QList<client::PastPrompt> all;
    int asked = 0;

private:
    static QFuture<Result<QList<client::PastPrompt>>> ready(const QList<client::PastPrompt> &prompts)
    {
        return QtFuture::makeReadyFuture(Result<QList<client::PastPrompt>>(prompts));
    }
};

} // namespace facet::ui::test
