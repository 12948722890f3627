#pragma once

#include "ui/widgets/Label.h"

namespace facet::ui {

/// One line that ends in "…" where it does not fit; the whole text is the tool tip then.
class ElidedLabel : public Label {
    Q_OBJECT
public:
    ElidedLabel(
        Theme &theme, TextRole role, TextTone tone, const QString &text = {}, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    QString fullText() const { return m_fullText; }
    void setElideMode(Qt::TextElideMode mode);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QString m_fullText;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace facet::ui
