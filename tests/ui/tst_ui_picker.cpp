#include "support/WindowBench.h"

#include "ui/picker/ModelList.h"
#include "ui/picker/ModelPicker.h"
#include "ui/picker/ModelWords.h"
#include "ui/picker/PriceTable.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Label.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

class TestPicker : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }

    void opensByClickAndKeyAndClosesByEscape();
    void automaticComesFirst();
    void arrowsMoveAndEnterTakes();
    void automaticGivesTheChoiceBack();
    void searchLooksThroughEveryKindAndAlias();
    void kindsFilterTheList();
    void sortsByCreditsAndName();
    void detailShowsTheFigures();
    void tableMarksTheOptionsInUse();
    void unknownPriceIsADash();
    void retiredModelCannotBeUsed();
    void clickingTheButtonTakesTheModel();
    void searchFindsWhatAModelCanDo();
    void searchThatFindsNothingSaysSo();
    void aKindEndsTheSearch();
    void coveredFirstAndRemembered();
    void whatDoesNotFitIsGreyAndSaysWhy();
    void whatMustBeAddedIsSaid();
    void pageSaysWhatThePlanCovers();
    void pageSaysDraftClosedAndNotConnected();
    void tableGoesByAudioToo();
    void tableGoesByResultsForImages();
    void comparePlansLeadsToThePlans();
    void worksByKeyboardAlone();
    void followsTheAccount();

private:
    QString stateText() const { return m_bench->find<Label>("modelState")->text(); }
    void openPicker();
    QListView *list() const { return m_bench->find<QListView>("modelList"); }
    QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            result.append(list()->model()->index(row, 0).data().toString());
        return result;
    }
    void select(const QString &name)
    {
        list()->setCurrentIndex(list()->model()->index(static_cast<int>(names().indexOf(name)), 0));
    }
    bool isOpen() const { return m_bench->find("modelPicker")->isVisible(); }

    std::unique_ptr<WindowBench> m_bench;
};

void TestPicker::init()
{
    m_bench = std::make_unique<WindowBench>();
    m_bench->open();
}

void TestPicker::openPicker()
{
    QTest::mouseClick(m_bench->find("models"), Qt::LeftButton);
    QVERIFY(isOpen());
}

void TestPicker::opensByClickAndKeyAndClosesByEscape()
{
    openPicker();
    QVERIFY(m_bench->find("searchModels")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!isOpen());
    QVERIFY(m_bench->find("message")->hasFocus());
    QTest::keyClick(m_bench->window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(isOpen());
    QTest::mouseClick(m_bench->find("models"), Qt::LeftButton);
    QVERIFY(!isOpen());
}

void TestPicker::automaticComesFirst()
{
    openPicker();
    QCOMPARE(names(),
        (QStringList{ QStringLiteral("Automatic"), QStringLiteral("Carat Video (LTX 2.3)"),
            QStringLiteral("Kling 3.0"), QStringLiteral("Seedance 2.0 Fast"), QStringLiteral("Sora 2") }));
    QCOMPARE(list()->currentIndex().row(), 0); // nothing was picked yet
    // What it comes to: Agent 2.0's default.
    QCOMPARE(m_bench->find<Label>("modelCredits")->text(), QStringLiteral("214"));
}

void TestPicker::arrowsMoveAndEnterTakes()
{
    openPicker();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!isOpen());
    QCOMPARE(m_bench->composer.picked, QStringLiteral("kling-3.0"));
    QCOMPARE(m_bench->find<Button>("models")->text(), QStringLiteral("Kling 3.0"));
    QCOMPARE(m_bench->find<Button>("models")->trailing(), QStringLiteral("145"));
    QCOMPARE(m_bench->runner.sent.size(), 0);
}

void TestPicker::automaticGivesTheChoiceBack()
{
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    openPicker();
    QCOMPARE(list()->currentIndex().data().toString(), QStringLiteral("Kling 3.0"));
    select(QStringLiteral("Automatic"));
    QTest::keyClick(m_bench->find("searchModels"), Qt::Key_Return);
    QVERIFY(!m_bench->composer.picked);
}

