#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/Popover.h"
#include "ui/widgets/ProgressLine.h"
#include "ui/widgets/Segmented.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace facet::ui;

class TestWidgets : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void namesBecomeObjectNames_data();
    void namesBecomeObjectNames();
    void buttonAnswersEnterAndSpace();
    void clickLeavesTheFocusWhereItWas();
    void segmentedMovesWithTheArrowKeys();
    void segmentedIsSilentWhenSetByCode();
    void popoverClosesOnEscapeAndGivesTheFocusBack();
    void popoverClosesOnAClickOutside();
    void popoverStaysInsideTheWindow();
    void popoverKeepsTabInside();
    void flowWrapsAndKeepsItsHeightHonest();
    void elidedLabelTellsTheWholeTextInItsToolTip();
    void chipIsReadAsWhatItSays();
    void progressIsBounded();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
};

void TestWidgets::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Dark);
    m_window = std::make_unique<QWidget>();
    m_window->resize(400, 300);
}

void TestWidgets::cleanup()
{
    m_window.reset();
    m_theme.reset();
}

void TestWidgets::namesBecomeObjectNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("object");
    QTest::newRow("one word") << QStringLiteral("Menu") << QStringLiteral("menu");
    QTest::newRow("two words") << QStringLiteral("Add image") << QStringLiteral("addImage");
    QTest::newRow("figures") << QStringLiteral("Agent 1.0") << QStringLiteral("agent10");
}

void TestWidgets::namesBecomeObjectNames()
{
    QFETCH(QString, name);
    QFETCH(QString, object);
    QWidget widget;
    setName(&widget, name);
    QCOMPARE(widget.accessibleName(), name);
    QCOMPARE(widget.objectName(), object);
}

void TestWidgets::buttonAnswersEnterAndSpace()
{
    Button button(*m_theme, Button::Kind::Primary, QStringLiteral("Go"), m_window.get());
    QSignalSpy clicked(&button, &Button::clicked);
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(clicked.size(), 2);
    button.setEnabled(false);
    QTest::keyClick(&button, Qt::Key_Return);
    QCOMPARE(clicked.size(), 2);
}

void TestWidgets::clickLeavesTheFocusWhereItWas()
{
    auto *edit = new QLineEdit(m_window.get());
    auto *button = new Button(*m_theme, Button::Kind::Secondary, QStringLiteral("Go"), m_window.get());
    button->move(0, 60);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    edit->setFocus();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(edit->hasFocus());
}

void TestWidgets::segmentedMovesWithTheArrowKeys()
{
    Segmented toggle(*m_theme, m_window.get());
    toggle.addPart(QStringLiteral("One"), QStringLiteral("One"));
    toggle.addPart(QStringLiteral("Two"), QStringLiteral("Two"));
    toggle.setCurrentIndex(0);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QSignalSpy chosen(&toggle, &Segmented::chosen);
    auto *first = toggle.findChild<QRadioButton *>(QStringLiteral("one"));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(toggle.currentIndex(), 1);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toInt(), 1);
}

void TestWidgets::segmentedIsSilentWhenSetByCode()
{
    Segmented toggle(*m_theme);
    toggle.addPart(QStringLiteral("One"), QStringLiteral("One"));
    toggle.addPart(QStringLiteral("Two"), QStringLiteral("Two"));
    QSignalSpy chosen(&toggle, &Segmented::chosen);
    toggle.setCurrentIndex(1);
    QCOMPARE(toggle.currentIndex(), 1);
    QCOMPARE(chosen.size(), 0);
}

void TestWidgets::popoverClosesOnEscapeAndGivesTheFocusBack()
{
    auto *edit = new QLineEdit(m_window.get());
    edit->move(10, 250);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    edit->setFocus();
    Popover popover(*m_theme);
    auto *inside = new QLineEdit;
    (new QVBoxLayout(popover.body()))->addWidget(inside);
    popover.openAt(edit, Popover::Side::Above);
    inside->setFocus();
    QVERIFY(popover.isOpen());
    QTest::keyClick(inside, Qt::Key_Escape);
    QVERIFY(!popover.isOpen());
    QVERIFY(edit->hasFocus());
}

