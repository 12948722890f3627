#include "ui/widgets/Label.h"

namespace facet::ui {

QColor toneColour(const Tokens &tokens, TextTone tone)
{
    switch (tone) {
    case TextTone::Text1:
        return tokens.text1;
    case TextTone::Text2:
        return tokens.text2;
    case TextTone::Text3:
        return tokens.text3;
    case TextTone::OnTint:
        return tokens.onTint;
    case TextTone::Good:
        return tokens.good;
    case TextTone::OnGoodTint:
        return tokens.onGoodTint;
    case TextTone::Warning:
        return tokens.warning;
    case TextTone::OnWarningTint:
        return tokens.onWarningTint;
    case TextTone::Bad:
        return tokens.bad;
    case TextTone::OnBadTint:
        return tokens.onBadTint;
    }
    return tokens.text1;
}

Label::Label(Theme &theme, TextRole role, TextTone tone, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_role(role)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // inside a button it would take the button's
    refresh();
    connect(&m_theme, &Theme::changed, this, &Label::refresh);
}

void Label::setRole(TextRole role)
{
    m_role = role;
    refresh();
}

void Label::setTone(TextTone tone)
{
    m_tone = tone;
    refresh();
}

void Label::refresh()
{
    setFont(m_theme.font(m_role));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, toneColour(m_theme.tokens(), m_tone));
    p.setColor(QPalette::Link, m_theme.tokens().onTint);
    setPalette(p);
}

} // namespace facet::ui
