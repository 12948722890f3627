#include "ui/chat/TranscriptCards.h"

namespace facet::ui {

RowCard *TranscriptCards::of(const client::TranscriptItem &item)
{
    RowCard *card = m_cards.value(item.id);
    if (!card) {
        card = makeRowCard(item, m_context, m_parent);
        if (card)
            m_cards.insert(item.id, card);
    }
    return card;
}

void TranscriptCards::keepOnly(const QSet<QString> &itemIds)
{
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (itemIds.contains(it.key())) {
            ++it;
            continue;
        }
        it.value()->hide();
        it.value()->deleteLater();
        it = m_cards.erase(it);
    }
}

} // namespace facet::ui