void TestWidgets::popoverClosesOnAClickOutside()
{
    auto *anchor = new Button(*m_theme, Button::Kind::Secondary, QStringLiteral("Open"), m_window.get());
    anchor->setGeometry(10, 250, 80, 32);
    m_window->show();
    Popover popover(*m_theme);
    popover.openAt(anchor, Popover::Side::Above, QSize(200, 100));
    QTest::mouseClick(popover.body(), Qt::LeftButton);
    QVERIFY(popover.isOpen());
    QSignalSpy clicked(anchor, &Button::clicked);
    QTest::mouseClick(anchor, Qt::LeftButton);
    QVERIFY(!popover.isOpen());
    QCOMPARE(clicked.size(), 0); // it would open again at once
    popover.openAt(anchor, Popover::Side::Above, QSize(200, 100));
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, QPoint(390, 10));
    QVERIFY(!popover.isOpen());
}

void TestWidgets::popoverStaysInsideTheWindow()
{
    auto *anchor = new Button(*m_theme, Button::Kind::Secondary, QStringLiteral("Open"), m_window.get());
    anchor->setGeometry(350, 250, 40, 32);
    m_window->show();
    Popover popover(*m_theme);
    popover.openAt(anchor, Popover::Side::Above, QSize(900, 700));
    const QRect panel(popover.body()->mapTo(m_window.get(), QPoint(0, 0)), popover.body()->size());
    QTRY_VERIFY(m_window->rect().contains(
        QRect(popover.body()->mapTo(m_window.get(), QPoint(0, 0)), popover.body()->size())));
    QVERIFY(panel.width() > 300);
}

void TestWidgets::popoverKeepsTabInside()
{
    auto *anchor = new QLineEdit(m_window.get());
    anchor->move(10, 250);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    Popover popover(*m_theme);
    auto *layout = new QVBoxLayout(popover.body());
    auto *first = new QLineEdit;
    auto *second = new QLineEdit;
    layout->addWidget(first);
    layout->addWidget(second);
    popover.openAt(anchor, Popover::Side::Above, QSize(200, 100));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(second->hasFocus());
    QTest::keyClick(second, Qt::Key_Tab);
    QVERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Backtab);
    QVERIFY(second->hasFocus());
}

void TestWidgets::flowWrapsAndKeepsItsHeightHonest()
{
    auto *flow = new FlowLayout(m_window.get(), 8);
    QList<QWidget *> boxes;
    for (int i = 0; i < 3; ++i) {
        auto *box = new QWidget;
        box->setFixedSize(100, 40);
        flow->addWidget(box);
        boxes.append(box);
    }
    QCOMPARE(flow->heightForWidth(316), 40);
    QCOMPARE(flow->heightForWidth(315), 88);
    QCOMPARE(flow->heightForWidth(100), 136);
    m_window->resize(207, 200);
    m_window->show();
    QTRY_COMPARE(boxes[1]->pos(), QPoint(0, 48));
}

void TestWidgets::elidedLabelTellsTheWholeTextInItsToolTip()
{
    ElidedLabel label(*m_theme, TextRole::Body, TextTone::Text1, QString(), m_window.get());
    label.setFullText(QStringLiteral("A long name that cannot fit into forty pixels"));
    m_window->show();
    label.resize(40, 20);
    QCOMPARE(label.toolTip(), label.fullText());
    label.resize(2000, 20);
    QVERIFY(label.toolTip().isEmpty());
}

void TestWidgets::chipIsReadAsWhatItSays()
{
    Chip chip(*m_theme, Chip::Tone::Good, QStringLiteral("covered"));
    QCOMPARE(chip.accessibleName(), QStringLiteral("covered"));
    chip.setText(QStringLiteral("33 credits"));
    QCOMPARE(chip.accessibleName(), QStringLiteral("33 credits"));
    chip.setAccessibleName(QStringLiteral("Cost"));
    chip.setText(QStringLiteral("4 credits"));
    QCOMPARE(chip.accessibleName(), QStringLiteral("Cost"));
}

void TestWidgets::progressIsBounded()
{
    ProgressLine line(*m_theme);
    line.setValue(1.7);
    QCOMPARE(line.value(), 1.0);
    line.setValue(std::nullopt);
    QVERIFY(!line.value());
}

QTEST_MAIN(TestWidgets)
#include "tst_ui_widgets.moc"
