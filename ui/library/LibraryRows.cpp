#include "ui/library/LibraryRows.h"

#include "ui/library/LibraryWords.h"

namespace facet::ui {

LibraryRows::LibraryRows(client::Library &library, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_library(library)
{
    setSourceModel(&library);
}

QVariant LibraryRows::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, role);
    const auto result = index.isValid() ? m_library.result(index.row()) : std::nullopt;
    if (!result)
        return {};
    return role == Qt::ToolTipRole ? LibraryWords::toolTip(*result) : LibraryWords::spoken(*result);
}

} // namespace facet::ui
