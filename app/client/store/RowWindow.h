#pragma once

#include <QCache>
#include <QVector>

#include <algorithm>
#include <optional>

namespace facet::client {

/// What a model keeps of a long list whose rows are on disk: those looked at last, and which ones were asked
/// for and are not there. Rows go by a number that stays the same.
template <typename Row>
class RowWindow {
public:
    /// `kept` rows stay in memory; `page` rows are read around what is asked for.
    RowWindow(int kept, int page)
        : m_rows(kept)
        , m_kept(kept)
        , m_page(page)
    {
    }

    const Row *find(qint64 number) const { return m_rows.object(number); }
    void put(qint64 number, Row row) { m_rows.insert(number, new Row(std::move(row))); }
    void remove(qint64 number) { m_rows.remove(number); }
    void clear() { m_rows.clear(); }

    /// Row `row` was asked for and is not there.
    void want(int row)
    {
        m_wantedFirst = m_wantedFirst < 0 ? row : std::min(m_wantedFirst, row);
        m_wantedLast = std::max(m_wantedLast, row);
    }
    struct Part {
        int first = 0;
        int count = 0;
    };
    /// What is to be read of a list of `size`: whoever jumps from end to end gets the part asked for last,
    /// with a page around it. Empty: nothing was asked for.
    std::optional<Part> takeWanted(int size)
    {
        if (m_wantedFirst < 0)
            return {};
        const int last = std::min(m_wantedLast, size - 1);
        const int first = std::max({ 0, std::min(m_wantedFirst, last) - m_page / 2, last - m_kept / 2 });
        m_wantedFirst = m_wantedLast = -1;
        if (last < first)
            return {};
        m_lookedAt = first;
        return Part{ first, std::min(last - first + 1 + m_page / 2, size - first) };
    }
    /// Where the part begins that was looked at last.
    int lookedAt() const { return m_lookedAt; }
    void setLookedAt(int first) { m_lookedAt = first; }

private:
    QCache<qint64, Row> m_rows;
    int m_kept;
    int m_page;
    int m_wantedFirst = -1;
    int m_wantedLast = -1;
    int m_lookedAt = 0;
};

/// The one stretch in which two lists differ: rows head..oldEnd−1 of the one before became head..newEnd−1.
struct ListChange {
    int head = 0;
    int oldEnd = 0;
    int newEnd = 0;

    template <typename Item>
    static ListChange between(const QVector<Item> &before, const QVector<Item> &now)
    {
        const auto same = std::mismatch(before.cbegin(), before.cend(), now.cbegin(), now.cend());
        const auto head = same.first - before.cbegin();
        const auto tail =
            std::mismatch(before.crbegin(), before.crend() - head, now.crbegin(), now.crend() - head);
        const auto kept = tail.first - before.crbegin();
        return { static_cast<int>(head), static_cast<int>(before.size() - kept),
            static_cast<int>(now.size() - kept) };
    }
};

} // namespace facet::client