void TestPicker::searchLooksThroughEveryKindAndAlias()
{
    openPicker();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("basic video"));
    QCOMPARE(names(), QStringList{ QStringLiteral("Carat Video (LTX 2.3)") });
    m_bench->find<QLineEdit>("searchModels")->setText(QStringLiteral("seed"));
    QCOMPARE(names(), (QStringList{ QStringLiteral("Seedream 4.5"), QStringLiteral("Seedance 2.0 Fast") }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_bench->composer.picked, QStringLiteral("seedream-4.5"));
}

void TestPicker::kindsFilterTheList()
{
    openPicker();
    QTest::mouseClick(m_bench->find("imageModels"), Qt::LeftButton);
    QCOMPARE(names(), (QStringList{ QStringLiteral("Automatic"), QStringLiteral("Seedream 4.5") }));
    QTest::mouseClick(m_bench->find("toolModels"), Qt::LeftButton);
    QCOMPARE(names(), (QStringList{ QStringLiteral("Automatic"), QStringLiteral("Upscale") }));
}

void TestPicker::sortsByCreditsAndName()
{
    ModelList list;
    list.setCatalogue(sampleCatalogue());
    list.setSort(ModelList::Sort::Name);
    QCOMPARE(list.model(1)->name, QStringLiteral("Carat Video (LTX 2.3)"));
    QCOMPARE(list.model(3)->name, QStringLiteral("Seedance 2.0 Fast"));
    list.setSort(ModelList::Sort::Credits);
    QCOMPARE(list.model(2)->name, QStringLiteral("Kling 3.0"));
    QCOMPARE(list.model(4)->name, QStringLiteral("Sora 2"));
    list.setSearch(QStringLiteral("u")); // a price that is not known stands last
    QVERIFY(list.rowOf(QStringLiteral("music")) > list.rowOf(QStringLiteral("upscale")));
    QVERIFY(list.rowOf(QStringLiteral("upscale")) >= 0);
}

