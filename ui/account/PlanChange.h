#pragma once

#include "domain/Account.h"
#include "ui/theme/Theme.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace facet::client {
class Session;
}

namespace facet::ui {

class Button;
class Card;
class Label;

/// The plans of the bundled service, one button each. A click says first what would change; only the second
/// one changes it.
class PlanChange : public QWidget {
    Q_OBJECT
public:
    PlanChange(Theme &theme, client::Session &session, QWidget *parent = nullptr);

    void refresh();
    /// Back to the list, nothing chosen.
    void forget();

signals:
    void said(const QString &sentence, bool bad);
    void resized(); ///< it wants another height

private:
    void propose(const QString &planId);
    void change();

    Theme &m_theme;
    client::Session &m_session;
    QHash<QString, Button *>
        m_buttons; ///< by plan id, made once: the pressed one outlives the change it makes
    QVBoxLayout *m_rows;
    Card *m_box;
    Label *m_changes;
    Button *m_change;
    QString m_proposed; ///< plan id; empty: none
};

} // namespace facet::ui
