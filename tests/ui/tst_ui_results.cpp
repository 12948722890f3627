#include "support/FakeVideoFrames.h"
#include "support/WindowBench.h"

#include "client/tags/TagFile.h"
#include "ui/preview/PreviewPane.h"
#include "ui/results/ResultActions.h"
#include "ui/results/ResultFiles.h"
#include "ui/widgets/Button.h"
#include "ui/window/Notice.h"

#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QUrl>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using Action = ResultActions::Action;

namespace {

QImage decoded(const QByteArray &png)
{
    return QImage::fromData(png).convertToFormat(QImage::Format_RGB32);
}

} // namespace

/// What is done with a result, by keyboard and mouse, in the whole window.
class TestResults : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Q_INIT_RESOURCE(samples); }
    void init();
    void cleanup();
    void theFrameShownGoesWhereTheMenuSays_data();
    void theFrameShownGoesWhereTheMenuSays();
    void sSavesTheFrameAsPng();
    void theFrameIsCopied();
    void continueFillsANewRequestAndSendsNothing();
    void whatWasBeingWrittenComesBack();
    void recreateRestoresEverythingAndSendsNothing();
    void recreateSaysWhatIsGone();
    void aModelThatIsGoneBecomesAutomatic();
    void aFrameThatCannotBeReadIsSaid();
    void saveAsCopiesTheFile();
    void copyGivesTheFile();
    void theFileIsDraggedOut();
    void aClipIsAddedToTheSequence();
    void revealLeadsToThePrompt();
    void actionsAreThereByKeyboardAlone();
    void aMissingFileLeavesWhatNeedsNoFile();
    void aResultDroppedOffersItsRequest();
    void aVideoDroppedRestoresItsRequest();
    void aFileWithoutARequestIsAFileAsAny();
    void fileNamesAreSetWithAnExample();

private:
    client::GenerationRecord videoResult();
    client::GenerationRecord imageResult();
    void show(const client::GenerationRecord &record);
    void press(const char *button);
    QAction *inMenu(const char *menu, const QString &name);
    QString notice() const;
    void drop(const QString &path);

    FakeVideoFrames m_frames;
    std::unique_ptr<WindowBench> m_bench;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestResults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_frames.error.reset();
    m_bench = std::make_unique<WindowBench>();
    m_bench->framesInUse = &m_frames;
    m_bench->open();
}

void TestResults::cleanup()
{
    QVERIFY2(m_bench->runner.sent.isEmpty(), "nothing here may send");
    m_bench.reset();
}

client::GenerationRecord TestResults::videoResult()
{
    const QString path = m_folder->filePath(QStringLiteral("harbor-01.mp4"));
    QFile::copy(QStringLiteral(FACET_FIXTURES "/video/two-seconds.mp4"), path);
    client::GenerationRecord record = sampleGeneration(QStringLiteral("k"), client::GenerationState::Done);
    record.generation.status = GenerationStatus::Succeeded;
    record.generation.seed = 41872;
    record.generation.options.seed = 41872;
    record.generation.assets = { Asset{
        QStringLiteral("a"), ModelKind::Video, QStringLiteral("video/mp4"), 1, {}, 320, 180, 2.0, 24.0 } };
    record.assets = { client::LocalAsset{ QStringLiteral("a"), path, {}, 1, {} } };
    return record;
}

client::GenerationRecord TestResults::imageResult()
{
    client::GenerationRecord record = videoResult();
    const QString path = m_folder->filePath(QStringLiteral("fox-01.png"));
    samplePicture(Qt::red, Qt::blue).save(path);
    record.generation.modelId = QStringLiteral("seedream-4.5");
    record.generation.assets = { Asset{
        QStringLiteral("a"), ModelKind::Image, QStringLiteral("image/png"), 1, {}, 480, 270, {}, {} } };
    record.assets = { client::LocalAsset{ QStringLiteral("a"), path, {}, 1, {} } };
    return record;
}

