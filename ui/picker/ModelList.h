#pragma once

#include "domain/ModelSearch.h"

#include <QAbstractListModel>

#include <functional>

namespace facet::ui {

/// The rows of ✨: "Automatic" first, then the models of a kind, or those of every kind that a search finds,
/// sorted. What stands by its name before what merely can do what was searched for.
class ModelList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ModelIdRole = Qt::UserRole }; ///< empty for Automatic
    enum class Sort { Credits, Name, CoveredFirst };
    using Describe = std::function<QString(const Model *)>; ///< null: Automatic

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// What a row says beside its name, for assistive technology.
    void setDescribe(Describe describe) { m_describe = std::move(describe); }
    void setCatalogue(const Catalogue &catalogue, const QList<Benefit> &benefits = {});
    void setKind(ModelKind kind);
    ModelKind kind() const { return m_kind; }
    /// A search looks through every kind.
    void setSearch(const QString &text);
    void setSort(Sort sort);
    Sort sort() const { return m_sort; }

    /// Null for Automatic.
    const Model *model(int row) const;
    int rowOf(const std::optional<QString> &modelId) const; ///< -1: not among the rows

private:
    struct Row {
        int model = 0; ///< index in the catalogue
        bool byName = true;
    };
    void rebuild();
    QList<Row> found() const;
    bool precedes(const Row &a, const Row &b) const;

    Catalogue m_catalogue;
    QList<Benefit> m_benefits;
    ModelSearch m_searcher;
    std::vector<int> m_nameRank; ///< place of each model in the alphabet
    std::vector<bool> m_covered;
    ModelKind m_kind = ModelKind::Video;
    QString m_search;
    Sort m_sort = Sort::Credits;
    Describe m_describe;
    std::vector<int> m_rows; ///< indexes in the catalogue; -1: Automatic
};

} // namespace facet::ui
