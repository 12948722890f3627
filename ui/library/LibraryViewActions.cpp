// The part of LibraryView that does something with results.
#include "client/net/Then.h"
#include "ui/library/LibraryGrid.h"
#include "ui/library/LibraryView.h"
#include "ui/library/LibraryWords.h"
#include "ui/results/ResultActions.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/ProgressLine.h"
#include "ui/window/Notice.h"

#include <QDesktopServices>
#include <QDir>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace facet::ui {

using client::LibraryResult;

namespace {
constexpr int mostLookedAt = 500; // rows, for what can be done with several
}

void LibraryView::say(const Error &error)
{
    m_noticeAction = NoticeAction::None;
    m_notice->present(error);
    m_notice->setAction({});
    m_notice->show();
}

void LibraryView::sayDone(const QString &sentence)
{
    m_noticeAction = NoticeAction::None;
    m_notice->present(Notice::Tone::Plain, sentence);
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
        sayDone(tr("%n result(s) back in the library.", nullptr, *back));
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

bool LibraryView::canPlay(const QVector<qint64> &numbers) const
{
    // Of very many, the first ones tell.
    const auto end = numbers.begin() + std::min<qsizetype>(numbers.size(), mostLookedAt);
    return m_parts.results.hasSequence() && std::any_of(numbers.begin(), end, [this](qint64 number) {
        const auto result = m_parts.library.result(m_parts.library.rowOf(number));
        return result && result->kind == ModelKind::Video && result->place == LibraryResult::Place::Here;
    });
}

void LibraryView::playChosen()
{
    then(m_parts.library.results(m_grid->chosen()), this, [this](const Result<QList<LibraryResult>> &chosen) {
        if (!chosen) {
            say(chosen.error());
            return;
        }
        // The disk answers in the order in which it is asked, so with the last one all are there.
        QList<QFuture<Result<client::GenerationRecord>>> records;
        for (const LibraryResult &result : *chosen)
            records.append(m_parts.library.record(result.generationKey));
        if (records.isEmpty())
            return;
        then(records.constLast(), this, [this, records, all = *chosen](const auto &) {
            QList<ResultRef> clips;
            for (qsizetype i = 0; i < records.size(); ++i) {
                const Result<client::GenerationRecord> record = records.at(i).result();
                if (!record) {
                    say(record.error());
                    return;
                }
                clips.append({ *record, all.at(i).take, {} });
            }
            m_parts.results.addToSequence(clips);
        });
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

void LibraryView::openMenu(const QPoint &globalPosition)
{
    const QVector<qint64> numbers = m_grid->chosen();
    const auto result = m_parts.library.result(m_grid->currentIndex().row());
    if (!result || numbers.isEmpty())
        return;
    if (numbers.size() > 1) {
        makeMenu(numbers, *result, {})->popup(globalPosition);
        return;
    }
    then(m_parts.library.record(result->generationKey), this,
        [this, numbers, result, globalPosition](const Result<client::GenerationRecord> &record) {
            if (record)
                makeMenu(numbers, *result, *record)->popup(globalPosition);
            else
                say(record.error());
        });
}

QMenu *LibraryView::makeMenu(const QVector<qint64> &numbers, const LibraryResult &current,
    const std::optional<client::GenerationRecord> &record)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("resultMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (record)
        addOne(menu, current, *record);
    if (canCompare(numbers))
        menu->addAction(tr("Compare these two"), this, &LibraryView::compareChosen);
    if (!record && canPlay(numbers))
        menu->addAction(tr("Play these videos one after another"), this, &LibraryView::playChosen);
    menu->addAction(current.favourite ? tr("No longer a favourite") : tr("Favourite"), this,
        [this, numbers, on = !current.favourite] { m_parts.library.setFavourite(numbers, on); });
    if (!record)
        menu->addAction(tr("Export…"), this, &LibraryView::exportChosen);
    menu->addSeparator();
    menu->addAction(tr("Move to trash"), this, &LibraryView::moveToTrash);
    return menu;
}

void LibraryView::addOne(QMenu *menu, const LibraryResult &result, const client::GenerationRecord &record)
{
    menu->addAction(tr("Open in the preview"), this,
        [this, record, take = result.take] { emit presentRequested(record, take, true); });
    const auto add = [&](const QString &text, InputRole role) {
        menu->addAction(
            text, this, [this, role, path = result.filePath] { emit attachRequested(role, path); });
    };
    if (result.place == LibraryResult::Place::Here && result.kind == ModelKind::Video)
        add(tr("Use as video"), InputRole::Video);
    if (result.place == LibraryResult::Place::Here && result.kind == ModelKind::Audio)
        add(tr("Use as sound"), InputRole::Audio);
    if (result.place == LibraryResult::Place::Missing) {
        menu->addAction(tr("Fetch again"), this,
            [this, number = result.number] { m_parts.library.fetchAgain({ number }); });
    }
    // Its chat may be gone while the result is kept.
    QList<ResultActions::Action> without;
    if (result.conversationTitle.isEmpty())
        without.append(ResultActions::Action::RevealPrompt);
    m_parts.results.addTo(*menu, { record, result.take, {} }, without);
    menu->addSeparator();
}

} // namespace facet::ui
