#pragma once

#include "domain/Budget.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QSpinBox;

namespace facet::ui {

/// Three amounts in credits: ask above, daily budget, monthly budget. 0 is shown as a word.
class LimitFields : public QWidget {
    Q_OBJECT
public:
    /// `forOneChat`: an empty field means that what is set for everything holds.
    LimitFields(Theme &theme, bool forOneChat, QWidget *parent = nullptr);

    SpendingLimit limit() const;
    /// Does not emit changed().
    void setLimit(const SpendingLimit &limit);
    /// What was spent so far, said below the budgets.
    void setSpent(const SpentSoFar &spent);
    void focusMonthly();

signals:
    void changed();

private:
    QSpinBox *addField(const QString &title, const QString &name, const QString &hint);
    QString used(Credits spent, Credits budget) const;
    void refreshHints();

    Theme &m_theme;
    QString m_none; ///< what 0 is called
    QSpinBox *m_askAbove;
    QSpinBox *m_daily;
    QSpinBox *m_monthly;
    SpentSoFar m_spent;
    QList<class Label *> m_hints;
};

} // namespace facet::ui
