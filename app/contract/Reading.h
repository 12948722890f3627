#pragma once

#include "contract/Codecs.h"
#include "contract/Reader.h"

/// Readers of resources that other resources hold.
namespace facet::contract {

template <>
Options read<Options>(Reader &);
template <>
Benefit read<Benefit>(Reader &);
template <>
Plan read<Plan>(Reader &);
template <>
Balance read<Balance>(Reader &);
template <>
InputRef read<InputRef>(Reader &);
template <>
Asset read<Asset>(Reader &);
template <>
Quote read<Quote>(Reader &);

/// "1.0" or "2.0". Anything else is refused with the code "unknown_agent", which lists leave out: there is
/// no agent to talk to behind it.
AgentVersion readAgent(Reader &reader, const char *key);

} // namespace facet::contract
