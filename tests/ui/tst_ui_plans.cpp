#include "support/WindowBench.h"

#include "domain/Quote.h"
#include "ui/composer/ComposerView.h"
#include "ui/plans/PlansExport.h"
#include "ui/plans/PlansTable.h"
#include "ui/widgets/SortHeader.h"
#include "ui/window/Notice.h"

#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

class TestPlans : public QObject {
    Q_OBJECT
private slots:
    void figuresAreTheServices();
    void unlimitedSaysHowItHasToStart();
    void whatIsNotKnownIsADash();
    void ownPlanIsMarked();
    void explanationComesFromTheBenefits();
    void explanationFollowsOtherBenefits();
    void noBenefitAtAllIsSaid();
    void sortsByEveryColumnByClick();
    void sortsByKeyboard();
    void unknownStaysLast();
    void fillsChatAndPaneAndGoesBack();
    void conversationAndNewChatLeaveIt();
    void copiesTextAndHtml();
    void printsToPdf();
    void pdfThatCannotBeWrittenIsSaid();
    void screenReaderHearsWholeSentences();
    void suggestionOfAnotherPlanOpensIt();
    void withoutAServiceSaysSo();
    void shots();

private:
    /// The sample plans with what the domain's rule makes of them.
    static void giveUses(WindowBench &bench)
    {
        for (Plan &plan : bench.session.planList)
            plan.uses = planUses(plan, bench.session.models);
    }
    static QString cell(QTableView *view, int row, int column)
    {
        return view->model()->index(row, column).data().toString();
    }
    static QStringList column(QTableView *view, int column)
    {
        QStringList cells;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            cells.append(cell(view, row, column));
        return cells;
    }
    static int rowOf(QTableView *view, const QString &model)
    {
        return static_cast<int>(column(view, PlansTable::ModelColumn).indexOf(model));
    }
    enum { Free = PlansTable::FirstPlanColumn, Plus, Premium, Pro };
};

void TestPlans::figuresAreTheServices()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    QVERIFY(view->isVisible());
    const int carat = rowOf(view, QStringLiteral("Carat Video (LTX 2.3)"));
    QCOMPARE(cell(view, carat, Free), QStringLiteral("3"));
    QCOMPARE(cell(view, carat, Plus), QStringLiteral("303")); // PRODUCT rule 10
    const int seedance = rowOf(view, QStringLiteral("Seedance 2.0 Fast"));
    QCOMPARE(cell(view, seedance, Free), QStringLiteral("0"));
    QCOMPARE(cell(view, seedance, Plus), QStringLiteral("46"));
    QCOMPARE(cell(view, seedance, Pro), QStringLiteral("467"));
    QCOMPARE(cell(view, seedance, PlansTable::EachColumn), QStringLiteral("214"));
    QCOMPARE(view->model()->rowCount(), bench.session.models.models().size());
}

void TestPlans::unlimitedSaysHowItHasToStart()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    const int carat = rowOf(view, QStringLiteral("Carat Video (LTX 2.3)"));
    const QModelIndex premium = view->model()->index(carat, Premium);
    QVERIFY(premium.data(PlansTable::UnlimitedRole).toBool());
    QCOMPARE(premium.data().toString(), QStringLiteral("Unlimited"));
    QCOMPARE(premium.data(PlansTable::MethodsRole).toString(), QStringLiteral("Image · Start + end frame"));
    const QModelIndex kling = view->model()->index(rowOf(view, QStringLiteral("Kling 3.0")), Premium);
    QVERIFY(!kling.data(PlansTable::UnlimitedRole).toBool());
}

