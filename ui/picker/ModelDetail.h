#pragma once

#include "client/session/Session.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

class Button;
class Chip;
class Label;
class ModelHeading;
class PriceTable;

/// The right side of ✨: what a model costs, what the user's plan covers, its limits, how many the balance
/// buys, and the button that takes it.
class ModelDetail : public QWidget {
    Q_OBJECT
public:
    ModelDetail(Theme &theme, client::Session &session, QWidget *parent = nullptr);

    /// `current`: the options that a message would have with it now.
    void present(const Model &model, const Options &current);
    /// Automatic: `quote` is what it comes to now.
    void presentAutomatic(const Quote &quote, AgentVersion agent);

signals:
    void useRequested();

private:
    QString coverage(const Model &model) const;
    QString limits(const Model &model) const;
    void setFigure(std::optional<Credits> credits, const QString &what, const QString &at);
    void setEnough(std::optional<Credits> credits);

    client::Session &m_session;
    ModelHeading *m_heading;
    Label *m_figure;
    Label *m_figureWhat;
    Label *m_figureAt;
    Chip *m_cover;
    Label *m_problem;
    PriceTable *m_table;
    Label *m_text;
    Label *m_limits;
    Label *m_enough;
    Button *m_use;
};

} // namespace facet::ui
