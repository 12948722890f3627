#pragma once

#include "ui/widgets/Card.h"

namespace facet::ui {

class Button;
class Label;

/// What can be done with the results that are chosen; lies over the lower edge of the grid.
class SelectionBar : public Card {
    Q_OBJECT
public:
    SelectionBar(Theme &theme, bool compact, QWidget *parent = nullptr);

    /// `comparable`: two that can be shown beside each other. `playable`: some can be played in a sequence.
    void setChosen(int count, bool comparable, bool playable);

signals:
    void favouriteRequested();
    void compareRequested();
    void sequenceRequested();
    void exportRequested();
    void trashRequested();
    void dismissed();

private:
    Button *add(Icon icon, const QString &text, const QString &name, const QString &toolTip);

    Theme &m_theme;
    bool m_compact; ///< icons alone
    Label *m_count;
    Button *m_compare;
    Button *m_sequence;
};

} // namespace facet::ui
