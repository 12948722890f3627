#include "ui/composer/AttachmentMenu.h"

#include "client/composer/Composer.h"

#include <QColorDialog>
#include <QPainter>
#include <QPixmap>

namespace facet::ui {

using client::Attachment;

AttachmentMenu::AttachmentMenu(
    const Theme &theme, client::Composer &composer, const Attachment &attachment, QWidget *parent)
    : QMenu(parent)
    , m_composer(composer)
    , m_attachment(attachment)
{
    setObjectName(QStringLiteral("attachmentMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString id = m_attachment.id;
    if (m_attachment.aside)
        add("bringBack", tr("Attach it again"), [this, id] { m_composer.bringBack(id); });
    if (m_attachment.isPicture() && !m_attachment.aside) {
        addUses();
        addMoves();
        addBackground(theme);
        addUndo();
    }
    if (!m_attachment.original.path.isEmpty()) {
        addSeparator();
        add("showOriginal", tr("Original…"), [this, id] { emit originalRequested(id); });
    }
    addSeparator();
    add("remove", tr("Remove"), [this, id] { m_composer.detach(id); });
}

QAction *AttachmentMenu::add(const char *name, const QString &text, const std::function<void()> &act)
{
    QAction *action = addAction(text, this, act);
    action->setObjectName(QLatin1String(name));
    return action;
}

void AttachmentMenu::addUses()
{
    const QString id = m_attachment.id;
    const auto use = [this, id](InputRole role) { m_composer.setRole(id, role); };
    if (m_attachment.role != InputRole::StartFrame)
        add("useAsStart", tr("Use as start frame"), [use] { use(InputRole::StartFrame); });
    if (m_attachment.role != InputRole::EndFrame)
        add("useAsEnd", tr("Use as end frame"), [use] { use(InputRole::EndFrame); });
    if (m_attachment.role != InputRole::Reference)
        add("useAsReference", tr("Use as reference image"), [use] { use(InputRole::Reference); });
}

void AttachmentMenu::addMoves()
{
    if (m_attachment.role != InputRole::Reference)
        return;
    QStringList ids;
    const QList<Attachment> all = m_composer.attachments();
    for (const Attachment &other : all) {
        if (other.role == m_attachment.role)
            ids.append(other.id);
    }
    const auto at = static_cast<int>(ids.indexOf(m_attachment.id));
    if (ids.size() < 2 || at < 0)
        return;
    addSeparator();
    const QString id = m_attachment.id;
    add("moveEarlier", tr("Move forward by one"), [this, id, at] {
        m_composer.move(id, at - 1);
    })->setEnabled(at > 0);
    add("moveLater", tr("Move back by one"), [this, id, at] {
        m_composer.move(id, at + 1);
    })->setEnabled(at + 1 < ids.size());
}

void AttachmentMenu::addBackground(const Theme &theme)
{
    if (!m_attachment.transparent && m_attachment.work.background.isEmpty())
        return;
    addSeparator();
    const QString id = m_attachment.id;
    const auto swatch = [&theme](const QColor &colour) {
        QPixmap pixels(16, 16);
        pixels.fill(theme.tokens().line);
        QPixmap inside(14, 14);
        inside.fill(colour);
        QPainter(&pixels).drawPixmap(1, 1, inside);
        return QIcon(pixels);
    };
    const auto fill = [this, id](const QColor &colour) { m_composer.flatten(id, colour); };
    add("flattenWhite", tr("Put it on white"), [fill] { fill(Qt::white); })->setIcon(swatch(Qt::white));
    add("flattenBlack", tr("Put it on black"), [fill] { fill(Qt::black); })->setIcon(swatch(Qt::black));
    add("flattenOther", tr("Put it on another colour…"),
        [this] { chooseBackground(m_composer, m_attachment, parentWidget()); });
    if (!m_attachment.work.background.isEmpty())
        add("unflatten", tr("Make it transparent again"), [fill] { fill(QColor()); });
}

void AttachmentMenu::addUndo()
{
    const QString id = m_attachment.id;
    addSeparator();
    if (m_attachment.resized)
        add("undoResize", tr("Take the resize back"), [this, id] { m_composer.fitToLimits(id, false); });
    else if (m_attachment.work.keepSize)
        add("resize", tr("Resize to what the model takes"), [this, id] { m_composer.fitToLimits(id, true); });
    if (!m_attachment.work.editedPath.isEmpty())
        add("restoreOriginal", tr("Take every edit back"), [this, id] { m_composer.restoreOriginal(id); });
}

void AttachmentMenu::chooseBackground(
    client::Composer &composer, const Attachment &attachment, QWidget *parent)
{
    const QColor now(attachment.work.background);
    auto *dialog = new QColorDialog(now.isValid() ? now : QColor(Qt::white), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("backgroundColour"));
    dialog->setWindowTitle(tr("Colour behind the transparent parts"));
    QObject::connect(dialog, &QColorDialog::colorSelected, &composer,
        [&composer, id = attachment.id](const QColor &colour) {
            if (colour.isValid())
                composer.flatten(id, colour);
        });
    dialog->open();
}

} // namespace facet::ui