void TestResults::show(const client::GenerationRecord &record)
{
    m_bench->conversations.current = QStringLiteral("harbor");
    m_bench->generations.put(record);
    emit m_bench->generations.finished(record.key);
    QTRY_VERIFY(m_bench->find("recreate") && m_bench->find("recreate")->isVisible());
}

void TestResults::press(const char *button)
{
    QTest::mouseClick(m_bench->find(button), Qt::LeftButton);
}

QAction *TestResults::inMenu(const char *menu, const QString &name)
{
    auto *open = m_bench->find<QMenu>(menu);
    return open ? open->findChild<QAction *>(name) : nullptr;
}

QString TestResults::notice() const
{
    const auto *shown = m_bench->find<Notice>("errorNotice");
    return shown->isHidden() ? QString() : shown->sentence();
}

void TestResults::drop(const QString &path)
{
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    QWidget *window = m_bench->window.get();
    QDragEnterEvent enter(window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window, &dropped);
}

void TestResults::theFrameShownGoesWhereTheMenuSays_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<InputRole>("role");
    QTest::newRow("start") << QStringLiteral("Use as start frame") << InputRole::StartFrame;
    QTest::newRow("end") << QStringLiteral("Use as end frame") << InputRole::EndFrame;
    QTest::newRow("reference") << QStringLiteral("Use as reference image") << InputRole::Reference;
}

void TestResults::theFrameShownGoesWhereTheMenuSays()
{
    QFETCH(QString, entry);
    QFETCH(InputRole, role);
    show(videoResult());
    press("useThisFrame");
    QTRY_VERIFY(inMenu("frameMenu", entry));
    QCOMPARE(m_bench->find<QMenu>("frameMenu")->actions().size(), 5); // start, end, reference, PNG, clipboard
    inMenu("frameMenu", entry)->trigger();
    QTRY_COMPARE(m_bench->composer.files.size(), 1);
    QCOMPARE(m_bench->composer.files.constFirst().role, role);
    // The picture itself, full size, without loss.
    QCOMPARE(decoded(m_bench->composer.bytesAttached.constFirst()), m_frames.picture(0));
    QCOMPARE(m_bench->composer.files.constFirst().fileName, QStringLiteral("harbor-01-frame-0001.png"));
}

void TestResults::sSavesTheFrameAsPng()
{
    show(videoResult());
    QTRY_VERIFY(m_bench->window->findChild<PreviewPane *>()->shown().frame);
    QWidget *recreate = m_bench->find("recreate");
    recreate->setFocus();
    QTest::keyClick(recreate, Qt::Key_Home); // it stands there, rather than playing on between the two
    QTest::keyClick(recreate, Qt::Key_S);
    const QString path = m_folder->filePath(QStringLiteral("harbor-01-frame-0001.png"));
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(notice().contains(QLatin1String("harbor-01-frame-0001.png")));
    QCOMPARE(QImage(path).convertToFormat(QImage::Format_RGB32), m_frames.picture(0));
    QCOMPARE((*client::readTags(path))->generationId, QStringLiteral("gen-k"));
    // A second one is another file.
    QTest::keyClick(recreate, Qt::Key_S);
    QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("harbor-01-frame-0001-2.png"))));
}

void TestResults::theFrameIsCopied()
{
    show(videoResult());
    press("useThisFrame");
    QTRY_VERIFY(inMenu("frameMenu", QStringLiteral("Copy frame")));
    inMenu("frameMenu", QStringLiteral("Copy frame"))->trigger();
    QTRY_COMPARE(
        QGuiApplication::clipboard()->image().convertToFormat(QImage::Format_RGB32), m_frames.picture(0));
}

