#include "ui/crop/FrameWarning.h"

#include "client/composer/Composer.h"
#include "domain/CropFrame.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>
#include <QLocale>

namespace facet::ui {

namespace {

constexpr int markSize = 16; // pixels

QString sizeText(const QSize &size)
{
    const QLocale locale;
    return QStringLiteral("%1 × %2").arg(locale.toString(size.width()), locale.toString(size.height()));
}

} // namespace

FrameWarning::FrameWarning(Theme &theme, client::Composer &composer, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_mark(new Label(theme, TextRole::Body, TextTone::Warning))
    , m_text(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_crop(new Button(theme, Button::Kind::Link, tr("Crop…")))
{
    setObjectName(QStringLiteral("frameWarning"));
    setName(m_crop, QStringLiteral("Crop frames"));
    m_mark->setFixedWidth(markSize);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_crop);
    connect(m_crop, &Button::clicked, this, &FrameWarning::cropRequested);
    connect(&m_composer, &client::Composer::attachmentsChanged, this, &FrameWarning::refresh);
    connect(&m_composer, &client::Composer::draftChanged, this, &FrameWarning::refresh);
    connect(&m_theme, &Theme::changed, this, &FrameWarning::refreshMark);
    refreshMark();
    refresh();
}

void FrameWarning::refreshMark()
{
    m_mark->setPixmap(iconPixmap(Icon::Warning, m_theme.tokens().warning, markSize, devicePixelRatioF()));
}

QString FrameWarning::text() const
{
    return m_text->text();
}

void FrameWarning::refresh()
{
    const auto start = m_composer.attachmentFor(InputRole::StartFrame);
    const auto end = m_composer.attachmentFor(InputRole::EndFrame);
    const bool both = start && end && !start->size.isEmpty() && !end->size.isEmpty();
    if (!both || start->size == end->size) {
        hide();
        return;
    }
    const bool cut = m_composer.options().fit == FitMode::Crop;
    const QString sentence = sameShape(start->size, end->size)
        ? tr("The frames have different sizes (%1 and %2): they are scaled to the video's.")
        : cut ? tr("The frames have different shapes (%1 and %2): what does not fit the video is cut off.")
              : tr("The frames have different shapes (%1 and %2): one gets bars beside it.");
    m_text->setText(sentence.arg(sizeText(start->size), sizeText(end->size)));
    setAccessibleName(m_text->text());
    show();
}

} // namespace facet::ui
