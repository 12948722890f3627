#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

class QLineEdit;

namespace facet::ui {

class Label;

/// How files of results are called: a pattern, the tokens that can be put into it, and what a name comes to.
class FileNameField : public QWidget {
    Q_OBJECT
public:
    explicit FileNameField(Theme &theme, QWidget *parent = nullptr);

    void setPattern(const QString &pattern); ///< empty: the standard one
    QString pattern() const; ///< empty: the standard one

signals:
    void changed(); ///< by hand

private:
    void insert(const QString &token);
    void refresh();

    Theme &m_theme;
    QLineEdit *m_edit;
    Label *m_example;
};

} // namespace facet::ui
