#include "ui/composer/AttachmentNote.h"

#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/composer/AttachmentMenu.h"
#include "ui/composer/AttachmentWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"

#include <QColor>
#include <QHBoxLayout>
#include <QLocale>

namespace facet::ui {

using client::Attachment;

AttachmentNote::AttachmentNote(
    Theme &theme, client::Composer &composer, client::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_session(session)
    , m_text(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_undo(link("undoNote"))
    , m_resize(link("resize"))
    , m_white(link("onWhite"))
    , m_black(link("onBlack"))
    , m_other(link("onOther"))
    , m_original(link("original"))
    , m_close(
          new Button(theme, Button::Kind::Quiet, Icon::Close, QStringLiteral("Dismiss note"), tr("Dismiss")))
{
    setObjectName(QStringLiteral("attachmentNote"));
    m_text->setWordWrap(true);
    m_close->setExtent(20);
    m_close->setGlyphSize(12);
    m_undo->setText(tr("Undo"));
    m_resize->setText(tr("Resize"));
    m_white->setText(tr("On white"));
    m_black->setText(tr("On black"));
    m_other->setText(tr("On another colour…"));
    m_original->setText(tr("Original"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_text, 1);
    for (Button *button : { m_undo, m_resize, m_white, m_black, m_other, m_original, m_close })
        row->addWidget(button, 0, Qt::AlignVCenter);
    connect(m_undo, &Button::clicked, this, &AttachmentNote::undo);
    connect(m_resize, &Button::clicked, this, [this] { m_composer.fitToLimits(m_shown.id, true); });
    connect(m_white, &Button::clicked, this, [this] { m_composer.flatten(m_shown.id, Qt::white); });
    connect(m_black, &Button::clicked, this, [this] { m_composer.flatten(m_shown.id, Qt::black); });
    connect(m_other, &Button::clicked, this,
        [this] { AttachmentMenu::chooseBackground(m_composer, m_shown, window()); });
    connect(m_original, &Button::clicked, this, [this] { emit originalRequested(m_shown.id); });
    connect(m_close, &Button::clicked, this, [this] {
        m_dismissed.insert(mark(m_kind, m_shown));
        refresh();
    });
    connect(&m_composer, &client::Composer::attachmentsChanged, this, &AttachmentNote::refresh);
    connect(&m_composer, &client::Composer::quoteChanged, this, &AttachmentNote::refresh);
    refresh();
}

bool AttachmentNote::isEdited(const Attachment &attachment)
{
    return !attachment.work.background.isEmpty() || !attachment.work.editedPath.isEmpty();
}

void AttachmentNote::undo()
{
    if (m_kind == Kind::Resized)
        m_composer.fitToLimits(m_shown.id, false);
    else if (!m_shown.work.background.isEmpty()) // the last thing that was done to it
        m_composer.flatten(m_shown.id, QColor());
    else
        m_composer.restoreOriginal(m_shown.id);
}

Button *AttachmentNote::link(const char *name)
{
    auto *button = new Button(m_theme, Button::Kind::Link);
    button->setObjectName(QLatin1String(name));
    button->setExtent(20);
    return button;
}

QString AttachmentNote::sentence() const
{
    return isHidden() ? QString() : m_text->text();
}

QString AttachmentNote::mark(Kind kind, const Attachment &attachment) const
{
    // What was dismissed comes back when it is about something else: another size, another colour.
    return QStringLiteral("%1/%2/%3").arg(attachment.id).arg(static_cast<int>(kind)).arg(attachment.sha256);
}

bool AttachmentNote::applies(Kind kind, const Attachment &attachment) const
{
    switch (kind) {
    case Kind::TooLarge:
        return m_composer.isTooLarge(attachment);
    case Kind::Resized:
        return attachment.resized;
    case Kind::Transparent:
        return attachment.transparent && attachment.work.background.isEmpty();
    case Kind::Done:
        return !attachment.notices.isEmpty() && !attachment.resized; // Resized has said all of it
    }
    return false;
}

void AttachmentNote::refresh()
{
    const QList<Attachment> all = m_composer.attachments();
    for (const Kind kind : { Kind::TooLarge, Kind::Resized, Kind::Transparent, Kind::Done }) {
        for (const Attachment &attachment : all) {
            const bool settled = attachment.state == Attachment::State::Ready && attachment.isPicture();
            if (settled && applies(kind, attachment) && !m_dismissed.contains(mark(kind, attachment))) {
                m_kind = kind;
                m_shown = attachment;
                offer(kind, attachment);
                return;
            }
        }
    }
    hide();
}

void AttachmentNote::offer(Kind kind, const Attachment &attachment)
{
    m_text->setText(sentenceFor(kind, attachment));
    m_text->setTone(kind == Kind::TooLarge ? TextTone::Warning : TextTone::Text2);
    m_resize->setVisible(kind == Kind::TooLarge);
    m_undo->setVisible(kind == Kind::Resized || (kind == Kind::Done && isEdited(attachment)));
    for (Button *button : { m_white, m_black, m_other })
        button->setVisible(kind == Kind::Transparent);
    m_original->setVisible(kind == Kind::Resized || kind == Kind::Done);
    m_close->setVisible(kind != Kind::TooLarge); // sending waits for it
    show();
}

QString AttachmentNote::sentenceFor(Kind kind, const Attachment &attachment) const
{
    const QString name = attachment.fileName;
    switch (kind) {
    case Kind::TooLarge: {
        const Model *model = m_session.catalogue().find(m_composer.quote().modelId);
        return tr("“%1” is larger than %2 takes: %3 × %4 pixels, %5. It cannot be sent like this.")
            .arg(name, model ? model->name : tr("the service"))
            .arg(attachment.size.width())
            .arg(attachment.size.height())
            .arg(QLocale().formattedDataSize(attachment.bytes));
    }
    case Kind::Resized:
    case Kind::Done:
        return tr("“%1”: %2").arg(name, attachment.notices.join(QLatin1Char(' ')));
    case Kind::Transparent:
        return tr("“%1” has transparent parts. Models see them as they like, unless you put it on a colour.")
            .arg(name);
    }
    return {};
}

} // namespace facet::ui
