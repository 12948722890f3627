// The part of LibraryView that does something with results.
#include "client/net/Then.h"
#include "ui/library/LibraryGrid.h"
#include "ui/library/LibraryView.h"
#include "ui/library/LibraryWords.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/ProgressLine.h"
#include "ui/window/Notice.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace facet::ui {

using client::LibraryResult;

void LibraryView::say(const Error &error)
{
    m_noticeAction = NoticeAction::None;
    m_notice->present(error);
    m_notice->setAction({});
    m_notice->show();
}

void LibraryView::open(int row)
{
    const auto result = m_parts.library.result(row);
    if (!result)
        return;
    then(m_parts.library.record(result->generationKey), this,
        [this, take = result->take](const Result<client::GenerationRecord> &record) {
            if (!record)
                say(record.error());
            else
                emit presentRequested(*record, take, true);
        });
}

void LibraryView::toggleFavourite()
{
    const QVector<qint64> numbers = m_grid->chosen();
    bool all = !numbers.isEmpty();
    for (const qint64 number : numbers) {
        const auto result = m_parts.library.result(m_parts.library.rowOf(number));
        all = all && result && result->favourite;
    }
    if (!numbers.isEmpty())
        m_parts.library.setFavourite(numbers, !all);
}

void LibraryView::moveToTrash()
{
    const QVector<qint64> numbers = m_grid->chosen();
    if (numbers.isEmpty())
        return;
    m_grid->clearSelection();
    then(m_parts.library.moveToTrash(numbers), this, [this](const Result<client::Library::Trashed> &done) {
        if (!done) {
            say(done.error());
            return;
        }
        m_notice->present(done->errors.isEmpty() ? Notice::Tone::Plain : Notice::Tone::Warning,
            LibraryWords::trashed(*done));
        m_noticeAction = done->moved > 0 ? NoticeAction::Undo : NoticeAction::None;
        m_notice->setAction(done->moved > 0 ? tr("Undo") : QString(), QStringLiteral("Undo"));
        m_notice->show();
        m_grid->setFocus(Qt::OtherFocusReason);
    });
}

void LibraryView::undo()
{
    if (m_parts.library.undoable() == 0)
        return;
    m_notice->hide();
    client::then(m_parts.library.undoTrash(), this, [this](const Result<int> &back) {
        if (!back) {
            say(back.error());
            return;
        }
        // What is no longer in the trash has been said, and stays to be read.
        if (!m_notice->isHidden())
            return;
        m_noticeAction = NoticeAction::None;
        m_notice->present(Notice::Tone::Plain, tr("%n result(s) back in the library.", nullptr, *back));
        m_notice->setAction({});
        m_notice->show();
    });
}

bool LibraryView::canCompare(const QVector<qint64> &numbers) const
{
    if (numbers.size() != 2)
        return false;
    return std::all_of(numbers.begin(), numbers.end(), [this](qint64 number) {
        const auto result = m_parts.library.result(m_parts.library.rowOf(number));
        return result && result->kind != ModelKind::Audio && result->place == LibraryResult::Place::Here;
    });
}

void LibraryView::compareChosen()
{
    const QVector<qint64> numbers = m_grid->chosen();
    if (!canCompare(numbers))
        return;
    const auto a = m_parts.library.result(m_parts.library.rowOf(numbers.at(0)));
    const auto b = m_parts.library.result(m_parts.library.rowOf(numbers.at(1)));
    if (!a || !b)
        return;
    const auto first = m_parts.library.record(a->generationKey);
    then(m_parts.library.record(b->generationKey), this,
        [this, first, a, b](const Result<client::GenerationRecord> &second) {
            // Asked for before the second one, so it is there.
            const Result<client::GenerationRecord> one = first.result();
            if (one && second)
                emit compareRequested(*one, a->take, *second, b->take);
            else
                say(one ? second.error() : one.error());
        });
}

