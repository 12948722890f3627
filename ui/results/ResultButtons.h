#pragma once

#include "ui/results/ResultActions.h"

#include <QWidget>

#include <functional>

namespace facet::ui {

class Button;
class Label;

/// The actions of a result as buttons, under the preview.
class ResultButtons : public QWidget {
    Q_OBJECT
public:
    /// `shown`: what is on screen when a button is pressed, its frame included.
    ResultButtons(
        Theme &theme, ResultActions &actions, std::function<ResultRef()> shown, QWidget *parent = nullptr);

    /// Another result, or its file came or went: the buttons follow.
    void refresh();

private:
    Button *add(ResultActions::Action action);
    void openFrameMenu();

    Theme &m_theme;
    ResultActions &m_actions;
    std::function<ResultRef()> m_shown;
    QList<std::pair<ResultActions::Action, Button *>> m_buttons;
    Button *m_frame;
    Label *m_hint;
};

} // namespace facet::ui