void TestPicker::detailShowsTheFigures()
{
    openPicker();
    select(QStringLiteral("Carat Video (LTX 2.3)"));
    QCOMPARE(m_bench->find<Label>("modelCredits")->text(), QStringLiteral("33"));
    // PRODUCT rule 1: 6.6 a second at 720p, twice that at 1080p.
    const QList<QStringList> table = m_bench->find<PriceTable>("priceTable")->texts();
    QCOMPARE(
        table[0], (QStringList{ QStringLiteral("Length"), QStringLiteral("720p"), QStringLiteral("1080p") }));
    QCOMPARE(table[1], (QStringList{ QStringLiteral("5 s"), QStringLiteral("33"), QStringLiteral("66") }));
    QCOMPARE(table[2], (QStringList{ QStringLiteral("10 s"), QStringLiteral("66"), QStringLiteral("132") }));
    QCOMPARE(table[3], (QStringList{ QStringLiteral("15 s"), QStringLiteral("99"), QStringLiteral("198") }));
    QCOMPARE(m_bench->find<Label>("enoughFor")->text(),
        QStringLiteral("Your 8,412 credits are enough for 254 of these."));
    // Plus buys 303 of them (PRODUCT rule 10).
    m_bench->session.setBalance(10'000);
    emit m_bench->session.catalogueChanged();
    select(QStringLiteral("Carat Video (LTX 2.3)"));
    QVERIFY(m_bench->find<Label>("enoughFor")->text().contains(QStringLiteral("303")));
}

void TestPicker::tableMarksTheOptionsInUse()
{
    PriceTable table(m_bench->theme);
    Options options = defaults(10, QStringLiteral("1080p"));
    options.count = 4; // the table is for one
    table.present(*sampleCatalogue().find(u"carat-video"), options);
    QCOMPARE(table.texts()[2][2], QStringLiteral("132"));
    table.resize(340, table.sizeHint().height());
    const QImage image = table.grab().toImage();
    const QColor tint = darkTokens().accentTint;
    // The cell of 10 s and 1080p is tinted, that of 5 s and 720p is not.
    QCOMPARE(image.pixelColor(230, 28 + 33 + 16), tint);
    QVERIFY(image.pixelColor(110, 28 + 16) != tint);
}

void TestPicker::unknownPriceIsADash()
{
    openPicker();
    QTest::mouseClick(m_bench->find("audioModels"), Qt::LeftButton);
    select(QStringLiteral("Background Music"));
    QCOMPARE(m_bench->find<Label>("modelCredits")->text(), QStringLiteral("—"));
    QVERIFY(!m_bench->find("enoughFor")->isVisible());
}

void TestPicker::retiredModelCannotBeUsed()
{
    openPicker();
    select(QStringLiteral("Sora 2"));
    QVERIFY(!m_bench->find("useThisModel")->isEnabled());
    QTest::keyClick(m_bench->find("searchModels"), Qt::Key_Return);
    QVERIFY(isOpen());
    QVERIFY(!m_bench->composer.picked);
}

void TestPicker::clickingTheButtonTakesTheModel()
{
    openPicker();
    select(QStringLiteral("Kling 3.0"));
    QTest::mouseClick(m_bench->find("useThisModel"), Qt::LeftButton);
    QCOMPARE(m_bench->composer.picked, QStringLiteral("kling-3.0"));
    QVERIFY(m_bench->find("message")->hasFocus());
}

void TestPicker::searchFindsWhatAModelCanDo()
{
    openPicker();
    auto *search = m_bench->find<QLineEdit>("searchModels");
    search->setText(QStringLiteral("업스케일"));
    QCOMPARE(names(), QStringList()); // the sample offers no resolutions there, so it enlarges nothing
    search->setText(QStringLiteral("무제한"));
    QCOMPARE(names(), QStringList{ QStringLiteral("Carat Video (LTX 2.3)") });
    search->setText(QStringLiteral("시자")); // on the way to 시작 프레임
    QVERIFY(names().contains(QStringLiteral("Kling 3.0")));
    QVERIFY(!names().contains(QStringLiteral("Seedream 4.5")));
    // What is called so stands before what merely can do it.
    search->setText(QStringLiteral("video"));
    QCOMPARE(names().first(), QStringLiteral("Carat Video (LTX 2.3)"));
    QVERIFY(names().contains(QStringLiteral("Upscale"))); // it takes one
}

void TestPicker::searchThatFindsNothingSaysSo()
{
    openPicker();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("zzz"));
    QVERIFY(names().isEmpty());
    QVERIFY(m_bench->find("noModels")->isVisible());
    QVERIFY(m_bench->find<Label>("noModels")->text().contains(QStringLiteral("“zzz”")));
    QVERIFY(!m_bench->find("useThisModel")->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(isOpen());
    QVERIFY(!m_bench->composer.picked);
    m_bench->find<QLineEdit>("searchModels")->clear();
    QVERIFY(!m_bench->find("noModels")->isVisible());
    QVERIFY(m_bench->find("useThisModel")->isVisible());
}

void TestPicker::aKindEndsTheSearch()
{
    openPicker();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("kling"));
    QVERIFY(!m_bench->find<Button>("videoModels")->isChecked()); // it looks through every kind
    QTest::mouseClick(m_bench->find("imageModels"), Qt::LeftButton);
    QVERIFY(m_bench->find<QLineEdit>("searchModels")->text().isEmpty());
    QVERIFY(m_bench->find<Button>("imageModels")->isChecked());
    QCOMPARE(names(), (QStringList{ QStringLiteral("Automatic"), QStringLiteral("Seedream 4.5") }));
}

void TestPicker::coveredFirstAndRemembered()
{
    m_bench->session.who.benefits = { Benefit{
        QStringLiteral("sora-2"), { Method::Text }, {} } }; // the dearest one
    openPicker();
    QCOMPARE(names().last(), QStringLiteral("Sora 2"));
    const auto choose = [this](const QString &sort) {
        QTest::mouseClick(m_bench->find("sortModels"), Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == sort)
                action->trigger();
        }
        menu->close();
    };
    choose(QStringLiteral("Covered first"));
    QCOMPARE(names().at(1), QStringLiteral("Sora 2"));
    QCOMPARE(names().at(2), QStringLiteral("Carat Video (LTX 2.3)"));
    QCOMPARE(m_bench->settings.pickerSort(), QStringLiteral("covered"));
    QCOMPARE(m_bench->find<Button>("sortModels")->text(), QStringLiteral("Covered first"));
    choose(QStringLiteral("Name"));
    QCOMPARE(names().at(1), QStringLiteral("Carat Video (LTX 2.3)"));
    QCOMPARE(m_bench->settings.pickerSort(), QStringLiteral("name"));
}

