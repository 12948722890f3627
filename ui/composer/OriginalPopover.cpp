#include "ui/composer/OriginalPopover.h"

#include "ui/composer/AttachmentWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Label.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int popoverWidth = 380;
}

OriginalPopover::OriginalPopover(Theme &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("originalPopover"));
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(0, 0, 0, 0);
}

QWidget *OriginalPopover::column(const QString &title, const QString &mime, qint64 bytes, QSize size)
{
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(new Label(m_theme, TextRole::CaptionStrong, TextTone::Text2, title));
    QStringList facts{ AttachmentWords::type(mime), QLocale().formattedDataSize(bytes) };
    rows->addWidget(new Label(m_theme, TextRole::Body, TextTone::Text1, facts.join(QStringLiteral(" · "))));
    if (size.isValid()) {
        rows->addWidget(new Label(m_theme, TextRole::Body, TextTone::Text1,
            tr("%1 × %2 pixels").arg(size.width()).arg(size.height())));
    }
    return box;
}

void OriginalPopover::openFor(const client::Attachment &attachment, QWidget *anchor)
{
    delete m_content;
    m_content = new QWidget;
    body()->layout()->addWidget(m_content);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(16, 14, 16, 14);
    rows->setSpacing(8);
    auto *name = new ElidedLabel(m_theme, TextRole::BodyStrong, TextTone::Text1, attachment.fileName);
    name->setElideMode(Qt::ElideMiddle);
    rows->addWidget(name);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    const client::OriginalFile &original = attachment.original;
    columns->addWidget(column(tr("Original kept"), original.mime, original.bytes, original.size), 1);
    columns->addWidget(column(tr("What is sent"), attachment.mime, attachment.bytes, attachment.size), 1);
    rows->addLayout(columns);
    const QStringList done =
        attachment.isChanged() ? attachment.notices : QStringList{ tr("It is sent exactly as it came.") };
    for (const QString &notice : done) {
        auto *line = new Label(m_theme, TextRole::Small, TextTone::Text2, notice);
        line->setWordWrap(true);
        rows->addWidget(line);
    }
    auto *buttons = new QHBoxLayout;
    auto *open = new Button(m_theme, Button::Kind::Secondary, tr("Open original"));
    open->setObjectName(QStringLiteral("openOriginal"));
    auto *folder = new Button(m_theme, Button::Kind::Quiet, tr("Show in folder"));
    folder->setObjectName(QStringLiteral("originalFolder"));
    buttons->addWidget(open);
    buttons->addWidget(folder);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    const QString path = original.path;
    connect(open, &Button::clicked, this, [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(folder, &Button::clicked, this,
        [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
    openAt(anchor, Side::Above, QSize(popoverWidth, rows->heightForWidth(popoverWidth) + 2));
    open->setFocus(Qt::PopupFocusReason);
}

} // namespace facet::ui
