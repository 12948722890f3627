#pragma once

#include "client/session/Session.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QScrollArea;

namespace facet::ui {

class Button;
class Chip;
class Label;
class ModelHeading;
class PriceTable;

/// The right side of ✨: what a model costs, what the user's plan covers, its limits, how many the balance
/// buys, and the buttons that take it and lead to the plans.
class ModelDetail : public QWidget {
    Q_OBJECT
public:
    ModelDetail(Theme &theme, client::Session &session, QWidget *parent = nullptr);

    /// `current`: the options that a message would have with it now. `inputs`: what is attached.
    void present(const Model &model, const Options &current, const QList<InputRole> &inputs);
    /// Automatic: `quote` is what it comes to now.
    void presentAutomatic(const Quote &quote, AgentVersion agent);

signals:
    void useRequested();
    void plansRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *makeBottom();
    void showCover(const Model &model);
    void showState(const Model &model, const QList<InputRole> &inputs);
    void setFigure(std::optional<Credits> credits, const QString &what, const QString &at);
    void setEnough(std::optional<Credits> credits);

    client::Session &m_session;
    QScrollArea *m_scroll;
    ModelHeading *m_heading;
    Label *m_figure;
    Label *m_figureWhat;
    Label *m_figureAt;
    Chip *m_cover;
    Label *m_state; ///< draft, needs a connection, closed, does not fit
    PriceTable *m_table;
    Label *m_text;
    Label *m_limits;
    Label *m_enough;
    Button *m_plans;
    Button *m_use;
};

} // namespace facet::ui
