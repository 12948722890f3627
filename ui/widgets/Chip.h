#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

/// A small pill with a word or two: "Sandbox", "covered", "145 credits returned". What it says is also its
/// accessible name, unless it was given another.
class Chip : public QWidget {
    Q_OBJECT
public:
    enum class Tone { Neutral, Accent, Good, Warning, Bad };

    Chip(Theme &theme, Tone tone, const QString &text = {}, std::optional<Icon> icon = {},
        QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setTone(Tone tone);
    void setIcon(std::optional<Icon> icon);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The same pill for delegates: its size, and painting it with its left top at `at`.
    static QSize sizeFor(const Theme &theme, const QString &text, bool withIcon);
    static void paint(QPainter &painter, const QPoint &at, const Theme &theme, Tone tone, const QString &text,
        std::optional<Icon> icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Tone m_tone;
    QString m_text;
    std::optional<Icon> m_icon;
};

} // namespace facet::ui
