#pragma once

#include <QString>

namespace facet::ui {

/// "00:01.92": minutes, seconds, hundredths; the same in every language, as on every editing machine.
QString timecode(qint64 ms);

} // namespace facet::ui
