#pragma once

#include "client/chat/TextMatch.h"
#include "client/chat/TranscriptSearch.h"

namespace facet::ui::test {

/// Looks through the rows that a test has made.
class FakeSearch : public client::TranscriptSearch {
public:
    explicit FakeSearch(const QList<client::TranscriptItem> &rows)
        : m_rows(rows)
    {
    }
    QString text() const override { return m_text; }
    void setText(const QString &text) override
    {
        m_text = text;
        look();
    }
    bool isDone() const override { return true; }
    int count() const override { return static_cast<int>(m_hits.size()); }
    int row(int n) const override { return m_hits.value(n, -1); }
    int firstFrom(int row) const override
    {
        return static_cast<int>(std::lower_bound(m_hits.begin(), m_hits.end(), row) - m_hits.begin());
    }
    void look()
    {
        m_hits.clear();
        const client::TextMatch match(m_text);
        for (int row = 0; row < m_rows.size(); ++row) {
            if (match.isIn(m_rows.at(row)))
                m_hits.append(row);
        }
        emit changed();
    }

private:
    const QList<client::TranscriptItem> &m_rows;
    QString m_text;
    QList<int> m_hits;
};

} // namespace facet::ui::test
