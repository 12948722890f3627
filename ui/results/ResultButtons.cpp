#include "ui/results/ResultButtons.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QGridLayout>

namespace facet::ui {

using Action = ResultActions::Action;

ResultButtons::ResultButtons(
    Theme &theme, ResultActions &actions, std::function<ResultRef()> shown, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_shown(std::move(shown))
    , m_frame(nullptr)
    , m_hint(new Label(theme, TextRole::Small, TextTone::Text3,
          tr("Drag the picture into your editor to drop the file there."), this))
{
    for (const Action action : { Action::ContinueFromLast, Action::Recreate, Action::SaveAs,
             Action::ShowInFolder, Action::AddToSequence })
        add(action);
    // After the others, as it stands: Tab follows the eye.
    m_frame = new Button(theme, Button::Kind::Secondary, tr("Use this frame"), this);
    m_frame->setGlyph(Icon::Camera);
    m_frame->setChevron(true);
    m_frame->setToolTip(tr("The frame that is shown, in full size. S saves it as a PNG."));
    setName(m_frame, QStringLiteral("Use this frame"));
    connect(m_frame, &Button::clicked, this, &ResultButtons::openFrameMenu);
    m_hint->setWordWrap(true);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(12);
    box->addLayout(grid);
    box->addWidget(m_hint);
    int place = 0;
    for (const auto &[action, button] : std::as_const(m_buttons)) {
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    grid->addWidget(m_frame, place / 2, place % 2);
}

Button *ResultButtons::add(Action action)
{
    auto *button = new Button(m_theme, Button::Kind::Secondary, ResultActions::text(action), this);
    button->setGlyph(ResultActions::glyph(action));
    setName(button, ResultActions::name(action));
    connect(
        button, &Button::clicked, this, [this, action] { m_actions.perform(action, m_shown(), window()); });
    m_buttons.append({ action, button });
    return button;
}

void ResultButtons::refresh()
{
    const ResultRef result = m_shown();
    for (const auto &[action, button] : std::as_const(m_buttons)) {
        const bool offered = m_actions.isOffered(action, result);
        button->setVisible(offered);
        button->setEnabled(offered && m_actions.isEnabled(action, result));
    }
    const bool isHere = m_actions.isEnabled(Action::GrabStart, result);
    m_frame->setText(result.isImage() ? tr("Use this image") : tr("Use this frame"));
    m_frame->setVisible(m_actions.isOffered(Action::GrabStart, result));
    m_frame->setEnabled(isHere);
    m_hint->setVisible(isHere);
}

void ResultButtons::openFrameMenu()
{
    QMenu *menu = m_actions.frameMenu(m_shown(), this);
    menu->popup(m_frame->mapToGlobal(QPoint(0, m_frame->height() + 4)));
}

} // namespace facet::ui
