#include "ui/sidebar/SidebarNotes.h"

#include "client/chat/Conversations.h"
#include "client/session/Session.h"
#include "ui/sidebar/ConversationDelegate.h"
#include "ui/sidebar/ConversationMarkdown.h"
#include "ui/sidebar/SidebarCard.h"
#include "ui/widgets/FileChooser.h"

#include <QDesktopServices>
#include <QDir>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace facet::ui {

SidebarNotes::SidebarNotes(Theme &theme, client::Conversations &conversations, client::Session &session,
    FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_conversations(conversations)
    , m_session(session)
    , m_files(files)
    , m_removed(new SidebarCard(theme, QStringLiteral("removedNote")))
    , m_export(new SidebarCard(theme, QStringLiteral("exportNote")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_export);
    layout->addWidget(m_removed);
    connect(m_removed, &SidebarCard::acted, this, [this] {
        if (const auto removed = m_conversations.lastRemoved())
            m_conversations.bringBack(removed->id);
    });
    connect(m_export, &SidebarCard::acted, this, &SidebarNotes::exportAction);
    connect(&m_conversations, &client::Conversations::removedChanged, this, &SidebarNotes::followRemoved);
    followRemoved();
}

void SidebarNotes::followRemoved()
{
    const auto removed = m_conversations.lastRemoved();
    if (!removed) {
        m_removed->hide();
        m_shownRemoved.clear();
        return;
    }
    if (std::exchange(m_shownRemoved, removed->id) != removed->id)
        m_removed->say(removedSentence(*removed), tr("Undo"), QStringLiteral("Undo delete"));
}

QString SidebarNotes::removedSentence(const client::RemovedConversation &removed)
{
    const QString title = removed.title.isEmpty() ? tr("New chat") : removed.title;
    QStringList sentences{ tr("“%1” was deleted.").arg(title) };
    if (removed.files > 0)
        sentences.append(tr("Its %n file(s) stay in your results folder.", nullptr, removed.files));
    if (removed.underWay > 0)
        sentences.append(tr("What is being made goes on, and is saved there too."));
    return sentences.join(QLatin1Char(' '));
}

void SidebarNotes::exportConversation(const QString &conversationId)
{
    if (m_exporting) // one at a time: it is on screen, with its Cancel
        return;
    m_files.chooseFolder(
        this, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        [this, conversationId](const QString &folder) { begin(conversationId, folder); },
        tr("Export chat to"));
}

void SidebarNotes::begin(const QString &conversationId, const QString &folder)
{
    const int row = m_conversations.rowOf(conversationId);
    if (row < 0 || m_exporting)
        return;
    const client::ConversationSummary &summary = m_conversations.summary(row);
    m_title = ConversationDelegate::title(summary);
    m_exported.clear();
    m_exporting = m_conversations.exportTo(
        conversationId, folder, ConversationMarkdown::document(m_title, m_session.catalogue()));
    connect(m_exporting, &client::ConversationExport::progressed, m_export, &SidebarCard::setProgress);
    connect(m_exporting, &client::ConversationExport::ended, this, &SidebarNotes::exportEnded);
    m_export->setDismissible(false);
    m_export->setProgress(0);
    m_export->say(tr("Exporting “%1”…").arg(m_title), tr("Cancel"), QStringLiteral("Cancel export"));
}

void SidebarNotes::exportEnded(const Result<QString> &folder)
{
    m_exporting.clear();
    m_export->setProgress({});
    m_export->setDismissible(true);
    if (folder) {
        m_exported = *folder;
        m_export->say(tr("“%1” was exported to %2.").arg(m_title, QDir::toNativeSeparators(*folder)),
            tr("Show in folder"), QStringLiteral("Show export"));
    } else {
        m_export->say(folder.error().sentence, {}, {});
    }
}

void SidebarNotes::exportAction()
{
    if (m_exporting)
        m_exporting->cancel();
    else if (!m_exported.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_exported));
}

} // namespace facet::ui
