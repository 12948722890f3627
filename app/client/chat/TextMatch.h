#pragma once

#include "client/chat/Transcript.h"

#include <QStringMatcher>

namespace facet::client {

/// Whether a text occurs in a row of a transcript, wherever in it: case does not matter, and a Hangul
/// syllable is found whether it was written whole or in parts (NFC).
class TextMatch {
public:
    explicit TextMatch(const QString &wanted)
        : m_matcher(wanted.normalized(QString::NormalizationForm_C), Qt::CaseInsensitive)
    {
    }

    /// Only what was said counts: messages, answers, questions. In an answer, marks of Markdown within the
    /// words do not keep them from being found.
    bool isIn(TranscriptItem::Kind kind, const QString &text) const;
    bool isIn(const TranscriptItem &item) const { return isIn(item.kind, item.text); }

private:
    QStringMatcher m_matcher;
};

} // namespace facet::client
