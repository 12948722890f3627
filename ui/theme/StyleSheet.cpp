#include "ui/theme/StyleSheet.h"

#include <QHash>

namespace facet::ui {

namespace {

// @name stands for a token.
const char sheet[] = R"(
QToolTip { background: @raised; color: @text1; border: 1px solid @line; padding: 4px 8px; }

QLineEdit, QAbstractSpinBox, QPlainTextEdit[framed="true"] {
    background: @field; color: @text1; border: 1px solid @line; border-radius: 8px;
    padding: 6px 10px; selection-background-color: @accentFill; selection-color: @onAccent;
}
QLineEdit[leadingIcon="true"] { padding-left: 3px; }
QLineEdit:hover, QAbstractSpinBox:hover { border-color: @text3; }
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit[framed="true"]:focus { border-color: @accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled { color: @text3; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }

QMenu { background: @raised; color: @text1; border: 1px solid @line; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 10px; border-radius: 6px; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 6px 4px; }

QSlider { min-height: 20px; background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; background: @accent; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: @text3; }
QSlider::handle:horizontal:focus { border: 2px solid @text1; margin: -6px -2px; border-radius: 8px; }

QFrame[separator="true"] { background: @line; border: none; max-height: 1px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QScrollArea, QAbstractScrollArea[bare="true"] { background: transparent; border: none; }
QScrollArea[ringed="true"] { border: 2px solid transparent; border-radius: 12px; }
QScrollArea[ringed="true"]:focus { border-color: @accent; }
QAbstractItemView { outline: 0; }
QSplitter::handle { background: @line; }

QDialog { background: @surface; }
)";

} // namespace

QString styleSheet(const Tokens &t)
{
    const QHash<QString, QString> values{
        { QStringLiteral("raised"), t.raised.name() },
        { QStringLiteral("hover"), t.hover.name() },
        { QStringLiteral("surface"), t.surface.name() },
        { QStringLiteral("field"), t.field.name() },
        { QStringLiteral("line"), t.line.name() },
        { QStringLiteral("text1"), t.text1.name() },
        { QStringLiteral("text3"), t.text3.name() },
        { QStringLiteral("accent"), t.accent.name() },
        { QStringLiteral("accentFill"), t.accentFill.name() },
        { QStringLiteral("onAccent"), t.onAccent.name() },
    };
    const QString source = QString::fromLatin1(sheet);
    QString result;
    result.reserve(source.size() * 2);
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source.at(i) != QLatin1Char('@')) {
            result += source.at(i);
            continue;
        }
        qsizetype end = i + 1;
        while (end < source.size() && source.at(end).isLetterOrNumber())
            ++end;
        result += values.value(source.mid(i + 1, end - i - 1));
        i = end - 1;
    }
    return result;
}

} // namespace facet::ui
