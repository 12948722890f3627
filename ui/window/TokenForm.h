#pragma once

#include "ui/widgets/Card.h"

class QLineEdit;

namespace facet::ui {

class Button;
class Label;

/// Asks for a service's token, once.
class TokenForm : public Card {
    Q_OBJECT
public:
    explicit TokenForm(Theme &theme, QWidget *parent = nullptr);

    /// `problem`: why it is asked again; empty the first time.
    void present(const QString &serviceUrl, const QString &problem);
    void focusToken();

signals:
    void tokenGiven(const QString &token);

private:
    void give();

    Label *m_text;
    Label *m_problem;
    QLineEdit *m_token;
    Button *m_connect;
};

} // namespace facet::ui
