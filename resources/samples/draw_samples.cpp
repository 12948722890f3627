// Draws the sample pictures that lie beside this file: our own artwork, the same at every run.
// Usage: draw_samples FOLDER
//
// harbor-night.jpg and harbor-dawn.jpg are one place at two hours: the boats have drifted, the clouds have
// moved, the sun has come up, so that the motion between them can be found. moss-fox.jpg is a picture
// with a style of its own.

#include <QGuiApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <numbers>

namespace {

constexpr int width = 1920;
constexpr int height = 1080;

/// The same numbers on every machine (Numerical Recipes' generator).
class Dice {
public:
    explicit Dice(quint32 seed)
        : m_state(seed)
    {
    }
    double unit()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return double(m_state >> 8) / double(1U << 24);
    }
    double between(double low, double high) { return low + (high - low) * unit(); }

private:
    quint32 m_state;
};

QColor mix(const QColor &a, const QColor &b, double t)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * t),
        float(a.greenF() + (b.greenF() - a.greenF()) * t), float(a.blueF() + (b.blueF() - a.blueF()) * t),
        float(a.alphaF() + (b.alphaF() - a.alphaF()) * t));
}

QColor colour(const char *name)
{
    return QColor(QLatin1String(name));
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

/// What changes between night (0) and dawn (1).
struct Hour {
    double t;
    QColor of(const char *night, const char *dawn) const
    {
        return mix(QColor(QLatin1String(night)), QColor(QLatin1String(dawn)), t);
    }
};

void glow(QPainter &painter, QPointF middle, double radius, const QColor &colour)
{
    QRadialGradient gradient(middle, radius);
    gradient.setColorAt(0, colour);
    gradient.setColorAt(0.4, withAlpha(colour, colour.alphaF() * 0.35));
    gradient.setColorAt(1, withAlpha(colour, 0));
    painter.fillRect(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), gradient);
}

constexpr double horizon = 600;

void drawSky(QPainter &painter, const Hour &hour)
{
    QLinearGradient sky(0, 0, 0, horizon);
    sky.setColorAt(0, hour.of("#14244f", "#3f6fa6"));
    sky.setColorAt(0.55, hour.of("#2b4478", "#d8a08e"));
    sky.setColorAt(1, hour.of("#5c6f9f", "#ffd9a0"));
    painter.fillRect(QRectF(0, 0, width, horizon + 4), sky);

    Dice dice(11);
    for (int i = 0; i < 260; ++i) {
        const QPointF at(dice.between(0, width), std::pow(dice.unit(), 1.5) * horizon * 0.85);
        const double size = dice.between(0.7, 2.1);
        const double bright = dice.between(0.35, 1.0) * (1 - hour.t) * (1 - hour.t);
        painter.setBrush(withAlpha(QColor(255, 250, 230), bright));
        painter.drawEllipse(at, size, size);
    }

    const QPointF moon(1520 + 26 * hour.t, 170 + 40 * hour.t);
    glow(painter, moon, 260, withAlpha(QColor(220, 230, 255), 0.45 * (1 - hour.t) + 0.06));
    painter.setBrush(withAlpha(QColor(246, 244, 226), 1 - 0.75 * hour.t));
    painter.drawEllipse(moon, 44, 44);
    painter.setBrush(withAlpha(QColor(214, 214, 204), 0.6 - 0.5 * hour.t));
    painter.drawEllipse(moon + QPointF(-12, -8), 11, 11);
    painter.drawEllipse(moon + QPointF(14, 12), 7, 7);

    const QPointF sun(560, horizon + 70 - 130 * hour.t);
    glow(painter, sun, 620, withAlpha(QColor(255, 190, 120), 0.85 * hour.t));
    painter.setBrush(withAlpha(QColor(255, 240, 205), hour.t));
    painter.drawEllipse(sun, 52, 52);
}

void drawCloud(
    QPainter &painter, QPointF at, double size, const QColor &light, const QColor &shade, quint32 seed)
{
    Dice dice(seed);
    for (int pass = 0; pass < 2; ++pass) {
        painter.setBrush(pass == 0 ? shade : light);
        Dice same(seed);
        for (int i = 0; i < 14; ++i) {
            const double u = same.between(-1, 1);
            const double r = size * same.between(0.12, 0.24) * (1.1 - std::abs(u));
            const QPointF puff = at + QPointF(u * size, -same.between(0, 0.16) * size * (1 - std::abs(u)));
            painter.drawEllipse(puff + QPointF(0, pass == 0 ? size * 0.035 : 0), r * 1.7, r * 0.75);
        }
    }
}

