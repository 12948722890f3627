#pragma once

#include "ui/chat/RowCard.h"

#include <QHash>
#include <QSet>

namespace facet::ui {

/// The widgets of rows that can be acted upon in place; each lives while its row is in sight.
class TranscriptCards {
public:
    /// `parent`: what they stand on.
    TranscriptCards(const CardContext &context, QWidget *parent)
        : m_context(context)
        , m_parent(parent)
    {
    }

    /// The row's card, made when there is none; null for rows that are painted.
    RowCard *of(const client::TranscriptItem &item);
    RowCard *find(const QString &itemId) const { return m_cards.value(itemId); }
    /// Takes away those that are not of these items.
    void keepOnly(const QSet<QString> &itemIds);

private:
    CardContext m_context;
    QWidget *m_parent;
    QHash<QString, RowCard *> m_cards; ///< by item id
};

} // namespace facet::ui
