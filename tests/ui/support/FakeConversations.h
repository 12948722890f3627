#pragma once

#include "client/chat/Conversations.h"

#include <QPointer>

#include <functional>

namespace facet::ui::test {

class FakeExport : public client::ConversationExport {
public:
    void cancel() override
    {
        end(tl::unexpected(Error{ ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}, {}, {} }));
    }
    void end(const Result<QString> &folder)
    {
        emit ended(folder);
        deleteLater();
    }
};

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
        return role == Qt::DisplayRole || role == Qt::EditRole ? QVariant(s.title) : QVariant();
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
    void showArchived(bool show) override
    {
        archivedNow = show;
        emit archiveChanged();
    }
    bool archivedShown() const override { return archivedNow; }
    int archivedCount() const override { return archived; }
    void rename(const QString &conversationId, const QString &title) override
    {
        change(conversationId, [&](client::ConversationSummary &s) { s.title = title; });
    }
    void setPinned(const QString &conversationId, bool pinned) override
    {
        change(conversationId, [&](client::ConversationSummary &s) {
            s.pinnedAt = pinned ? QDateTime::currentDateTimeUtc() : QDateTime();
        });
    }
    void setArchived(const QString &conversationId, bool isArchived) override
    {
        archived += isArchived ? 1 : -1;
        change(conversationId, [&](client::ConversationSummary &s) { s.archived = isArchived; });
        emit archiveChanged();
    }
    void remove(const QString &conversationId) override
    {
        const int row = rowOf(conversationId);
        beginRemoveRows({}, row, row);
        removed = client::RemovedConversation{ conversationId, rows[row].title, rows[row].videos,
            rows[row].running };
        rows.removeAt(row);
        endRemoveRows();
        emit removedChanged();
    }
    std::optional<client::RemovedConversation> lastRemoved() const override { return removed; }
    void bringBack(const QString &conversationId) override
    {
        broughtBack.append(conversationId);
        removed.reset();
        emit removedChanged();
    }
    bool isThere(const QString &conversationId) const override { return rowOf(conversationId) >= 0; }

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

    client::ConversationExport *exportTo(
        const QString &conversationId, const QString &folder, const client::ExportDocument &document) override
    {
        exports.append({ conversationId, folder });
        lastDocument = document;
        return exporting = new FakeExport;
    }

    void change(const QString &id, const std::function<void(client::ConversationSummary &)> &how)
    {
        const int row = rowOf(id);
        how(rows[row]);
        emit dataChanged(index(row, 0), index(row, 0));
    }

    QList<client::ConversationSummary> rows;
    bool archivedNow = false;
    int archived = 0;
    std::optional<client::RemovedConversation> removed;
    QStringList broughtBack;
    QList<std::pair<QString, QString>> exports; ///< conversation, folder
    client::ExportDocument lastDocument;
    QPointer<FakeExport> exporting; ///< a test says how it goes
    QString current;
    QStringList filters;
    int made = 0;
};

} // namespace facet::ui::test
