#pragma once

#include "domain/Model.h"
#include "ui/widgets/Popover.h"

class QLineEdit;
class QVBoxLayout;

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class Button;

/// What can be set for one generation, as the model in question offers it: length, resolution, shape, takes,
/// audio, seed, and how a picture of another shape is fitted.
class OptionsPopover : public Popover {
    Q_OBJECT
public:
    OptionsPopover(
        Theme &theme, client::Composer &composer, client::Session &session, QWidget *parent = nullptr);

    void openFor(QWidget *anchor);

private:
    struct Choice {
        QString text;
        QString name; ///< English, for assistive technology
        std::function<bool(const Options &resolved)> isCurrent;
        std::function<void(Options &options)> set;
    };
    struct Shown {
        Button *button;
        std::function<bool(const Options &resolved)> isCurrent;
    };

    void rebuild();
    void refresh();
    void addRow(QVBoxLayout *rows, const QString &title, const QList<Choice> &choices);
    void addSeed(QVBoxLayout *rows);
    void addFit(QVBoxLayout *rows);
    void chooseBackground();
    void change(const std::function<void(Options &)> &set);

    Theme &m_theme;
    client::Composer &m_composer;
    client::Session &m_session;
    QWidget *m_content = nullptr;
    QLineEdit *m_seed = nullptr;
    QString m_modelId; ///< what the rows are for
    QList<Shown> m_shown;
    QWidget *m_anchor = nullptr;
};

} // namespace facet::ui
