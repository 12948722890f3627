#include "domain/Model.h"

#include <algorithm>

namespace facet {

const Model *Catalogue::find(QStringView id) const
{
    const auto it =
        std::find_if(m_models.cbegin(), m_models.cend(), [id](const Model &model) { return model.id == id; });
    return it == m_models.cend() ? nullptr : &*it;
}

} // namespace facet
