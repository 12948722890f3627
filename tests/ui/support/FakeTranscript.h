#pragma once

#include "client/chat/Transcript.h"

namespace facet::ui::test {

class FakeTranscript : public client::Transcript {
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const client::TranscriptItem &i = rows[index.row()];
        if (role == ItemRole)
            return QVariant::fromValue(i);
        if (role == KindRole)
            return static_cast<int>(i.kind);
        if (role == IdRole)
            return i.id;
        return role == Qt::DisplayRole ? QVariant(i.text) : QVariant();
    }
    QString conversationId() const override { return conversation; }
    const client::TranscriptItem &item(int row) const override { return rows[row]; }

    void append(const client::TranscriptItem &item)
    {
        beginInsertRows({}, static_cast<int>(rows.size()), static_cast<int>(rows.size()));
        rows.append(item);
        endInsertRows();
    }
    /// Replaces a row, as text streams in or a generation moves.
    void replace(int row, const client::TranscriptItem &item)
    {
        rows[row] = item;
        emit dataChanged(index(row, 0), index(row, 0));
    }
    void clear()
    {
        beginResetModel();
        rows.clear();
        endResetModel();
    }

    QString conversation = QStringLiteral("harbor");
    QList<client::TranscriptItem> rows;
};

} // namespace facet::ui::test
