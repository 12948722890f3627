#include "ui/theme/StyleSheet.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace facet::ui;

namespace {

struct Pair {
    const char *name;
    QColor text;
    QColor ground;
};

QList<Pair> pairs(const Tokens &t)
{
    return {
        { "text1 on window", t.text1, t.window },
        { "text1 on surface", t.text1, t.surface },
        { "text1 on raised", t.text1, t.raised },
        { "text1 on hover", t.text1, t.hover },
        { "text1 on field", t.text1, t.field },
        { "text2 on window", t.text2, t.window },
        { "text2 on surface", t.text2, t.surface },
        { "text2 on raised", t.text2, t.raised },
        { "text2 on hover", t.text2, t.hover },
        { "text2 on segment", t.text2, t.segment },
        { "text1 on accent tint", t.text1, t.accentTint },
        { "on tint", t.onTint, t.accentTint },
        { "on tint on surface (links)", t.onTint, t.surface },
        { "on tint on window (links)", t.onTint, t.window },
        { "on accent", t.onAccent, t.accentFill },
        { "on accent, hovered", t.onAccent, t.accentFillHover },
        { "on good tint", t.onGoodTint, t.goodTint },
        { "on warning tint", t.onWarningTint, t.warningTint },
        { "on bad tint", t.onBadTint, t.badTint },
        { "bad on surface", t.bad, t.surface },
        { "bad on raised", t.bad, t.raised },
    };
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void textStandsOutFromItsGround_data();
    void textStandsOutFromItsGround();
    void seriesStandOutFromTheCardAndDiffer();
    void contrastOfBlackOnWhiteIs21();
    void tokensAreTheDesignsColours();
    void changesOnlyWhenTheColoursDo();
    void everyIconIsThere();
    void iconFollowsTheTheme();
    void styleSheetHasNoUnknownTokens();
    void noColourLiteralElsewhere();
    void modeNames();
};

void TestTheme::textStandsOutFromItsGround_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : { true, false }) {
        const Tokens tokens = dark ? darkTokens() : lightTokens();
        for (const Pair &pair : pairs(tokens))
            QTest::addRow("%s: %s", dark ? "dark" : "light", pair.name) << pair.text << pair.ground;
        for (const QColor &tint : tokens.modelTints)
            QTest::addRow("%s: letter on %s", dark ? "dark" : "light", qPrintable(tint.name()))
                << tokens.onPicture << tint;
    }
}

void TestTheme::textStandsOutFromItsGround()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrastRatio(text, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void TestTheme::seriesStandOutFromTheCardAndDiffer()
{
    for (const Tokens &tokens : { darkTokens(), lightTokens() }) {
        QList<QColor> all = tokens.series;
        all.append(tokens.seriesConversation);
        for (const QColor &colour : std::as_const(all)) {
            // WCAG 2.2, 1.4.11: what is drawn, 3:1.
            QVERIFY2(contrastRatio(colour, tokens.raised) >= 3.0, qPrintable(colour.name()));
            QVERIFY2(contrastRatio(colour, tokens.hover) >= 3.0, qPrintable(colour.name()));
            QCOMPARE(all.count(colour), 1);
        }
    }
}

void TestTheme::contrastOfBlackOnWhiteIs21()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
}

void TestTheme::tokensAreTheDesignsColours()
{
    const Tokens dark = darkTokens();
    QCOMPARE(dark.window.name(), QStringLiteral("#0f1014"));
    QCOMPARE(dark.accent.name(), QStringLiteral("#8f7bff"));
    QCOMPARE(dark.text3.name(), QStringLiteral("#6d7486"));
    const Tokens light = lightTokens();
    QCOMPARE(light.window.name(), QStringLiteral("#f6f6f9"));
    QCOMPARE(light.accent.name(), QStringLiteral("#6a54f0"));
    QCOMPARE(light.badTint.name(), QStringLiteral("#fde8e9"));
}

void TestTheme::changesOnlyWhenTheColoursDo()
{
    Theme theme(Theme::Mode::Dark);
    QSignalSpy spy(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(spy.size(), 0);
    theme.setMode(Theme::Mode::Light);
    QCOMPARE(spy.size(), 1);
    QVERIFY(!theme.isDark());
    QCOMPARE(theme.tokens().text1, lightTokens().text1);
}

void TestTheme::everyIconIsThere()
{
    for (int i = 0; i <= static_cast<int>(Icon::Archive); ++i) {
        const QString path = iconPath(static_cast<Icon>(i));
        QVERIFY2(QFile::exists(path), qPrintable(path));
        QVERIFY(!iconPixmap(static_cast<Icon>(i), Qt::red, 16, 2.0).isNull());
    }
}

void TestTheme::iconFollowsTheTheme()
{
    Theme theme(Theme::Mode::Dark);
    const QIcon icon = theme.icon(Icon::Stop, IconTone::Text1);
    const auto strongest = [&icon] {
        const QImage image = icon.pixmap(QSize(48, 48), 1.0).toImage();
        QColor best = Qt::transparent;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > best.alpha())
                    best = image.pixelColor(x, y);
        return best;
    };
    QCOMPARE(strongest().name(), darkTokens().text1.name());
    theme.setMode(Theme::Mode::Light);
    QCOMPARE(strongest().name(), lightTokens().text1.name());
}

void TestTheme::styleSheetHasNoUnknownTokens()
{
    const QString sheet = styleSheet(darkTokens());
    QVERIFY(!sheet.contains(QLatin1Char('@')));
    static const QRegularExpression empty(QStringLiteral(R"((?:color|background):\s*;)"));
    QVERIFY(!empty.match(sheet).hasMatch());
}

void TestTheme::noColourLiteralElsewhere()
{
    static const QRegularExpression literal(
        QStringLiteral(R"((QColor\(\s*(0x)?[0-9])|("#[0-9A-Fa-f]{6,8}")|(qRgba?\())"));
    QDirIterator it(QStringLiteral(FACET_SOURCE_DIR "/ui"),
        { QStringLiteral("*.cpp"), QStringLiteral("*.h") }, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (path.endsWith(QLatin1String("theme/Tokens.cpp")))
            continue;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto match = literal.match(QString::fromUtf8(file.readAll()));
        QVERIFY2(!match.hasMatch(), qPrintable(path + QLatin1String(": ") + match.captured()));
    }
}

void TestTheme::modeNames()
{
    for (const auto mode : { Theme::Mode::System, Theme::Mode::Light, Theme::Mode::Dark })
        QCOMPARE(themeModeFromName(themeModeName(mode)), mode);
    QVERIFY(!themeModeFromName(u"sepia"));
}

QTEST_MAIN(TestTheme)
#include "tst_ui_theme.moc"
