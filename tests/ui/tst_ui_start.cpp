#include "ui/chat/GenerationWords.h"
#include "ui/settings/Languages.h"
#include "ui/settings/Settings.h"
#include "ui/sidebar/ConversationDay.h"
#include "ui/start/CommandLine.h"
#include "ui/start/SingleInstance.h"
#include "ui/start/Translations.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace facet::ui;

class TestStart : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(facet_translations);
        QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    }
    void cleanup() { m_translations.use(QStringLiteral("en")); }

    void optionsAreRead();
    void defaultsNeedNoOptions();
    void badOptionsAreRefusedWithASentence_data();
    void badOptionsAreRefusedWithASentence();
    void versionAndHelp();
    void secondStartOfAProfileRaisesTheFirst();
    void profilesDoNotMeet();
    void settingsHaveDefaultsAndTellChangesOnce();
    void theOldThresholdIsGivenOnce();
    void unwritableSettingsAreNoticed();
    void languageFollowsTheChoice();
    void pluralsAreSaidInEnglish();
    void daysHaveTheirHeadings_data();
    void daysHaveTheirHeadings();

private:
    static CommandLine parse(const QStringList &options)
    {
        return CommandLine(QStringList{ QStringLiteral("facet") } + options);
    }

    Translations m_translations;
};

void TestStart::optionsAreRead()
{
    const CommandLine line = parse({ QStringLiteral("--profile"), QStringLiteral("/tmp/../tmp/p"),
        QStringLiteral("--service"), QStringLiteral("https://facet.example.com/base/"),
        QStringLiteral("--lang"), QStringLiteral("ko"), QStringLiteral("--theme"), QStringLiteral("light") });
    QCOMPARE(line.action(), CommandLine::Action::Run);
    QCOMPARE(line.profileFolder(), QStringLiteral("/tmp/p"));
    QCOMPARE(line.serviceUrl(), QStringLiteral("https://facet.example.com/base"));
    QCOMPARE(line.language(), QStringLiteral("ko"));
    QCOMPARE(line.theme(), QStringLiteral("light"));
}

void TestStart::defaultsNeedNoOptions()
{
    const CommandLine line = parse({});
    QCOMPARE(line.action(), CommandLine::Action::Run);
    QVERIFY(QDir::isAbsolutePath(line.profileFolder()));
    QVERIFY(line.serviceUrl().isEmpty());
    QVERIFY(!line.language());
    QVERIFY(!line.theme());
}

void TestStart::badOptionsAreRefusedWithASentence_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("unknown") << QStringList{ QStringLiteral("--nonsense") };
    QTest::newRow("plain http") << QStringList{ QStringLiteral("--service"),
        QStringLiteral("http://localhost:8080") };
    QTest::newRow("no host") << QStringList{ QStringLiteral("--service"), QStringLiteral("https://") };
    QTest::newRow("language") << QStringList{ QStringLiteral("--lang"), QStringLiteral("de") };
    QTest::newRow("theme") << QStringList{ QStringLiteral("--theme"), QStringLiteral("sepia") };
    QTest::newRow("value missing") << QStringList{ QStringLiteral("--profile") };
    QTest::newRow("a stray word") << QStringList{ QStringLiteral("picture.png") };
}

void TestStart::badOptionsAreRefusedWithASentence()
{
    QFETCH(QStringList, options);
    const CommandLine line = parse(options);
    QCOMPARE(line.action(), CommandLine::Action::Refuse);
    QVERIFY(!line.text().isEmpty());
}

void TestStart::versionAndHelp()
{
    QCOMPARE(parse({ QStringLiteral("--version") }).action(), CommandLine::Action::ShowVersion);
    QCOMPARE(parse({ QStringLiteral("--version") }).text(), QStringLiteral("facet 1.2.3"));
    const CommandLine help = parse({ QStringLiteral("--help") });
    QCOMPARE(help.action(), CommandLine::Action::ShowHelp);
    for (const char *option : { "--profile", "--service", "--lang", "--theme" })
        QVERIFY(help.text().contains(QLatin1String(option)));
}

