#pragma once

#include "client/library/Library.h"

#include <QIdentityProxyModel>

namespace facet::ui {

/// The library's rows with words on them: what a tile is called for whoever does not see it, and its tool
/// tip.
class LibraryRows : public QIdentityProxyModel {
    Q_OBJECT
public:
    explicit LibraryRows(client::Library &library, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    client::Library &m_library;
};

} // namespace facet::ui
