#include "ui/theme/Theme.h"

#include "ui/theme/StyleSheet.h"
#include "ui/theme/SystemAppearance.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

namespace facet::ui {

namespace {

QPalette paletteFrom(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text1);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text1);
    p.setColor(QPalette::PlaceholderText, t.text2);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.text1);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text1);
    p.setColor(QPalette::Highlight, t.accentFill);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.onTint);
    p.setColor(QPalette::LinkVisited, t.onTint);
    p.setColor(QPalette::Light, t.hover);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, t.shadow);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        p.setColor(QPalette::Disabled, role, t.text3);
    return p;
}

} // namespace

Theme::Theme(Mode mode, QObject *parent)
    : QObject(parent)
    , m_mode(mode)
    , m_tokens(darkTokens())
    , m_system(new SystemAppearance(this))
{
    connect(m_system, &SystemAppearance::changed, this, &Theme::refresh);
    m_tokens = m_mode == Mode::Light || (m_mode == Mode::System && !m_system->prefersDark()) ? lightTokens()
                                                                                             : darkTokens();
}

Theme::~Theme() = default;

QFont Theme::font(TextRole role) const
{
    QFont font = QApplication::font();
    const auto set = [&font](int pixels, QFont::Weight weight) {
        font.setPixelSize(pixels);
        font.setWeight(weight);
    };
    switch (role) {
    case TextRole::Caption:
        set(11, QFont::Normal);
        break;
    case TextRole::CaptionStrong:
        set(11, QFont::DemiBold);
        break;
    case TextRole::Small:
        set(12, QFont::Normal);
        break;
    case TextRole::Body:
        set(13, QFont::Normal);
        break;
    case TextRole::BodyMedium:
        set(13, QFont::Medium);
        break;
    case TextRole::BodyStrong:
        set(13, QFont::DemiBold);
        break;
    case TextRole::Composer:
        set(14, QFont::Normal);
        break;
    case TextRole::Title:
        set(15, QFont::DemiBold);
        break;
    case TextRole::Heading:
        set(24, QFont::Bold);
        break;
    case TextRole::Figure:
        set(34, QFont::Bold);
        break;
    }
    return font;
}

QColor Theme::iconColour(IconTone tone) const
{
    switch (tone) {
    case IconTone::Text1:
        return m_tokens.text1;
    case IconTone::Text2:
        return m_tokens.text2;
    case IconTone::Text3:
        return m_tokens.text3;
    case IconTone::Accent:
        return m_tokens.accent;
    case IconTone::OnTint:
        return m_tokens.onTint;
    case IconTone::OnAccent:
        return m_tokens.onAccent;
    case IconTone::Good:
        return m_tokens.good;
    case IconTone::Warning:
        return m_tokens.warning;
    case IconTone::Bad:
        return m_tokens.bad;
    case IconTone::OnPicture:
        return m_tokens.onPicture;
    }
    return m_tokens.text2;
}

int Theme::motionMs() const
{
    return m_system->reducesMotion() ? 0 : 150;
}

void Theme::install(QApplication &application)
{
    if (m_sheetOn)
        return;
    if (!m_application)
        prepare(application);
    m_sheetOn = true;
    apply();
}

void Theme::prepare(QApplication &application)
{
    m_application = &application;
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont base = application.font();
    // Without a desktop Qt only knows the alias, which often stands for an old font.
    if (base.family().compare(QLatin1String("Sans Serif"), Qt::CaseInsensitive) == 0
        || base.family().compare(QLatin1String("Sans"), Qt::CaseInsensitive) == 0)
        base.setFamilies({ QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Cantarell"),
            base.family() });
    base.setPixelSize(13);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    base.setFeature("tnum", 1);
#endif
    application.setFont(base);
    apply();
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    refresh();
}

void Theme::refresh()
{
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_system->prefersDark());
    if (dark == m_tokens.dark)
        return;
    m_tokens = dark ? darkTokens() : lightTokens();
    apply();
    emit changed();
}

void Theme::apply()
{
    if (!m_application)
        return;
    m_application->setPalette(paletteFrom(m_tokens));
    if (m_sheetOn)
        m_application->setStyleSheet(styleSheet(m_tokens));
}

std::optional<Theme::Mode> themeModeFromName(QStringView name)
{
    if (name == QLatin1String("system"))
        return Theme::Mode::System;
    if (name == QLatin1String("light"))
        return Theme::Mode::Light;
    if (name == QLatin1String("dark"))
        return Theme::Mode::Dark;
    return {};
}

QString themeModeName(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::System:
        return QStringLiteral("system");
    case Theme::Mode::Light:
        return QStringLiteral("light");
    case Theme::Mode::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

} // namespace facet::ui
