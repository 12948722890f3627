#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

class QButtonGroup;

namespace facet::ui {

/// A toggle of two or more parts, one of them chosen; the arrow keys move the choice.
class Segmented : public QWidget {
    Q_OBJECT
public:
    explicit Segmented(Theme &theme, QWidget *parent = nullptr);

    /// `name` is the part's English accessible name. Returns its index.
    int addPart(const QString &text, const QString &name);
    void setPartText(int index, const QString &text);
    /// A tool tip, which is the part's accessible description too.
    void setPartHint(int index, const QString &hint);
    int currentIndex() const;
    /// Does not emit chosen().
    void setCurrentIndex(int index);

signals:
    /// Somebody chose it.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QButtonGroup *m_group;
};

} // namespace facet::ui
