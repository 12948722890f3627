// The part of ComposerView that follows what the quote band suggests.
#include "ui/composer/ComposerView.h"

#include "client/composer/Composer.h"
#include "ui/composer/AttachmentArea.h"
#include "ui/composer/QuoteBand.h"

#include <QApplication>

namespace facet::ui {

void ComposerView::act(const Suggestion &suggestion)
{
    switch (suggestion.kind) {
    case SuggestionKind::AttachImage:
        addImages();
        return;
    case SuggestionKind::AddFrame: {
        const InputRole role = inputRoleFromWire(suggestion.to);
        m_attachments->chooseFrame(role == InputRole::EndFrame ? role : InputRole::StartFrame);
        return;
    }
    case SuggestionKind::TopUp:
        emit topUpRequested(suggestion.to.toLongLong());
        return;
    case SuggestionKind::ChangePlan:
        emit plansRequested();
        return;
    case SuggestionKind::SwitchAgent:
    case SuggestionKind::UseModel:
    case SuggestionKind::Shorten:
    case SuggestionKind::LowerResolution:
    case SuggestionKind::LowerCount:
    case SuggestionKind::Other:
        follow(suggestion);
        return;
    }
}

void ComposerView::follow(const Suggestion &suggestion)
{
    client::Composer &composer = m_parts.composer;
    const bool byKeyboard = m_band->isAncestorOf(QApplication::focusWidget());
    const Undoing before{ composer.agent(), composer.pickedModel(), composer.options(), suggestion };
    composer.apply(suggestion);
    m_undo = before;
    m_undoTimer.start();
    refreshQuote();
    if (byKeyboard) // the button that was pressed is gone
        focusMessage();
}

void ComposerView::undo()
{
    if (!m_undo)
        return;
    const Undoing before = *m_undo;
    const bool byKeyboard = m_band->isAncestorOf(QApplication::focusWidget());
    forgetUndo();
    m_parts.composer.setAgent(before.agent);
    m_parts.composer.pickModel(before.modelId);
    m_parts.composer.setOptions(before.options);
    refreshQuote();
    if (byKeyboard)
        focusMessage();
}

void ComposerView::forgetUndo()
{
    m_undo.reset();
    m_undoTimer.stop();
}

} // namespace facet::ui
