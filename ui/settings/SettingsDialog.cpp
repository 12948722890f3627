#include "ui/settings/SettingsDialog.h"

#include "ui/settings/Languages.h"
#include "ui/settings/Settings.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/Segmented.h"

#include <QDir>
#include <QSpinBox>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int dialogWidth = 460;
constexpr int mostCredits = 1'000'000;
} // namespace

SettingsDialog::SettingsDialog(
    Theme &theme, Settings &settings, FileChooser &files, const QString &defaultFolder, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_files(files)
    , m_defaultFolder(defaultFolder)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 20);
    layout->setSpacing(6);
    addRow(tr("Language"), makeLanguage());
    addRow(tr("Theme"), makeTheme());
    addRow(tr("Results folder"), makeFolder(), tr("Finished videos and images are saved here."));
    addRow(tr("Ask before a generation takes more than"), makeAskAbove(),
        tr("The agent then shows the cost and waits for your answer. 0 never asks."));
    auto *close = new Button(theme, Button::Kind::Primary, tr("Done"));
    close->setAccessibleName(QStringLiteral("Done"));
    layout->addSpacing(8);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &Button::clicked, this, &QDialog::accept);
    connect(&m_settings, &Settings::changed, this, [this](Settings::Key key) {
        if (key == Settings::Key::ResultsFolder)
            showFolder();
    });
}

void SettingsDialog::addRow(const QString &title, QWidget *control, const QString &hint)
{
    auto *rows = static_cast<QVBoxLayout *>(layout());
    if (rows->count() > 0)
        rows->addSpacing(10);
    rows->addWidget(new Label(m_theme, TextRole::BodyStrong, TextTone::Text1, title));
    rows->addWidget(control);
    if (!hint.isEmpty())
        rows->addWidget(new Label(m_theme, TextRole::Small, TextTone::Text2, hint));
}

QWidget *SettingsDialog::makeLanguage()
{
    auto *toggle = new Segmented(m_theme);
    QStringList codes;
    for (const Languages::Language &language : Languages::all()) {
        toggle->addPart(language.name, QStringLiteral("Language ") + language.englishName);
        codes.append(language.code);
    }
    toggle->setCurrentIndex(static_cast<int>(codes.indexOf(m_settings.language())));
    connect(toggle, &Segmented::chosen, this, [this, codes](int i) { m_settings.setLanguage(codes[i]); });
    return toggle;
}

QWidget *SettingsDialog::makeTheme()
{
    auto *toggle = new Segmented(m_theme);
    const QList<Theme::Mode> modes{ Theme::Mode::System, Theme::Mode::Light, Theme::Mode::Dark };
    toggle->addPart(tr("System"), QStringLiteral("Theme System"));
    toggle->addPart(tr("Light"), QStringLiteral("Theme Light"));
    toggle->addPart(tr("Dark"), QStringLiteral("Theme Dark"));
    toggle->setCurrentIndex(static_cast<int>(modes.indexOf(m_theme.mode())));
    connect(toggle, &Segmented::chosen, this,
        [this, modes](int i) { m_settings.setThemeName(themeModeName(modes[i])); });
    return toggle;
}

QWidget *SettingsDialog::makeFolder()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_folder = new ElidedLabel(m_theme, TextRole::Body, TextTone::Text1);
    m_folder->setElideMode(Qt::ElideMiddle);
    m_folder->setObjectName(QStringLiteral("resultsFolder"));
    auto *choose = new Button(m_theme, Button::Kind::Secondary, tr("Choose…"));
    choose->setAccessibleName(QStringLiteral("Choose results folder"));
    layout->addWidget(m_folder, 1);
    layout->addWidget(choose);
    connect(choose, &Button::clicked, this, [this] {
        m_files.chooseFolder(this, m_folder->fullText(),
            [this](const QString &folder) { m_settings.setResultsFolder(folder); });
    });
    showFolder();
    return row;
}

QWidget *SettingsDialog::makeAskAbove()
{
    auto *credits = new QSpinBox;
    setName(credits, QStringLiteral("Ask above"));
    credits->setRange(0, mostCredits);
    credits->setSingleStep(50);
    credits->setGroupSeparatorShown(true);
    credits->setSuffix(QLatin1Char(' ') + tr("credits", "after a number, in settings"));
    credits->setValue(static_cast<int>(m_settings.askAbove()));
    credits->setMaximumWidth(180);
    connect(credits, &QSpinBox::valueChanged, this, [this](int value) { m_settings.setAskAbove(value); });
    return credits;
}

void SettingsDialog::showFolder()
{
    const QString set = m_settings.resultsFolder();
    m_folder->setFullText(QDir::toNativeSeparators(set.isEmpty() ? m_defaultFolder : set));
}

} // namespace facet::ui