void TestPlans::whatIsNotKnownIsADash()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    const int music = rowOf(view, QStringLiteral("Background Music"));
    QCOMPARE(cell(view, music, Plus), QStringLiteral("—"));
    QCOMPARE(cell(view, music, PlansTable::EachColumn), QStringLiteral("—"));
    const auto captions = [view](int plan) {
        return view->model()->headerData(plan, Qt::Horizontal, SortHeader::CaptionRole).toStringList();
    };
    QCOMPARE(
        captions(Plus), (QStringList{ QStringLiteral("10,000 a month"), QStringLiteral("$29 a month") }));
    QCOMPARE(captions(Premium), (QStringList{ QStringLiteral("20,000 a month"), QStringLiteral("—") }));
    QCOMPARE(captions(Free).first(), QStringLiteral("100 a day"));
}

void TestPlans::ownPlanIsMarked()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    const auto marked = [view](int plan) {
        return view->model()->headerData(plan, Qt::Horizontal, SortHeader::MarkedRole).toBool();
    };
    QVERIFY(marked(Premium));
    QVERIFY(!marked(Pro));
    QVERIFY(view->model()->index(0, Premium).data(PlansTable::OwnPlanRole).toBool());
    // Never by colour alone.
    QVERIFY(view->model()
                ->headerData(Premium, Qt::Horizontal, Qt::AccessibleTextRole)
                .toString()
                .contains(QLatin1String("your plan")));
    bench.session.changePlan(QStringLiteral("pro"));
    QVERIFY(marked(Pro));
    // A balance that moves leaves the keyboard where it is.
    view->setCurrentIndex(view->model()->index(3, Pro));
    bench.session.setBalance(7);
    QCOMPARE(view->currentIndex(), view->model()->index(3, Pro));
}

void TestPlans::explanationComesFromTheBenefits()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    const QString said = bench.find<QLabel>("plansExplanation")->text();
    QVERIFY2(
        said.contains(QLatin1String("Carat Video (LTX 2.3) is unlimited on Premium and Pro when it starts "
                                    "from an image or start and end frames.")),
        qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("Started from words alone, Carat Video (LTX 2.3) takes credits.")),
        qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("Background Music")), qPrintable(said));
}

void TestPlans::explanationFollowsOtherBenefits()
{
    WindowBench bench;
    bench.session.planList[1].benefits = { Benefit{ QStringLiteral("kling-3.0"), { Method::Text }, {} } };
    bench.session.planList[2].benefits.clear();
    bench.session.planList[3].benefits.clear();
    giveUses(bench);
    bench.open().openPlans();
    const QString said = bench.find<QLabel>("plansExplanation")->text();
    QVERIFY2(
        said.startsWith(QLatin1String("Kling 3.0 is unlimited on Plus when it starts from words alone.")),
        qPrintable(said));
    QVERIFY(!said.contains(QLatin1String("Carat")));
}

void TestPlans::noBenefitAtAllIsSaid()
{
    WindowBench bench;
    for (Plan &plan : bench.session.planList)
        plan.benefits.clear();
    giveUses(bench);
    bench.open().openPlans();
    QCOMPARE(bench.find<QLabel>("plansExplanation")->text(),
        QStringLiteral("On every plan, each generation takes credits."));
}

void TestPlans::sortsByEveryColumnByClick()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    const QStringList asServed = column(view, PlansTable::ModelColumn);
    const auto click = [view](int section) {
        QHeaderView *header = view->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(section) + header->sectionSize(section) / 2,
            header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    };
    for (int section = 0; section < view->model()->columnCount(); ++section) {
        click(section);
        const QStringList up = column(view, PlansTable::ModelColumn);
        click(section);
        const QStringList down = column(view, PlansTable::ModelColumn);
        QVERIFY2(up != down, qPrintable(QString::number(section)));
        QVERIFY(up != asServed || down != asServed);
        click(section); // the third press: as the service lists them
        QCOMPARE(column(view, PlansTable::ModelColumn), asServed);
    }
    click(PlansTable::ModelColumn);
    QStringList sorted = asServed;
    sorted.sort();
    QCOMPARE(column(view, PlansTable::ModelColumn), sorted);
    click(Plus);
    click(Plus);
    QCOMPARE(cell(view, 0, Plus), QStringLiteral("1,111")); // Upscale, 9 credits
    click(Premium);
    click(Premium);
    QCOMPARE(cell(view, 0, Premium), QStringLiteral("Unlimited")); // more than any number
    // The taller row of the pill moves with it.
    QVERIFY(view->rowHeight(0) > view->rowHeight(1));
}

