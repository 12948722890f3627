#pragma once

#include "domain/Error.h"
#include "ui/widgets/Card.h"

class QPlainTextEdit;

namespace facet::ui {

class Button;
class Label;

/// A sentence about the state of things, with at most one action, and for an error the copyable details
/// (what went wrong technically, and the request id).
class Notice : public Card {
    Q_OBJECT
public:
    enum class Tone { Plain, Warning, Bad };

    explicit Notice(Theme &theme, QWidget *parent = nullptr);

    void present(Tone tone, const QString &sentence);
    void present(const Error &error);
    /// Empty: no button.
    void setAction(const QString &text, const QString &name = {});
    void setDismissible(bool dismissible);
    QString sentence() const;
    /// What Details shows and copies.
    static QString detailsOf(const Error &error);

signals:
    void acted();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setDetails(const QString &details);

    Theme &m_theme;
    Tone m_tone = Tone::Plain;
    Label *m_sentence;
    Button *m_action;
    Button *m_more;
    Button *m_close;
    QWidget *m_detailBox;
    QPlainTextEdit *m_details;
};

} // namespace facet::ui