void drawClouds(QPainter &painter, const Hour &hour)
{
    const QColor light = withAlpha(hour.of("#7d8cbc", "#ffe9d2"), 0.55);
    const QColor shade = withAlpha(hour.of("#4a5a8c", "#d98f80"), 0.5);
    drawCloud(painter, { 640 + 56 * hour.t, 250 }, 220, light, shade, 5);
    drawCloud(painter, { 980 + 44 * hour.t, 130 }, 170, light, shade, 8);
    drawCloud(painter, { 1250 + 64 * hour.t, 330 }, 260, light, shade, 21);
    drawCloud(painter, { 90 + 36 * hour.t, 440 }, 150, light, shade, 34);
}

QPainterPath ridge(double base, double tall, double wave, quint32 seed)
{
    Dice dice(seed);
    const double a = dice.between(0, 6);
    const double b = dice.between(0, 6);
    QPainterPath path;
    path.moveTo(-10, horizon + 10);
    for (int x = -10; x <= width + 10; x += 6) {
        const double u = x / wave;
        const double y =
            std::sin(u + a) * 0.5 + std::sin(u * 2.3 + b) * 0.28 + std::sin(u * 5.9 + a * b) * 0.08;
        path.lineTo(x, base - tall * (0.6 + y));
    }
    path.lineTo(width + 10, horizon + 10);
    path.closeSubpath();
    return path;
}

void drawTown(QPainter &painter, const Hour &hour)
{
    Dice dice(77);
    for (int i = 0; i < 60; ++i) {
        const double w = dice.between(22, 46);
        const double h = dice.between(24, 66);
        const double x = 1010 + i * 14.5 + dice.between(-4, 4);
        const double y = horizon - dice.between(0, 60) * std::sin((x - 990) / 950 * std::numbers::pi);
        const QColor wall = mix(hour.of("#4a4c6c", "#c98f78"), hour.of("#7b7690", "#f0d2b4"), dice.unit());
        painter.setBrush(wall);
        painter.drawRect(QRectF(x, y - h, w, h + 60));
        painter.setBrush(hour.of("#2e2a48", "#a4564a"));
        const QPolygonF roof{ { x - 3, y - h }, { x + w / 2, y - h - w * 0.42 }, { x + w + 3, y - h } };
        painter.drawPolygon(roof);
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 2; ++column) {
                const bool lit = dice.unit() < 0.7;
                const QRectF pane(x + w * (0.18 + 0.42 * column), y - h + 9 + row * 17, w * 0.2, 9);
                painter.setBrush(lit ? hour.of("#ffdc90", "#fff0c8") : hour.of("#262a48", "#7d5d5c"));
                painter.drawRect(pane);
            }
        }
    }
}

void drawLighthouse(QPainter &painter, const Hour &hour)
{
    const double x = 300;
    painter.setBrush(hour.of("#1f2640", "#5d4d54"));
    QPainterPath rock;
    rock.moveTo(150, horizon + 24);
    rock.cubicTo(200, horizon - 40, 260, horizon - 62, 310, horizon - 58);
    rock.cubicTo(380, horizon - 54, 430, horizon - 10, 480, horizon + 24);
    rock.closeSubpath();
    painter.drawPath(rock);

    for (int i = 0; i < 6; ++i) {
        const double top = horizon - 300 + i * 42;
        const double half = 20 + i * 2.4;
        painter.setBrush(i % 2 ? hour.of("#92404a", "#c8483f") : hour.of("#b9bfd4", "#fbefe0"));
        painter.drawPolygon(QPolygonF{ { x - half, top }, { x + half, top }, { x + half + 2.4, top + 42 },
            { x - half - 2.4, top + 42 } });
    }
    painter.setBrush(hour.of("#20263f", "#4c3a42"));
    painter.drawRect(QRectF(x - 26, horizon - 306, 52, 8));
    painter.drawPolygon(
        QPolygonF{ { x - 20, horizon - 336 }, { x, horizon - 362 }, { x + 20, horizon - 336 } });
    painter.setBrush(hour.of("#fff1b8", "#ffe9c4"));
    painter.drawRect(QRectF(x - 14, horizon - 336, 28, 30));
    const double shine = 1 - 0.6 * hour.t;
    glow(painter, { x, horizon - 321 }, 150, withAlpha(QColor(255, 232, 160), 0.45 * shine));
    QLinearGradient beam(x, 0, x + 760, 0);
    beam.setColorAt(0, withAlpha(QColor(255, 238, 180), 0.2 * shine));
    beam.setColorAt(1, withAlpha(QColor(255, 238, 180), 0));
    painter.setBrush(beam);
    painter.drawPolygon(QPolygonF{ { x + 12, horizon - 326 }, { x + 760, horizon - 420 },
        { x + 760, horizon - 300 }, { x + 12, horizon - 314 } });
}