void TestPlans::sortsByKeyboard()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    QVERIFY(view->hasFocus());
    QHeaderView *header = view->horizontalHeader();
    header->setFocus(Qt::TabFocusReason);
    QTest::keyClick(header, Qt::Key_Right);
    QTest::keyClick(header, Qt::Key_Return);
    QCOMPARE(header->sortIndicatorSection(), int(PlansTable::EachColumn));
    QCOMPARE(cell(view, 0, PlansTable::EachColumn), QStringLiteral("9"));
    QTest::keyClick(header, Qt::Key_Space);
    QCOMPARE(cell(view, 0, PlansTable::EachColumn), QStringLiteral("276"));
    QTest::keyClick(header, Qt::Key_Space);
    QCOMPARE(header->sortIndicatorSection(), -1);
}

void TestPlans::unknownStaysLast()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    const int last = view->model()->rowCount() - 1;
    for (const Qt::SortOrder order : { Qt::AscendingOrder, Qt::DescendingOrder }) {
        view->sortByColumn(PlansTable::EachColumn, order);
        QCOMPARE(cell(view, last, PlansTable::EachColumn), QStringLiteral("—"));
        view->sortByColumn(Plus, order);
        QCOMPARE(cell(view, last, Plus), QStringLiteral("—"));
    }
}

void TestPlans::fillsChatAndPaneAndGoesBack()
{
    WindowBench bench;
    giveUses(bench);
    MainWindow &window = bench.open();
    window.openPlans();
    QWidget *page = bench.find("plansPage");
    QVERIFY(page->isVisible());
    QVERIFY(bench.find("conversations")->isVisible());
    QVERIFY(!bench.find("message")->isVisible());
    QVERIFY(!bench.find("preview")->isVisible());
    QCOMPARE(page->mapTo(&window, QPoint(page->width(), 0)).x(), window.width());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!page->isVisible());
    QVERIFY(bench.find("preview")->isVisible());
    QVERIFY(bench.find("message")->hasFocus());
    window.openPlans();
    QTest::mouseClick(bench.find("back"), Qt::LeftButton);
    QVERIFY(!page->isVisible());
    // At 200 % the sidebar lies over it and is one click away.
    window.openPlans();
    window.resize(720, 450);
    QTRY_VERIFY(bench.find("showConversationsBeside")->isVisible());
    QTest::mouseClick(bench.find("showConversationsBeside"), Qt::LeftButton);
    QVERIFY(bench.find("menu")->isVisible());
}

void TestPlans::conversationAndNewChatLeaveIt()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    bench.conversations.append(QStringLiteral("a"), QStringLiteral("Harbor"));
    window.openPlans();
    auto *list = bench.find<QAbstractItemView>("conversations");
    list->setFocus();
    list->setCurrentIndex(bench.conversations.index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!bench.find("plansPage")->isVisible());
    window.openPlans();
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!bench.find("plansPage")->isVisible());
}

void TestPlans::copiesTextAndHtml()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    QTest::mouseClick(bench.find("copyPlans"), Qt::LeftButton);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QStringList lines = data->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + view->model()->rowCount());
    for (const QString &line : lines)
        QCOMPARE(line.count(QLatin1Char('\t')), view->model()->columnCount() - 1);
    QVERIFY(lines[1].startsWith(QLatin1String("Carat Video (LTX 2.3)\t33\t3\t303\tUnlimited, Image")));
    QVERIFY(data->html().contains(QLatin1String("<td align=\"right\">303</td>")));
    QVERIFY(data->html().contains(QLatin1String("is unlimited on Premium and Pro")));
    // As shown: in the order it is sorted.
    view->sortByColumn(PlansTable::EachColumn, Qt::AscendingOrder);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().split(QLatin1Char('\n'))[1].startsWith(
        QLatin1String("Upscale\t9\t")));
}

