#pragma once

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
};

/// All conversations, latest first; a new one appears with its first message.
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
    /// Only titles and prompts that contain `text` stay; empty: all.
    virtual void setFilter(const QString &text) = 0;

signals:
    void currentChanged();
    void storeFailed(const facet::Error &error); ///< the history cannot be read or written
};

} // namespace facet::client

Q_DECLARE_METATYPE(facet::client::ConversationSummary)