void drawSea(QPainter &painter, const Hour &hour)
{
    QLinearGradient sea(0, horizon, 0, height);
    sea.setColorAt(0, hour.of("#50649a", "#e8b090"));
    sea.setColorAt(0.35, hour.of("#2b4072", "#7486a6"));
    sea.setColorAt(1, hour.of("#132248", "#2d5573"));
    painter.fillRect(QRectF(0, horizon, width, height - horizon), sea);

    Dice dice(41);
    for (int i = 0; i < 900; ++i) {
        const double depth = std::pow(dice.unit(), 1.6);
        const double y = horizon + 6 + depth * (height - horizon);
        const double x = dice.between(-60, width);
        const double length = 14 + 120 * depth * dice.between(0.4, 1);
        const double thick = 1.1 + 4.2 * depth;
        const bool bright = dice.unit() < 0.5;
        const QColor colour = bright ? hour.of("#7f98cc", "#ffdcb4") : hour.of("#101c3e", "#294a66");
        painter.setBrush(withAlpha(colour, 0.3 + 0.2 * dice.unit()));
        painter.drawRoundedRect(QRectF(x, y, length, thick), thick / 2, thick / 2);
    }
    const auto path = [&](double x, const QColor &colour, double strength, quint32 seed) {
        Dice streaks(seed);
        for (int i = 0; i < 120; ++i) {
            const double depth = streaks.unit();
            const double spread = 26 + 120 * depth;
            const double y = horizon + 5 + depth * 330;
            const double w = streaks.between(16, 80) * (0.4 + depth);
            painter.setBrush(withAlpha(colour, strength * (1 - depth) * streaks.between(0.3, 1)));
            painter.drawRoundedRect(
                QRectF(x + streaks.between(-spread, spread) - w / 2, y, w, 2 + 3 * depth), 2, 2);
        }
    };
    path(560, QColor(255, 236, 190), 0.75 * hour.t, 3);
    path(1520 + 26 * hour.t, QColor(214, 226, 255), 0.55 * (1 - hour.t), 4);
}

void drawBoat(
    QPainter &painter, const Hour &hour, QPointF at, double size, double lean, const QColor &hullColour)
{
    painter.save();
    painter.translate(at);
    painter.save();
    painter.setOpacity(0.35);
    painter.scale(1, -0.5);
    painter.setBrush(mix(hullColour, hour.of("#132248", "#2d5573"), 0.6));
    painter.drawRect(QRectF(-0.9 * size, -0.5 * size, 1.8 * size, 0.45 * size));
    painter.drawPolygon(
        QPolygonF{ { 0.06 * size, 0 }, { 0.06 * size, 1.9 * size }, { 0.8 * size, 0.3 * size } });
    painter.restore();

    painter.rotate(lean);
    QPainterPath hull;
    hull.moveTo(-size, -0.26 * size);
    hull.cubicTo(-0.8 * size, 0.22 * size, 0.75 * size, 0.24 * size, 1.12 * size, -0.36 * size);
    hull.cubicTo(0.5 * size, -0.2 * size, -0.5 * size, -0.2 * size, -size, -0.26 * size);
    painter.setBrush(hullColour);
    painter.drawPath(hull);
    painter.setBrush(hour.of("#b9c0d8", "#fff4e4"));
    painter.drawRect(QRectF(-0.92 * size, -0.2 * size, 1.86 * size, 0.055 * size));
    painter.setBrush(hour.of("#c8b48a", "#8a5a3c"));
    painter.drawRect(QRectF(-0.02 * size, -2.15 * size, 0.05 * size, 2 * size));
    painter.setBrush(hour.of("#bcc4dc", "#fff8ec"));
    QPainterPath sail;
    sail.moveTo(0.06 * size, -2.1 * size);
    sail.cubicTo(0.5 * size, -1.5 * size, 0.85 * size, -0.9 * size, 0.92 * size, -0.42 * size);
    sail.lineTo(0.06 * size, -0.42 * size);
    sail.closeSubpath();
    painter.drawPath(sail);
    painter.setBrush(hour.of("#a4553f", "#e8703f"));
    QPainterPath jib;
    jib.moveTo(-0.05 * size, -1.9 * size);
    jib.cubicTo(-0.3 * size, -1.2 * size, -0.6 * size, -0.8 * size, -0.78 * size, -0.42 * size);
    jib.lineTo(-0.05 * size, -0.42 * size);
    jib.closeSubpath();
    painter.drawPath(jib);
    painter.setBrush(hour.of("#ffd27a", "#ffd9a0"));
    painter.drawEllipse(QPointF(-0.5 * size, -0.3 * size), 0.06 * size, 0.06 * size);
    painter.restore();
    if (hour.t < 0.5)
        glow(painter, at + QPointF(-0.5 * size, -0.3 * size), size * 0.5,
            withAlpha(QColor(255, 210, 122), 0.3));
}