void TestPlans::printsToPdf()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    bench.files.savePath = bench.profile.filePath(QStringLiteral("plans.pdf"));
    QTest::mouseClick(bench.find("printPlans"), Qt::LeftButton);
    QCOMPARE(bench.files.lastSave.suffix, QStringLiteral("pdf"));
    auto *notice = bench.find<Notice>("pageNotice");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->sentence().contains(bench.files.savePath));
    QFile file(bench.files.savePath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    QVERIFY(bytes.contains("/FontFile")); // its own letters: Korean names need no font elsewhere
}

void TestPlans::pdfThatCannotBeWrittenIsSaid()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    bench.files.savePath = bench.profile.filePath(QStringLiteral("no/such/folder/plans.pdf"));
    QTest::mouseClick(bench.find("printPlans"), Qt::LeftButton);
    auto *notice = bench.find<Notice>("pageNotice");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->sentence().startsWith(QLatin1String("The PDF cannot be written there.")));
}

void TestPlans::screenReaderHearsWholeSentences()
{
    WindowBench bench;
    giveUses(bench);
    bench.open().openPlans();
    auto *view = bench.find<QTableView>("plans");
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(view);
    QVERIFY(table && table->tableInterface());
    QCOMPARE(table->text(QAccessible::Name), QStringLiteral("Plans"));
    QCOMPARE(table->tableInterface()->columnCount(), view->model()->columnCount());
    QCOMPARE(table->tableInterface()->cellAt(0, Plus)->text(QAccessible::Name),
        QStringLiteral("Carat Video (LTX 2.3) on Plus: 303 generations"));
    QCOMPARE(table->tableInterface()->cellAt(0, Premium)->text(QAccessible::Name),
        QStringLiteral(
            "Carat Video (LTX 2.3) on Premium: unlimited when it starts from an image or start and "
            "end frames"));
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->currentIndex().row(), 1);
    QCOMPARE(view->currentIndex().column(), 1);
}

void TestPlans::suggestionOfAnotherPlanOpensIt()
{
    WindowBench bench;
    bench.open();
    emit bench.window->findChild<ComposerView *>()->plansRequested();
    QVERIFY(bench.find("plansPage"));
    QVERIFY(bench.find("plansPage")->isVisible());
}

void TestPlans::withoutAServiceSaysSo()
{
    WindowBench bench;
    bench.session.planList.clear();
    MainWindow &window = bench.open();
    window.openPlans();
    QVERIFY(!bench.find("plans")->isVisible());
    bool said = false;
    for (const QLabel *label : bench.find("plansPage")->findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().startsWith(QLatin1String("The plans are shown")));
    QVERIFY(said);
    bench.session.planList = samplePlans();
    emit bench.session.catalogueChanged();
    QVERIFY(bench.find("plans")->isVisible());
}

void TestPlans::shots()
{
    const QString folder = qEnvironmentVariable("FACET_SHOTS");
    if (folder.isEmpty())
        QSKIP("only with FACET_SHOTS=folder");
    for (const auto mode : { Theme::Mode::Dark, Theme::Mode::Light }) {
        for (const QSize size : { QSize(1440, 900), QSize(1024, 640), QSize(720, 450) }) {
            WindowBench bench(mode);
            giveUses(bench);
            bench.conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor at dawn"));
            MainWindow &window = bench.open(size);
            window.openPlans();
            bench.find<QTableView>("plans")->horizontalHeader()->setFocus(Qt::TabFocusReason);
            QTest::qWait(50);
            window.grab().save(QStringLiteral("%1/plans-%2-%3.png")
                                   .arg(folder, themeModeName(mode), QString::number(size.width())));
        }
    }
}

QTEST_MAIN(TestPlans)
#include "tst_ui_plans.moc"
