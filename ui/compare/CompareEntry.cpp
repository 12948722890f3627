#include "ui/compare/CompareEntry.h"

#include "client/chat/Conversations.h"
#include "client/chat/Transcript.h"
#include "client/session/Session.h"
#include "ui/compare/ComparePicker.h"
#include "ui/window/Pages.h"

namespace facet::ui {

namespace {
constexpr int mostRows = 500; // of the transcript that are looked through, from its end
constexpr int mostItems = 40; // more are not read through; older ones are chosen in the library
} // namespace

CompareEntry::CompareEntry(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

QList<CompareItem> CompareEntry::others(const CompareItem &than) const
{
    QList<CompareItem> items;
    const auto add = [&](const client::GenerationRecord &record) {
        for (int take = 0; take < record.assets.size(); ++take) {
            const bool same = record.key == than.record.key && take == than.take;
            const ModelKind kind = record.generation.assets.value(take).kind;
            if (!same && kind != ModelKind::Audio && !record.assets.at(take).filePath.isEmpty())
                items.append({ record, take });
        }
    };
    // Its own takes first, then the newest: what is likely to be meant stands above.
    add(than.record);
    const int last = m_parts.transcript.rowCount() - 1;
    for (int row = last; row >= 0 && row > last - mostRows && items.size() < mostItems; --row) {
        const client::TranscriptItem &item = m_parts.transcript.item(row);
        if (item.kind == client::TranscriptItem::Kind::Generation && item.generation.key != than.record.key)
            add(item.generation);
    }
    return items;
}

void CompareEntry::choose(const client::GenerationRecord &record, int take, QWidget *anchor)
{
    m_first = { record, take };
    const QList<CompareItem> items = others(m_first);
    if (items.isEmpty()) {
        emit refused(
            tr("There is nothing to compare it with yet. Make a second take or result in this chat."));
        return;
    }
    if (items.size() == 1) {
        compare(m_first, items.first());
        return;
    }
    if (!m_picker) {
        m_picker = new ComparePicker(m_parts.theme, m_parts.posters, anchor->window());
        connect(m_picker, &ComparePicker::chosen, this,
            [this](const CompareItem &item) { compare(m_first, item); });
    }
    m_picker->open(items, m_parts.session.catalogue(), anchor);
}

void CompareEntry::compare(const CompareItem &a, const CompareItem &b)
{
    const QString open = m_parts.conversations.currentId();
    const bool ofIt = a.record.conversationId == open && b.record.conversationId == open;
    m_parts.pages.openCompare(a, b, ofIt ? m_parts.conversations.currentTitle() : QString());
}

} // namespace facet::ui