void drawPier(QPainter &painter, const Hour &hour)
{
    Dice dice(9);
    for (int i = 0; i < 8; ++i) {
        const double x = 1480 + i * 62;
        painter.setBrush(hour.of("#0a0e1d", "#3d2c2e"));
        painter.drawRect(QRectF(x, 872 - i * 3, 16, 230));
    }
    for (int i = 0; i < 30; ++i) {
        const double x = 1440 + i * 18;
        painter.setBrush(mix(hour.of("#131a30", "#5a3f3a"), hour.of("#1d2542", "#7c5748"), dice.unit()));
        painter.drawPolygon(QPolygonF{ { x, 862 - i * 1.0 }, { x + 16, 861 - i * 1.0 },
            { x + 22, 890 - i * 0.9 }, { x + 4, 891 - i * 0.9 } });
    }
    painter.setBrush(hour.of("#0a0e1d", "#3d2c2e"));
    painter.drawRect(QRectF(1620, 640, 9, 220));
    painter.drawRect(QRectF(1600, 640, 50, 6));
    painter.setBrush(hour.of("#ffe0a0", "#e8cfae"));
    painter.drawEllipse(QPointF(1606, 658), 11, 13);
    glow(painter, { 1606, 658 }, 170, withAlpha(QColor(255, 214, 140), 0.4 * (1 - 0.6 * hour.t)));
}

QImage harbor(double t)
{
    const Hour hour{ t };
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    drawSky(painter, hour);
    drawClouds(painter, hour);
    painter.setBrush(hour.of("#3a4872", "#a87e8c"));
    painter.drawPath(ridge(horizon, 150, 260, 2));
    painter.setBrush(hour.of("#28345a", "#85667a"));
    painter.drawPath(ridge(horizon, 92, 170, 6));
    drawTown(painter, hour);
    drawSea(painter, hour);
    drawLighthouse(painter, hour);
    drawBoat(painter, hour, { 1130 - 40 * t, 690 }, 54, 1 - 2 * t, hour.of("#3a4c70", "#3e6b7d"));
    drawBoat(painter, hour, { 800 + 70 * t, 770 - 5 * t }, 92, -1.5 + 3 * t, hour.of("#6e3044", "#a33d3a"));
    drawBoat(painter, hour, { 300 + 96 * t, 930 + 6 * t }, 130, 1 - 2.5 * t, hour.of("#1e3a5c", "#24506b"));
    drawPier(painter, hour);
    return image;
}

void tuft(QPainter &painter, Dice &dice, QPointF at, double size, const QColor &colour, double direction)
{
    for (int i = 0; i < 3; ++i) {
        const double angle = direction + dice.between(-0.6, 0.6);
        const double length = size * dice.between(0.6, 1.2);
        QPainterPath blade;
        const QPointF tip = at + QPointF(std::cos(angle), std::sin(angle)) * length;
        const QPointF side(-std::sin(angle) * size * 0.16, std::cos(angle) * size * 0.16);
        blade.moveTo(at - side);
        blade.quadTo((at + tip) / 2 - side, tip);
        blade.quadTo((at + tip) / 2 + side, at + side);
        painter.setBrush(colour.lighter(static_cast<int>(dice.between(80, 128))));
        painter.drawPath(blade);
    }
}

