#include "ui/chat/TranscriptMenu.h"

#include "ui/chat/TranscriptCopy.h"
#include "ui/chat/TranscriptView.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace facet::ui {

using client::TranscriptItem;

namespace {

void addFolder(QMenu &menu, const client::GenerationRecord &record, int take)
{
    const QString path = record.assets.value(take).filePath;
    if (path.isEmpty())
        return;
    menu.addAction(TranscriptMenu::tr("Show in folder"), &menu,
        [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
}

} // namespace

void TranscriptMenu::open(TranscriptView &view, const QContextMenuEvent &event, const ResultActions &more)
{
    const bool byKeyboard = event.reason() == QContextMenuEvent::Keyboard;
    const RowHit hit = byKeyboard ? RowHit() : view.hitAt(event.pos());
    const int row = byKeyboard ? view.current() : hit.row;
    if (row < 0 || (!byKeyboard && !hit.isOnRow))
        return;
    auto *menu = new QMenu(&view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("messageMenu"));
    fill(*menu, view, row, hit.take >= 0 ? hit.take : std::max(0, view.shownTake(row)), more);
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(
            byKeyboard ? view.viewport()->mapToGlobal(view.sight().rectOf(row).center()) : event.globalPos());
}

void TranscriptMenu::fill(QMenu &menu, TranscriptView &view, int row, int take, const ResultActions &more)
{
    const TranscriptItem item = view.transcript().item(row);
    if (!view.selection().isEmpty()) {
        menu.addAction(tr("Copy selection"), &view, [&view] { view.copier().copy(view.selection()); })
            ->setShortcut(QKeySequence::Copy);
    }
    const bool isGeneration = item.kind == TranscriptItem::Kind::Generation;
    const QString text = isGeneration ? item.generation.generation.prompt : item.text;
    if (!text.isEmpty()) {
        menu.addAction(isGeneration ? tr("Copy prompt") : tr("Copy text"), &menu,
            [text] { QGuiApplication::clipboard()->setText(text); });
    }
    if (!isGeneration || item.generation.state != client::GenerationState::Done)
        return;
    menu.addAction(tr("Play in preview"), &view, [&view, row, take] { view.choose(row, take); });
    if (more)
        more(menu, item.generation, take);
    else
        addFolder(menu, item.generation, take);
}

} // namespace facet::ui
