#include "ui/composer/AttachmentRow.h"

#include "client/composer/Composer.h"
#include "ui/composer/FrameSlot.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/FlowLayout.h"

namespace facet::ui {

AttachmentRow::AttachmentRow(Theme &theme, client::Composer &composer, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_files(files)
    , m_start(new FrameSlot(theme, composer, InputRole::StartFrame))
    , m_swap(new Button(theme, Button::Kind::Quiet, Icon::ArrowRight, QStringLiteral("Swap frames"),
          tr("Swap start and end")))
    , m_end(new FrameSlot(theme, composer, InputRole::EndFrame))
{
    auto *layout = new FlowLayout(this, 6);
    auto *swapBox = new QWidget;
    swapBox->setFixedSize(28, 74);
    m_swap->setParent(swapBox);
    m_swap->setExtent(28);
    m_swap->setGeometry(0, 23, 28, 28);
    layout->addWidget(m_start);
    layout->addWidget(swapBox);
    layout->addWidget(m_end);
    for (FrameSlot *slot : { m_start, m_end }) {
        connect(slot, &FrameSlot::chooseRequested, this, [this, slot] { chooseFrame(slot->role()); });
        connect(slot, &FrameSlot::removeRequested, &m_composer, &client::Composer::detach);
    }
    connect(m_swap, &Button::clicked, &m_composer, &client::Composer::swapFrames);
    connect(&m_composer, &client::Composer::attachmentsChanged, this, &AttachmentRow::refresh);
    refresh();
}

void AttachmentRow::chooseFrame(InputRole role)
{
    m_files.chooseImages(this, FileChooser::Many::One,
        [this, role](const QStringList &paths) { m_composer.attachFile(role, paths.first()); });
}

void AttachmentRow::refresh()
{
    m_start->present(m_composer.attachmentFor(InputRole::StartFrame));
    m_end->present(m_composer.attachmentFor(InputRole::EndFrame));
    const bool any = m_start->isFilled() || m_end->isFilled();
    m_swap->setEnabled(any);
    m_swap->setGlyph(any ? Icon::Swap : Icon::ArrowRight);

    // Slots of references are kept in order and reused: a picture that is being read does not flicker.
    QList<client::Attachment> references;
    for (const client::Attachment &a : m_composer.attachments())
        if (a.role != InputRole::StartFrame && a.role != InputRole::EndFrame)
            references.append(a);
    QList<FrameSlot *> slots_;
    for (FrameSlot *slot : findChildren<FrameSlot *>(QString(), Qt::FindDirectChildrenOnly))
        if (slot != m_start && slot != m_end)
            slots_.append(slot);
    while (slots_.size() > references.size())
        delete slots_.takeLast();
    while (slots_.size() < references.size()) {
        auto *slot = new FrameSlot(m_theme, m_composer, InputRole::Reference, this);
        connect(
            slot, &FrameSlot::removeRequested, &m_composer, &client::Composer::detach, Qt::QueuedConnection);
        layout()->addWidget(slot);
        slot->show();
        slots_.append(slot);
    }
    for (qsizetype i = 0; i < references.size(); ++i)
        slots_[i]->present(references[i]);
    updateGeometry();
}

} // namespace facet::ui
