#include "client/sequence/Sequence.h"

namespace facet::client {

int Sequence::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_clips.size());
}

QVariant Sequence::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SequenceClip &clip = m_clips.at(index.row());
    if (role == ClipRole)
        return QVariant::fromValue(clip);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return clip.record.generation.prompt.simplified();
    return {};
}

double Sequence::seconds() const
{
    double sum = 0;
    for (const SequenceClip &clip : m_clips)
        sum += clip.seconds();
    return sum;
}

QStringList Sequence::paths() const
{
    QStringList all;
    for (const SequenceClip &clip : m_clips)
        all.append(clip.path());
    return all;
}

void Sequence::add(const QList<SequenceClip> &clips)
{
    if (clips.isEmpty())
        return;
    const int end = rowCount();
    beginInsertRows({}, end, end + static_cast<int>(clips.size()) - 1);
    m_clips.append(clips);
    endInsertRows();
    save();
    emit changed();
}

void Sequence::move(int from, int to)
{
    const int count = rowCount();
    if (from == to || from < 0 || to < 0 || from >= count || to >= count)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_clips.move(from, to);
    endMoveRows();
    save();
    emit changed();
}

void Sequence::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_clips.removeAt(row);
    endRemoveRows();
    save();
    emit changed();
}

void Sequence::clear()
{
    show({});
    save();
}

void Sequence::show(const QList<SequenceClip> &clips)
{
    beginResetModel();
    m_clips = clips;
    endResetModel();
    emit changed();
}

void Sequence::refresh(const GenerationRecord &record)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_clips.at(row).record.key != record.key)
            continue;
        m_clips[row].record = record;
        emit dataChanged(index(row), index(row));
    }
}

} // namespace facet::client
