#pragma once

#include "client/sequence/ExportPlan.h"
#include "client/sequence/Sequence.h"

#include <QCoreApplication>

namespace facet::ui {

/// What is said about a sequence and its export.
class SequenceWords {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::SequenceWords)
public:
    /// "3 clips · 0:15"
    static QString summary(const client::Sequence &sequence);
    /// "0:05 · 1280×720 · 24 fps"
    static QString facts(const client::SequenceClip &clip);
    /// How the export is going to be made, and why so.
    static QString plan(const client::ExportPlan &plan);

private:
    static QString reason(client::ExportPlan::Reason reason);
};

} // namespace facet::ui
