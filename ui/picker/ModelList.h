#pragma once

#include "domain/Model.h"

#include <QAbstractListModel>

namespace facet::ui {

/// The rows of ✨: "Automatic" first, then the models of a kind that match a search, sorted. Names in the
/// user's words count too: the catalogue's aliases are searched as well.
class ModelList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ModelIdRole = Qt::UserRole }; ///< empty for Automatic
    enum class Sort { Credits, Name };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setCatalogue(const Catalogue &catalogue);
    void setKind(ModelKind kind);
    ModelKind kind() const { return m_kind; }
    /// A search looks through every kind.
    void setSearch(const QString &text);
    void setSort(Sort sort);

    /// Null for Automatic.
    const Model *model(int row) const;
    int rowOf(const std::optional<QString> &modelId) const; ///< -1: not among the rows

private:
    void rebuild();

    Catalogue m_catalogue;
    ModelKind m_kind = ModelKind::Video;
    QString m_search;
    Sort m_sort = Sort::Credits;
    QStringList m_rows; ///< model ids; Automatic is an empty one
};

} // namespace facet::ui
