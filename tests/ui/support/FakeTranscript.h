#pragma once

#include "FakeSearch.h"

#include "client/chat/Transcript.h"

#include <QSet>

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
    const client::TranscriptItem &item(int row) const override
    {
        static const client::TranscriptItem placeOnly;
        return isRead(row) ? rows[row] : placeOnly;
    }
    bool isRead(int row) const override { return !unread.contains(row); }
    client::TranscriptItem::Kind kind(int row) const override { return rows[row].kind; }
    void prepare(int first, int last) override { prepared = { first, last }; }
    QFuture<int> rowOfGeneration(const QString &key) override
    {
        int found = -1;
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row).kind == client::TranscriptItem::Kind::Generation
                && rows.at(row).generation.key == key)
                found = row;
        }
        return QtFuture::makeReadyFuture(found);
    }
    QFuture<Result<QStringList>> texts(int first, int last) override
    {
        QStringList all;
        for (int row = first; row <= last; ++row)
            all.append(rows.at(row).text);
        return QtFuture::makeReadyFuture(Result<QStringList>(all));
    }
    FakeSearch &search() override { return m_search; }
    /// The rest of a row that had not been read.
    void readRow(int row)
    {
        unread.remove(row);
        emit dataChanged(index(row, 0), index(row, 0));
    }

    void append(const client::TranscriptItem &item)
    {
        beginInsertRows({}, static_cast<int>(rows.size()), static_cast<int>(rows.size()));
        rows.append(item);
        endInsertRows();
    }
    void insert(int row, const client::TranscriptItem &item)
    {
        beginInsertRows({}, row, row);
        rows.insert(row, item);
        endInsertRows();
    }
    /// Replaces a row, as text streams in or a generation moves.
    void replace(int row, const client::TranscriptItem &item)
    {
        rows[row] = item;
        emit dataChanged(index(row, 0), index(row, 0));
    }
    void setRows(const QList<client::TranscriptItem> &items)
    {
        beginResetModel();
        rows = items;
        endResetModel();
    }
    void clear()
    {
        beginResetModel();
        rows.clear();
        endResetModel();
    }

    QString conversation = QStringLiteral("harbor");
    QList<client::TranscriptItem> rows;
    QSet<int> unread; ///< have a place and a kind only
    std::pair<int, int> prepared{ -1, -1 };

private:
    FakeSearch m_search{ rows };
};

} // namespace facet::ui::test
