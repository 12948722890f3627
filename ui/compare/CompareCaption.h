#pragma once

#include "domain/Model.h"
#include "ui/compare/CompareItem.h"
#include "ui/compare/ComparePlayer.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

class Button;
class ElidedLabel;
class Label;

/// Under one of the two pictures: which model, how long, at what rate, for what; and "Keep this".
class CompareCaption : public QWidget {
    Q_OBJECT
public:
    CompareCaption(Theme &theme, ComparePlayer::Side side, QWidget *parent = nullptr);

    void present(const CompareItem &item, const Catalogue &catalogue);
    /// What the file itself says, once it is open; `heldSince` ms: it is over, and its last frame stands; -1.
    void setInfo(const client::VideoInfo &info, qint64 heldSince);
    void sayProblem(const QString &sentence);

signals:
    void kept();

private:
    void refresh();

    ComparePlayer::Side m_side;
    ElidedLabel *m_model;
    Label *m_facts;
    Label *m_charge;
    Label *m_word; ///< held, or a problem
    Button *m_keep;
    client::VideoInfo m_info;
    CompareItem m_item;
};

} // namespace facet::ui
