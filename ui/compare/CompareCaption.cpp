#include "ui/compare/CompareCaption.h"

#include "ui/chat/GenerationWords.h"
#include "ui/player/Timecode.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace facet::ui {

CompareCaption::CompareCaption(Theme &theme, ComparePlayer::Side side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_model(new ElidedLabel(theme, TextRole::BodyStrong, TextTone::Text1, {}, this))
    , m_facts(new Label(theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_charge(new Label(theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_word(new Label(theme, TextRole::Small, TextTone::Text2, {}, this))
    , m_keep(new Button(theme, Button::Kind::Secondary, tr("Keep this"), this))
{
    m_keep->setGlyph(Icon::Check);
    m_keep->setToolTip(tr("Go on with this one: it is shown in the preview. The other stays as well."));
    setName(m_keep, side == ComparePlayer::Side::A ? QStringLiteral("Keep A") : QStringLiteral("Keep B"));
    m_word->setWordWrap(true);
    m_word->setObjectName(
        side == ComparePlayer::Side::A ? QStringLiteral("wordOfA") : QStringLiteral("wordOfB"));
    m_word->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *words = new QWidget(this);
    auto *flow = new FlowLayout(words, 8);
    for (QWidget *word : std::initializer_list<QWidget *>{ m_model, m_facts, m_charge })
        flow->addWidget(word);
    row->addWidget(words, 1);
    row->addWidget(m_keep, 0, Qt::AlignTop);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(2, 0, 2, 0);
    box->setSpacing(2);
    box->addLayout(row);
    box->addWidget(m_word);
    connect(m_keep, &Button::clicked, this, &CompareCaption::kept);
}

void CompareCaption::present(const CompareItem &item, const Catalogue &catalogue)
{
    m_item = item;
    m_info = {};
    m_model->setFullText(GenerationWords::modelName(catalogue, item.record.generation.modelId));
    m_charge->setText(GenerationWords::charge(item.record));
    m_charge->setTone(GenerationWords::isFree(item.record) ? TextTone::Good : TextTone::Text2);
    m_word->hide();
    refresh();
}

void CompareCaption::setInfo(const client::VideoInfo &info, qint64 heldSince)
{
    m_info = info;
    refresh();
    if (heldSince < 0) {
        m_word->hide();
        return;
    }
    m_word->setText(m_side == ComparePlayer::Side::A
            ? tr("A ended at %1; its last frame stays.").arg(timecode(heldSince))
            : tr("B ended at %1; its last frame stays.").arg(timecode(heldSince)));
    m_word->show();
}

void CompareCaption::sayProblem(const QString &sentence)
{
    m_word->setText(sentence);
    m_word->show();
}

void CompareCaption::refresh()
{
    QStringList facts;
    if (m_item.record.generation.assets.size() > 1)
        facts << tr("take %1").arg(m_item.take + 1);
    if (m_info.durationUs > 0)
        facts << tr("%1 s").arg(QLocale().toString(static_cast<double>(m_info.durationMs()) / 1000, 'g', 4));
    if (m_info.rate.frames > 0)
        facts << tr("%1 fps").arg(QLocale().toString(m_info.rate.value(), 'g', 4));
    m_facts->setText(facts.join(tr(" · ", "between facts")));
}

} // namespace facet::ui
