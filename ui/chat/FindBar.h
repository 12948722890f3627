#pragma once

#include "ui/theme/Theme.h"
#include "ui/widgets/Fill.h"

#include <QTimer>

class QLineEdit;

namespace facet::ui {

class Button;
class Label;

/// The bar above the transcript: what is looked for, how often it is there, and the way from one to another.
class FindBar : public Fill {
    Q_OBJECT
public:
    explicit FindBar(Theme &theme, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void focusText();
    /// "3 of 57", and whether there is anywhere to go.
    void presentCount(const QString &words, bool hasHits);

signals:
    /// Typing rests.
    void textWanted(const QString &text);
    void nextWanted();
    void previousWanted();
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void sayText();

    QLineEdit *m_text;
    Label *m_count;
    Button *m_previous;
    Button *m_next;
    Button *m_close;
    QTimer m_rest;
};

} // namespace facet::ui
