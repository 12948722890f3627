#pragma once

#include "client/chat/Transcript.h"
#include "domain/Model.h"

#include <QCoreApplication>

namespace facet::ui {

/// A row of the transcript in words, for who hears it.
class RowWords {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::RowWords)
public:
    /// Whose row it is, or what: "You", "Agent 2.0", "Result: Kling 3.0".
    static QString who(const client::TranscriptItem &item, const Catalogue &catalogue);
    /// What there is to be known of it besides: how a generation stands, what it took, what is attached.
    static QString details(const client::TranscriptItem &item);
};

} // namespace facet::ui
