#pragma once

#include "domain/Enums.h"

#include <QCoreApplication>

namespace facet::client {
class Composer;
}

namespace facet::ui {

/// What an agent would take for the draft that is open, in words: the tool tip of its place in the header and
/// in the menu.
class AgentWords {
    Q_DECLARE_TR_FUNCTIONS(AgentWords)
public:
    static QString hint(const client::Composer &composer, AgentVersion agent);
};

} // namespace facet::ui
