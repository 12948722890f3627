#pragma once

#include "client/chat/Transcript.h"
#include "client/session/Session.h"
#include "ui/chat/TranscriptSelection.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QObject>

namespace facet::ui {

/// What is selected, as others take it: plain text, HTML and Markdown, messages apart by an empty line.
class TranscriptCopy : public QObject {
    Q_OBJECT
public:
    TranscriptCopy(client::Transcript &transcript, const client::Session &session, const Theme &theme,
        QObject *parent = nullptr);

    /// Onto the clipboard. Of a long selection only the plain text, as it was written, as soon as it is read.
    void copy(const TranscriptSelection &selection);
    /// For the X server's second clipboard, when all of it is there: the plain text.
    void offer(const TranscriptSelection &selection);
    /// The words of a row as they are shown, without marks of Markdown.
    QString shown(int row) const;
    /// Whose row it is.
    QString who(int row) const;

private:
    /// A row without words of its own, in words: a result by its model and picture.
    QString words(int row) const;
    bool isAtHand(const TranscriptSelection &selection) const;
    QStringList plain(const TranscriptSelection &selection) const;

    client::Transcript &m_transcript;
    const client::Session &m_session;
    const Theme &m_theme;
    int m_round = 0;
};

} // namespace facet::ui
