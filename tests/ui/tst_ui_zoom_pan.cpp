#include "ui/preview/ZoomPan.h"

#include <QTest>

using namespace facet::ui;

class TestZoomPan : public QObject {
    Q_OBJECT
private slots:
    void fitsInTheMiddle();
    void actualIsOnePixelForOne();
    void whatIsUnderThePointerStaysThere();
    void neverLeavesTheView();
    void zoomingOutStopsAtTheFit();
    void asksForNoMorePixelsThanItShows();
};

void TestZoomPan::fitsInTheMiddle()
{
    ZoomPan zoom;
    zoom.setView({ 400, 400 }, 1);
    zoom.setPicture({ 1920, 1080 });
    QVERIFY(zoom.isFitted());
    QCOMPARE(zoom.target(), QRectF(0, 87.5, 400, 225));
    QVERIFY(!zoom.canPan());
    zoom.setPicture({ 100, 100 }); // smaller than the view: made as large
    QCOMPARE(zoom.target(), QRectF(0, 0, 400, 400));
}

void TestZoomPan::actualIsOnePixelForOne()
{
    ZoomPan zoom;
    zoom.setPicture({ 1920, 1080 });
    zoom.setView({ 400, 300 }, 2); // two device pixels for each
    zoom.actual();
    QCOMPARE(zoom.scale(), 1.0);
    QCOMPARE(zoom.target().size(), QSizeF(960, 540));
    QCOMPARE(zoom.target().center(), QPointF(200, 150));
    QVERIFY(zoom.canPan());
}

void TestZoomPan::whatIsUnderThePointerStaysThere()
{
    ZoomPan zoom;
    zoom.setView({ 400, 225 }, 1);
    zoom.setPicture({ 1600, 900 });
    const QPointF pointer(100, 60);
    const auto under = [&] {
        const QRectF at = zoom.target();
        return QPointF((pointer.x() - at.x()) / at.width(), (pointer.y() - at.y()) / at.height());
    };
    const QPointF before = under();
    for (int i = 0; i < 6; ++i)
        zoom.zoom(1.25, pointer);
    QVERIFY(zoom.scale() > 0.9);
    QVERIFY(qAbs(under().x() - before.x()) < 1e-9);
    QVERIFY(qAbs(under().y() - before.y()) < 1e-9);
}

void TestZoomPan::neverLeavesTheView()
{
    ZoomPan zoom;
    zoom.setView({ 400, 225 }, 1);
    zoom.setPicture({ 1600, 900 });
    zoom.actual();
    zoom.pan({ 9000, 9000 });
    QCOMPARE(zoom.target().topLeft(), QPointF(0, 0));
    zoom.pan({ -9000, -9000 });
    QCOMPARE(zoom.target().bottomRight(), QPointF(400, 225));
    zoom.fit();
    zoom.pan({ 50, 50 });
    QCOMPARE(zoom.target(), QRectF(0, 0, 400, 225));
}

void TestZoomPan::zoomingOutStopsAtTheFit()
{
    ZoomPan zoom;
    zoom.setView({ 400, 225 }, 1);
    zoom.setPicture({ 1600, 900 });
    zoom.actual();
    for (int i = 0; i < 30; ++i)
        zoom.zoom(0.8, { 10, 10 });
    QVERIFY(zoom.isFitted());
    for (int i = 0; i < 60; ++i)
        zoom.zoom(1.25, { 10, 10 });
    QCOMPARE(zoom.scale(), ZoomPan::largest);
}

void TestZoomPan::asksForNoMorePixelsThanItShows()
{
    ZoomPan zoom;
    zoom.setView({ 400, 225 }, 2);
    zoom.setPicture({ 3840, 2160 });
    QCOMPARE(zoom.box(), QSize(800, 450));
    zoom.actual();
    QCOMPARE(zoom.box(), QSize()); // all of them
}

QTEST_APPLESS_MAIN(TestZoomPan)
#include "tst_ui_zoom_pan.moc"
