#pragma once

#include "ui/composer/QuoteWords.h"
#include "ui/theme/Theme.h"

#include <QWidget>

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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshColours();
    QColor ink() const;

    Theme &m_theme;
    BandContent m_content;
    QLabel *m_text;
    QLabel *m_notes;
    Button *m_first;
    Button *m_second;
};

} // namespace facet::ui
