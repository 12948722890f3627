#include "ui/library/SelectionBar.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>

namespace facet::ui {

SelectionBar::SelectionBar(Theme &theme, bool compact, QWidget *parent)
    : Card(theme, Fill::Raised, Theme::popoverRadius, parent)
    , m_theme(theme)
    , m_compact(compact)
    , m_count(new Label(theme, TextRole::BodyStrong, TextTone::Text1))
    , m_compare(nullptr)
    , m_sequence(nullptr)
{
    setName(this, QStringLiteral("Selection"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(compact ? 12 : 18, 8, 12, 8);
    row->setSpacing(6);
    row->addWidget(m_count);
    row->addSpacing(6);
    Button *favourite = add(Icon::Star, {}, QStringLiteral("Favourite"), tr("Favourite (F)"));
    m_compare = add(Icon::Columns, tr("Compare"), QStringLiteral("Compare"), tr("Compare these two"));
    m_sequence = add(
        Icon::Layers, tr("Sequence"), QStringLiteral("Sequence"), tr("Play these videos one after another"));
    Button *copies =
        add(Icon::Download, tr("Export…"), QStringLiteral("Export"), tr("Copy the files to a folder"));
    auto *trash = compact ? new Button(theme, Button::Kind::Danger, Icon::Trash,
                      QStringLiteral("Move to trash"), tr("Move to trash (Delete)"))
                          : new Button(theme, Button::Kind::Danger, tr("Move to trash"));
    setName(trash, QStringLiteral("Move to trash"));
    auto *close = new Button(
        theme, Button::Kind::Quiet, Icon::Close, QStringLiteral("Clear selection"), tr("Choose none (Esc)"));
    row->addWidget(trash);
    row->addWidget(close);
    connect(favourite, &Button::clicked, this, &SelectionBar::favouriteRequested);
    connect(m_compare, &Button::clicked, this, &SelectionBar::compareRequested);
    connect(m_sequence, &Button::clicked, this, &SelectionBar::sequenceRequested);
    connect(copies, &Button::clicked, this, &SelectionBar::exportRequested);
    connect(trash, &Button::clicked, this, &SelectionBar::trashRequested);
    connect(close, &Button::clicked, this, &SelectionBar::dismissed);
}

Button *SelectionBar::add(Icon icon, const QString &text, const QString &name, const QString &toolTip)
{
    auto *button = m_compact || text.isEmpty()
        ? new Button(m_theme, Button::Kind::Secondary, icon, name, toolTip)
        : new Button(m_theme, Button::Kind::Secondary, text);
    button->setGlyph(icon);
    button->setToolTip(toolTip);
    setName(button, name);
    layout()->addWidget(button);
    return button;
}

void SelectionBar::setChosen(int count, bool comparable, bool playable)
{
    m_count->setText(tr("%n selected", nullptr, count));
    m_compare->setVisible(comparable);
    m_sequence->setVisible(playable);
    adjustSize();
}

} // namespace facet::ui
