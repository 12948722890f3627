#include "ui/composer/AttachmentArea.h"

#include "client/composer/Composer.h"
#include "ui/composer/AsideRow.h"
#include "ui/composer/AttachmentMenu.h"
#include "ui/composer/AttachmentNote.h"
#include "ui/composer/AttachmentRow.h"
#include "ui/composer/OriginalPopover.h"

#include <QVBoxLayout>

namespace facet::ui {

AttachmentArea::AttachmentArea(
    Theme &theme, client::Composer &composer, client::Session &session, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_row(new AttachmentRow(theme, composer, session, files))
    , m_note(new AttachmentNote(theme, composer, session))
    , m_aside(new AsideRow(theme, composer, session))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addWidget(m_row);
    rows->addWidget(m_note);
    rows->addWidget(m_aside);
    connect(m_row, &AttachmentRow::menuRequested, this, &AttachmentArea::openMenu);
    connect(m_aside, &AsideRow::menuRequested, this, &AttachmentArea::openMenu);
    connect(m_note, &AttachmentNote::originalRequested, this, &AttachmentArea::showOriginal);
}

void AttachmentArea::chooseFrame(InputRole role)
{
    m_row->choose(role);
}

void AttachmentArea::openMenu(const client::Attachment &attachment, const QPoint &globalPosition)
{
    auto *menu = new AttachmentMenu(m_theme, m_composer, attachment, this);
    connect(menu, &AttachmentMenu::originalRequested, this, &AttachmentArea::showOriginal);
    menu->popup(globalPosition);
}

void AttachmentArea::showOriginal(const QString &attachmentId)
{
    const QList<client::Attachment> all = m_composer.attachments() + m_composer.keptAside();
    for (const client::Attachment &attachment : all) {
        if (attachment.id != attachmentId)
            continue;
        if (!m_original)
            m_original = new OriginalPopover(m_theme, window());
        m_original->openFor(attachment, m_row);
        return;
    }
}

} // namespace facet::ui
