#include "service/engines/draft/TitlePainter.h"

#include <QFontMetrics>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <array>

namespace facet::service::draft {

namespace {

struct Palette {
    QRgb top;
    QRgb bottom;
    QRgb accent;
};

constexpr std::array palettes{
    Palette{ 0xff1b2030, 0xff0d1018, 0xff6ea8fe },
    Palette{ 0xff232032, 0xff110e1a, 0xffc79bff },
    Palette{ 0xff17282a, 0xff0a1415, 0xff5fd3bc },
    Palette{ 0xff2b2220, 0xff16100f, 0xffffb38a },
    Palette{ 0xff26261c, 0xff12120c, 0xffe6d36a },
};

const Palette &paletteFor(quint32 seed)
{
    return palettes[seed % palettes.size()];
}

} // namespace

TitlePainter::TitlePainter(QSize size, TitleSlate slate)
    : m_size(size)
    , m_slate(std::move(slate))
    , m_unit(std::min(size.width(), size.height()))
{
}

QColor TitlePainter::ink()
{
    return QColor(245, 246, 250);
}

QColor TitlePainter::accent() const
{
    return QColor::fromRgb(paletteFor(m_slate.seed).accent);
}

QFont TitlePainter::font(double size, int weight) const
{
    QFont font;
    // The first one there; each of the later ones has Hangul.
    font.setFamilies({ QStringLiteral("Pretendard"), QStringLiteral("Noto Sans CJK KR"),
        QStringLiteral("Noto Sans KR"), QStringLiteral("NanumGothic"), QStringLiteral("Malgun Gothic"),
        QStringLiteral("Apple SD Gothic Neo"), QStringLiteral("sans-serif") });
    font.setPixelSize(std::max(6, static_cast<int>(m_unit * size)));
    font.setWeight(QFont::Weight(weight));
    // Sub-pixel colours do not survive half-size chroma.
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

QRect TitlePainter::bar() const
{
    const int margin = static_cast<int>(m_unit * 0.07);
    const int height = std::max(2, static_cast<int>(m_unit * 0.008) / 2 * 2);
    const int top = (m_size.height() - margin) / 2 * 2;
    return { margin / 2 * 2, top, (m_size.width() - 2 * margin) / 2 * 2, height };
}

QImage TitlePainter::ground() const
{
    QImage image(m_size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const Palette &palette = paletteFor(m_slate.seed);
    QLinearGradient gradient(0, 0, m_size.width() * 0.3, m_size.height());
    gradient.setColorAt(0, QColor::fromRgb(palette.top));
    gradient.setColorAt(1, QColor::fromRgb(palette.bottom));
    painter.fillRect(image.rect(), gradient);

    const double margin = m_unit * 0.07;
    const QString mark = m_slate.korean ? QStringLiteral("초안 DRAFT") : QStringLiteral("DRAFT");
    const QFont markFont = font(0.03, QFont::Bold);
    const QFontMetrics markMetrics(markFont);
    const QRectF pill(margin, margin, markMetrics.horizontalAdvance(mark) + m_unit * 0.04,
        markMetrics.height() + m_unit * 0.016);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent());
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(QColor::fromRgb(palette.bottom));
    painter.setFont(markFont);
    painter.drawText(pill, Qt::AlignCenter, mark);

    const QFont modelFont = font(0.034, QFont::DemiBold);
    const QRectF beside(pill.right() + m_unit * 0.03, pill.top(),
        m_size.width() - margin - pill.right() - m_unit * 0.03, pill.height());
    painter.setPen(ink());
    painter.setFont(modelFont);
    painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(modelFont).elidedText(m_slate.model, Qt::ElideRight, static_cast<int>(beside.width())));

    const QRect line = bar();
    const QFont small = font(0.026, QFont::Normal);
    painter.setFont(small);
    painter.setPen(QColor(255, 255, 255, 150));
    const QRectF facts(margin, line.top() - m_unit * 0.075, m_size.width() - 2 * margin, m_unit * 0.045);
    painter.drawText(facts, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(small).elidedText(m_slate.facts, Qt::ElideRight, static_cast<int>(facts.width())));

    if (m_slate.seconds > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(255, 255, 255, 40));
        painter.drawRect(line);
        painter.setBrush(QColor(255, 255, 255, 130));
        for (int second = 0; second <= m_slate.seconds; ++second) {
            const double x = line.left() + double(line.width()) * second / m_slate.seconds;
            const double tall = m_unit * (second % 5 == 0 ? 0.024 : 0.014);
            painter.drawRect(QRectF(x - 1, line.top() - tall, 2, tall));
        }
    }
    return image;
}

QImage TitlePainter::words(const QString &text, int number, int of) const
{
    QImage image(m_size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(ink());

    const double margin = m_unit * 0.07;
    const QRect room(static_cast<int>(margin), static_cast<int>(m_size.height() * 0.24),
        static_cast<int>(m_size.width() - 2 * margin), static_cast<int>(m_size.height() * 0.52));
    constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
    // The largest type in which the words fit.
    double size = 0.115;
    QRect needed;
    do {
        needed = QFontMetrics(font(size, QFont::DemiBold)).boundingRect(room, flags, text);
        size *= 0.93;
    } while (size > 0.022 && (needed.height() > room.height() || needed.width() > room.width()));
    painter.setFont(font(size / 0.93, QFont::DemiBold));
    painter.drawText(room, flags, text);

    if (of > 1) {
        painter.setFont(font(0.03, QFont::Medium));
        painter.setPen(QColor(255, 255, 255, 170));
        painter.drawText(
            QRectF(margin, room.top() - m_unit * 0.07, m_size.width() - 2 * margin, m_unit * 0.05),
            Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("%1 / %2").arg(number).arg(of));
    }
    return image;
}

} // namespace facet::service::draft
