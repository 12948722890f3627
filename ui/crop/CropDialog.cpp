#include "ui/crop/CropDialog.h"

#include "client/composer/Composer.h"
#include "client/net/Then.h"
#include "domain/Quote.h"
#include "ui/crop/CropView.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/Segmented.h"

#include <QCheckBox>
#include <QImageReader>
#include <QKeyEvent>
#include <QLocale>
#include <QSlider>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace facet::ui {

namespace {

constexpr int shownSide = 1600; // pixels: more does not fit beside another one

QImage readPicture(const QString &path, const QSize &atMost)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (atMost.isValid() && (size.width() > atMost.width() || size.height() > atMost.height()))
        reader.setScaledSize(size.scaled(atMost, Qt::KeepAspectRatio));
    return reader.read();
}

QImage cutOut(const QString &path, const QRect &kept, const QSize &size)
{
    const QImage part = readPicture(path, {}).copy(kept);
    return part.isNull() || part.size() == size
        ? part
        : part.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QString sizeText(const QSize &size)
{
    const QLocale locale;
    return QStringLiteral("%1 × %2").arg(locale.toString(size.width()), locale.toString(size.height()));
}

} // namespace

CropDialog::CropDialog(Theme &theme, client::Composer &composer, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_shape(new Segmented(theme))
    , m_sameSize(new QCheckBox(tr("Same size")))
    , m_onion(new QSlider(Qt::Horizontal))
    , m_apply(new Button(theme, Button::Kind::Primary, tr("Apply")))
{
    setObjectName(QStringLiteral("cropDialog"));
    setWindowTitle(tr("Crop the frames"));
    m_start.role = InputRole::StartFrame;
    m_end.role = InputRole::EndFrame;
    auto *sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addLayout(makeSide(m_start, QStringLiteral("Crop of the start frame")), 1);
    sides->addLayout(makeSide(m_end, QStringLiteral("Crop of the end frame")), 1);
    auto *help = new Label(theme, TextRole::Caption, TextTone::Text2,
        tr("Drag or arrow keys move, wheel or + and − zoom, 0 starts anew, Enter applies, Esc leaves."));
    help->setWordWrap(true);
    auto *cancel = new Button(theme, Button::Kind::Quiet, tr("Cancel"));
    setName(cancel, QStringLiteral("Cancel crop"));
    setName(m_apply, QStringLiteral("Apply crop"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(help, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 18, 20, 18);
    rows->setSpacing(12);
    rows->addLayout(sides, 1);
    rows->addLayout(makeTools());
    rows->addLayout(buttons);
    const QSize room = parent ? parent->size() : QSize(1024, 640);
    resize(std::min(1120, room.width() - 48), std::min(640, room.height() - 64));

    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_apply, &Button::clicked, this, &CropDialog::apply);
    // Reads again after "Undo the crop"; another picture in a frame's place is another matter: it closes.
    connect(&m_composer, &client::Composer::attachmentsChanged, this, &CropDialog::load);
    load();
    m_shape->setCurrentIndex(LikeStart);
    m_end.view->setFocus(Qt::OtherFocusReason);
}

QLayout *CropDialog::makeSide(Side &side, const QString &name)
{
    side.view = new CropView(m_theme, name);
    side.caption = new Label(m_theme, TextRole::BodyMedium, TextTone::Text1);
    side.undo = new Button(m_theme, Button::Kind::Link, tr("Undo the crop"));
    side.undo->setAccessibleName(side.role == InputRole::StartFrame ? QStringLiteral("Original start frame")
                                                                    : QStringLiteral("Original end frame"));
    auto *top = new QHBoxLayout;
    top->addWidget(side.caption, 1);
    top->addWidget(side.undo);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(8);
    rows->addLayout(top);
    rows->addWidget(side.view, 1);
    connect(side.view, &CropView::frameChanged, this, &CropDialog::refresh);
    connect(side.undo, &Button::clicked, this, [this, role = side.role] {
        m_composer.restoreOriginal((role == m_start.role ? m_start : m_end).attachmentId);
    });
    return rows;
}

QLayout *CropDialog::makeTools()
{
    m_shape->addPart(tr("Like the start frame"), QStringLiteral("Shape of the start frame"));
    m_shape->addPart(tr("Like the end frame"), QStringLiteral("Shape of the end frame"));
    m_shape->addPart(m_composer.options().aspectRatio.value_or(
                         m_composer.quote().options.aspectRatio.value_or(QStringLiteral("16:9"))),
        QStringLiteral("Shape of the video"));
    m_shape->addPart(tr("Free"), QStringLiteral("Free shape"));
    connect(m_shape, &Segmented::chosen, this, &CropDialog::useShape);
    setName(m_sameSize, QStringLiteral("Same size"));
    m_sameSize->setChecked(true);
    m_sameSize->setToolTip(tr("Scales the larger one down, where both have the same shape"));
    connect(m_sameSize, &QCheckBox::toggled, this, &CropDialog::refresh);
    setName(m_onion, QStringLiteral("Onion skin"));
    m_onion->setRange(0, 100);
    m_onion->setFixedWidth(120);
    connect(m_onion, &QSlider::valueChanged, this, &CropDialog::refresh);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(12);
    tools->addWidget(m_shape);
    tools->addWidget(m_sameSize);
    tools->addStretch(1);
    tools->addWidget(new Label(m_theme, TextRole::Small, TextTone::Text2, tr("Onion skin")));
    tools->addWidget(m_onion);
    return tools;
}

void CropDialog::load()
{
    if (m_cutting > 0)
        return;
    for (Side *side : { &m_start, &m_end }) {
        const auto attachment = m_composer.attachmentFor(side->role);
        const bool isOther =
            attachment && !side->attachmentId.isEmpty() && side->attachmentId != attachment->id;
        if (!attachment || isOther) {
            reject();
            return;
        }
        side->undo->setVisible(!attachment->work.editedPath.isEmpty());
        if (attachment->state != client::Attachment::State::Ready)
            continue;
        if (side->attachmentId != attachment->id || side->path != attachment->path) {
            side->attachmentId = attachment->id;
            side->path = attachment->path;
            side->size = attachment->size;
            read(*side);
        }
    }
}

void CropDialog::read(Side &side)
{
    side.waiting = true;
    m_apply->setEnabled(false);
    const QString path = side.path;
    client::then(QtConcurrent::run([path] { return readPicture(path, QSize(shownSide, shownSide)); }), this,
        [this, &side, path](const QImage &picture) {
            if (side.path != path)
                return;
            side.waiting = false;
            side.view->setPicture(picture, side.size);
            if (!m_start.waiting && !m_end.waiting)
                useShape(m_shape->currentIndex());
        });
}

std::optional<double> CropDialog::chosenAspect() const
{
    return aspectFromText(m_composer.options().aspectRatio.value_or(
        m_composer.quote().options.aspectRatio.value_or(QStringLiteral("16:9"))));
}

void CropDialog::useShape(int shape)
{
    if (!m_start.view->hasPicture() || !m_end.view->hasPicture())
        return;
    switch (static_cast<Shape>(shape)) {
    case LikeStart:
        m_start.view->setAspect({});
        m_start.view->reset();
        m_end.view->setAspect({});
        m_end.view->reset();
        m_end.view->setAspect(m_start.view->frame().shape());
        m_start.view->setAspect(m_start.view->frame().shape());
        break;
    case LikeEnd:
        m_start.view->setAspect({});
        m_start.view->reset();
        m_end.view->setAspect({});
        m_end.view->reset();
        m_start.view->setAspect(m_end.view->frame().shape());
        m_end.view->setAspect(m_end.view->frame().shape());
        break;
    case Chosen:
        for (const Side *side : { &m_start, &m_end }) {
            side->view->setAspect({});
            side->view->reset();
            side->view->setAspect(chosenAspect());
        }
        break;
    case Free:
        m_start.view->setAspect({});
        m_end.view->setAspect({});
        break;
    }
    refresh();
}

QSize CropDialog::outputSize(const Side &side) const
{
    const QSize own = side.view->frame().pixels().size();
    const QSize other = (&side == &m_start ? m_end : m_start).view->frame().pixels().size();
    if (!m_sameSize->isChecked() || !sameShape(own, other))
        return own;
    return own.width() <= other.width() ? own : other;
}

QString CropDialog::title(const Side &side) const
{
    QString name = side.role == InputRole::StartFrame ? tr("Start frame") : tr("End frame");
    if (!side.view->hasPicture())
        return name;
    const QSize out = outputSize(side);
    return out == side.size ? QStringLiteral("%1  %2").arg(name, sizeText(side.size))
                            : QStringLiteral("%1  %2 → %3").arg(name, sizeText(side.size), sizeText(out));
}

void CropDialog::refresh()
{
    const bool both = m_start.view->hasPicture() && m_end.view->hasPicture();
    m_apply->setEnabled(both && !m_start.waiting && !m_end.waiting);
    m_start.caption->setText(title(m_start));
    m_end.caption->setText(title(m_end));
    if (!both)
        return;
    const double opacity = m_onion->value() / 100.0;
    m_start.view->setOnionSkin(opacity > 0 ? m_end.view->kept() : QImage(), opacity);
    m_end.view->setOnionSkin(opacity > 0 ? m_start.view->kept() : QImage(), opacity);
}

void CropDialog::apply()
{
    if (!m_apply->isEnabled())
        return;
    // The dialog stays until both are cut: no message can go out with the pictures as they were.
    m_apply->setEnabled(false);
    for (const Side *side : { &m_start, &m_end }) {
        const QSize size = outputSize(*side);
        if (!side->view->frame().isWhole() || size != side->size)
            cut(*side, size);
    }
    if (m_cutting == 0)
        accept();
}

void CropDialog::cut(const Side &side, const QSize &size)
{
    ++m_cutting;
    const QRect kept = side.view->frame().pixels();
    const QString notice = side.view->frame().isWhole()
        ? tr("Scaled from %1 to %2").arg(sizeText(side.size), sizeText(size))
        : tr("Cropped from %1 to %2").arg(sizeText(side.size), sizeText(size));
    client::then(QtConcurrent::run([path = side.path, kept, size] { return cutOut(path, kept, size); }), this,
        [this, id = side.attachmentId, notice](const QImage &picture) {
            if (!picture.isNull())
                m_cut.append({ id, picture, notice });
            if (--m_cutting > 0)
                return;
            accept(); // before the pictures change: what was shown here is done with
            for (const Cut &one : std::as_const(m_cut))
                m_composer.replace(one.attachmentId, one.picture, one.notice);
        });
}

void CropDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier) {
        apply();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace facet::ui
