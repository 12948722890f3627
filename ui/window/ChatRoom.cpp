#include "ui/window/ChatRoom.h"

#include "client/chat/Transcript.h"
#include "client/composer/SendGate.h"
#include "ui/batch/BatchBar.h"
#include "ui/chat/TranscriptView.h"
#include "ui/composer/ComposerView.h"
#include "ui/results/ResultActions.h"
#include "ui/window/CentredColumn.h"
#include "ui/window/ChatHeader.h"
#include "ui/window/NoticeArea.h"
#include "ui/window/StartView.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int composerWidth = 760; // pixels
constexpr int composerMargin = 24;
} // namespace

ChatRoom::ChatRoom(const Parts &parts, QWidget *parent)
    : Fill(parts.theme, Fill::Ground::Window, {}, parent)
    , m_rows(parts.transcript)
    , m_header(new ChatHeader(parts.theme, parts.session, parts.composer, parts.conversations))
    , m_stack(new QStackedWidget)
    , m_start(new StartView(parts.theme, parts.session, parts.composer, parts.posters))
    , m_transcript(new TranscriptView(
          parts.transcript, parts.runner, parts.generations, parts.session, parts.theme, parts.posters))
{
    if (parts.frames)
        m_transcript->setVideoFrames(*parts.frames);
    m_transcript->setResultActions(
        [&results = parts.results](QMenu &menu, const client::GenerationRecord &record, int take) {
            using Action = ResultActions::Action;
            // The prompt is in sight there, and the menu copies it already.
            results.addTo(menu, { record, take, {} }, { Action::RevealPrompt, Action::CopyPrompt });
        });
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_transcript);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    layout->addWidget(
        new CentredColumn(makeBottom(parts), composerWidth, QMargins(composerMargin, 0, composerMargin, 20)));

    connect(&m_rows, &QAbstractItemModel::rowsInserted, this, &ChatRoom::followTranscript);
    connect(&m_rows, &QAbstractItemModel::rowsRemoved, this, &ChatRoom::followTranscript);
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &ChatRoom::followTranscript);
    followTranscript();
}

QWidget *ChatRoom::makeBottom(const Parts &parts)
{
    auto *bottom = new QWidget;
    auto *rows = new QVBoxLayout(bottom);
    rows->setContentsMargins(0, 8, 0, 0);
    rows->setSpacing(8);
    m_notices = new NoticeArea(parts.theme, parts.session);
    rows->addWidget(m_notices);
    if (parts.batches) {
        m_batches = new BatchBar(parts.theme, *parts.batches);
        rows->addWidget(m_batches);
    }
    m_composer = new ComposerView(
        { parts.theme, parts.session, parts.composer, parts.runner, parts.files, parts.prompts });
    rows->addWidget(m_composer);
    return bottom;
}

void ChatRoom::followTranscript()
{
    const bool empty = m_rows.rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_start) : m_transcript);
}

bool ChatRoom::openFind()
{
    if (!m_stack->isVisible() || m_stack->currentWidget() != m_transcript || m_transcript->isFinding())
        return false;
    m_transcript->openFind();
    return true;
}

} // namespace facet::ui
