#pragma once

#include "client/sequence/Sequence.h"

namespace facet::ui::test {

class FakeSequence : public client::Sequence {
public:
    int saves = 0;

protected:
    void save() override { ++saves; }
};

} // namespace facet::ui::test
