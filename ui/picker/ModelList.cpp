#include "ui/picker/ModelList.h"

#include <QCollator>

#include <algorithm>
#include <limits>

namespace facet::ui {

int ModelList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ModelList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == ModelIdRole)
        return m_rows[index.row()];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        const Model *found = model(index.row());
        return found ? found->name : tr("Automatic");
    }
    return {};
}

void ModelList::setCatalogue(const Catalogue &catalogue)
{
    m_catalogue = catalogue;
    rebuild();
}

void ModelList::setKind(ModelKind kind)
{
    m_kind = kind;
    rebuild();
}

void ModelList::setSearch(const QString &text)
{
    m_search = text.trimmed();
    rebuild();
}

void ModelList::setSort(Sort sort)
{
    m_sort = sort;
    rebuild();
}

const Model *ModelList::model(int row) const
{
    const QString id = m_rows.value(row);
    return id.isEmpty() ? nullptr : m_catalogue.find(id);
}

int ModelList::rowOf(const std::optional<QString> &modelId) const
{
    return static_cast<int>(m_rows.indexOf(modelId.value_or(QString())));
}

void ModelList::rebuild()
{
    beginResetModel();
    QList<const Model *> found;
    for (const Model &model : m_catalogue.models()) {
        if (m_search.isEmpty()) {
            if (model.kind == m_kind || (model.kind == ModelKind::Other && m_kind == ModelKind::Tool))
                found.append(&model);
            continue;
        }
        const auto holds = [this](
                               const QString &text) { return text.contains(m_search, Qt::CaseInsensitive); };
        if (holds(model.name) || holds(model.vendor)
            || std::any_of(model.aliases.begin(), model.aliases.end(), holds))
            found.append(&model);
    }
    const QCollator collator;
    const auto credits = [](const Model *m) {
        return m->perGenerationCredits.value_or(std::numeric_limits<Credits>::max()); // unknown ones last
    };
    std::stable_sort(found.begin(), found.end(), [&](const Model *a, const Model *b) {
        return m_sort == Sort::Name ? collator.compare(a->name, b->name) < 0 : credits(a) < credits(b);
    });
    m_rows.clear();
    if (m_search.isEmpty())
        m_rows.append(QString());
    for (const Model *model : found)
        m_rows.append(model->id);
    endResetModel();
}

} // namespace facet::ui
