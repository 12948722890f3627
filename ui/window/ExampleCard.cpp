#include "ui/window/ExampleCard.h"

#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/PosterCache.h"

#include <QKeyEvent>
#include <QPainter>

namespace facet::ui {

namespace {
const QSize pictureSize(72, 44);
constexpr int arrowWidth = 40;
constexpr int padding = 14;
} // namespace

ExampleCard::ExampleCard(Theme &theme, PosterCache &pictures, StartView::Example example, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_pictures(pictures)
    , m_example(std::move(example))
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setText(m_example.title);
    connect(&m_pictures, &PosterCache::ready, this, qOverload<>(&ExampleCard::update));
    connect(&m_theme, &Theme::changed, this, qOverload<>(&ExampleCard::update));
}

void ExampleCard::setQuote(const Quote &quote)
{
    m_covered = quote.covered;
    if (quote.covered)
        m_cost = tr("covered");
    else
        m_cost = quote.totalCredits ? GenerationWords::credits(*quote.totalCredits) : QStringLiteral("—");
    setAccessibleDescription(QStringLiteral("%1, %2").arg(m_example.subtitle, m_cost));
    update();
}

void ExampleCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(underMouse() ? t.text3 : t.line, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
    if (hasFocus())
        paintFocusRing(painter, rect(), Theme::cardRadius, t);

    int x = padding;
    const int top = (height() - pictureSize.height()) / 2;
    const qreal ratio = devicePixelRatioF();
    if (m_example.pictures.isEmpty()) {
        const QRect box(QPoint(x, top), pictureSize);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(box, 8, 8);
        paintIcon(painter, box, Icon::Film, t.text2, 18);
        x = box.right() + 1;
    }
    for (qsizetype i = 0; i < m_example.pictures.size(); ++i) {
        if (i > 0) {
            paintIcon(painter, QRectF(x, 0, arrowWidth, height()), Icon::ArrowRight, t.text1, 16);
            x += arrowWidth;
        }
        const QRect place(QPoint(x, top), pictureSize);
        QPixmap picture = m_pictures.cover(m_example.pictures[i].path, pictureSize * ratio);
        picture.setDevicePixelRatio(ratio);
        QBrush brush = picture.isNull() ? QBrush(t.hover) : QBrush(picture);
        brush.setTransform(QTransform::fromTranslate(place.x(), place.y()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(brush);
        painter.drawRoundedRect(place, 8, 8);
        x += pictureSize.width();
    }
    x += 12;

    int right = width() - padding;
    if (!m_cost.isEmpty()) {
        const std::optional<Icon> icon = m_covered ? std::optional<Icon>(Icon::Infinity_) : std::nullopt;
        const QSize chip = Chip::sizeFor(m_theme, m_cost, icon.has_value());
        right -= chip.width();
        Chip::paint(painter, QPoint(right, (height() - chip.height()) / 2), m_theme,
            m_covered ? Chip::Tone::Good : Chip::Tone::Neutral, m_cost, icon);
        right -= 12;
    }
    const QFont titleFont = m_theme.font(TextRole::BodyStrong);
    painter.setFont(titleFont);
    painter.setPen(t.text1);
    const int room = right - x;
    painter.drawText(QRect(x, height() / 2 - 20, room, 20), Qt::AlignVCenter,
        QFontMetrics(titleFont).elidedText(m_example.title, Qt::ElideRight, room));
    const QFont subFont = m_theme.font(TextRole::Small);
    painter.setFont(subFont);
    painter.setPen(t.text2);
    painter.drawText(QRect(x, height() / 2, room, 18), Qt::AlignVCenter,
        QFontMetrics(subFont).elidedText(m_example.subtitle, Qt::ElideRight, room));
}

void ExampleCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace facet::ui
