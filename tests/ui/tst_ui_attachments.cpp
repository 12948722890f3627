#include "support/ComposerWorld.h"
#include "support/FakeFileChooser.h"
#include "support/SamplePictures.h"

#include "ui/composer/AsideRow.h"
#include "ui/composer/AttachmentArea.h"
#include "ui/composer/AttachmentNote.h"
#include "ui/composer/FrameSlot.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Popover.h"

#include <QApplication>
#include <QClipboard>
#include <QColorDialog>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace facet::ui;

/// The attachments of the composer by mouse and keyboard, over the real composer: what is seen is what is
/// sent.
class TestAttachmentArea : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<ComposerWorld> m_world;
    std::unique_ptr<Theme> m_theme;
    ui::test::FakeFileChooser m_files;
    std::unique_ptr<QWidget> m_window;
    AttachmentArea *m_area = nullptr;

    LiveComposer &composer() { return m_world->composer; }
    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(m_dir->filePath(name));
        if (!out.open(QIODevice::WriteOnly))
            qFatal("no room");
        out.write(bytes);
        return out.fileName();
    }
    QString pngFile(const QString &name, QSize size = { 40, 20 }) const
    {
        return file(name, encoded(twoColours(size), "png"));
    }
    bool allReady()
    {
        const auto all = composer().attachments() + composer().keptAside();
        return std::all_of(
            all.begin(), all.end(), [](const Attachment &a) { return a.state == Attachment::State::Ready; });
    }
    void attach(InputRole role, const QString &name, QSize size = { 40, 20 })
    {
        composer().attachFile(role, pngFile(name, size));
        QTRY_VERIFY(allReady());
    }
    QStringList names(const QList<Attachment> &of) const
    {
        QStringList all;
        for (const Attachment &a : of)
            all.append(a.fileName);
        return all;
    }
    FrameSlot *slot(const char *name) const { return m_area->findChild<FrameSlot *>(QLatin1String(name)); }
    QList<FrameSlot *> references() const
    {
        QList<FrameSlot *> all = m_area->findChildren<FrameSlot *>(u"referenceImage"_qs);
        std::sort(all.begin(), all.end(), [](QWidget *a, QWidget *b) { return a->x() < b->x(); });
        return all;
    }
    Button *button(const char *name) const { return m_area->findChild<Button *>(QLatin1String(name)); }
    QString note() const { return m_area->findChild<AttachmentNote *>()->sentence(); }
    QString aside() const { return m_area->findChild<AsideRow *>()->sentence(); }
    QMenu *menu() const { return m_area->findChild<QMenu *>(u"attachmentMenu"_qs); }
    void choose(const char *action)
    {
        QTRY_VERIFY(menu() && menu()->isVisible());
        QAction *found = menu()->findChild<QAction *>(QLatin1String(action));
        QVERIFY2(found, action);
        menu()->setActiveAction(found);
        QTest::keyClick(menu(), Qt::Key_Return);
        QTRY_VERIFY(!menu());
    }
    void drop(QWidget *on, QMimeData *data)
    {
        const QPoint middle = on->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(middle, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &dropped);
    }
    static void drag(QWidget *from, const QPoint &toGlobal)
    {
        const QPoint middle = from->rect().center();
        const QPoint to = from->mapFromGlobal(toGlobal);
        QTest::mousePress(from, Qt::LeftButton, {}, middle);
        for (int n = 1; n <= 4; ++n) {
            const QPoint at = middle + (to - middle) * n / 4;
            QMouseEvent move(QEvent::MouseMove, at, from->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(from, &move);
        }
        QTest::mouseRelease(from, Qt::LeftButton, {}, to);
    }
    void setMaxPixels(const QString &modelId, qint64 pixels)
    {
        QList<Model> models = m_session->catalogueNow.models();
        for (Model &model : models) {
            if (model.id == modelId)
                model.inputs.images.maxPixels = pixels;
        }
        m_session->catalogueNow = Catalogue(models);
        m_session->sayCatalogue();
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<FakeSession>();
        QList<Model> models = m_session->catalogueNow.models();
        models.append(toolModel(u"lip-sync"_qs, u"Lip Sync"_qs, { Method::Audio, Method::Video }, true));
        m_session->catalogueNow = Catalogue(models);
        m_world = std::make_unique<ComposerWorld>(m_dir->path(), *m_session);
        QTRY_VERIFY(m_world->isOpen());
        m_theme = std::make_unique<Theme>(Theme::Mode::Dark);
        m_theme->install(*qApp);
        m_files = {};
        m_window = std::make_unique<QWidget>();
        m_area = new AttachmentArea(*m_theme, composer(), *m_session, m_files, m_window.get());
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_area);
        m_window->resize(680, 420);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

    void dropsGoWhereTheyFall()
    {
        QMimeData one;
        one.setUrls({ QUrl::fromLocalFile(pngFile(u"a.png"_qs)) });
        drop(slot("endFrame"), &one);
        QTRY_VERIFY(allReady());
        QCOMPARE(composer().attachmentFor(InputRole::EndFrame)->fileName, u"a.png"_qs);
        QVERIFY(slot("endFrame")->isFilled());
        QVERIFY(slot("endFrame")->accessibleDescription().contains(u"a.png"_qs));
    }

    void aPictureIsPastedIntoASlot()
    {
        QGuiApplication::clipboard()->setImage(twoColours({ 30, 30 }));
        slot("startFrame")->setFocus();
        QTest::keyClick(slot("startFrame"), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(allReady());
        QCOMPARE(composer().attachmentFor(InputRole::StartFrame)->size, QSize(30, 30));
    }

    void referencesAreReorderedByKeyboard()
    {
        for (const char *name : { "a.png", "b.png", "c.png" })
            attach(InputRole::Reference, QString::fromLatin1(name));
        QCOMPARE(references().size(), 3);
        references().at(2)->setFocus();
        QTest::keyClick(references().at(2), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(names(composer().attachments()), (QStringList{ u"a.png"_qs, u"c.png"_qs, u"b.png"_qs }));
        QVERIFY(references().at(1)->hasFocus()); // the keyboard went with it
        QTest::keyClick(references().at(1), Qt::Key_Left, Qt::ControlModifier);
        QTest::keyClick(references().at(0), Qt::Key_Left, Qt::ControlModifier); // it is at the front
        QCOMPARE(names(composer().attachments()), (QStringList{ u"c.png"_qs, u"a.png"_qs, u"b.png"_qs }));
        QVERIFY(references().at(0)->accessibleDescription().startsWith(u"1 of 3"_qs));
    }

    void referencesAreReorderedByTheMouse()
    {
        for (const char *name : { "a.png", "b.png", "c.png" })
            attach(InputRole::Reference, QString::fromLatin1(name));
        QTRY_VERIFY(references().at(2)->x() > references().at(1)->x());
        const QRect last = references().at(2)->rect();
        drag(
            references().at(0), references().at(2)->mapToGlobal(QPoint(last.right() - 4, last.center().y())));
        QCOMPARE(names(composer().attachments()), (QStringList{ u"b.png"_qs, u"c.png"_qs, u"a.png"_qs }));
        drag(references().at(2), references().at(0)->mapToGlobal(QPoint(3, 30)));
        QCOMPARE(names(composer().attachments()), (QStringList{ u"a.png"_qs, u"b.png"_qs, u"c.png"_qs }));
        // Dropped nowhere, it stays; a click is no drag.
        drag(references().at(0), m_window->mapToGlobal(QPoint(10, 400)));
        QCOMPARE(names(composer().attachments()).constFirst(), u"a.png"_qs);
    }

    void aReferenceIsDraggedOntoAFrame()
    {
        attach(InputRole::Reference, u"a.png"_qs);
        attach(InputRole::StartFrame, u"start.png"_qs);
        QTRY_COMPARE(references().size(), 1);
        QTRY_VERIFY(references().at(0)->x() > slot("endFrame")->x());
        drag(references().at(0), slot("startFrame")->mapToGlobal(slot("startFrame")->rect().center()));
        QCOMPARE(composer().attachmentFor(InputRole::StartFrame)->fileName, u"a.png"_qs);
        QCOMPARE(composer().attachmentFor(InputRole::Reference)->fileName, u"start.png"_qs);
        drag(slot("startFrame"), slot("endFrame")->mapToGlobal(slot("endFrame")->rect().center()));
        QCOMPARE(composer().attachmentFor(InputRole::EndFrame)->fileName, u"a.png"_qs);
    }

    void theMenuChangesTheUse()
    {
        attach(InputRole::Reference, u"a.png"_qs);
        references().at(0)->setFocus();
        QTest::keyClick(references().at(0), Qt::Key_F10, Qt::ShiftModifier);
        choose("useAsEnd");
        QCOMPARE(composer().attachmentFor(InputRole::EndFrame)->fileName, u"a.png"_qs);
        QTest::mouseClick(slot("endFrame")->findChildren<Button *>().at(1), Qt::LeftButton); // "More"
        choose("useAsReference");
        QVERIFY(!composer().attachmentFor(InputRole::EndFrame));
        QTest::keyClick(references().at(0), Qt::Key_Return);
        choose("remove");
        QVERIFY(composer().attachments().isEmpty());
    }

    void framesAreSwappedByKeyboard()
    {
        attach(InputRole::StartFrame, u"a.png"_qs);
        slot("startFrame")->setFocus();
        QTest::keyClick(slot("startFrame"), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(composer().attachmentFor(InputRole::EndFrame)->fileName, u"a.png"_qs);
    }

    void transparencyIsShownAndFilledBeforeSending()
    {
        composer().attachFile(InputRole::StartFrame, file(u"logo.png"_qs, encoded(disc({ 128, 74 }), "png")));
        QTRY_VERIFY(allReady());
        QVERIFY(note().contains(u"transparent"_qs));
        // A checkerboard: two colours where nothing is, and red in the middle.
        const QImage seen = slot("startFrame")->grab().toImage();
        QSet<QRgb> behind;
        for (int x = 30; x < 44; ++x)
            behind.insert(seen.pixel(x, 6));
        QVERIFY(
            behind.contains(m_theme->tokens().hover.rgb()) && behind.contains(m_theme->tokens().line.rgb()));
        QVERIFY(qRed(seen.pixel(64, 37)) > 200);
        QTest::mouseClick(button("onBlack"), Qt::LeftButton);
        QTRY_VERIFY(allReady());
        const Attachment black = composer().attachments().constFirst();
        QVERIFY(!black.transparent);
        QCOMPARE(QImage(black.path).pixel(0, 0), qRgb(0, 0, 0));
        QVERIFY(!note().contains(u"has transparent"_qs));
        // Taken back by the keyboard, and done again.
        QVERIFY(button("undoNote")->isVisible());
        button("undoNote")->setFocus();
        QTest::keyClick(button("undoNote"), Qt::Key_Return);
        QTRY_VERIFY(allReady() && composer().attachments().constFirst().transparent);
        QTest::mouseClick(button("onBlack"), Qt::LeftButton);
        QTRY_VERIFY(allReady() && !composer().attachments().constFirst().transparent);
        // Another colour by the menu, and back.
        slot("startFrame")->setFocus();
        QTest::keyClick(slot("startFrame"), Qt::Key_F10, Qt::ShiftModifier);
        choose("flattenOther");
        auto *dialog = m_area->findChild<QColorDialog *>();
        QVERIFY(dialog);
        dialog->setCurrentColor(QColor(Qt::green));
        dialog->accept();
        QTRY_COMPARE(composer().attachments().constFirst().work.background, u"#00ff00"_qs);
        QTRY_VERIFY(allReady());
        QTest::keyClick(slot("startFrame"), Qt::Key_F10, Qt::ShiftModifier);
        choose("unflatten");
        QTRY_VERIFY(allReady() && composer().attachments().constFirst().transparent);
    }

    void aResizeIsSaidAndTakenBack()
    {
        setMaxPixels(u"carat-video"_qs, 5000);
        attach(InputRole::StartFrame, u"big.png"_qs, { 200, 100 });
        QVERIFY(note().contains(u"big.png"_qs));
        QVERIFY(note().contains(u"200 × 100"_qs));
        QVERIFY(slot("startFrame")->toolTip().contains(u"Original kept"_qs));
        QTest::mouseClick(button("undoNote"), Qt::LeftButton);
        QTRY_VERIFY(allReady());
        QCOMPARE(composer().attachments().constFirst().size, QSize(200, 100));
        QVERIFY(note().contains(u"cannot be sent"_qs));
        button("resize")->setFocus();
        QTest::keyClick(button("resize"), Qt::Key_Return);
        QTRY_VERIFY(allReady() && composer().attachments().constFirst().resized);
        QVERIFY(note().contains(u"200 × 100"_qs));
        // Read, and put away; another picture is another matter.
        QTest::mouseClick(button("dismissNote"), Qt::LeftButton);
        QCOMPARE(note(), QString());
        attach(InputRole::EndFrame, u"end.png"_qs, { 300, 100 });
        QVERIFY(note().contains(u"end.png"_qs));
    }

    void theOriginalIsShown()
    {
        composer().attachFile(InputRole::StartFrame, file(u"phone.heic"_qs, heic(twoColours({ 64, 32 }), 6)));
        QTRY_VERIFY(allReady());
        QVERIFY(slot("startFrame")->toolTip().contains(u"Original kept: phone.heic"_qs));
        slot("startFrame")->setFocus();
        QTest::keyClick(slot("startFrame"), Qt::Key_F10, Qt::ShiftModifier);
        choose("showOriginal");
        auto *popover = m_window->findChild<Popover *>(u"originalPopover"_qs);
        QVERIFY(popover && popover->isOpen());
        QStringList said;
        const auto labels = popover->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            said.append(label->text());
        const QString all = said.join(u'\n');
        QVERIFY2(all.contains(u"phone.heic"_qs) && all.contains(u"HEIC"_qs) && all.contains(u"JPEG"_qs),
            qPrintable(all));
        QVERIFY(all.contains(u"32 × 64"_qs));
        QTest::keyClick(popover, Qt::Key_Escape);
        QVERIFY(!popover->isOpen());
    }

    void whatDoesNotFitIsSeenAsideAndComesBack()
    {
        attach(InputRole::StartFrame, u"start.png"_qs);
        attach(InputRole::Reference, u"one.png"_qs);
        attach(InputRole::Reference, u"two.png"_qs);
        QCOMPARE(aside(), QString());
        composer().pickModel(u"lip-sync"_qs);
        QVERIFY2(aside().contains(u"2 images"_qs) || aside().contains(u"2 image(s)"_qs), qPrintable(aside()));
        QVERIFY(aside().contains(u"Lip Sync"_qs));
        QVERIFY(slot("voice")->isVisible() && slot("sourceVideo")->isVisible());
        QVERIFY(!slot("startFrame")->isVisible());
        // One is brought back by the keyboard.
        auto *kept = slot("keptAsideFile");
        QVERIFY(kept && kept->isFilled());
        kept->setFocus();
        QTest::keyClick(kept, Qt::Key_Return);
        QCOMPARE(composer().keptAside().size(), 1);
        composer().pickModel(u"kling-3.0"_qs);
        QCOMPARE(aside(), QString());
        QCOMPARE(composer().attachments().size(), 3);
        QVERIFY(slot("startFrame")->isVisible() && slot("startFrame")->isFilled());
        QVERIFY(!slot("voice")->isVisible());
    }

    void keptAsideIsRemovedByItsMenu()
    {
        attach(InputRole::StartFrame, u"start.png"_qs);
        composer().pickModel(u"lip-sync"_qs);
        auto *kept = slot("keptAsideFile");
        kept->setFocus();
        QTest::keyClick(kept, Qt::Key_F10, Qt::ShiftModifier);
        choose("remove");
        QVERIFY(composer().keptAside().isEmpty());
        QCOMPARE(aside(), QString());
    }

    void theVoiceIsAskedForByItsSlot()
    {
        composer().pickModel(u"lip-sync"_qs);
        m_files.answer = { pngFile(u"face.png"_qs) };
        QTest::mouseClick(slot("voice"), Qt::LeftButton);
        QCOMPARE(m_files.lastWhat, FileChooser::What::Sounds);
        QTRY_VERIFY(allReady());
        // A picture is a picture, wherever it was put.
        QCOMPARE(composer().attachments().constFirst().role, InputRole::Reference);
    }

    void everySlotIsReachedByTab()
    {
        attach(InputRole::StartFrame, u"a.png"_qs);
        attach(InputRole::Reference, u"b.png"_qs);
        slot("startFrame")->setFocus();
        QSet<QWidget *> reached;
        for (int n = 0; n < 20; ++n) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(reached.contains(slot("endFrame")) && reached.contains(references().at(0)));
    }
};

QTEST_MAIN(TestAttachmentArea)
#include "tst_ui_attachments.moc"
