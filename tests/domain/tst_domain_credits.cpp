#include "domain/Credits.h"

#include <QTest>

using namespace facet;

class TestCredits : public QObject {
    Q_OBJECT

private slots:
    void readsRates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millionths"); // -1: refused
        QTest::addColumn<QString>("written");
        const auto row = [](const char *text, qint64 millionths, const char *written) {
            QTest::newRow(*text ? text : "(empty)")
                << QString::fromUtf8(text) << millionths << QString::fromUtf8(written);
        };
        row("6.6", 6'600'000, "6.6");
        row("13.2", 13'200'000, "13.2");
        row("0", 0, "0");
        row("0.0", 0, "0");
        row("33", 33'000'000, "33");
        row("007.50", 7'500'000, "7.5");
        row("42.758621", 42'758'621, "42.758621");
        row("0.000001", 1, "0.000001");
        row("0.0000004", 0, "0");
        row("0.0000005", 1, "0.000001");
        row("0.0000015", 2, "0.000002");
        row("1.9999999", 2'000'000, "2");
        row("999999999", 999'999'999'000'000, "999999999");
        for (const char *bad : { "", ".", ".5", "5.", "-1", "+1", "1e3", "1,5", " 1", "1 ", "0x10", "1.2.3",
                 "1000000000", "99999999999999999999", "٣", "6.6x", "NaN" })
            row(bad, -1, "");
    }

    void readsRates()
    {
        QFETCH(QString, text);
        QFETCH(qint64, millionths);
        QFETCH(QString, written);
        const auto rate = CreditRate::fromString(text);
        QCOMPARE(rate.has_value(), millionths >= 0);
        if (rate) {
            QCOMPARE(rate->millionths(), millionths);
            QCOMPARE(rate->toString(), written);
            QCOMPARE(CreditRate::fromString(rate->toString()), rate);
        }
    }

    void roundsUp_data()
    {
        QTest::addColumn<QString>("rate");
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");
        QTest::addColumn<Credits>("credits");
        const auto row = [](const char *name, const char *rate, qint64 n, qint64 d, Credits credits) {
            QTest::newRow(name) << QString::fromLatin1(rate) << n << d << credits;
        };
        row("Carat Video 5 s is 33, not 34", "6.6", 5, 1, 33);
        row("Carat Video 10 s", "6.6", 10, 1, 66);
        row("Carat Video 15 s is 99, not 100", "6.6", 15, 1, 99);
        row("1080p 5 s", "13.2", 5, 1, 66);
        row("Seedance Fast 5 s", "42.758621", 5, 1, 214);
        row("Kling 5 s", "28.965517", 5, 1, 145);
        row("Veo 4K 15 s", "206.896552", 15, 1, 3104);
        row("an exact whole stays", "10", 3, 1, 30);
        row("a millionth more rounds up", "10.000001", 1, 1, 11);
        row("nothing", "0", 15, 1, 0);
        row("no length", "6.6", 0, 1, 0);
        row("5 s of a minute rate", "48.275862", 5, 60, 5);
        row("30 s of a minute rate", "48.275862", 30, 60, 25);
        row("60 s of a minute rate", "48.275862", 60, 60, 49);
        row("largest rate", "999999999", 1'000'000, 1, 999'999'999'000'000);
        row("beyond 64 bits", "999999999", 1'000'000'000'000'000, 1, std::numeric_limits<Credits>::max());
    }

    void roundsUp()
    {
        QFETCH(QString, rate);
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);
        QFETCH(Credits, credits);
        QCOMPARE(CreditRate::fromString(rate)->times(numerator, denominator), credits);
    }

    /// times() never takes less than the exact amount, and never a whole credit more.
    void roundingIsTight()
    {
        for (qint64 millionths = 1; millionths < 30'000'000; millionths += 999'983) {
            for (qint64 n = 1; n <= 60; ++n) {
                const Credits credits = CreditRate::fromMillionths(millionths).times(n);
                QVERIFY(credits * 1'000'000 >= millionths * n);
                QVERIFY((credits - 1) * 1'000'000 < millionths * n);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestCredits)
#include "tst_domain_credits.moc"
