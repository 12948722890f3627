#pragma once

#include "client/chat/Transcript.h"

#include <QCoreApplication>

#include <functional>

class QContextMenuEvent;
class QMenu;

namespace facet::ui {

class TranscriptView;

/// What can be done with a row, as a menu.
class TranscriptMenu {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::TranscriptMenu)
public:
    /// Adds what else can be done with a take (from 0) of a finished result.
    using ResultActions = std::function<void(QMenu &menu, const client::GenerationRecord &record, int take)>;

    /// Opens it where it was asked for: at the mouse, or at the row with the keyboard.
    static void open(TranscriptView &view, const QContextMenuEvent &event, const ResultActions &more);

private:
    /// For a row, which may leave it empty.
    static void fill(QMenu &menu, TranscriptView &view, int row, int take, const ResultActions &more);
};

} // namespace facet::ui