void TestResults::continueFillsANewRequestAndSendsNothing()
{
    show(videoResult());
    m_bench->composer.setText(QStringLiteral("now the gull lands"));
    m_bench->composer.add(InputRole::EndFrame, QStringLiteral("/old.png"));
    press("continueFromLastFrame");
    QTRY_COMPARE(m_bench->composer.bytesAttached.size(), 1);
    QCOMPARE(decoded(m_bench->composer.bytesAttached.constFirst()), m_frames.picture(47)); // the very last
    QCOMPARE(m_bench->composer.files.size(), 1);
    QCOMPARE(m_bench->composer.files.constFirst().role, InputRole::StartFrame);
    QCOMPARE(m_bench->composer.draftText, QStringLiteral("now the gull lands"));
    QCOMPARE(m_bench->composer.picked, QStringLiteral("carat-video"));
    QVERIFY(!m_bench->composer.draftOptions.seed); // another shot, another roll of the dice
    QCOMPARE(m_bench->composer.draftOptions.resolution, QStringLiteral("720p"));
    QVERIFY(notice().contains(QLatin1String("start frame")));
    QTRY_VERIFY(m_bench->find("message")->hasFocus());
}

void TestResults::whatWasBeingWrittenComesBack()
{
    show(videoResult());
    m_bench->composer.setText(QStringLiteral("half a thought"));
    m_bench->composer.add(InputRole::EndFrame, QStringLiteral("/old.png"));
    press("recreate");
    QTRY_COMPARE(m_bench->composer.restored.size(), 1);
    auto *undo = m_bench->find<Notice>("errorNotice")->findChild<QAbstractButton *>(QString());
    for (QAbstractButton *one : m_bench->find<Notice>("errorNotice")->findChildren<QAbstractButton *>())
        if (one->accessibleName() == QLatin1String("Undo"))
            undo = one;
    QVERIFY(undo && undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(m_bench->composer.draftText, QStringLiteral("half a thought"));
    QCOMPARE(m_bench->composer.files.size(), 1);
    QCOMPARE(m_bench->composer.files.constFirst().role, InputRole::EndFrame);
}

void TestResults::recreateRestoresEverythingAndSendsNothing()
{
    client::Recreated made;
    made.request.text = QStringLiteral("Clouds clear");
    made.request.agent = AgentVersion::V1;
    made.request.modelId = QStringLiteral("kling-3.0");
    made.request.options.durationS = 10;
    made.request.options.seed = 7;
    made.request.attachments = { sampleAttachment(QStringLiteral("s"), InputRole::StartFrame),
        sampleAttachment(QStringLiteral("e"), InputRole::EndFrame),
        sampleAttachment(QStringLiteral("r"), InputRole::Reference) };
    made.files = { { InputRole::Reference, QStringLiteral("/results/earlier.png") } };
    m_bench->recreation.answer = made;
    show(videoResult());
    press("recreate");
    QTRY_COMPARE(m_bench->composer.draftText, QStringLiteral("Clouds clear"));
    QCOMPARE(m_bench->composer.draftAgent, AgentVersion::V1);
    QCOMPARE(m_bench->composer.picked, QStringLiteral("kling-3.0"));
    QCOMPARE(m_bench->composer.draftOptions.durationS, 10);
    QCOMPARE(m_bench->composer.draftOptions.seed, quint32(7));
    QCOMPARE(m_bench->composer.files.size(), 4);
    QCOMPARE(m_bench->composer.files.constLast().path, QStringLiteral("/results/earlier.png"));
    QVERIFY(notice().contains(QLatin1String("Nothing was sent")));
}

void TestResults::recreateSaysWhatIsGone()
{
    client::Recreated made;
    made.request.text = QStringLiteral("Clouds clear");
    made.gone = { { InputRole::EndFrame, QStringLiteral("dusk.png") } };
    m_bench->recreation.answer = made;
    show(videoResult());
    press("recreate");
    QTRY_VERIFY(notice().contains(QLatin1String("dusk.png")));
    QVERIFY(notice().contains(QLatin1String("end frame")));
}

void TestResults::aModelThatIsGoneBecomesAutomatic()
{
    client::Recreated made;
    made.request.modelId = QStringLiteral("long-gone-1");
    m_bench->recreation.answer = made;
    show(videoResult());
    press("recreate");
    QTRY_VERIFY(notice().contains(QLatin1String("long-gone-1")));
    QVERIFY(!m_bench->composer.picked);
}

void TestResults::aFrameThatCannotBeReadIsSaid()
{
    m_frames.error = Error{ ErrorKind::File, QStringLiteral("“harbor-01.mp4” is damaged."), {}, {}, {}, {} };
    show(videoResult());
    press("continueFromLastFrame");
    QTRY_COMPARE(notice(), QStringLiteral("“harbor-01.mp4” is damaged."));
    QVERIFY(m_bench->composer.files.isEmpty());
}

void TestResults::saveAsCopiesTheFile()
{
    m_bench->files.savePath = m_folder->filePath(QStringLiteral("copy.mp4"));
    show(videoResult());
    press("saveAs");
    QTRY_VERIFY(QFile::exists(m_bench->files.savePath));
    QVERIFY(m_bench->files.lastSave.fileName.endsWith(QLatin1String(".mp4")));
    QTRY_VERIFY(notice().contains(QLatin1String("copy.mp4")));
    QFile a(m_bench->files.savePath);
    QFile b(m_folder->filePath(QStringLiteral("harbor-01.mp4")));
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    QCOMPARE(a.readAll(), b.readAll());
}

void TestResults::copyGivesTheFile()
{
    show(imageResult());
    auto *actions = m_bench->window->findChild<ResultActions *>();
    ResultRef result{ m_bench->generations.records.constFirst(), 0, {} };
    actions->perform(Action::Copy, result, m_bench->window.get());
    const QMimeData *held = nullptr;
    QTRY_VERIFY((held = QGuiApplication::clipboard()->mimeData()) && held->hasUrls());
    QCOMPARE(held->urls().constFirst().toLocalFile(), result.path());
    QCOMPARE(qvariant_cast<QImage>(held->imageData()).size(), QSize(480, 270));
}

void TestResults::theFileIsDraggedOut()
{
    show(videoResult());
    const ResultRef result{ m_bench->generations.records.constFirst(), 0, {} };
    const std::unique_ptr<QMimeData> mime = ResultFiles::mimeOf({ result });
    QVERIFY(mime && mime->hasFormat(QStringLiteral("text/uri-list")));
    QCOMPARE(mime->urls(), QList<QUrl>{ QUrl::fromLocalFile(result.path()) });
}

void TestResults::aClipIsAddedToTheSequence()
{
    show(videoResult());
    press("addToSequence");
    QCOMPARE(m_bench->sequence.rowCount(), 1);
    QCOMPARE(m_bench->sequence.clips().constFirst().record.key, QStringLiteral("k"));
}

void TestResults::revealLeadsToThePrompt()
{
    show(videoResult());
    m_bench->conversations.open(QStringLiteral("another"));
    auto *actions = m_bench->window->findChild<ResultActions *>();
    actions->perform(
        Action::RevealPrompt, { m_bench->generations.records.constFirst(), 0, {} }, m_bench->window.get());
    QCOMPARE(m_bench->conversations.current, QStringLiteral("harbor"));
}

void TestResults::actionsAreThereByKeyboardAlone()
{
    show(videoResult());
    QWidget *from = m_bench->find("continueFromLastFrame");
    from->setFocus(Qt::TabFocusReason);
    QTest::keyClick(from, Qt::Key_Tab);
    QVERIFY(m_bench->find("recreate")->hasFocus());
    QTest::keyClick(m_bench->find("recreate"), Qt::Key_Space);
    QTRY_COMPARE(m_bench->composer.restored.size(), 1);
    // The menu of everything, by the menu key's event.
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(10, 10), from->mapToGlobal(QPoint(10, 10)));
    QApplication::sendEvent(from, &menu);
    QTRY_VERIFY(inMenu("resultMenu", QStringLiteral("Show prompt in chat")));
    QCOMPARE(m_bench->find<QMenu>("resultMenu")
                 ->findChildren<QAction *>(QRegularExpression(QStringLiteral(".")))
                 .size(),
        13);
    inMenu("resultMenu", QStringLiteral("Copy prompt"))->trigger();
    QCOMPARE(
        QGuiApplication::clipboard()->text(), m_bench->generations.records.constFirst().generation.prompt);
}

