#include "domain/CropFrame.h"

#include <QTest>

#include <cmath>

using namespace facet;

/// What is kept of a picture: never outside of it, always in the shape that was asked for.
class TestCrop : public QObject {
    Q_OBJECT

    static bool isInside(const CropFrame &frame)
    {
        return QRect(QPoint(0, 0), frame.picture()).contains(frame.pixels());
    }

private slots:
    void beginsWithTheWhole()
    {
        const CropFrame frame(QSize(1920, 1080));
        QVERIFY(frame.isWhole());
        QCOMPARE(frame.pixels(), QRect(0, 0, 1920, 1080));
    }

    void anAspectKeepsTheMiddleAndAsMuchAsItCan()
    {
        CropFrame frame(QSize(1920, 1080));
        frame.setAspect(1.0);
        QCOMPARE(frame.pixels(), QRect(420, 0, 1080, 1080));
        CropFrame tall(QSize(1080, 1920));
        tall.setAspect(aspectFromText(u"16:9"));
        QCOMPARE(tall.pixels().size(), QSize(1080, 608)); // 1080 × 9 ÷ 16 = 607.5
    }

    void movesUpToTheEdges()
    {
        CropFrame frame(QSize(1000, 500));
        frame.setAspect(1.0);
        frame.move(QPointF(100, 50));
        QCOMPARE(frame.pixels(), QRect(350, 0, 500, 500)); // there is nothing below
        frame.move(QPointF(10'000, 0));
        QCOMPARE(frame.pixels(), QRect(500, 0, 500, 500));
        frame.move(QPointF(-10'000, -10'000));
        QCOMPARE(frame.pixels(), QRect(0, 0, 500, 500));
    }

    void zoomsAroundAPointAndBack()
    {
        CropFrame frame(QSize(1000, 1000));
        frame.zoom(2, QPointF(1000, 1000));
        QCOMPARE(frame.pixels(), QRect(500, 500, 500, 500));
        frame.zoom(0.5, QPointF(500, 500));
        QVERIFY(frame.isWhole());
        for (int i = 0; i < 200; ++i)
            frame.zoom(1.3, QPointF(300, 700));
        QVERIFY(frame.pixels().width() >= int(CropFrame::smallest));
        QVERIFY(isInside(frame));
        for (int i = 0; i < 200; ++i)
            frame.zoom(0.7, QPointF(0, 0));
        QVERIFY(frame.isWhole());
    }

    void growsFreelyOrInItsShape()
    {
        CropFrame frame(QSize(1000, 1000));
        frame.grow(QSizeF(-200, 0));
        QCOMPARE(frame.pixels(), QRect(100, 0, 800, 1000));
        frame.setAspect(2.0);
        QCOMPARE(frame.pixels().size(), QSize(800, 400));
        frame.grow(QSizeF(100, 0));
        QCOMPARE(frame.pixels().size(), QSize(900, 450));
        frame.reset();
        QCOMPARE(frame.pixels(), QRect(0, 250, 1000, 500));
        frame.setAspect({});
        frame.reset();
        QVERIFY(frame.isWhole());
    }

    void whateverIsDoneItStaysInside()
    {
        quint32 seed = 4711; // the same walk each time
        const auto next = [&seed](int most) {
            seed = seed * 1664525U + 1013904223U;
            return static_cast<int>((seed >> 8) % static_cast<quint32>(most));
        };
        for (const QSize &size : { QSize(1, 1), QSize(3, 4000), QSize(640, 360), QSize(9000, 40) }) {
            CropFrame frame(size);
            for (int i = 0; i < 2000; ++i) {
                switch (next(5)) {
                case 0:
                    frame.move(QPointF(next(2000) - 1000, next(2000) - 1000));
                    break;
                case 1:
                    frame.zoom(0.5 + next(300) / 100.0, QPointF(next(9000) - 10, next(4000) - 10));
                    break;
                case 2:
                    frame.grow(QSizeF(next(400) - 200, next(400) - 200));
                    break;
                case 3:
                    frame.setAspect(0.2 + next(500) / 100.0);
                    break;
                default:
                    frame.setAspect({});
                    break;
                }
                QVERIFY2(isInside(frame), QByteArray::number(i).constData());
                QVERIFY(!frame.pixels().isEmpty());
                if (frame.aspect())
                    QVERIFY(std::abs(frame.shape() / *frame.aspect() - 1) < 0.001);
            }
        }
    }

    void aspectsInWords()
    {
        QCOMPARE(aspectFromText(u"1:1"), std::optional(1.0));
        QVERIFY(std::abs(*aspectFromText(u"21:9") - 21.0 / 9) < 1e-9);
        for (const QStringView bad : { u"", u"16", u"16:0", u"0:9", u"a:b", u"-16:9", u"16:9:1" })
            QVERIFY(!aspectFromText(bad));
    }

    void shapesOfWholePixels()
    {
        QVERIFY(sameShape(QSize(1920, 1080), QSize(1280, 720)));
        QVERIFY(sameShape(QSize(1920, 1080), QSize(854, 480))); // 853.3
        QVERIFY(!sameShape(QSize(1920, 1080), QSize(1024, 1024)));
        QVERIFY(!sameShape(QSize(1920, 1080), QSize(1080, 1920)));
        QVERIFY(!sameShape(QSize(), QSize(1, 1)));
    }
};

QTEST_APPLESS_MAIN(TestCrop)
#include "tst_domain_crop.moc"
