#pragma once

#include "ui/theme/Tokens.h"

#include <QString>

namespace facet::ui {

/// The application's style sheet: only for Qt's own controls (line edits, menus, scroll bars, …); the
/// project's widgets paint themselves from the same tokens.
QString styleSheet(const Tokens &tokens);

} // namespace facet::ui
