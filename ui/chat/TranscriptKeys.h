#pragma once

#include "ui/chat/TranscriptSelection.h"

#include <QTextCursor>

class QKeyEvent;

namespace facet::ui {

class TranscriptView;

/// The keyboard in the transcript: arrows go from message to message, with Shift they select text across
/// messages; Enter and Space play, Left and Right go through the takes of a result.
class TranscriptKeys {
public:
    explicit TranscriptKeys(TranscriptView &view)
        : m_view(view)
    {
    }

    /// False: it means nothing here.
    bool press(const QKeyEvent &event);

private:
    bool moveSelection(const QKeyEvent &event);
    bool moveKeyboard(const QKeyEvent &event);
    void goTo(int row);
    void step(int by);
    TextPlace moved(TextPlace from, QTextCursor::MoveOperation operation, bool forward) const;
    TextPlace begin() const;
    TextPlace end() const;

    TranscriptView &m_view;
};

} // namespace facet::ui
