#pragma once

#include "domain/Quote.h"
#include "ui/theme/Theme.h"
#include "ui/window/StartView.h"

#include <QPushButton>

namespace facet::ui {

class PosterCache;

/// One example of the empty conversation: its pictures, what it is, and what it would cost.
class ExampleCard : public QPushButton {
    Q_OBJECT
public:
    ExampleCard(Theme &theme, PosterCache &pictures, StartView::Example example, QWidget *parent = nullptr);

    const StartView::Example &example() const { return m_example; }
    void setQuote(const Quote &quote);

    QSize sizeHint() const override { return { 600, 70 }; }
    QSize minimumSizeHint() const override { return { 280, 70 }; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Theme &m_theme;
    PosterCache &m_pictures; ///< decodes off the window's thread: the first paint need not wait
    StartView::Example m_example;
    QString m_cost;
    bool m_covered = false;
};

} // namespace facet::ui
