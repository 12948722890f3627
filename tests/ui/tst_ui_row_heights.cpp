#include "ui/chat/RowHeights.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using facet::ui::RowHeights;

class TestRowHeights : public QObject {
    Q_OBJECT
private slots:
    void emptyHasNoRow();
    void unmeasuredRowsCountWithTheEstimate();
    void rowAtEdges();
    void agreesWithPlainSums();
};

void TestRowHeights::emptyHasNoRow()
{
    RowHeights heights;
    QCOMPARE(heights.total(), 0);
    QCOMPARE(heights.rowAt(0), -1);
}

void TestRowHeights::unmeasuredRowsCountWithTheEstimate()
{
    RowHeights heights;
    heights.reset(3);
    QCOMPARE(heights.total(), 3 * RowHeights::estimate);
    QVERIFY(!heights.isMeasured(1));
    heights.set(1, 10);
    QVERIFY(heights.isMeasured(1));
    QCOMPARE(heights.total(), 2 * RowHeights::estimate + 10);
    heights.forget(1);
    QCOMPARE(heights.height(1), 10);
    QVERIFY(!heights.isMeasured(1));
}

void TestRowHeights::rowAtEdges()
{
    RowHeights heights;
    heights.reset(3);
    heights.set(0, 10);
    heights.set(1, 20);
    heights.set(2, 30);
    QCOMPARE(heights.rowAt(-5), 0);
    QCOMPARE(heights.rowAt(0), 0);
    QCOMPARE(heights.rowAt(9), 0);
    QCOMPARE(heights.rowAt(10), 1);
    QCOMPARE(heights.rowAt(29), 1);
    QCOMPARE(heights.rowAt(30), 2);
    QCOMPARE(heights.rowAt(59), 2);
    QCOMPARE(heights.rowAt(1000), 2);
}

void TestRowHeights::agreesWithPlainSums()
{
    QRandomGenerator random(7);
    RowHeights heights;
    std::vector<int> plain;
    for (int round = 0; round < 3000; ++round) {
        const auto count = static_cast<int>(plain.size());
        switch (random.bounded(4)) {
        case 0: {
            const int at = random.bounded(count + 1);
            const int added = random.bounded(1, 4);
            heights.insert(at, added);
            plain.insert(plain.begin() + at, static_cast<size_t>(added), RowHeights::estimate);
            break;
        }
        case 1: // the usual case: one row at the end
            heights.insert(count, 1);
            plain.push_back(RowHeights::estimate);
            break;
        case 2:
            if (count > 0) {
                const int at = random.bounded(count);
                const int height = random.bounded(1, 500);
                heights.set(at, height);
                plain[static_cast<size_t>(at)] = height;
            }
            break;
        default:
            if (count > 20) {
                const int at = random.bounded(count - 2);
                heights.remove(at, 2);
                plain.erase(plain.begin() + at, plain.begin() + at + 2);
            }
        }
        QCOMPARE(heights.total(), std::accumulate(plain.begin(), plain.end(), qint64{ 0 }));
        if (plain.empty())
            continue;
        const int row = random.bounded(static_cast<int>(plain.size()));
        const qint64 top = std::accumulate(plain.begin(), plain.begin() + row, qint64{ 0 });
        QCOMPARE(heights.sumBefore(row), top);
        QCOMPARE(heights.rowAt(top), row);
        QCOMPARE(heights.rowAt(top + plain[static_cast<size_t>(row)] - 1), row);
    }
}

QTEST_APPLESS_MAIN(TestRowHeights)
#include "tst_ui_row_heights.moc"