void LibraryView::exportChosen()
{
    const QVector<qint64> numbers = m_grid->chosen();
    if (numbers.isEmpty() || m_export)
        return;
    m_parts.files.chooseFolder(this, m_exportFolder, [this, numbers](const QString &folder) {
        m_exportFolder = folder;
        m_export = m_parts.library.exportTo(folder, numbers);
        m_exportText->setFullText(tr("Copying %n file(s) to %1", nullptr, static_cast<int>(numbers.size()))
                                      .arg(QDir::toNativeSeparators(folder)));
        m_exportProgress->setValue(0.0);
        m_exportLine->show();
        connect(m_export, &client::FilesExport::progressed, this, [this](qint64 done, qint64 all) {
            m_exportProgress->setValue(all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 0.0);
        });
        connect(m_export, &client::FilesExport::finished, this, &LibraryView::exported);
    });
}

void LibraryView::exported(const client::FilesExport::Outcome &outcome)
{
    m_export.clear();
    m_exportLine->hide();
    QStringList sentences;
    if (outcome.copied > 0 || (!outcome.error && outcome.missing == 0)) {
        sentences << tr("%n file(s) copied to %1.", nullptr, outcome.copied)
                         .arg(QDir::toNativeSeparators(m_exportFolder));
    }
    if (outcome.missing > 0)
        sentences << tr("%n file(s) missing: fetch them again first.", nullptr, outcome.missing);
    if (outcome.error)
        sentences << outcome.error->sentence;
    const bool fine = !outcome.error && outcome.missing == 0;
    m_notice->present(fine ? Notice::Tone::Plain : Notice::Tone::Warning, sentences.join(u' '));
    m_noticeAction = outcome.copied > 0 ? NoticeAction::ShowFolder : NoticeAction::None;
    m_notice->setAction(
        outcome.copied > 0 ? tr("Show in folder") : QString(), QStringLiteral("Show in folder"));
    m_notice->show();
}

void LibraryView::actOnNotice()
{
    switch (m_noticeAction) {
    case NoticeAction::None:
        return;
    case NoticeAction::Undo:
        return undo();
    case NoticeAction::ShowFolder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_exportFolder));
        return;
    }
}

void LibraryView::addInputs(QMenu *menu, const LibraryResult &result)
{
    const auto add = [&](const QString &text, InputRole role) {
        menu->addAction(
            text, this, [this, role, path = result.filePath] { emit attachRequested(role, path); });
    };
    switch (result.kind) {
    case ModelKind::Image:
        add(tr("Use as reference image"), InputRole::Reference);
        add(tr("Use as start frame"), InputRole::StartFrame);
        add(tr("Use as end frame"), InputRole::EndFrame);
        return;
    case ModelKind::Video:
        add(tr("Use as video"), InputRole::Video);
        return;
    case ModelKind::Audio:
        add(tr("Use as sound"), InputRole::Audio);
        return;
    case ModelKind::Tool:
    case ModelKind::Other:
        return;
    }
}

void LibraryView::openMenu(const QPoint &globalPosition)
{
    const QVector<qint64> numbers = m_grid->chosen();
    const int row = m_grid->currentIndex().row();
    const auto result = m_parts.library.result(row);
    if (!result || numbers.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("resultMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (numbers.size() == 1) {
        menu->addAction(tr("Open in the preview"), this, [this, row] { open(row); });
        QAction *chat = menu->addAction(tr("Go to its chat"), this,
            [this, result] { emit conversationRequested(result->conversationId, result->generationKey); });
        chat->setEnabled(!result->conversationTitle.isEmpty());
        menu->addSeparator();
        if (result->place == LibraryResult::Place::Here)
            addInputs(menu, *result);
        QAction *folder = menu->addAction(tr("Show in folder"), this, [result] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(result->filePath).absolutePath()));
        });
        folder->setEnabled(result->place == LibraryResult::Place::Here);
        if (result->place == LibraryResult::Place::Missing)
            menu->addAction(
                tr("Fetch again"), this, [this, numbers] { m_parts.library.fetchAgain(numbers); });
        menu->addSeparator();
    }
    if (canCompare(numbers))
        menu->addAction(tr("Compare these two"), this, &LibraryView::compareChosen);
    menu->addAction(result->favourite ? tr("No longer a favourite") : tr("Favourite"), this,
        [this, numbers, on = !result->favourite] { m_parts.library.setFavourite(numbers, on); });
    menu->addAction(tr("Export…"), this, &LibraryView::exportChosen);
    menu->addSeparator();
    menu->addAction(tr("Move to trash"), this, &LibraryView::moveToTrash);
    menu->popup(globalPosition);
}

} // namespace facet::ui
