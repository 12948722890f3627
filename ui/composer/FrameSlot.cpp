#include "ui/composer/FrameSlot.h"

#include "client/composer/Composer.h"
#include "ui/composer/AttachmentWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Checkerboard.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/RoundedPicture.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>

namespace facet::ui {

namespace {
const QSize frameSlotSize(128, 74);
const QSize referenceSize(74, 74);
const QSize asideSize(48, 48);
} // namespace

FrameSlot::FrameSlot(Theme &theme, client::Composer &composer, InputRole role, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_role(role)
    , m_remove(new Button(
          theme, Button::Kind::OnPicture, Icon::Close, QStringLiteral("Remove"), tr("Remove"), this))
    , m_more(new Button(theme, Button::Kind::OnPicture, Icon::More, QStringLiteral("More"), tr("More"), this))
{
    setUp();
}

FrameSlot::FrameSlot(Theme &theme, client::Composer &composer, AsideTag, QWidget *parent)
    : FrameSlot(theme, composer, InputRole::Other, parent)
{
    m_aside = true;
    setAcceptDrops(false);
    setFixedSize(asideSize);
    setName(this, QStringLiteral("Kept aside file"));
}

void FrameSlot::setUp()
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedSize(FrameSlot::sizeHint());
    setNames();
    m_remove->hide();
    m_more->hide();
    connect(m_remove, &Button::clicked, this, [this] {
        if (m_attachment)
            emit removeRequested(m_attachment->id);
    });
    connect(m_more, &Button::clicked, this, &FrameSlot::askForMenu);
    connect(this, &FrameSlot::clicked, this, &FrameSlot::chooseRequested);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&FrameSlot::update));
}

void FrameSlot::setNames()
{
    const auto name = [this](const QString &own, const QString &remove) {
        setName(this, own);
        m_remove->setAccessibleName(remove);
        m_more->setAccessibleName(own + QStringLiteral(" actions"));
    };
    switch (m_role) {
    case InputRole::StartFrame:
        return name(QStringLiteral("Start frame"), QStringLiteral("Remove start frame"));
    case InputRole::EndFrame:
        return name(QStringLiteral("End frame"), QStringLiteral("Remove end frame"));
    case InputRole::Audio:
        return name(QStringLiteral("Voice"), QStringLiteral("Remove voice"));
    case InputRole::Video:
        return name(QStringLiteral("Source video"), QStringLiteral("Remove video"));
    case InputRole::Reference:
    case InputRole::Other:
        return name(QStringLiteral("Reference image"), QStringLiteral("Remove image"));
    }
}

QSize FrameSlot::sizeHint() const
{
    if (m_aside)
        return asideSize;
    return m_role == InputRole::Reference || m_role == InputRole::Other ? referenceSize : frameSlotSize;
}

QString FrameSlot::caption() const
{
    switch (m_role) {
    case InputRole::StartFrame:
        return tr("Start frame");
    case InputRole::EndFrame:
        return tr("End frame");
    case InputRole::Audio:
        return tr("Voice");
    case InputRole::Video:
        return tr("Video");
    case InputRole::Reference:
    case InputRole::Other:
        break;
    }
    return {};
}

Icon FrameSlot::emptyIcon() const
{
    const InputRole role = m_aside && m_attachment ? m_attachment->role : m_role;
    return role == InputRole::Audio ? Icon::Music : role == InputRole::Video ? Icon::Film : Icon::ImagePlus;
}

void FrameSlot::present(const std::optional<client::Attachment> &attachment)
{
    m_attachment = attachment;
    m_remove->setVisible(attachment.has_value());
    m_more->setVisible(
        attachment.has_value() && !m_aside && attachment->state != client::Attachment::State::Reading);
    const QStringList facts = attachment ? AttachmentWords::facts(*attachment) : QStringList();
    setToolTip(facts.join(QLatin1Char('\n')));
    setPlace(m_place);
    update();
}

void FrameSlot::setPlace(const QString &place)
{
    m_place = place;
    QStringList facts = m_attachment ? AttachmentWords::facts(*m_attachment) : QStringList();
    if (!place.isEmpty())
        facts.prepend(place);
    setAccessibleDescription(facts.join(QStringLiteral(", ")));
}

// ---- how it looks ---------------------------------------------------------------------------------------

void FrameSlot::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dragging)
        painter.setOpacity(0.5);
    if (!m_attachment) {
        paintEmpty(painter);
    } else if (!m_attachment->thumbnail.isNull()) {
        if (m_attachment->transparent) {
            QPainterPath corners;
            corners.addRoundedRect(rect(), Theme::controlRadius, Theme::controlRadius);
            painter.save();
            painter.setClipPath(corners);
            paintCheckerboard(painter, rect(), m_theme);
            painter.restore();
        }
        paintRoundedPicture(painter, rect(), m_attachment->thumbnail, Theme::controlRadius);
        if (!caption().isEmpty())
            paintLabel(painter, caption());
        else if (m_attachment->durationMs > 0)
            paintLabel(painter, AttachmentWords::length(m_attachment->durationMs));
        if (m_attachment->isChanged() && !m_aside)
            paintMark(painter);
    } else {
        paintFile(painter);
    }
    painter.setOpacity(1);
    if (m_dropping || hasFocus())
        paintFocusRing(painter, rect(), Theme::controlRadius, t);
}

