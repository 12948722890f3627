#include "tests/ui/support/TranscriptBench.h"
#include "ui/chat/SafeMarkdown.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextList>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// Takes the links that are opened.
class Browser : public QObject {
    Q_OBJECT
public:
    QList<QUrl> opened;
public slots:
    void open(const QUrl &url) { opened.append(url); }
};

/// An agent's words: Markdown, and nothing else.
class TestTranscriptMarkdown : public QObject {
    Q_OBJECT

    static QStringList linksOf(const QTextDocument &document)
    {
        QStringList links;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto at = block.begin(); !at.atEnd(); ++at) {
                const QTextCharFormat format = at.fragment().charFormat();
                if (format.isImageFormat())
                    links.append(QStringLiteral("picture"));
                else if (!format.anchorHref().isEmpty())
                    links.append(format.anchorHref());
            }
        }
        return links;
    }

private slots:
    void markdownIsShown()
    {
        SafeMarkdown document;
        document.show(
            QStringLiteral("# Title\n\n- one\n- **two**\n\n`code` and [a link](https://example.com/x)"));
        QCOMPARE(document.toPlainText(), QStringLiteral("Title\none\ntwo\ncode and a link"));
        QCOMPARE(linksOf(document), QStringList{ QStringLiteral("https://example.com/x") });
        QVERIFY(document.findBlock(8).textList() != nullptr);
    }

    void htmlIsText()
    {
        SafeMarkdown document;
        document.show(
            QStringLiteral("<b>bold</b> <img src=\"file:///etc/hostname\"> <script>alert(1)</script>"));
        QVERIFY(document.toPlainText().contains(QStringLiteral("<b>bold</b>")));
        QVERIFY(document.toPlainText().contains(QStringLiteral("<script>")));
        QCOMPARE(linksOf(document), QStringList());
    }

    void picturesAreTheirDescriptions()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("secret.png"));
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(path));
        SafeMarkdown document;
        document.show(
            QStringLiteral("before ![a map](%1) between ![a point](https://example.com/pixel.gif) behind")
                .arg(path));
        QCOMPARE(document.toPlainText(), QStringLiteral("before a map between a point behind"));
        // What has an address can be gone to, by hand; the file is not even that.
        QCOMPARE(linksOf(document), QStringList{ QStringLiteral("https://example.com/pixel.gif") });
        QVERIFY(document.resource(QTextDocument::ImageResource, QUrl::fromLocalFile(path)).isNull());
    }

    void onlyTheWebIsALink_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("isLink");
        QTest::newRow("https") << QStringLiteral("https://example.com") << true;
        QTest::newRow("http") << QStringLiteral("http://example.com/a?b=c") << true;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("javascript") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("data") << QStringLiteral("data:text/html,x") << false;
        QTest::newRow("relative") << QStringLiteral("settings") << false;
        QTest::newRow("no host") << QStringLiteral("https://") << false;
        QTest::newRow("other program") << QStringLiteral("smb://server/share") << false;
    }
    void onlyTheWebIsALink()
    {
        QFETCH(QString, target);
        QFETCH(bool, isLink);
        SafeMarkdown document;
        document.show(QStringLiteral("go [here](%1) now").arg(target));
        QCOMPARE(document.toPlainText(), QStringLiteral("go here now"));
        QCOMPARE(linksOf(document).size(), isLink ? 1 : 0);
    }

    void hostileTextIsShownInBoundedTime_data()
    {
        QTest::addColumn<QString>("text");
        const auto times = [](const QString &part, int count) { return part.repeated(count); };
        QTest::newRow("quotes within quotes") << times(QStringLiteral(">"), 30'000) + QStringLiteral(" end");
        QTest::newRow("lists within lists") << times(QStringLiteral("- "), 15'000) + QStringLiteral("end");
        QTest::newRow("numbers within numbers")
            << times(QStringLiteral("1. "), 10'000) + QStringLiteral("end");
        QTest::newRow("both") << times(QStringLiteral("> - "), 8'000) + QStringLiteral("end");
        QString deeper;
        for (int depth = 0; depth < 250; ++depth)
            deeper += QString(2 * depth, u' ') + QStringLiteral("- end\n");
        QTest::newRow("deeper with every line") << deeper.left(39'000) + QStringLiteral("\nend");
        QTest::newRow("open brackets") << times(QStringLiteral("["), 39'000) + QStringLiteral("end");
        QTest::newRow("open pictures") << times(QStringLiteral("!["), 19'000) + QStringLiteral("end");
        QTest::newRow("stars") << times(QStringLiteral("*a_ "), 9'000) + QStringLiteral("end");
        QTest::newRow("backticks") << times(QStringLiteral("`a``"), 9'000) + QStringLiteral("end");
        QTest::newRow("one word") << QString(39'000, u'x') + QStringLiteral("end");
        QTest::newRow("longer than is laid out")
            << times(QStringLiteral("**b** "), 1'000'000) + QStringLiteral("end");
        QTest::newRow("nulls") << QString(1000, QChar()) + QStringLiteral("end");
        QTest::newRow("lonely surrogates") << QString(1000, QChar(0xd800)) + QStringLiteral(" end");
        QTest::newRow("right to left") << times(QString(QChar(0x202e)), 1000) + QStringLiteral("end");
    }
    void hostileTextIsShownInBoundedTime()
    {
        QFETCH(QString, text);
        QElapsedTimer clock;
        clock.start();
        SafeMarkdown document;
        document.setTextWidth(600);
        document.show(text);
        QVERIFY(document.size().height() > 0);
        // A bound that holds on a machine that does much else at the same time; unbounded, these take minutes
        // or end the program.
        QVERIFY2(clock.elapsed() < 8000, qPrintable(QString::number(clock.elapsed())));
        const QString shown = document.toPlainText();
        QVERIFY(shown.contains(QStringLiteral("end")) || shown.size() > SafeMarkdown::mostShown);
        QVERIFY(shown.size() <= SafeMarkdown::mostShown + 1);
    }

    void aLinkIsAskedAbout()
    {
        Browser browser;
        QDesktopServices::setUrlHandler(QStringLiteral("https"), &browser, "open");
        TranscriptBench bench;
        bench.say(TranscriptBench::Kind::AgentText,
            QStringLiteral("see [the bank](https://bank.example@evil.example/login) there"));
        bench.settle();
        const QPoint link = bench.at(0, 7);
        QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {}, link);
        auto *question = bench.view.findChild<QMessageBox *>(QStringLiteral("linkQuestion"));
        QVERIFY(question && question->isVisible());
        // The host is said by itself: not what the address only looks like.
        QVERIFY(question->text().contains(QStringLiteral("evil.example")));
        QVERIFY(!question->text().contains(QStringLiteral("bank")));
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(browser.opened.isEmpty());
        QTRY_VERIFY(!bench.view.findChild<QMessageBox *>(QStringLiteral("linkQuestion")));

        QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {}, link);
        question = bench.view.findChild<QMessageBox *>(QStringLiteral("linkQuestion"));
        QVERIFY(question);
        QTest::mouseClick(question->button(QMessageBox::Open), Qt::LeftButton);
        QTRY_COMPARE(browser.opened.size(), 1);
        QCOMPARE(browser.opened.constFirst().host(), QStringLiteral("evil.example"));
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    }

    void aDragOverALinkOpensNothing()
    {
        TranscriptBench bench;
        bench.say(
            TranscriptBench::Kind::AgentText, QStringLiteral("see [the link](https://example.com) there"));
        bench.settle();
        QWidget *viewport = bench.view.viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, bench.at(0, 5));
        const QPoint to = bench.at(0, 11);
        QMouseEvent move(
            QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
        QVERIFY(!bench.view.findChild<QMessageBox *>());
        QVERIFY(!bench.view.selection().isEmpty());
    }
};

QTEST_MAIN(TestTranscriptMarkdown)
#include "tst_ui_transcript_markdown.moc"