void TestPicker::whatDoesNotFitIsGreyAndSaysWhy()
{
    m_bench->composer.add(InputRole::StartFrame, QStringLiteral("a.png"));
    const Catalogue models = sampleCatalogue();
    const QList<InputRole> frame{ InputRole::StartFrame };
    QCOMPARE(ModelWords::misfit(*models.find(u"kling-3.0"), frame), QString());
    QCOMPARE(ModelWords::misfit(*models.find(u"seedream-4.5"), frame), QStringLiteral("Takes no images"));
    openPicker();
    QTest::mouseClick(m_bench->find("imageModels"), Qt::LeftButton);
    select(QStringLiteral("Seedream 4.5")); // it stays in sight
    QVERIFY(stateText().startsWith(QStringLiteral("Takes no images. Remove the images")));
    const QModelIndex row = list()->currentIndex();
    QVERIFY(row.data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("Takes no images")));
    // It can be chosen: the files may go instead.
    QVERIFY(m_bench->find("useThisModel")->isEnabled());
    QTest::keyClick(m_bench->find("searchModels"), Qt::Key_Return);
    QCOMPARE(m_bench->composer.picked, QStringLiteral("seedream-4.5"));
}

void TestPicker::whatMustBeAddedIsSaid()
{
    openPicker();
    QTest::mouseClick(m_bench->find("toolModels"), Qt::LeftButton);
    select(QStringLiteral("Upscale"));
    QCOMPARE(stateText(), QStringLiteral("Needs an image or a video."));
    QVERIFY(ModelWords::misfit(*sampleCatalogue().find(u"upscale"), {}).isEmpty()); // not grey for that
    QVERIFY(m_bench->find("useThisModel")->isEnabled());
}

void TestPicker::pageSaysWhatThePlanCovers()
{
    openPicker();
    select(QStringLiteral("Carat Video (LTX 2.3)"));
    QCOMPARE(m_bench->find<Chip>("modelCover")->text(),
        QStringLiteral("0 with Premium: image or start/end frames"));
    select(QStringLiteral("Kling 3.0"));
    QCOMPARE(m_bench->find<Chip>("modelCover")->text(), QStringLiteral("Not covered by Premium"));
    QVERIFY(m_bench->find<Label>("modelLimits")->text().contains(QStringLiteral("Up to 15 second")));
    QVERIFY(m_bench->find<Label>("modelLimits")->text().contains(QStringLiteral("Up to 4 take")));
    QVERIFY(m_bench->find<Label>("modelText")->text().startsWith(QStringLiteral("Kling 3.0 makes videos.")));
    // A benefit that has ended covers nothing, whatever the list of benefits still says.
    Account account = sampleAccount();
    account.benefits.first().until = QDateTime::currentDateTimeUtc().addSecs(-1);
    const Model carat = *sampleCatalogue().find(u"carat-video");
    QVERIFY(ModelWords::coveredMethods(account, carat, QDateTime::currentDateTimeUtc()).isEmpty());
}

void TestPicker::pageSaysDraftClosedAndNotConnected()
{
    openPicker();
    select(QStringLiteral("Kling 3.0"));
    QCOMPARE(stateText(), QStringLiteral("Draft: its results are made without AI"));
    select(QStringLiteral("Sora 2"));
    QVERIFY(stateText().contains(QStringLiteral("vendor has closed it")));
    QTest::mouseClick(m_bench->find("audioModels"), Qt::LeftButton);
    select(QStringLiteral("Background Music"));
    QVERIFY(stateText().contains(QStringLiteral("needs a connected provider")));
    QVERIFY(!m_bench->find("useThisModel")->isEnabled());
}

