#pragma once

#include "client/chat/Transcript.h"

#include <QCoreApplication>

#include <functional>

class QMenu;

namespace facet::ui {

class TranscriptView;

/// What can be done with a row, as a menu.
class TranscriptMenu {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::TranscriptMenu)
public:
    /// Adds what else can be done with a take (from 0) of a finished result.
    using ResultActions = std::function<void(QMenu &menu, const client::GenerationRecord &record, int take)>;

    /// Fills the menu for the row, which may leave it empty.
    static void fill(
        QMenu &menu, TranscriptView &view, int row, int take, const ResultActions &resultActions);
};

} // namespace facet::ui