void TestStart::secondStartOfAProfileRaisesTheFirst()
{
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    QVERIFY(first.claim());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    SingleInstance second(profile.path());
    QVERIFY(!second.claim());
    QTRY_COMPARE(again.size(), 1);
}

void TestStart::profilesDoNotMeet()
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    SingleInstance first(one.path());
    SingleInstance second(two.path());
    QVERIFY(first.claim());
    QVERIFY(second.claim());
}

void TestStart::settingsHaveDefaultsAndTellChangesOnce()
{
    const QTemporaryDir profile;
    Settings settings(profile.path());
    QCOMPARE(settings.sidebarWidth(), 248);
    QCOMPARE(settings.paneWidth(), 432);
    QVERIFY(settings.paneOpen());
    QCOMPARE(settings.themeName(), QStringLiteral("system"));
    QCOMPARE(settings.takeOldAskAbove(), facet::Credits(0));
    QSignalSpy changed(&settings, &Settings::changed);
    settings.setPaneWidth(200);
    settings.setPaneWidth(200);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<Settings::Key>(), Settings::Key::PaneWidth);
    QVERIFY(settings.flush());
    QCOMPARE(Settings(profile.path()).paneWidth(), 200);
}

void TestStart::theOldThresholdIsGivenOnce()
{
    const QTemporaryDir profile;
    {
        QSettings old(profile.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        old.setValue(QStringLiteral("ask_above_credits"), 200);
    }
    QCOMPARE(Settings(profile.path()).takeOldAskAbove(), facet::Credits(200));
    QCOMPARE(Settings(profile.path()).takeOldAskAbove(), facet::Credits(0));
}

void TestStart::unwritableSettingsAreNoticed()
{
    Settings settings(QStringLiteral("/proc/nowhere"));
    settings.setPaneWidth(1);
    QVERIFY(!settings.flush());
}

void TestStart::languageFollowsTheChoice()
{
    QCOMPARE(Languages::effective(QStringLiteral("ko")), QStringLiteral("ko"));
    QCOMPARE(Languages::effective(QStringLiteral("en")), QStringLiteral("en"));
    const QString system = Languages::effective(QString());
    QVERIFY(system == QLatin1String("ko") || system == QLatin1String("en"));
    m_translations.use(QStringLiteral("ko"));
    QCOMPARE(QLocale().language(), QLocale::Korean);
    QCOMPARE(m_translations.acceptLanguage(), QByteArray("ko, en;q=0.5"));
    m_translations.use(QStringLiteral("en"));
    QCOMPARE(QLocale().language(), QLocale::English);
    QCOMPARE(m_translations.acceptLanguage(), QByteArray("en"));
}

void TestStart::pluralsAreSaidInEnglish()
{
    m_translations.use(QStringLiteral("en"));
    QCOMPARE(GenerationWords::credits(1), QStringLiteral("1 credit"));
    QCOMPARE(GenerationWords::credits(8412), QStringLiteral("8,412 credits"));
}

void TestStart::daysHaveTheirHeadings_data()
{
    QTest::addColumn<int>("ago");
    QTest::addColumn<QString>("heading");
    QTest::newRow("tomorrow (another clock)") << -1 << QStringLiteral("Today");
    QTest::newRow("today") << 0 << QStringLiteral("Today");
    QTest::newRow("yesterday") << 1 << QStringLiteral("Yesterday");
    QTest::newRow("two days") << 2 << QStringLiteral("Previous 7 days");
    QTest::newRow("seven days") << 7 << QStringLiteral("Previous 7 days");
    QTest::newRow("eight days") << 8 << QStringLiteral("Previous 30 days");
    QTest::newRow("thirty days") << 30 << QStringLiteral("Previous 30 days");
    QTest::newRow("before that") << 31 << QStringLiteral("October 2026");
}

void TestStart::daysHaveTheirHeadings()
{
    QFETCH(int, ago);
    QFETCH(QString, heading);
    m_translations.use(QStringLiteral("en"));
    const QDate today(2026, 11, 23);
    QCOMPARE(ConversationDay::heading(today.addDays(-ago), today), heading);
}

QTEST_MAIN(TestStart)
#include "tst_ui_start.moc"