void TestPicker::tableGoesByAudioToo()
{
    // PRODUCT "Catalogue": Kling $0.084/s at 720p, $0.126 with audio, in credits of $0.0029.
    const auto p720 = QStringLiteral("720p");
    Model kling = *sampleCatalogue().find(u"kling-3.0");
    kling.options.audio = true;
    kling.options.resolutions = { p720 };
    Price silent = price(QStringLiteral("28.965518"), p720);
    silent.audio = false;
    Price loud = price(QStringLiteral("43.448276"), p720);
    loud.audio = true;
    kling.prices = { silent, loud };
    PriceTable table(m_bench->theme);
    Options options = defaults(5, p720);
    options.audio = true;
    table.present(kling, options);
    const QList<QStringList> texts = table.texts();
    QCOMPARE(texts.size(), 8);
    QCOMPARE(texts[0], (QStringList{ QStringLiteral("With audio"), p720 })); // what is chosen stands first
    QCOMPARE(texts[1], (QStringList{ QStringLiteral("5 s"), QStringLiteral("218") }));
    QCOMPARE(texts[3], (QStringList{ QStringLiteral("15 s"), QStringLiteral("652") }));
    QCOMPARE(texts[4], (QStringList{ QStringLiteral("Silent"), p720 }));
    QCOMPARE(texts[5], (QStringList{ QStringLiteral("5 s"), QStringLiteral("145") }));
    QCOMPARE(table.currentText(), QStringLiteral("218"));
    options.audio = false;
    table.present(kling, options);
    QCOMPARE(table.currentText(), QStringLiteral("145"));
    // Every length stands there, however many there are.
    kling.options.durationsS = { 15, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
    table.present(kling, options);
    QCOMPARE(table.texts().size(), 22);
    QCOMPARE(table.texts()[1][0], QStringLiteral("4 s"));
}

void TestPicker::tableGoesByResultsForImages()
{
    PriceTable table(m_bench->theme);
    Options options = defaults({}, QStringLiteral("2K"), false);
    options.count = 3;
    table.present(*sampleCatalogue().find(u"seedream-4.5"), options);
    QCOMPARE(table.texts()[0],
        (QStringList{ QStringLiteral("Results"), QStringLiteral("2K"), QStringLiteral("4K") }));
    QCOMPARE(
        table.texts()[1], (QStringList{ QStringLiteral("×1"), QStringLiteral("14"), QStringLiteral("14") }));
    QCOMPARE(
        table.texts()[4], (QStringList{ QStringLiteral("×4"), QStringLiteral("56"), QStringLiteral("56") }));
    QCOMPARE(table.currentText(), QStringLiteral("42"));
    QVERIFY(table.accessibleDescription().contains(QStringLiteral("Your choice: 42")));
}

void TestPicker::comparePlansLeadsToThePlans()
{
    openPicker();
    QSignalSpy wanted(m_bench->find<ModelPicker>("modelPicker"), &ModelPicker::plansRequested);
    QTest::mouseClick(m_bench->find("comparePlans"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!isOpen());
}

void TestPicker::worksByKeyboardAlone()
{
    QTest::keyClick(m_bench->window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(isOpen());
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    press(Qt::Key_PageDown);
    QVERIFY(list()->currentIndex().row() > 1);
    press(Qt::Key_PageUp);
    QCOMPARE(list()->currentIndex().row(), 0);
    // Every part is reached, in the order of the eye, and Tab stays inside.
    QStringList seen;
    for (int i = 0; i < 12 && !seen.contains(QStringLiteral("searchModels")); ++i) {
        press(Qt::Key_Tab);
        seen.append(QApplication::focusWidget()->objectName());
        QVERIFY(m_bench->find("modelPicker")->isAncestorOf(QApplication::focusWidget()));
    }
    for (const char *name : { "videoModels", "sortModels", "modelList", "comparePlans", "useThisModel" })
        QVERIFY2(seen.contains(QLatin1String(name)), name);
    QVERIFY(seen.indexOf(QStringLiteral("modelList")) < seen.indexOf(QStringLiteral("useThisModel")));
    // A page that is longer than its place can be scrolled.
    auto *details = m_bench->find<QScrollArea>("modelDetails");
    m_bench->window->resize(1024, 420);
    select(QStringLiteral("Kling 3.0"));
    QTRY_COMPARE(details->focusPolicy(), Qt::TabFocus);
    press(Qt::Key_Escape);
    QVERIFY(!isOpen());
}

void TestPicker::followsTheAccount()
{
    openPicker();
    select(QStringLiteral("Carat Video (LTX 2.3)"));
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    m_bench->session.setBalance(10'000);
    QVERIFY(m_bench->find<Label>("enoughFor")->text().contains(QStringLiteral("303")));
}

QTEST_MAIN(TestPicker)
#include "tst_ui_picker.moc"
