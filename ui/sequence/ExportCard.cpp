#include "ui/sequence/ExportCard.h"

#include "client/net/Then.h"
#include "client/sequence/Sequence.h"
#include "ui/preview/FactsGrid.h"
#include "ui/sequence/SequenceWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace facet::ui {

ExportCard::ExportCard(Theme &theme, client::Sequence &sequence, client::SequenceExporter &exporter,
    std::function<client::SequenceExporter::Target()> target, QWidget *parent)
    : Card(theme, Fill::Raised, Theme::cardRadius, parent)
    , m_sequence(sequence)
    , m_exporter(exporter)
    , m_target(std::move(target))
    , m_words(new Label(theme, TextRole::Body, TextTone::Text1))
    , m_progress(new ProgressLine(theme))
    , m_go(new Button(theme, Button::Kind::Primary))
    , m_back(new Button(theme, Button::Kind::Secondary))
{
    setObjectName(QStringLiteral("exportCard"));
    m_words->setObjectName(QStringLiteral("exportWords"));
    m_words->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_go);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(10);
    box->addWidget(m_words);
    box->addWidget(m_progress);
    box->addLayout(buttons);
    connect(m_go, &Button::clicked, this, &ExportCard::act);
    connect(m_back, &Button::clicked, this, &ExportCard::leave);
    connect(&m_sequence, &client::Sequence::changed, this, &ExportCard::sequenceChanged);
    sequenceChanged();
}

void ExportCard::enter(State state, const QString &words)
{
    m_state = state;
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_words->setTone(state == State::Failed ? TextTone::Bad : TextTone::Text1);
    m_progress->setVisible(state == State::Planning || state == State::Running);
    m_progress->setValue({});
    const auto button = [](Button *which, const QString &text, const QString &name) {
        which->setVisible(!text.isEmpty());
        which->setText(text);
        if (!name.isEmpty())
            setName(which, name);
        which->updateGeometry();
    };
    switch (state) {
    case State::Idle:
        button(m_go, tr("Export as one video…"), QStringLiteral("Export sequence"));
        button(m_back, {}, {});
        break;
    case State::Planning:
        button(m_go, {}, {});
        button(m_back, {}, {});
        break;
    case State::Planned:
        button(m_go, tr("Export"), QStringLiteral("Export"));
        button(m_back, tr("Not now"), QStringLiteral("Not now"));
        break;
    case State::Running:
        button(m_go, {}, {});
        button(m_back, tr("Cancel"), QStringLiteral("Cancel export"));
        break;
    case State::Done:
        button(m_go, tr("Show in folder"), QStringLiteral("Show export in folder"));
        button(m_back, tr("Close"), QStringLiteral("Close export"));
        break;
    case State::Failed:
        button(m_go, tr("Try again"), QStringLiteral("Try export again"));
        button(m_back, tr("Close"), QStringLiteral("Close export"));
        break;
    }
    m_go->setEnabled(m_sequence.rowCount() > 1 || state == State::Done);
}

void ExportCard::sequenceChanged()
{
    if (m_state == State::Running)
        return; // it goes on with the order that it began with
    ++m_round;
    enter(State::Idle,
        m_sequence.rowCount() < 2 ? tr("Two clips or more can be exported as one video.") : QString());
}

void ExportCard::act()
{
    switch (m_state) {
    case State::Idle:
    case State::Failed:
        return plan();
    case State::Planned:
        return start();
    case State::Done:
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).absolutePath()));
        return;
    case State::Planning:
    case State::Running:
        return;
    }
}

void ExportCard::leave()
{
    if (m_state == State::Running && m_export)
        m_export->cancel();
    else
        sequenceChanged();
}

void ExportCard::plan()
{
    const int round = ++m_round;
    enter(State::Planning, tr("Looking at the clips…"));
    client::then(
        m_exporter.plan(m_sequence.paths()), this, [this, round](const Result<client::ExportPlan> &plan) {
            if (round != m_round)
                return;
            if (!plan) {
                enter(State::Failed, plan.error().sentence);
                return;
            }
            m_plan = *plan;
            enter(State::Planned, SequenceWords::plan(m_plan));
            m_go->setFocus();
        });
}

void ExportCard::start()
{
    enter(State::Running, tr("Exporting…"));
    m_export = m_exporter.start(m_plan, m_target(), this);
    connect(m_export, &client::SequenceExport::progressed, this, [this](double fraction) {
        m_progress->setValue(fraction);
        m_words->setText(tr("Exporting… %1 %").arg(QLocale().toString(qRound(fraction * 100))));
    });
    connect(m_export, &client::SequenceExport::finished, this, &ExportCard::finished);
}

void ExportCard::finished(const Result<QString> &path)
{
    if (m_export)
        m_export->deleteLater();
    if (path) {
        m_path = *path;
        enter(State::Done, tr("Saved as %1.").arg(shortPath(m_path)));
    } else if (path.error().kind == ErrorKind::Cancelled) {
        m_state = State::Idle;
        sequenceChanged();
    } else {
        enter(State::Failed, path.error().sentence);
    }
}

} // namespace facet::ui
