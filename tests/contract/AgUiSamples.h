#pragma once

#include "contract/AgUi.h"

namespace facet::contract::test {

/// One of every kind of event that the encoder writes, and every form of those that have several.
QList<AgUiEvent> agUiSamples();

} // namespace facet::contract::test
