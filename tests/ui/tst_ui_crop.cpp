#include "support/WindowBench.h"

#include "ui/crop/CropDialog.h"
#include "ui/crop/CropView.h"
#include "ui/crop/FrameWarning.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Segmented.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSlider>
#include <QWheelEvent>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// Start and end frame that do not match: a word and a way to mend it, by keyboard and by mouse.
class TestCrop : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowBench> m_bench;

    FrameWarning *warning() const { return m_bench->find<FrameWarning>("frameWarning"); }
    QPointer<CropDialog> dialog() const { return m_bench->window->findChild<CropDialog *>(); }
    CropView *view(const char *name) const { return dialog()->findChild<CropView *>(QLatin1String(name)); }
    CropView *start() const { return view("cropOfTheStartFrame"); }
    CropView *end() const { return view("cropOfTheEndFrame"); }
    Button *button(const char *name) const { return m_bench->find<Button>(name); }
    const client::Attachment &attached(InputRole role) const
    {
        for (const client::Attachment &a : m_bench->composer.files) {
            if (a.role == role)
                return a;
        }
        qFatal("not attached");
    }
    /// A picture whose pixels say where they are: red by column, green by row.
    void attach(InputRole role, const QSize &size)
    {
        QImage image(size, QImage::Format_RGB32);
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x)
                image.setPixelColor(x, y, QColor(x * 255 / size.width(), y * 255 / size.height(), 0));
        }
        const QString path = m_bench->profile.filePath(QStringLiteral("%1.png").arg(wireName(role)));
        image.save(path);
        m_bench->composer.add(role, path);
        for (client::Attachment &a : m_bench->composer.files) {
            if (a.role == role)
                a.size = size;
        }
        emit m_bench->composer.attachmentsChanged();
    }
    void openDialog()
    {
        QTest::mouseClick(button("cropFrames"), Qt::LeftButton);
        QVERIFY(dialog());
        QTRY_VERIFY(start()->hasPicture() && end()->hasPicture());
        QTRY_VERIFY(button("applyCrop")->isEnabled());
    }
    void applied() { QTRY_VERIFY(!dialog() || !dialog()->isVisible()); }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->open();
    }
    void cleanup() { m_bench.reset(); }

    void framesThatMatchAreNotTalkedAbout()
    {
        QVERIFY(!warning()->isVisible());
        attach(InputRole::StartFrame, QSize(160, 90));
        QVERIFY(!warning()->isVisible());
        attach(InputRole::EndFrame, QSize(160, 90));
        QVERIFY(!warning()->isVisible());
    }

    void aMismatchIsAWordAndNoBlock()
    {
        m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
        m_bench->composer.setText(QStringLiteral("a fox"));
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(100, 100));
        QVERIFY(warning()->isVisible());
        QVERIFY2(warning()->text().contains(QStringLiteral("160 × 90 and 100 × 100")),
            qPrintable(warning()->text()));
        QVERIFY(warning()->text().contains(QStringLiteral("shapes")));
        attach(InputRole::EndFrame, QSize(80, 45));
        QVERIFY(warning()->text().contains(QStringLiteral("sizes")));
        QVERIFY(m_bench->find("send")->isEnabled());
        m_bench->find("message")->setFocus();
        QTest::keyClick(m_bench->find("message"), Qt::Key_Return);
        QCOMPARE(m_bench->runner.sent.size(), 1);
    }

    void enterAppliesTheOtherFramesShape()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(100, 100));
        openDialog();
        QCOMPARE(end()->frame().pixels().size(), QSize(100, 56)); // 100 × 9 ÷ 16
        QVERIFY(start()->frame().isWhole());
        QCOMPARE(QApplication::focusWidget(), end());
        QTest::keyClick(end(), Qt::Key_Down); // a little lower
        const QRect kept = end()->frame().pixels();
        QVERIFY(kept.y() > 22);
        QTest::keyClick(end(), Qt::Key_Return);
        applied();
        // The same size for both: the larger is scaled down to the smaller.
        QCOMPARE(attached(InputRole::EndFrame).size, QSize(100, 56));
        QCOMPARE(attached(InputRole::StartFrame).size, QSize(100, 56));
        const QColor corner = attached(InputRole::EndFrame).thumbnail.pixelColor(0, 0);
        QCOMPARE(corner.green(), kept.y() * 255 / 100); // the very row that was chosen
        QVERIFY(attached(InputRole::EndFrame).work.editedNotice.contains(QStringLiteral("100 × 100")));
        QVERIFY(!warning()->isVisible());
        QTRY_COMPARE(m_bench->window->focusWidget(), m_bench->find("message"));
    }

    void escapeLeavesEverything()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(100, 100));
        openDialog();
        QTest::keyClick(end(), Qt::Key_Plus);
        QTest::keyClick(end(), Qt::Key_Escape);
        applied();
        QCOMPARE(attached(InputRole::EndFrame).size, QSize(100, 100));
        QVERIFY(attached(InputRole::EndFrame).work.editedPath.isEmpty());
        QVERIFY(warning()->isVisible());
    }

    void keysMoveAndZoom()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(200, 200));
        openDialog();
        QTest::keyClick(end(), Qt::Key_Plus);
        QTest::keyClick(end(), Qt::Key_Plus);
        const QRect closer = end()->frame().pixels();
        QVERIFY(closer.width() < 200);
        QVERIFY(sameShape(closer.size(), QSize(160, 90)));
        QTest::keyClick(end(), Qt::Key_Right);
        QVERIFY(end()->frame().rect().x() > closer.x());
        const QRectF before = end()->frame().rect();
        QTest::keyClick(end(), Qt::Key_Up, Qt::ShiftModifier); // ten times as far
        QVERIFY(before.y() - end()->frame().rect().y() > 10);
        QTest::keyClick(end(), Qt::Key_Minus);
        QVERIFY(end()->frame().rect().width() > before.width());
        QTest::keyClick(end(), Qt::Key_0);
        QCOMPARE(end()->frame().pixels().width(), 200);
        QVERIFY(!end()->accessibleDescription().isEmpty());
    }

    void theMouseDragsAndTheWheelZooms()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(200, 200));
        openDialog();
        const QRectF before = end()->frame().rect();
        const QPoint middle = end()->rect().center();
        QTest::mousePress(end(), Qt::LeftButton, {}, middle);
        QMouseEvent drag(QEvent::MouseMove, middle + QPoint(0, 20),
            end()->mapToGlobal(middle + QPoint(0, 20)), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(end(), &drag);
        QTest::mouseRelease(end(), Qt::LeftButton, {}, middle + QPoint(0, 20));
        QVERIFY(end()->frame().rect().y() < before.y()); // the picture went down with the hand
        QWheelEvent wheel(middle, end()->mapToGlobal(middle), {}, QPoint(0, 240), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(end(), &wheel);
        QVERIFY(end()->frame().rect().width() < before.width());
    }

    void shapes()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(100, 100));
        Options options;
        options.aspectRatio = QStringLiteral("1:1");
        m_bench->composer.setOptions(options);
        openDialog();
        const auto choose = [this](const char *name) {
            for (QWidget *part : dialog()->findChildren<QWidget *>()) {
                if (part->accessibleName() == QLatin1String(name))
                    QTest::mouseClick(part, Qt::LeftButton);
            }
        };
        choose("Shape of the end frame");
        QCOMPARE(start()->frame().pixels().size(), QSize(90, 90));
        QVERIFY(end()->frame().isWhole());
        choose("Shape of the video");
        QCOMPARE(start()->frame().pixels().size(), QSize(90, 90));
        QCOMPARE(end()->frame().pixels().size(), QSize(100, 100));
        choose("Free shape");
        end()->setFocus();
        QTest::keyClick(end(), Qt::Key_Left, Qt::AltModifier); // narrower
        QVERIFY(end()->frame().pixels().width() < 100);
        QCOMPARE(end()->frame().pixels().height(), 100);
    }

    void differentSizesStayWhenAsked()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(100, 100));
        openDialog();
        dialog()->findChild<QCheckBox *>(QStringLiteral("sameSize"))->click();
        QTest::mouseClick(button("applyCrop"), Qt::LeftButton);
        applied();
        QCOMPARE(attached(InputRole::StartFrame).size, QSize(160, 90));
        QVERIFY(attached(InputRole::StartFrame).work.editedPath.isEmpty()); // untouched
        QCOMPARE(attached(InputRole::EndFrame).size, QSize(100, 56));
    }

    void theOnionSkinShowsTheOtherFrame()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(100, 100));
        openDialog();
        const QColor alone = end()->grab().toImage().pixelColor(end()->rect().center());
        auto *slider = dialog()->findChild<QSlider *>(QStringLiteral("onionSkin"));
        slider->setFocus();
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(slider, Qt::Key_PageUp);
        QCOMPARE(slider->value(), 100);
        const QImage kept = start()->kept();
        const QColor wanted = kept.pixelColor(kept.rect().center());
        const QColor now = end()->grab().toImage().pixelColor(end()->rect().center());
        QVERIFY(now != alone || alone == wanted);
        QVERIFY(qAbs(now.red() - wanted.red()) < 12 && qAbs(now.green() - wanted.green()) < 12);
    }

    void theOriginalComesBack()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(100, 100));
        openDialog();
        QVERIFY(!button("applyCrop")->isHidden());
        dialog()->findChild<QCheckBox *>(QStringLiteral("sameSize"))->setChecked(false);
        QTest::keyClick(end(), Qt::Key_Return);
        applied();
        QVERIFY(!attached(InputRole::EndFrame).work.editedPath.isEmpty());
        m_bench->composer.restoreOriginal(attached(InputRole::EndFrame).id);
        QVERIFY(attached(InputRole::EndFrame).work.editedPath.isEmpty());
    }

    void aFrameThatIsTakenAwayEndsIt()
    {
        attach(InputRole::StartFrame, QSize(160, 90));
        attach(InputRole::EndFrame, QSize(100, 100));
        openDialog();
        m_bench->composer.detach(attached(InputRole::EndFrame).id);
        applied();
    }
};

QTEST_MAIN(TestCrop)
#include "tst_ui_crop.moc"