void TestResults::aMissingFileLeavesWhatNeedsNoFile()
{
    client::GenerationRecord record = videoResult();
    QFile::remove(record.assets.constFirst().filePath);
    show(record);
    QVERIFY(!m_bench->find("continueFromLastFrame")->isEnabled());
    QVERIFY(!m_bench->find("saveAs")->isEnabled());
    QVERIFY(m_bench->find("recreate")->isEnabled());
    auto *actions = m_bench->window->findChild<ResultActions *>();
    actions->perform(Action::GrabPng, { record, 0, {} }, m_bench->window.get());
    QTRY_VERIFY(notice().contains(QLatin1String("no longer here")));
}

void TestResults::aResultDroppedOffersItsRequest()
{
    const QString path = m_folder->filePath(QStringLiteral("fox.png"));
    samplePicture(Qt::red, Qt::blue).save(path);
    QVERIFY(client::writeTags(path, client::ResultTags::of(videoResult().generation, 0, {}))->written);
    drop(path);
    QCOMPARE(m_bench->composer.files.size(), 1); // an input as any other
    QTRY_VERIFY(notice().contains(QLatin1String("fox.png")));
    QVERIFY(m_bench->recreation.askedTags.isEmpty());
    for (QAbstractButton *one : m_bench->find<Notice>("errorNotice")->findChildren<QAbstractButton *>())
        if (one->accessibleName() == QLatin1String("Use its request instead"))
            QTest::mouseClick(one, Qt::LeftButton);
    QTRY_COMPARE(m_bench->recreation.askedTags.size(), 1);
    QCOMPARE(m_bench->recreation.askedTags.constFirst().generationId, QStringLiteral("gen-k"));
    QTRY_COMPARE(m_bench->composer.restored.size(), 1);
}

