#include "ui/composer/FrameSlot.h"

#include "client/composer/Composer.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/RoundedPicture.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>

namespace facet::ui {

namespace {
const QSize frameSlotSize(128, 74);
const QSize referenceSize(74, 74);
} // namespace

FrameSlot::FrameSlot(Theme &theme, client::Composer &composer, InputRole role, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_role(role)
    , m_remove(new Button(
          theme, Button::Kind::OnPicture, Icon::Close, QStringLiteral("Remove"), tr("Remove"), this))
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedSize(FrameSlot::sizeHint());
    switch (m_role) {
    case InputRole::StartFrame:
        setName(this, QStringLiteral("Start frame"));
        break;
    case InputRole::EndFrame:
        setName(this, QStringLiteral("End frame"));
        break;
    case InputRole::Reference:
    case InputRole::Audio:
    case InputRole::Video:
    case InputRole::Other:
        setName(this, QStringLiteral("Reference image"));
        break;
    }
    m_remove->hide();
    connect(m_remove, &Button::clicked, this, [this] {
        if (m_attachment)
            emit removeRequested(m_attachment->id);
    });
    connect(this, &FrameSlot::clicked, this, &FrameSlot::chooseRequested);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&FrameSlot::update));
}

QSize FrameSlot::sizeHint() const
{
    return m_role == InputRole::StartFrame || m_role == InputRole::EndFrame ? frameSlotSize : referenceSize;
}

QString FrameSlot::caption() const
{
    switch (m_role) {
    case InputRole::StartFrame:
        return tr("Start frame");
    case InputRole::EndFrame:
        return tr("End frame");
    case InputRole::Reference:
    case InputRole::Audio:
    case InputRole::Video:
    case InputRole::Other:
        break;
    }
    return {};
}

void FrameSlot::present(const std::optional<client::Attachment> &attachment)
{
    m_attachment = attachment;
    m_remove->setVisible(attachment.has_value());
    m_remove->setAccessibleName(m_role == InputRole::StartFrame ? QStringLiteral("Remove start frame")
            : m_role == InputRole::EndFrame                     ? QStringLiteral("Remove end frame")
                                                                : QStringLiteral("Remove image"));
    QStringList facts;
    if (attachment) {
        facts.append(attachment->fileName);
        if (attachment->size.isValid())
            facts.append(tr("%1 × %2 pixels").arg(attachment->size.width()).arg(attachment->size.height()));
        if (attachment->bytes > 0)
            facts.append(QLocale().formattedDataSize(attachment->bytes));
        facts.append(attachment->notices);
        if (attachment->error)
            facts.append(attachment->error->sentence);
    }
    setToolTip(facts.join(QLatin1Char('\n')));
    setAccessibleDescription(facts.join(QStringLiteral(", ")));
    update();
}

void FrameSlot::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool shown = m_attachment && !m_attachment->thumbnail.isNull();
    if (shown) {
        paintRoundedPicture(painter, rect(), m_attachment->thumbnail, Theme::controlRadius);
    } else {
        painter.setBrush(underMouse() || m_dropping ? t.hover : QColor(Qt::transparent));
        painter.setPen(
            m_attachment ? QPen(t.line, 1) : QPen(m_dropping ? t.accent : t.text3, 1, Qt::DashLine));
        if (!m_attachment && !m_dropping && !underMouse())
            painter.setPen(QPen(t.line, 1, Qt::DashLine));
        painter.drawRoundedRect(box, Theme::controlRadius, Theme::controlRadius);
    }
    if (!m_attachment) {
        paintIcon(painter, QRectF(0, 16, width(), 20), Icon::ImagePlus, t.text2, 18);
        painter.setPen(t.text2);
        painter.setFont(m_theme.font(TextRole::Caption));
        painter.drawText(QRectF(4, 38, width() - 8, 20), Qt::AlignCenter, caption());
    } else if (m_attachment->state == client::Attachment::State::Reading) {
        painter.setPen(t.text2);
        painter.setFont(m_theme.font(TextRole::Caption));
        if (!shown)
            painter.drawText(rect(), Qt::AlignCenter, tr("Reading…"));
    } else if (m_attachment->state == client::Attachment::State::Failed) {
        paintIcon(painter, rect(), Icon::ImageOff, t.bad, 20);
    }
    if (shown && !caption().isEmpty()) {
        const QFont font = m_theme.font(TextRole::CaptionStrong);
        const int textWidth = QFontMetrics(font).horizontalAdvance(caption());
        const QRectF label(6, height() - 22, textWidth + 10, 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.scrim);
        painter.drawRoundedRect(label, 4, 4);
        painter.setPen(t.onPicture);
        painter.setFont(font);
        painter.drawText(label, Qt::AlignCenter, caption());
    }
    if (m_dropping || hasFocus())
        paintFocusRing(painter, rect(), Theme::controlRadius, t);
}

void FrameSlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && m_attachment) {
        emit removeRequested(m_attachment->id);
    } else if (event->matches(QKeySequence::Paste)) {
        const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
        if (m_composer.accepts(clip))
            m_composer.attachMime(clip, m_role);
    } else {
        QPushButton::keyPressEvent(event);
    }
}

void FrameSlot::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_composer.accepts(event->mimeData()))
        return;
    event->acceptProposedAction();
    m_dropping = true;
    update();
}

void FrameSlot::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropping = false;
    update();
}

void FrameSlot::dropEvent(QDropEvent *event)
{
    m_dropping = false;
    update();
    if (!m_composer.accepts(event->mimeData()))
        return;
    event->acceptProposedAction();
    m_composer.attachMime(event->mimeData(), m_role);
}

void FrameSlot::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    m_remove->setGeometry(width() - 24, 4, 20, 20);
}

} // namespace facet::ui
