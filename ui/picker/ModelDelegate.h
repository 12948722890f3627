#pragma once

#include "client/session/Session.h"
#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace facet::ui {

class ModelList;

/// One row of ✨: badge, name, "Unlimited" where the plan covers it, how it starts, credits at defaults.
class ModelDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ModelDelegate(Theme &theme, client::Session &session, ModelList &list, QObject *parent);

    /// What Automatic comes to now; empty: not known.
    void setAutomatic(const QString &modelName, std::optional<Credits> credits);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString subtitle(const Model &model) const;

    Theme &m_theme;
    client::Session &m_session;
    ModelList &m_list;
    QString m_automaticModel;
    std::optional<Credits> m_automaticCredits;
};

} // namespace facet::ui
