#pragma once

#include "client/chat/Transcript.h"

#include <QCoreApplication>

#include <functional>

class QMenu;

namespace facet::ui {

/// What can be done with a row, as a menu.
class TranscriptMenu {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::TranscriptMenu)
public:
    using Play = std::function<void(const client::GenerationRecord &record, int take)>;

    /// Fills the menu for the row, which may leave it empty.
    static void fill(QMenu &menu, const client::TranscriptItem &item, const Play &play);
};

} // namespace facet::ui
