#pragma once

#include "client/session/Session.h"
#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace facet::ui {

class ModelList;

/// One row of ✨: badge, name, "Unlimited" where the plan covers it, what else it is good at, how it starts,
/// credits at defaults. What does not fit the attached files is grey and says why.
class ModelDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ModelDelegate(Theme &theme, client::Session &session, ModelList &list, QObject *parent);

    /// What Automatic comes to now; empty: not known.
    void setAutomatic(const QString &modelName, std::optional<Credits> credits);

    /// What is attached to the message now.
    void setInputs(const QList<InputRole> &inputs) { m_inputs = inputs; }
    /// Everything a row shows beside the name, in words; null: Automatic.
    QString describe(const Model *model) const;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Look; ///< what a row is painted from
    Look lookOf(const Model *model) const;
    struct Right { ///< where the figures of both lines begin
        int upper = 0;
        int lower = 0;
    };
    Right paintFigure(QPainter &painter, const QRect &row, const Look &look) const;
    void paintTexts(QPainter &painter, const QRect &row, Right right, const Look &look) const;

    Theme &m_theme;
    client::Session &m_session;
    ModelList &m_list;
    QList<InputRole> m_inputs;
    QString m_automaticModel;
    std::optional<Credits> m_automaticCredits;
};

} // namespace facet::ui
