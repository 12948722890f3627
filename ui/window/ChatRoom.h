#pragma once

#include "ui/widgets/Fill.h"

class QStackedWidget;

namespace facet::client {
class BatchQueue;
class Composer;
class Conversations;
class Generations;
class PromptHistory;
class SendGate;
class Session;
class Transcript;
class VideoFrames;
} // namespace facet::client

namespace facet::ui {

class BatchBar;
class ChatHeader;
class ComposerView;
class FileChooser;
class NoticeArea;
class PosterCache;
class ResultActions;
class StartView;
class TranscriptView;

/// The middle room: the header, the transcript (or, in an empty chat, what can be done here), what there is
/// to say, and the composer.
class ChatRoom : public Fill {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        client::Session &session;
        client::Conversations &conversations;
        client::Transcript &transcript;
        client::Composer &composer;
        client::SendGate &runner;
        client::Generations &generations;
        FileChooser &files;
        PosterCache &posters;
        ResultActions &results;
        client::VideoFrames *frames = nullptr; ///< without it cards have no filmstrip
        client::PromptHistory *prompts = nullptr; ///< without it there is nothing to recall
        client::BatchQueue *batches = nullptr; ///< without it there is no bar of batches
    };
    explicit ChatRoom(const Parts &parts, QWidget *parent = nullptr);

    ChatHeader &header() { return *m_header; }
    StartView &start() { return *m_start; }
    TranscriptView &transcript() { return *m_transcript; }
    NoticeArea &notices() { return *m_notices; }
    BatchBar *batchBar() { return m_batches; } ///< null: no batches
    ComposerView &composer() { return *m_composer; }

    /// Opens the search in the conversation. False: there is none to search, or it is open already.
    bool openFind();

private:
    QWidget *makeBottom(const Parts &parts);
    void followTranscript();

    client::Transcript &m_rows;
    ChatHeader *m_header;
    QStackedWidget *m_stack;
    StartView *m_start;
    TranscriptView *m_transcript;
    NoticeArea *m_notices = nullptr;
    BatchBar *m_batches = nullptr;
    ComposerView *m_composer = nullptr;
};

} // namespace facet::ui
