#include "ui/picker/ModelList.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <numeric>

namespace facet::ui {

namespace {
constexpr int automatic = -1;
}

int ModelList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ModelList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Model *found = model(index.row());
    switch (role) {
    case ModelIdRole:
        return found ? found->id : QString();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return found ? found->name : tr("Automatic");
    case Qt::AccessibleDescriptionRole:
        return m_describe ? m_describe(found) : QString();
    default:
        return {};
    }
}

void ModelList::setCatalogue(const Catalogue &catalogue, const QList<Benefit> &benefits)
{
    // Preparing the search takes longer than all else here, and the same catalogue comes again and again.
    if (!m_nameRank.empty() && benefits == m_benefits
        && (catalogue.models().constData() == m_catalogue.models().constData() || catalogue == m_catalogue)) {
        m_catalogue = catalogue;
        return;
    }
    m_catalogue = catalogue;
    m_benefits = benefits;
    m_searcher = ModelSearch(catalogue, benefits);
    const QList<Model> &models = m_catalogue.models();
    const auto count = static_cast<std::size_t>(models.size());
    m_covered.assign(count, false);
    for (std::size_t i = 0; i < count; ++i)
        m_covered[i] = std::any_of(benefits.begin(), benefits.end(),
            [&](const Benefit &b) { return b.modelId == models[static_cast<qsizetype>(i)].id; });
    QCollator collator;
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(count);
    for (const Model &model : models)
        keys.push_back(collator.sortKey(model.name));
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&keys](std::size_t a, std::size_t b) { return keys[a].compare(keys[b]) < 0; });
    m_nameRank.assign(count, 0);
    for (std::size_t place = 0; place < count; ++place)
        m_nameRank[order[place]] = static_cast<int>(place);
    rebuild();
}

void ModelList::setKind(ModelKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    if (m_search.isEmpty())
        rebuild();
}

void ModelList::setSearch(const QString &text)
{
    if (text.trimmed() == m_search)
        return;
    m_search = text.trimmed();
    rebuild();
}

void ModelList::setSort(Sort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    rebuild();
}

const Model *ModelList::model(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)] == automatic)
        return nullptr;
    return &m_catalogue.models()[m_rows[static_cast<std::size_t>(row)]];
}

int ModelList::rowOf(const std::optional<QString> &modelId) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const Model *found = model(row);
        if (found ? found->id == modelId : !modelId)
            return row;
    }
    return -1;
}

QList<ModelList::Row> ModelList::found() const
{
    QList<Row> rows;
    if (!m_search.isEmpty()) {
        for (const ModelSearch::Hit &hit : m_searcher.find(m_search))
            rows.append({ hit.model, hit.byName });
        return rows;
    }
    const QList<Model> &models = m_catalogue.models();
    for (int i = 0; i < models.size(); ++i) {
        const ModelKind kind = models[i].kind;
        if (kind == m_kind || (kind == ModelKind::Other && m_kind == ModelKind::Tool))
            rows.append({ i, true });
    }
    return rows;
}

bool ModelList::precedes(const Row &a, const Row &b) const
{
    if (a.byName != b.byName)
        return a.byName;
    const auto at = [](const Row &row) { return static_cast<std::size_t>(row.model); };
    if (m_sort == Sort::Name)
        return m_nameRank[at(a)] < m_nameRank[at(b)];
    if (m_sort == Sort::CoveredFirst && m_covered[at(a)] != m_covered[at(b)])
        return m_covered[at(a)];
    const auto credits = [this](const Row &row) { // unknown ones last
        return m_catalogue.models()[row.model].perGenerationCredits.value_or(
            std::numeric_limits<Credits>::max());
    };
    return credits(a) < credits(b);
}

void ModelList::rebuild()
{
    beginResetModel();
    QList<Row> rows = found();
    std::stable_sort(rows.begin(), rows.end(), [this](const Row &a, const Row &b) { return precedes(a, b); });
    m_rows.clear();
    if (m_search.isEmpty())
        m_rows.push_back(automatic);
    for (const Row &row : std::as_const(rows))
        m_rows.push_back(row.model);
    endResetModel();
}

} // namespace facet::ui
