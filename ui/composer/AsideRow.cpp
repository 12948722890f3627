#include "ui/composer/AsideRow.h"

#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/composer/AttachmentWords.h"
#include "ui/composer/FrameSlot.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>

namespace facet::ui {

AsideRow::AsideRow(Theme &theme, client::Composer &composer, client::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_session(session)
    , m_pictures(new QWidget)
    , m_text(new Label(theme, TextRole::Small, TextTone::Warning))
{
    setName(this, QStringLiteral("Kept aside"));
    m_text->setWordWrap(true);
    auto *pictures = new QHBoxLayout(m_pictures);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(6);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_pictures);
    row->addWidget(m_text, 1);
    connect(&m_composer, &client::Composer::attachmentsChanged, this, &AsideRow::refresh);
    connect(&m_composer, &client::Composer::draftChanged, this, &AsideRow::refresh);
    connect(&m_session, &client::Session::catalogueChanged, this, &AsideRow::refresh);
    refresh();
}

QString AsideRow::sentence() const
{
    return isHidden() ? QString() : m_text->text();
}

void AsideRow::refresh()
{
    const QList<client::Attachment> aside = m_composer.keptAside();
    const std::optional<QString> picked = m_composer.pickedModel();
    const Model *model = picked ? m_session.catalogue().find(*picked) : nullptr;
    m_text->setText(AttachmentWords::keptAside(aside, m_composer.attachments(), model));
    setAccessibleDescription(m_text->text());
    QList<FrameSlot *> shown = m_pictures->findChildren<FrameSlot *>(QString(), Qt::FindDirectChildrenOnly);
    while (shown.size() > aside.size()) {
        FrameSlot *gone = shown.takeLast(); // it may be the one that asked for this
        gone->setParent(nullptr);
        gone->deleteLater();
    }
    while (shown.size() < aside.size()) {
        auto *slot = new FrameSlot(m_theme, m_composer, FrameSlot::Aside);
        connect(
            slot, &FrameSlot::removeRequested, &m_composer, &client::Composer::detach, Qt::QueuedConnection);
        connect(slot, &FrameSlot::menuRequested, this, &AsideRow::menuRequested);
        connect(slot, &FrameSlot::clicked, this, [this, slot] {
            if (slot->attachment())
                m_composer.bringBack(slot->attachment()->id);
        });
        m_pictures->layout()->addWidget(slot);
        shown.append(slot);
    }
    for (qsizetype i = 0; i < aside.size(); ++i)
        shown.at(i)->present(aside.at(i));
    setVisible(!aside.isEmpty());
}

} // namespace facet::ui
