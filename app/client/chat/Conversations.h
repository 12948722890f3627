#pragma once

#include "client/chat/ConversationExport.h"
#include "domain/Error.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace facet::client {

/// One conversation as the sidebar shows it.
struct ConversationSummary {
    QString id;
    QString title; ///< from the first message; "New chat" is the window's word for an empty one
    QString subtitleModel; ///< last model used, for "Carat Video · 6 videos"
    int videos = 0;
    int images = 0;
    int running = 0; ///< generations under way
    std::optional<double> progress; ///< 0..1 over the running ones
    QString posterPath; ///< of the latest result; empty: none
    QDateTime updatedAt; ///< UTC
    QDateTime pinnedAt = {}; ///< UTC; empty: not pinned
    bool archived = false;

    bool isPinned() const { return pinnedAt.isValid() && !archived; }
};

/// A conversation that was deleted and can still be brought back.
struct RemovedConversation {
    QString id;
    QString title;
    int files = 0; ///< its results on disk; they stay there
    int underWay = 0; ///< generations that go on to their end
};

/// All conversations: the pinned ones, then the others, latest first; a new one appears with its first
/// message. Archived ones are out of sight until they are asked for, or something is said in them.
class Conversations : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, SummaryRole };
    using QAbstractListModel::QAbstractListModel;

    virtual const ConversationSummary &summary(int row) const = 0;
    virtual int rowOf(const QString &conversationId) const = 0; ///< -1: not there (a new one)
    virtual QString currentId() const = 0;
    /// Title of the open one; empty for a new one.
    virtual QString currentTitle() const = 0;
    virtual void open(const QString &conversationId) = 0;
    virtual void openNew() = 0;
    /// Only titles and prompts that contain `text` stay, archived ones too; empty: all.
    virtual void setFilter(const QString &text) = 0;

    /// Instead of the others, while nothing is searched for.
    virtual void showArchived(bool archived) = 0;
    virtual bool archivedShown() const = 0;
    virtual int archivedCount() const = 0;

    /// An empty title changes nothing.
    virtual void rename(const QString &conversationId, const QString &title) = 0;
    virtual void setPinned(const QString &conversationId, bool pinned) = 0;
    virtual void setArchived(const QString &conversationId, bool archived) = 0;
    /// It can be brought back until it is no longer lastRemoved(), also after a restart. What runs in it goes
    /// on to its end, and the files of its results stay where they are.
    virtual void remove(const QString &conversationId) = 0;
    /// The one removed last of those that can be brought back.
    virtual std::optional<RemovedConversation> lastRemoved() const = 0;
    virtual void bringBack(const QString &conversationId) = 0;
    /// False: there is nothing to open any more.
    virtual bool isThere(const QString &conversationId) const = 0;

    /// Begins at once; deletes itself when it has ended.
    virtual ConversationExport *exportTo(
        const QString &conversationId, const QString &folder, const ExportDocument &document) = 0;

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const Qt::ItemFlags flags = QAbstractListModel::flags(index);
        return index.isValid() ? flags | Qt::ItemIsEditable : flags;
    }
    /// Qt::EditRole: rename().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override
    {
        if (role != Qt::EditRole || !index.isValid())
            return false;
        rename(summary(index.row()).id, value.toString());
        return true;
    }

signals:
    void archiveChanged(); ///< archivedShown() or archivedCount()
    void removedChanged(); ///< lastRemoved()
    void currentChanged();
    void storeFailed(const facet::Error &error); ///< the history cannot be read or written
};

} // namespace facet::client

Q_DECLARE_METATYPE(facet::client::ConversationSummary)
