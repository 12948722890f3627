#pragma once

#include "ui/theme/Theme.h"

#include <QRadioButton>

namespace facet::ui {

/// One part of a Segmented: a radio button in looks of its own, so the arrow keys and assistive technology
/// know it as one choice out of several.
class SegmentedPart : public QRadioButton {
    Q_OBJECT
public:
    SegmentedPart(Theme &theme, const QString &text, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &pos) const override { return rect().contains(pos); }

private:
    Theme &m_theme;
};

} // namespace facet::ui
