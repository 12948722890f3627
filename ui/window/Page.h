#pragma once

#include "domain/Error.h"
#include "ui/widgets/Fill.h"

class QHBoxLayout;
class QVBoxLayout;

namespace facet::ui {

class Button;
class Notice;

/// A view in the place of chat and pane, with a header of its own: back, title, and what belongs to it.
/// Escape goes back as well.
class Page : public Fill {
    Q_OBJECT
public:
    Page(Theme &theme, const QString &title, QWidget *parent = nullptr);

    /// The sidebar is not beside it: a button brings it.
    void setSidebarButtonVisible(bool visible);
    /// It was just brought to the front: brings its figures up to date and takes the keyboard.
    virtual void enter() = 0;

signals:
    void backRequested();
    void sidebarRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// The header's row, after the title.
    QHBoxLayout *bar() const { return m_bar; }
    QVBoxLayout *content() const { return m_content; }
    /// A file was written: says where, and opens its folder on request.
    void saySaved(const QString &path);
    void sayFailed(const Error &error);
    /// Something worth knowing; empty: nothing any more.
    void sayNote(const QString &sentence);
    Theme &theme() const { return m_theme; }

private:
    Theme &m_theme;
    Button *m_sidebar;
    QHBoxLayout *m_bar;
    QVBoxLayout *m_content;
    Notice *m_notice;
    QString m_savedFolder;
};

} // namespace facet::ui
