#include "ui/window/PaneTabs.h"

#include "client/chat/Conversations.h"
#include "client/generation/Generations.h"
#include "client/generation/ResultName.h"
#include "client/sequence/Sequence.h"
#include "ui/preview/PreviewPane.h"
#include "ui/queue/QueueView.h"
#include "ui/results/ResultActions.h"
#include "ui/sequence/SequenceView.h"
#include "ui/settings/Settings.h"
#include "ui/window/LibraryPlaces.h"
#include "ui/window/SidePane.h"

#include <QLocale>

namespace facet::ui {

PaneTabs::PaneTabs(const Parts &parts, SidePane &pane, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_pane(pane)
{
    addPreview();
    if (m_parts.library)
        m_library = new LibraryPlaces(
            { m_parts.theme, *m_parts.library, m_parts.files, m_parts.posters, m_parts.results }, m_pane,
            this);
    addQueue();
    addSequence();
}

PreviewPane *PaneTabs::preview()
{
    return static_cast<PreviewPane *>(m_pane.content(m_previewTab));
}

void PaneTabs::showPreview()
{
    m_pane.setCurrent(m_previewTab);
}

void PaneTabs::showSequence()
{
    m_pane.setCurrent(m_sequenceTab);
}

QString PaneTabs::queueBadge() const
{
    const qsizetype running = m_parts.generations.running().size();
    return running > 0 ? QLocale().toString(running) : QString();
}

void PaneTabs::followQueue()
{
    const QString badge = queueBadge();
    m_pane.setBadge(m_queueTab, badge);
    emit queueBadgeChanged(badge);
}

void PaneTabs::addPreview()
{
    m_previewTab = m_pane.addTab(tr("Preview"), QStringLiteral("Preview"), [this](QWidget *) {
        auto *preview = new PreviewPane(m_parts.session, m_parts.generations, m_parts.theme, m_parts.posters,
            m_parts.results, m_parts.frames);
        connect(preview, &PreviewPane::compareRequested, this, &PaneTabs::compareRequested);
        connect(preview, &PreviewPane::grabRequested, &m_parts.results,
            [this](const client::GenerationRecord &record, int take, qint64 frame) {
                m_parts.results.perform(
                    ResultActions::Action::GrabPng, { record, take, frame }, m_pane.window());
            });
        return preview;
    });
}

void PaneTabs::addQueue()
{
    m_queueTab = m_pane.addTab(tr("Queue"), QStringLiteral("Queue"), [this](QWidget *) {
        auto *queue =
            new QueueView(m_parts.theme, m_parts.generations, m_parts.session, m_parts.conversations);
        connect(queue, &QueueView::conversationRequested, this, &PaneTabs::conversationRequested);
        connect(queue, &QueueView::failed, this, &PaneTabs::failed);
        return queue;
    });
    connect(&m_parts.generations, &client::Generations::changed, this, &PaneTabs::followQueue);
    connect(&m_parts.generations, &client::Generations::finished, this, &PaneTabs::followQueue);
    followQueue();
}

void PaneTabs::addSequence()
{
    if (!m_parts.sequence)
        return;
    const auto target = [this] {
        const QString set = m_parts.settings.resultsFolder();
        const QString title = m_parts.conversations.currentTitle();
        client::SequenceExporter::Target made;
        made.folder = set.isEmpty() ? m_parts.defaultResultsFolder : set;
        made.baseName = client::resultBaseName(title) + QStringLiteral("-sequence");
        made.tags.insert(QStringLiteral("title"), title);
        for (const client::SequenceClip &clip : m_parts.sequence->clips()) {
            if (clip.record.generation.draft) // a draft render stays one, also as a part
                made.tags.insert(QStringLiteral("draft"), QStringLiteral("true"));
        }
        return made;
    };
    m_sequenceTab = m_pane.addTab(tr("Sequence"), QStringLiteral("Sequence"), [this, target](QWidget *) {
        return new SequenceView(
            { m_parts.theme, *m_parts.sequence, m_parts.posters, m_parts.frames, m_parts.exporter, target });
    });
    const auto count = [this] {
        const int clips = m_parts.sequence->rowCount();
        m_pane.setBadge(m_sequenceTab, clips > 0 ? QLocale().toString(clips) : QString());
    };
    connect(m_parts.sequence, &client::Sequence::changed, this, count);
    count();
}

} // namespace facet::ui