void TestResults::aVideoDroppedRestoresItsRequest()
{
    m_bench->composer.takesFiles = false;
    const client::GenerationRecord record = videoResult();
    const QString path = record.assets.constFirst().filePath;
    QVERIFY(client::writeTags(path, client::ResultTags::of(record.generation, 0, {}))->written);
    client::Recreated made;
    made.request.text = QStringLiteral("from the file");
    m_bench->recreation.answer = made;
    drop(path);
    QTRY_COMPARE(m_bench->composer.draftText, QStringLiteral("from the file"));
    QVERIFY(notice().contains(QLatin1String("harbor-01.mp4")));
    QVERIFY(m_bench->composer.files.isEmpty());
}

void TestResults::aFileWithoutARequestIsAFileAsAny()
{
    const QString path = m_folder->filePath(QStringLiteral("holiday.png"));
    samplePicture(Qt::red, Qt::blue).save(path);
    drop(path);
    QCOMPARE(m_bench->composer.files.size(), 1);
    QTest::qWait(50); // nothing is to come: there is nothing to wait for
    QVERIFY(notice().isEmpty());
    m_bench->composer.takesFiles = false;
    drop(path);
    QTRY_VERIFY(notice().contains(QLatin1String("holiday.png")));
}

void TestResults::fileNamesAreSetWithAnExample()
{
    m_bench->window->openSettings();
    auto *edit = m_bench->find<QLineEdit>("fileNames");
    auto *example = m_bench->find<QLabel>("fileNameExample");
    QVERIFY(edit && example);
    QVERIFY(example->text().contains(QLatin1String("clouds-clear")));
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("{date} {seed}"));
    QVERIFY(example->text().contains(QLatin1String(" 41872-01.mp4")));
    QCOMPARE(m_bench->settings.fileNames(), QStringLiteral("{date} {seed}"));
    press("insertModel");
    QCOMPARE(edit->text(), QStringLiteral("{date} {seed} {model}"));
    QTest::keyClicks(edit, QStringLiteral("{shot}"));
    QVERIFY(example->text().contains(QLatin1String("{shot}")));
    QVERIFY(example->text().contains(QLatin1String("no token")));
}

QTEST_MAIN(TestResults)
#include "tst_ui_results.moc"
