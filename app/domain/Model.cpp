#include "domain/Model.h"

namespace facet {

bool isUsable(const Model &model)
{
    switch (model.status) {
    case ModelStatus::Ready:
    case ModelStatus::Draft:
    case ModelStatus::Other: // a status of a later version: let the service have the last word
        return true;
    case ModelStatus::NeedsConnection:
    case ModelStatus::RetiredUpstream:
        return false;
    }
    return false;
}

Catalogue::Catalogue(QList<Model> models)
    : m_models(std::move(models))
{
    auto index = std::make_shared<Index>();
    QList<QStringList> names;
    names.reserve(m_models.size());
    for (qsizetype i = 0; i < m_models.size(); ++i) {
        names.append(QStringList{ m_models[i].name } + m_models[i].aliases);
        if (!index->byId.contains(m_models[i].id))
            index->byId.insert(m_models[i].id, static_cast<int>(i));
    }
    index->names = AliasIndex(names);
    m_index = std::move(index);
}

const Model *Catalogue::find(QStringView id) const
{
    if (!m_index)
        return nullptr;
    const auto it = m_index->byId.constFind(id.toString());
    return it == m_index->byId.constEnd() ? nullptr : &m_models[*it];
}

QList<AliasHit> Catalogue::namesIn(QStringView text) const
{
    return m_index ? m_index->names.find(text) : QList<AliasHit>{};
}

} // namespace facet
