#pragma once

#include "ui/theme/Theme.h"

#include <QPushButton>

namespace facet::ui {

/// Every button of the program. It paints itself from the theme; hover, press, keyboard focus (a ring) and
/// disabled are visible. A mouse click leaves the keyboard focus where it was (in the message, mostly).
class Button : public QPushButton {
    Q_OBJECT
public:
    enum class Kind {
        Primary, ///< the one thing to do here: filled with the accent
        Secondary, ///< raised, with a line around
        Quiet, ///< text only, until the mouse is over it
        Tint, ///< accent tint: the ✨ button
        Tab, ///< checkable; filled while checked
        Danger, ///< quiet, in the colour of failure
        Link, ///< text in the accent's colour, no padding
        Caption, ///< small, grey, no padding: leads on from a line of captions
        OnPicture, ///< small and round, white on a dark scrim
    };

    Button(Theme &theme, Kind kind, const QString &text = {}, QWidget *parent = nullptr);
    /// An icon alone, square. `name` is the English accessible name (see setName); `toolTip` is for people.
    Button(Theme &theme, Kind kind, Icon icon, const QString &name, const QString &toolTip,
        QWidget *parent = nullptr);

    void setGlyph(std::optional<Icon> icon);
    void setKind(Kind kind);
    /// Stronger text after the text: the ✨ button's credits.
    void setTrailing(const QString &text);
    QString trailing() const { return m_trailing; }
    /// A small round number at the end; empty hides it.
    void setBadge(const QString &text);
    QString badge() const { return m_badge; }
    /// A small icon at the end: a chevron where a menu opens, a cross where it takes itself away.
    void setTail(std::optional<Icon> icon);
    void setChevron(bool on) { setTail(on ? std::optional(Icon::ChevronDown) : std::nullopt); }
    void setGlyphSize(int pixels);
    /// Height in pixels; an icon-only button is as wide.
    void setExtent(int pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Look;
    Look look() const;
    void setUp();
    bool isIconOnly() const { return m_glyph && text().isEmpty() && m_trailing.isEmpty(); }
    int padding() const;
    bool isPlainText() const { return m_kind == Kind::Link || m_kind == Kind::Caption; }
    QFont textFont() const;
    int contentWidth(const QString &label) const;

    Theme &m_theme;
    Kind m_kind;
    std::optional<Icon> m_glyph;
    QString m_trailing;
    QString m_badge;
    std::optional<Icon> m_tail;
    bool m_ring = false; ///< keyboard focus
    int m_glyphSize = 16;
    int m_extent = 32;
};

} // namespace facet::ui