void FrameSlot::paintEmpty(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool lit = underMouse() || m_dropping;
    painter.setBrush(lit ? t.hover : QColor(Qt::transparent));
    painter.setPen(QPen(m_dropping ? t.accent : lit ? t.text3 : t.line, 1, Qt::DashLine));
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, Theme::controlRadius, Theme::controlRadius);
    paintIcon(painter, QRectF(0, 16, width(), 20), emptyIcon(), t.text2, 18);
    painter.setPen(t.text2);
    painter.setFont(m_theme.font(TextRole::Caption));
    painter.drawText(QRectF(4, 38, width() - 8, 20), Qt::AlignCenter, caption());
}

void FrameSlot::paintFile(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool failed = m_attachment->state == client::Attachment::State::Failed;
    const bool reading = m_attachment->state == client::Attachment::State::Reading;
    painter.setBrush(t.hover);
    painter.setPen(QPen(t.line, 1));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::controlRadius, Theme::controlRadius);
    painter.setPen(t.text2);
    painter.setFont(m_theme.font(TextRole::Caption));
    if (failed) {
        paintIcon(painter, rect(), Icon::ImageOff, t.bad, 20);
    } else if (reading) {
        const QString word = m_attachment->notices.isEmpty() ? tr("Reading…") : tr("Fetching…");
        painter.drawText(rect(), Qt::AlignCenter, word);
    } else if (m_aside) {
        paintIcon(painter, rect(), emptyIcon(), t.text2, 18);
    } else {
        paintIcon(painter, QRectF(0, 8, width(), 20), emptyIcon(), t.text1, 18);
        const QRectF name(6, 30, width() - 12, 16);
        painter.drawText(name, Qt::AlignCenter,
            QFontMetrics(painter.font())
                .elidedText(m_attachment->fileName, Qt::ElideMiddle, static_cast<int>(name.width())));
        painter.drawText(QRectF(6, 48, width() - 12, 16), Qt::AlignCenter,
            AttachmentWords::length(m_attachment->durationMs));
    }
}

void FrameSlot::paintLabel(QPainter &painter, const QString &text) const
{
    const Tokens &t = m_theme.tokens();
    const QFont font = m_theme.font(TextRole::CaptionStrong);
    const int textWidth = QFontMetrics(font).horizontalAdvance(text);
    const QRectF label(6, height() - 22, textWidth + 10, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.scrim);
    painter.drawRoundedRect(label, 4, 4);
    painter.setPen(t.onPicture);
    painter.setFont(font);
    painter.drawText(label, Qt::AlignCenter, text);
}

/// Something was done to it: the tool tip, the menu and the note say what.
void FrameSlot::paintMark(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const QRectF mark(width() - 22, height() - 22, 16, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.scrim);
    painter.drawRoundedRect(mark, 4, 4);
    paintIcon(painter, mark, Icon::Pencil, t.onPicture, 10);
}

void FrameSlot::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    m_remove->setGeometry(width() - 24, 4, 20, 20);
    m_more->setGeometry(4, 4, 20, 20);
}

// ---- what it is told ------------------------------------------------------------------------------------

void FrameSlot::askForMenu()
{
    if (m_attachment)
        emit menuRequested(*m_attachment, mapToGlobal(QPoint(0, height())));
}

void FrameSlot::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_attachment && m_role == InputRole::Reference)
            askForMenu();
        else
            click();
    } else if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && m_attachment) {
        emit removeRequested(m_attachment->id);
    } else if (event->key() == Qt::Key_F10 && event->modifiers() & Qt::ShiftModifier) {
        askForMenu();
    } else if (control && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        emit moveRequested(event->key() == Qt::Key_Left ? -1 : 1);
    } else if (event->key() == Qt::Key_Escape && m_dragging) {
        m_dragging = false;
        unsetCursor();
        emit dragCancelled();
        update();
    } else if (event->matches(QKeySequence::Paste) && !m_aside) {
        const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
        if (m_composer.accepts(clip))
            m_composer.attachMime(clip, m_role);
    } else {
        QPushButton::keyPressEvent(event);
    }
}

void FrameSlot::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QPushButton::mousePressEvent(event);
}

void FrameSlot::mouseMoveEvent(QMouseEvent *event)
{
    const bool movable = m_attachment && m_attachment->isPicture() && !m_aside;
    const bool far = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!m_dragging && movable && far && event->buttons() & Qt::LeftButton) {
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
        setDown(false);
        update();
    }
    if (m_dragging)
        emit dragged(event->globalPosition().toPoint(), false);
    else
        QPushButton::mouseMoveEvent(event);
}

void FrameSlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging) {
        QPushButton::mouseReleaseEvent(event);
        return;
    }
    m_dragging = false;
    unsetCursor();
    update();
    emit dragged(event->globalPosition().toPoint(), true);
}

void FrameSlot::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_attachment)
        return;
    if (event->reason() == QContextMenuEvent::Mouse)
        emit menuRequested(*m_attachment, event->globalPos());
    else
        askForMenu();
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

} // namespace facet::ui
