#pragma once

#include "ui/widgets/Button.h"

namespace facet::ui {

/// One filter: its name and a chevron, or what it lets through and a cross that takes it away (the Delete
/// key does the same).
class FilterButton : public Button {
    Q_OBJECT
public:
    /// `name` is the English accessible name.
    FilterButton(Theme &theme, const QString &title, const QString &name, QWidget *parent = nullptr);

    /// Empty: everything passes.
    void setValue(const QString &value);
    bool isActive() const { return !m_value.isEmpty(); }

signals:
    void menuRequested();
    void cleared();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_title;
    QString m_value;
};

} // namespace facet::ui
