#pragma once

#include "ui/widgets/Card.h"

namespace facet::ui {

class Button;
class Label;
class ProgressLine;

/// Something the sidebar has to say, at its foot: a sentence, how far it is, at most one thing to do about
/// it.
class SidebarCard : public Card {
    Q_OBJECT
public:
    SidebarCard(Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// Shows it and has it read out. `name` is the English accessible name of the button.
    void say(const QString &sentence, const QString &action, const QString &name);
    /// 0..1; without a value there is no line.
    void setProgress(std::optional<double> share);
    void setDismissible(bool dismissible);
    QString sentence() const;

signals:
    void acted();

private:
    Label *m_sentence;
    ProgressLine *m_line;
    Button *m_action;
    Button *m_close;
};

} // namespace facet::ui
