#include "ui/chat/TranscriptMenu.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

namespace facet::ui {

using client::TranscriptItem;

void TranscriptMenu::fill(QMenu &menu, const TranscriptItem &item, const Play &play)
{
    const bool isGeneration = item.kind == TranscriptItem::Kind::Generation;
    const QString text = isGeneration ? item.generation.generation.prompt : item.text;
    if (!text.isEmpty()) {
        menu.addAction(isGeneration ? tr("Copy prompt") : tr("Copy text"), &menu,
            [text] { QGuiApplication::clipboard()->setText(text); });
    }
    if (!isGeneration || item.generation.state != client::GenerationState::Done)
        return;
    menu.addAction(tr("Play in preview"), &menu, [play, record = item.generation] { play(record, 0); });
    if (item.generation.assets.isEmpty())
        return;
    const QString folder = QFileInfo(item.generation.assets.first().filePath).absolutePath();
    menu.addAction(
        tr("Show in folder"), &menu, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

} // namespace facet::ui
