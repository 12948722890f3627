#include "support/WindowBench.h"

#include "ui/picker/ModelList.h"
#include "ui/picker/PriceTable.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"

#include <QLineEdit>
#include <QListView>

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

private:
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
    QCOMPARE(list.model(list.rowCount() - 1)->name, QStringLiteral("Background Music"));
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

QTEST_MAIN(TestPicker)
#include "tst_ui_picker.moc"
