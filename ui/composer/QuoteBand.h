#pragma once

#include "ui/composer/QuoteWords.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace facet::ui {

class Button;
class Label;

/// The band above the composer's box: covered or not, why, and the one click that would help. Hidden when
/// there is nothing to say.
class QuoteBand : public QWidget {
    Q_OBJECT
public:
    explicit QuoteBand(Theme &theme, QWidget *parent = nullptr);

    void present(const BandContent &content);
    const BandContent &content() const { return m_content; }
    /// The tint it stands on, painted by the composer because it reaches behind the box.
    QColor ground() const;
    /// For tests and assistive technology: everything it says.
    QString spokenText() const;

signals:
    void actionChosen(const facet::Suggestion &suggestion);
    void undoRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showButtons();
    void openMore();
    /// Beside the text while that leaves it most of the width, else below it.
    void arrange();
    void refreshColours();
    QColor ink() const;

    Theme &m_theme;
    BandContent m_content;
    QLabel *m_text;
    QLabel *m_notes;
    QBoxLayout *m_layout;
    QWidget *m_buttons;
    Button *m_first;
    Button *m_second;
    Button *m_more;
    Button *m_undo;
};

} // namespace facet::ui
