#include "ui/composer/AttachmentRow.h"

#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/composer/FrameSlot.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/FlowLayout.h"

#include <QPainter>

namespace facet::ui {

namespace {
constexpr int gap = 6;

bool isFrame(InputRole role)
{
    return role == InputRole::StartFrame || role == InputRole::EndFrame;
}
} // namespace

AttachmentRow::AttachmentRow(
    Theme &theme, client::Composer &composer, client::Session &session, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_session(session)
    , m_files(files)
    , m_start(new FrameSlot(theme, composer, InputRole::StartFrame))
    , m_swapBox(new QWidget)
    , m_swap(new Button(theme, Button::Kind::Quiet, Icon::ArrowRight, QStringLiteral("Swap frames"),
          tr("Swap start and end")))
    , m_end(new FrameSlot(theme, composer, InputRole::EndFrame))
    , m_video(new FrameSlot(theme, composer, InputRole::Video))
    , m_voice(new FrameSlot(theme, composer, InputRole::Audio))
{
    auto *layout = new FlowLayout(this, gap);
    m_swapBox->setFixedSize(28, 74);
    m_swap->setParent(m_swapBox);
    m_swap->setExtent(28);
    m_swap->setGeometry(0, 23, 28, 28);
    layout->addWidget(m_start);
    layout->addWidget(m_swapBox);
    layout->addWidget(m_end);
    layout->addWidget(m_video);
    layout->addWidget(m_voice);
    for (FrameSlot *slot : { m_start, m_end, m_video, m_voice }) {
        tie(slot);
        connect(slot, &FrameSlot::chooseRequested, this, [this, slot] { choose(slot->role()); });
        connect(slot, &FrameSlot::removeRequested, &m_composer, &client::Composer::detach);
    }
    connect(m_swap, &Button::clicked, &m_composer, &client::Composer::swapFrames);
    connect(&m_composer, &client::Composer::attachmentsChanged, this, &AttachmentRow::refresh);
    connect(&m_composer, &client::Composer::quoteChanged, this, &AttachmentRow::refreshSlots);
    connect(&m_session, &client::Session::catalogueChanged, this, &AttachmentRow::refreshSlots);
    refresh();
}

void AttachmentRow::tie(FrameSlot *slot)
{
    connect(slot, &FrameSlot::menuRequested, this, &AttachmentRow::menuRequested);
    connect(slot, &FrameSlot::moveRequested, this, [this, slot](int step) { moveBy(slot, step); });
    connect(slot, &FrameSlot::dragged, this,
        [this, slot](const QPoint &position, bool dropped) { dragTo(slot, position, dropped); });
    connect(slot, &FrameSlot::dragCancelled, this, &AttachmentRow::endDrag);
}

void AttachmentRow::choose(InputRole role)
{
    const auto chosen = [this, role](
                            const QStringList &paths) { m_composer.attachFile(role, paths.first()); };
    if (role == InputRole::Audio || role == InputRole::Video) {
        const auto what = role == InputRole::Audio ? FileChooser::What::Sounds : FileChooser::What::Videos;
        m_files.chooseFiles(this, what, FileChooser::Many::One, chosen);
    } else {
        m_files.chooseImages(this, FileChooser::Many::One, chosen);
    }
}

QList<FrameSlot *> AttachmentRow::references() const
{
    QList<FrameSlot *> all = findChildren<FrameSlot *>(QString(), Qt::FindDirectChildrenOnly);
    all.removeIf([](const FrameSlot *slot) { return slot->role() != InputRole::Reference; });
    return all;
}

FrameSlot *AttachmentRow::addReference()
{
    auto *slot = new FrameSlot(m_theme, m_composer, InputRole::Reference, this);
    tie(slot);
    // The slot may go with what it asks for.
    connect(slot, &FrameSlot::removeRequested, &m_composer, &client::Composer::detach, Qt::QueuedConnection);
    connect(slot, &FrameSlot::chooseRequested, this, [this, slot] {
        if (slot->attachment())
            emit menuRequested(*slot->attachment(), slot->mapToGlobal(QPoint(0, slot->height())));
    });
    layout()->addWidget(slot);
    slot->show();
    return slot;
}

void AttachmentRow::refresh()
{
    for (FrameSlot *slot : { m_start, m_end, m_video, m_voice })
        slot->present(m_composer.attachmentFor(slot->role()));
    const bool any = m_start->isFilled() || m_end->isFilled();
    m_swap->setEnabled(any);
    m_swap->setGlyph(any ? Icon::Swap : Icon::ArrowRight);

    // Slots of references are kept in order and reused: a picture that is being read does not flicker.
    QList<client::Attachment> pictures = m_composer.attachments();
    pictures.removeIf([](const client::Attachment &a) {
        return isFrame(a.role) || a.role == InputRole::Audio || a.role == InputRole::Video;
    });
    QList<FrameSlot *> shown = references();
    while (shown.size() > pictures.size()) {
        FrameSlot *gone = shown.takeLast(); // it may be the one that asked for this
        gone->setParent(nullptr);
        gone->deleteLater();
    }
    while (shown.size() < pictures.size())
        shown.append(addReference());
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        shown.at(i)->present(pictures.at(i));
        shown.at(i)->setPlace(
            pictures.size() > 1 ? QStringLiteral("%1 of %2").arg(i + 1).arg(pictures.size()) : QString());
    }
    refreshSlots();
    updateGeometry();
}

/// An empty slot is there for what the model takes; a filled one always.
void AttachmentRow::refreshSlots()
{
    const Model *model = m_session.catalogue().find(m_composer.quote().modelId);
    const bool frames = !model
        || (model->inputs.images.max > 0
            && (model->inputs.images.roles.isEmpty()
                || model->inputs.images.roles.contains(InputRole::StartFrame)));
    const bool shown = frames || m_start->isFilled() || m_end->isFilled();
    m_start->setVisible(shown);
    m_swapBox->setVisible(shown);
    m_end->setVisible(shown);
    m_video->setVisible(m_video->isFilled() || (model && model->inputs.video));
    m_voice->setVisible(m_voice->isFilled() || (model && model->inputs.audio));
    setVisible(shown || !m_video->isHidden() || !m_voice->isHidden() || !references().isEmpty());
}

// ---- order ----------------------------------------------------------------------------------------------

void AttachmentRow::moveBy(FrameSlot *slot, int step)
{
    if (!slot->attachment())
        return;
    if (isFrame(slot->role())) {
        const bool toEnd = slot->role() == InputRole::StartFrame && step > 0;
        const bool toStart = slot->role() == InputRole::EndFrame && step < 0;
        if (toEnd || toStart)
            m_composer.swapFrames();
        return;
    }
    const auto from = static_cast<int>(references().indexOf(slot));
    const int to = from + step;
    if (from < 0 || to < 0 || to >= references().size())
        return;
    m_composer.move(slot->attachment()->id, to);
    references().at(to)->setFocus(Qt::OtherFocusReason); // the keyboard goes with the picture
}

FrameSlot *AttachmentRow::frameAt(const QPoint &position, const FrameSlot *slot) const
{
    for (FrameSlot *frame : { m_start, m_end }) {
        if (frame != slot && frame->isVisible() && frame->geometry().contains(position))
            return frame;
    }
    return nullptr;
}

int AttachmentRow::placeAt(const QPoint &position) const
{
    const QList<FrameSlot *> all = references();
    for (int i = 0; i < all.size(); ++i) {
        const QRect box = all.at(i)->geometry();
        const bool sameLine = position.y() <= box.bottom() + gap;
        if (sameLine && position.x() < box.center().x())
            return i;
    }
    return static_cast<int>(all.size());
}

void AttachmentRow::dragTo(FrameSlot *slot, const QPoint &globalPosition, bool dropped)
{
    const QPoint position = mapFromGlobal(globalPosition);
    const bool inside = childrenRect().adjusted(-gap, -gap, gap, gap).contains(position);
    m_over = inside ? frameAt(position, slot) : nullptr;
    const bool amongReferences =
        inside && !m_over && (!isFrame(slot->role()) || position.x() > m_end->geometry().right());
    m_mark = amongReferences ? std::optional(placeAt(position)) : std::nullopt;
    update();
    if (!dropped || !slot->attachment())
        return;
    const QString id = slot->attachment()->id;
    const auto from = static_cast<int>(references().indexOf(slot));
    const FrameSlot *over = m_over;
    const std::optional<int> mark = m_mark;
    endDrag();
    if (over) {
        m_composer.setRole(id, over->role());
    } else if (mark && from >= 0) {
        m_composer.move(id, *mark > from ? *mark - 1 : *mark);
    } else if (mark) { // a frame among the references
        m_composer.setRole(id, InputRole::Reference);
        m_composer.move(id, *mark);
    }
}

void AttachmentRow::endDrag()
{
    m_mark.reset();
    m_over = nullptr;
    update();
}

void AttachmentRow::paintEvent(QPaintEvent *)
{
    if (!m_mark && !m_over)
        return;
    const QColor accent = m_theme.tokens().accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_over) {
        painter.setPen(QPen(accent, 2));
        painter.drawRoundedRect(QRectF(m_over->geometry()).adjusted(-2, -2, 2, 2), Theme::controlRadius + 2,
            Theme::controlRadius + 2);
        return;
    }
    const QList<FrameSlot *> all = references();
    if (all.isEmpty())
        return;
    const bool atEnd = *m_mark >= all.size();
    const QRect beside = (atEnd ? all.constLast() : all.at(*m_mark))->geometry();
    const int x = atEnd ? beside.right() + gap / 2 : beside.left() - gap / 2 - 1;
    painter.fillRect(QRect(x, beside.top() + 4, 2, beside.height() - 8), accent);
}

} // namespace facet::ui
