#include "ui/settings/SettingsDialog.h"

#include "client/spending/SpendingLimits.h"
#include "ui/settings/FileNameField.h"
#include "ui/settings/Languages.h"
#include "ui/settings/LimitFields.h"
#include "ui/settings/Settings.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/Segmented.h"

#include <QDir>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int dialogWidth = 460;
} // namespace

SettingsDialog::SettingsDialog(Theme &theme, Settings &settings, client::SpendingLimits *limits,
    FileChooser &files, const QString &defaultFolder, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_limits(limits)
    , m_files(files)
    , m_defaultFolder(defaultFolder)
    , m_rows(nullptr)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setMinimumWidth(dialogWidth);
    // On a low screen the rows scroll, and "Done" stays in sight.
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins(20, 18, 20, 8);
    m_rows->setSpacing(6);
    addRow(tr("Language"), makeLanguage());
    addRow(tr("Theme"), makeTheme());
    addRow(tr("Results folder"), makeFolder(), tr("Finished videos and images are saved here."));
    addRow(tr("File names"), makeFileNames());
    if (m_limits) {
        m_rows->addSpacing(10);
        m_rows->addWidget(makeLimits());
    }
    auto *close = new Button(theme, Button::Kind::Primary, tr("Done"));
    close->setAccessibleName(QStringLiteral("Done"));
    m_rows->addStretch();
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // setWidget() switched it on
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(8);
    layout->addWidget(scroll, 1);
    auto *last = new QHBoxLayout;
    last->setContentsMargins(20, 0, 20, 0);
    last->addStretch();
    last->addWidget(close);
    layout->addLayout(last);
    const int wanted =
        body->heightForWidth(dialogWidth) > 0 ? body->heightForWidth(dialogWidth) : body->sizeHint().height();
    resize(dialogWidth, qMin(wanted + 64, screen()->availableSize().height() - 60));
    connect(close, &Button::clicked, this, &QDialog::accept);
    connect(&m_settings, &Settings::changed, this, [this](Settings::Key key) {
        if (key == Settings::Key::ResultsFolder)
            showFolder();
    });
}

void SettingsDialog::addRow(const QString &title, QWidget *control, const QString &hint)
{
    if (m_rows->count() > 0)
        m_rows->addSpacing(10);
    m_rows->addWidget(new Label(m_theme, TextRole::BodyStrong, TextTone::Text1, title));
    m_rows->addWidget(control);
    if (!hint.isEmpty())
        m_rows->addWidget(new Label(m_theme, TextRole::Small, TextTone::Text2, hint));
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

QWidget *SettingsDialog::makeFileNames()
{
    auto *field = new FileNameField(m_theme);
    field->setPattern(m_settings.fileNames());
    connect(field, &FileNameField::changed, this, [this, field] { m_settings.setFileNames(field->pattern()); });
    return field;
}

QWidget *SettingsDialog::makeLimits()
{
    m_limitFields = new LimitFields(m_theme, false);
    m_limitFields->setLimit(m_limits->limit());
    m_limitFields->setSpent(m_limits->spent());
    connect(
        m_limitFields, &LimitFields::changed, this, [this] { m_limits->setLimit(m_limitFields->limit()); });
    connect(m_limits, &client::SpendingLimits::changed, this,
        [this] { m_limitFields->setSpent(m_limits->spent()); });
    return m_limitFields;
}

void SettingsDialog::focusBudget()
{
    if (m_limitFields)
        m_limitFields->focusMonthly();
}

void SettingsDialog::showFolder()
{
    const QString set = m_settings.resultsFolder();
    m_folder->setFullText(QDir::toNativeSeparators(set.isEmpty() ? m_defaultFolder : set));
}

} // namespace facet::ui
