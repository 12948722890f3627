#pragma once

#include "client/generation/GenerationRecord.h"

#include <QAbstractListModel>

namespace facet::client {

/// One clip of a sequence.
struct SequenceClip {
    GenerationRecord record;
    int take = 0; ///< 0-based

    QString path() const { return take < record.assets.size() ? record.assets.at(take).filePath : QString(); }
    QString posterPath() const
    {
        return take < record.assets.size() ? record.assets.at(take).posterPath : QString();
    }
    Asset asset() const { return record.generation.assets.value(take); }
    double seconds() const { return asset().durationS.value_or(0); }
};

/// Clips of the open conversation in the order in which they are played and exported as one. Kept on disk
/// with every change. The same clip may be in it more than once.
class Sequence : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ClipRole = Qt::UserRole };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QList<SequenceClip> &clips() const { return m_clips; }
    double seconds() const; ///< of all of them
    QStringList paths() const;

    void add(const GenerationRecord &record, int take) { add({ { record, take } }); }
    void add(const QList<SequenceClip> &clips); ///< at the end, in this order
    /// `to`: the row it has afterwards.
    void move(int from, int to);
    void remove(int row);
    void clear();

signals:
    void changed(); ///< clips or their order, also by opening another conversation

protected:
    void show(const QList<SequenceClip> &clips);
    /// The clips of a generation are other ones now (fetched again).
    void refresh(const GenerationRecord &record);
    virtual void save() = 0;

private:
    QList<SequenceClip> m_clips;
};

} // namespace facet::client

Q_DECLARE_METATYPE(facet::client::SequenceClip)