void fillWithMoss(QPainter &painter, const QPainterPath &shape, const QColor &dark, const QColor &light,
    double size, quint32 seed)
{
    painter.setBrush(dark);
    painter.drawPath(shape);
    Dice dice(seed);
    const QRectF box = shape.boundingRect();
    const int count = static_cast<int>(box.width() * box.height() / (size * size) * 2.2);
    for (int i = 0; i < count; ++i) {
        const QPointF at(dice.between(box.left(), box.right()), dice.between(box.top(), box.bottom()));
        const double bright = dice.unit();
        if (!shape.contains(at))
            continue;
        const double high = 1 - (at.y() - box.top()) / box.height();
        tuft(painter, dice, at, size, mix(dark, light, 0.25 + 0.5 * high * bright + 0.2 * bright), -1.2);
    }
}

QImage mossFox()
{
    constexpr int w = 1440;
    constexpr int h = 1080;
    QImage image(w, h, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QLinearGradient air(0, 0, 0, h);
    air.setColorAt(0, colour("#d9e4c3"));
    air.setColorAt(0.6, colour("#9db98c"));
    air.setColorAt(1, colour("#41603f"));
    painter.fillRect(image.rect(), air);

    Dice dice(123);
    for (int layer = 0; layer < 3; ++layer) {
        for (int i = 0; i < 9 - layer; ++i) {
            const double x = dice.between(-40, w);
            const double thick = 26 + layer * 26 + dice.between(0, 20);
            painter.setBrush(mix(colour("#b9cda6"), colour("#3f5a3c"), 0.25 + layer * 0.3));
            QPainterPath trunk;
            trunk.moveTo(x, -10);
            trunk.cubicTo(x + 8, 300, x - 10, 500, x - thick * 0.3, 840);
            trunk.lineTo(x + thick * 1.3, 840);
            trunk.cubicTo(x + thick + 10, 500, x + thick - 8, 300, x + thick, -10);
            painter.drawPath(trunk);
        }
        glow(painter, { 980, 160 }, 700, QColor(255, 250, 215, 70));
    }
    QPainterPath floor;
    floor.moveTo(-10, 800);
    floor.cubicTo(300, 740, 900, 840, w + 10, 760);
    floor.lineTo(w + 10, h + 10);
    floor.lineTo(-10, h + 10);
    floor.closeSubpath();
    fillWithMoss(painter, floor, colour("#2f4a2c"), colour("#8fb060"), 15, 31);

    painter.setBrush(QColor(20, 40, 20, 90));
    painter.drawEllipse(QPointF(700, 930), 430, 60);
    QPainterPath tail;
    tail.moveTo(980, 880);
    tail.cubicTo(1240, 900, 1300, 640, 1150, 520);
    tail.cubicTo(1120, 610, 1090, 640, 1010, 690);
    tail.cubicTo(930, 750, 900, 830, 980, 880);
    fillWithMoss(painter, tail, colour("#4f6b24"), colour("#b9cc62"), 15, 61);
    QPainterPath tip;
    tip.moveTo(1150, 515);
    tip.cubicTo(1205, 575, 1225, 610, 1222, 660);
    tip.cubicTo(1180, 640, 1150, 640, 1118, 626);
    tip.cubicTo(1140, 590, 1150, 560, 1150, 515);
    fillWithMoss(painter, tip, colour("#b9b98a"), colour("#f6f3d6"), 12, 62);
    QPainterPath body;
    body.moveTo(470, 920);
    body.cubicTo(440, 760, 520, 620, 660, 590);
    body.cubicTo(820, 560, 1000, 680, 1020, 830);
    body.cubicTo(1030, 900, 1000, 930, 960, 930);
    body.closeSubpath();
    fillWithMoss(painter, body, colour("#55702a"), colour("#c1d26b"), 15, 63);
    QPainterPath chest;
    chest.moveTo(500, 900);
    chest.cubicTo(470, 780, 510, 700, 570, 660);
    chest.cubicTo(640, 720, 650, 840, 600, 915);
    chest.closeSubpath();
    fillWithMoss(painter, chest, colour("#a9a878"), colour("#f4f0cf"), 12, 64);
    for (double x : { 520.0, 640.0 }) {
        QPainterPath leg;
        leg.addRoundedRect(QRectF(x, 800, 62, 140), 28, 28);
        fillWithMoss(painter, leg, colour("#3f5420"), colour("#93aa4c"), 11, 65 + quint32(x));
    }
    for (double side : { -1.0, 1.0 }) {
        QPainterPath ear;
        ear.moveTo(560 + side * 60, 470);
        ear.cubicTo(560 + side * 96, 380, 560 + side * 140, 320, 560 + side * 176, 300);
        ear.cubicTo(560 + side * 190, 380, 560 + side * 186, 450, 560 + side * 160, 520);
        ear.closeSubpath();
        fillWithMoss(painter, ear, colour("#4f6b24"), colour("#a9c057"), 11, 70 + quint32(side + 2));
        QPainterPath inner;
        inner.moveTo(560 + side * 96, 462);
        inner.cubicTo(560 + side * 120, 410, 560 + side * 140, 370, 560 + side * 162, 346);
        inner.cubicTo(560 + side * 168, 400, 560 + side * 160, 440, 560 + side * 148, 480);
        inner.closeSubpath();
        fillWithMoss(painter, inner, colour("#6e5a3c"), colour("#c99f74"), 8, 75 + quint32(side + 2));
    }
    QPainterPath head;
    head.moveTo(370, 520);
    head.cubicTo(400, 420, 500, 400, 560, 402);
    head.cubicTo(620, 400, 720, 420, 750, 520);
    head.cubicTo(720, 600, 640, 650, 596, 706);
    head.cubicTo(580, 726, 540, 726, 524, 706);
    head.cubicTo(480, 650, 400, 600, 370, 520);
    fillWithMoss(painter, head, colour("#5b7a2b"), colour("#cbdc74"), 13, 80);
    for (double side : { -1.0, 1.0 }) {
        QPainterPath cheek;
        cheek.moveTo(560 + side * 24, 600);
        cheek.cubicTo(560 + side * 80, 560, 560 + side * 140, 540, 560 + side * 184, 530);
        cheek.cubicTo(560 + side * 150, 600, 560 + side * 80, 650, 560 + side * 30, 704);
        cheek.closeSubpath();
        fillWithMoss(painter, cheek, colour("#b5b385"), colour("#f8f4d8"), 10, 82 + quint32(side + 2));
        painter.setBrush(colour("#20180f"));
        painter.drawEllipse(QPointF(560 + side * 78, 530), 20, 24);
        painter.setBrush(colour("#e0a13a"));
        painter.drawEllipse(QPointF(560 + side * 78, 530), 15, 19);
        painter.setBrush(colour("#161008"));
        painter.drawEllipse(QPointF(560 + side * 78, 531), 7, 14);
        painter.setBrush(Qt::white);
        painter.drawEllipse(QPointF(560 + side * 78 + 5, 523), 4, 5);
    }
    painter.setBrush(colour("#20180f"));
    painter.drawEllipse(QPointF(560, 690), 24, 18);
    painter.setBrush(QColor(255, 255, 255, 120));
    painter.drawEllipse(QPointF(554, 684), 7, 4);

    for (int i = 0; i < 26; ++i) {
        const QPointF at(dice.between(0, w), dice.between(860, h));
        const double r = dice.between(7, 16);
        painter.setBrush(mix(colour("#e9e2f4"), colour("#f2c15c"), dice.unit()));
        for (int petal = 0; petal < 5; ++petal) {
            const double angle = petal * 2 * std::numbers::pi / 5;
            painter.drawEllipse(at + QPointF(std::cos(angle), std::sin(angle)) * r * 0.8, r * 0.5, r * 0.5);
        }
        painter.setBrush(colour("#8a6a1f"));
        painter.drawEllipse(at, r * 0.4, r * 0.4);
    }
    for (int i = 0; i < 60; ++i)
        glow(painter, { dice.between(0, w), dice.between(80, 900) }, dice.between(5, 15),
            QColor(255, 250, 200, 150));
    return image;
}

bool save(const QImage &image, const QString &path)
{
    QImageWriter writer(path, "jpeg");
    writer.setQuality(82);
    writer.setOptimizedWrite(true);
    return writer.write(image);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]) + QLatin1Char('/');
    const bool saved = save(harbor(0), folder + QLatin1String("harbor-night.jpg"))
        && save(harbor(1), folder + QLatin1String("harbor-dawn.jpg"))
        && save(mossFox(), folder + QLatin1String("moss-fox.jpg"));
    return saved ? 0 : 1;
}
