#pragma once

#include "ui/theme/Icons.h"
#include "ui/theme/Tokens.h"

#include <QFont>
#include <QObject>

#include <optional>

class QApplication;

namespace facet::ui {

class SystemAppearance;

/// The sizes and weights of text (DESIGN "Tokens": 13 px base, 14 in the composer, 11 captions).
enum class TextRole {
    Caption, ///< 11 px
    CaptionStrong,
    Small, ///< 12 px
    Body, ///< 13 px
    BodyMedium,
    BodyStrong,
    Composer, ///< 14 px
    Title, ///< 15 px, window and card titles
    Heading, ///< 24 px
    Figure, ///< 34 px, large figures
};

/// Colours, fonts and motion of the program, switchable at run time. Made once in main() and handed to
/// every widget; what paints itself asks tokens() each time it paints and updates on changed().
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };

    explicit Theme(Mode mode = Mode::System, QObject *parent = nullptr);
    ~Theme() override;

    const Tokens &tokens() const { return m_tokens; }
    bool isDark() const { return m_tokens.dark; }
    Mode mode() const { return m_mode; }

    QFont font(TextRole role) const;
    QColor iconColour(IconTone tone) const;
    QIcon icon(Icon icon, IconTone tone = IconTone::Text2) const { return themedIcon(*this, icon, tone); }
    /// How long a movement takes, in milliseconds; 0 when the system asks for less motion.
    int motionMs() const;

    /// Gives the application its style, palette, font and style sheet, now and at every change.
    void install(QApplication &application);
    /// The same without the style sheet, for install() to follow when the first window is made and not shown
    /// yet: under a style sheet every widget that finds its place is dressed anew, with all its children.
    void prepare(QApplication &application);

    static constexpr int controlRadius = 8;
    static constexpr int cardRadius = 12;
    static constexpr int popoverRadius = 14;

public slots:
    void setMode(facet::ui::Theme::Mode mode);

signals:
    void changed();

private:
    void refresh();
    void apply();

    Mode m_mode;
    Tokens m_tokens;
    SystemAppearance *m_system;
    QApplication *m_application = nullptr;
    bool m_sheetOn = false;
};

/// "light", "dark", "system" as on the command line and in the settings.
std::optional<Theme::Mode> themeModeFromName(QStringView name);
QString themeModeName(Theme::Mode mode);

} // namespace facet::ui
