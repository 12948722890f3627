#pragma once

#include "client/chat/Conversations.h"

namespace facet::ui::test {

class FakeConversations : public client::Conversations {
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const client::ConversationSummary &s = rows[index.row()];
        if (role == IdRole)
            return s.id;
        if (role == SummaryRole)
            return QVariant::fromValue(s);
        return role == Qt::DisplayRole ? QVariant(s.title) : QVariant();
    }
    const client::ConversationSummary &summary(int row) const override { return rows[row]; }
    int rowOf(const QString &conversationId) const override
    {
        for (int i = 0; i < rows.size(); ++i)
            if (rows[i].id == conversationId)
                return i;
        return -1;
    }
    QString currentId() const override { return current; }
    QString currentTitle() const override
    {
        const int row = rowOf(current);
        return row < 0 ? QString() : rows[row].title;
    }
    void open(const QString &conversationId) override
    {
        current = conversationId;
        emit currentChanged();
    }
    void openNew() override
    {
        current = QStringLiteral("new-%1").arg(++made);
        emit currentChanged();
    }
    void setFilter(const QString &text) override { filters.append(text); }

    void append(
        const QString &id, const QString &title, const QDateTime &updatedAt = QDateTime::currentDateTimeUtc())
    {
        beginInsertRows({}, static_cast<int>(rows.size()), static_cast<int>(rows.size()));
        client::ConversationSummary s;
        s.id = id;
        s.title = title;
        s.subtitleModel = QStringLiteral("Carat Video");
        s.videos = 2;
        s.updatedAt = updatedAt;
        rows.append(s);
        endInsertRows();
    }
    void touch(int row) { emit dataChanged(index(row, 0), index(row, 0)); }

    QList<client::ConversationSummary> rows;
    QString current;
    QStringList filters;
    int made = 0;
};

} // namespace facet::ui::test
