#pragma once

#include "client/media/Attachment.h"
#include "domain/CropFrame.h"
#include "ui/theme/Theme.h"

#include <QDialog>
#include <QFuture>

class QCheckBox;
class QSlider;

namespace facet::client {
class Composer;
}

namespace facet::ui {

class Button;
class CropView;
class Label;
class Segmented;

/// The crop editor: start and end frame beside each other, each with the part of it that is kept. Enter
/// applies: the kept parts take the pictures' place in the message, and the originals stay and can be had
/// back. Esc leaves everything as it was. Pictures are read and cut off the window's thread.
class CropDialog : public QDialog {
    Q_OBJECT
public:
    CropDialog(Theme &theme, client::Composer &composer, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Side {
        InputRole role = InputRole::Other;
        QString attachmentId;
        QString path; ///< the bytes that would be sent
        QSize size; ///< of them, in pixels
        CropView *view = nullptr;
        Label *caption = nullptr;
        Button *undo = nullptr; ///< brings the original back
        bool waiting = false; ///< its picture is being read
    };
    struct Cut {
        QString attachmentId;
        QImage picture;
        QString notice;
    };
    enum Shape { LikeStart, LikeEnd, Chosen, Free };

    QLayout *makeSide(Side &side, const QString &name);
    QLayout *makeTools();
    void load();
    void read(Side &side);
    void useShape(int shape);
    void refresh();
    void apply();
    void cut(const Side &side, const QSize &size);
    QSize outputSize(const Side &side) const;
    std::optional<double> chosenAspect() const;
    QString title(const Side &side) const;

    Theme &m_theme;
    client::Composer &m_composer;
    Side m_start;
    Side m_end;
    QList<Cut> m_cut; ///< done, while the other one is still being cut
    int m_cutting = 0;
    Segmented *m_shape;
    QCheckBox *m_sameSize;
    QSlider *m_onion;
    Button *m_apply;
};

} // namespace facet::ui
