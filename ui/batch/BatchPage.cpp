#include "ui/batch/BatchPage.h"

#include "client/batch/BatchCsv.h"
#include "client/composer/Composer.h"
#include "client/net/Then.h"
#include "client/spending/SpendingLimits.h"
#include "ui/batch/BatchSummary.h"
#include "ui/batch/BatchTable.h"
#include "ui/batch/BatchWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/OptionWords.h"
#include "ui/spending/LineTable.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QShortcut>
#include <QtConcurrent>

#include <algorithm>

namespace facet::ui {

namespace {

BatchTable::Row rowOf(const client::TurnRequest &turn, int number, const client::Session &session)
{
    const Quote &quote = turn.quote;
    const QString model = GenerationWords::modelName(session.catalogue(), quote.modelId);
    return { number,
        { turn.text, quote.modelId.isEmpty() ? QStringLiteral("—") : model,
            OptionWords::summary(merged(quote.options, turn.options)), BatchWords::frames(turn.attachments),
            BatchWords::cost(quote), {} },
        TextTone::Text2, false };
}

TextTone toneOf(client::BatchLine::State state)
{
    switch (state) {
    case client::BatchLine::State::Done:
    case client::BatchLine::State::Answered:
        return TextTone::Good;
    case client::BatchLine::State::Failed:
        return TextTone::Bad;
    case client::BatchLine::State::Waiting:
    case client::BatchLine::State::Sent:
    case client::BatchLine::State::Running:
    case client::BatchLine::State::Cancelled:
        break;
    }
    return TextTone::Text2;
}

} // namespace

BatchPage::BatchPage(const Parts &parts, QWidget *parent)
    : Page(parts.theme, tr("Batch"), parent)
    , m_parts(parts)
    , m_summary(new BatchSummary(parts.theme))
    , m_table(new BatchTable(this))
    , m_view(new LineTable(parts.theme, QStringLiteral("Batch lines")))
    , m_line(new Label(parts.theme, TextRole::Body, TextTone::Text2))
    , m_fix(new Button(parts.theme, Button::Kind::Secondary))
    , m_toggle(new Button(parts.theme, Button::Kind::Quiet))
{
    setObjectName(QStringLiteral("batchPage"));
    setName(m_fix, QStringLiteral("Mend line"));
    setName(m_toggle, QStringLiteral("Leave line out"));
    m_line->setWordWrap(true);
    m_line->setObjectName(QStringLiteral("batchLine"));
    m_view->setModel(m_table);
    m_view->setWeights({ 36, 16, 16, 10, 10, 22 });
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_line, 1);
    bottom->addWidget(m_fix);
    bottom->addWidget(m_toggle);
    content()->addWidget(m_summary);
    content()->addWidget(m_view, 1);
    content()->addLayout(bottom);

    connect(m_summary, &BatchSummary::accepted, this, &BatchPage::accept);
    connect(m_summary, &BatchSummary::declined, this, &BatchPage::decline);
    connect(m_summary, &BatchSummary::topUpRequested, this, &BatchPage::topUpRequested);
    client::BatchQueue *queue = &m_parts.queue;
    connect(m_summary, &BatchSummary::pauseRequested, queue, &client::BatchQueue::pause);
    connect(m_summary, &BatchSummary::cancelRestRequested, queue, &client::BatchQueue::cancelRest);
    connect(m_summary, &BatchSummary::clearRequested, this, [this] {
        m_parts.queue.clear();
        emit backRequested();
    });
    connect(queue, &client::BatchQueue::changed, this, &BatchPage::present);
    connect(queue, &client::BatchQueue::lineChanged, this, [this](int row) {
        if (!m_draft)
            refreshLine(row);
    });
    connect(m_fix, &Button::clicked, this, &BatchPage::fix);
    connect(m_toggle, &Button::clicked, this, &BatchPage::toggle);
    connect(m_view, &LineTable::chosen, this, &BatchPage::fix);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BatchPage::presentLine);
    auto *space = new QShortcut(Qt::Key_Space, m_view);
    space->setContext(Qt::WidgetShortcut);
    connect(space, &QShortcut::activated, this, &BatchPage::toggle);
    connect(&m_parts.session, &client::Session::accountChanged, this, &BatchPage::present);
    // A picture of the message may still be on its way in.
    connect(&m_parts.composer, &client::Composer::attachmentsChanged, this, [this] {
        if (m_draft && !m_sending)
            m_draft->setBase(base());
    });
    if (m_parts.limits)
        connect(m_parts.limits, &client::SpendingLimits::changed, this, &BatchPage::present);
    presentLine();
}

void BatchPage::makeDraft()
{
    delete m_draft;
    m_table->present({});
    sayNote({});
    m_draft = new client::BatchDraft({ m_parts.session, m_parts.intake, m_parts.clock }, base(), this);
    connect(m_draft, &client::BatchDraft::lineChanged, this, &BatchPage::refreshLine);
    connect(m_draft, &client::BatchDraft::changed, this, &BatchPage::present);
}

client::TurnRequest BatchPage::base() const
{
    const client::Composer &composer = m_parts.composer;
    return { composer.conversationId(), composer.agent(), {}, composer.attachments(), composer.pickedModel(),
        composer.options(), {} };
}

void BatchPage::showMessage()
{
    makeDraft();
    ++m_round;
    m_message = m_parts.composer.text();
    if (const auto set = m_draft->setWishes(client::BatchDraft::wishesIn(m_message)); !set)
        sayFailed(set.error());
    present();
}

void BatchPage::showFile(const QString &path)
{
    makeDraft();
    m_message.clear();
    present();
    const auto reading = QtConcurrent::run([path] { return client::BatchCsv::read(path); });
    client::then(reading, this, [this, round = ++m_round](const Result<client::BatchCsv> &csv) {
        if (round != m_round || !m_draft)
            return;
        if (!csv) {
            sayFailed(csv.error());
            return;
        }
        if (const auto set = m_draft->setWishes(csv->wishes, csv->folder); !set) {
            sayFailed(set.error());
            return;
        }
        QStringList said;
        if (csv->fromCp949)
            said.append(tr("The file is not UTF-8; it was read as CP949."));
        if (!csv->unknownColumns.isEmpty())
            said.append(tr("These columns mean nothing here and are left out: %1.")
                            .arg(csv->unknownColumns.join(QStringLiteral(", "))));
        sayNote(said.join(QLatin1Char(' ')));
        present();
    });
}

void BatchPage::showQueue()
{
    ++m_round;
    delete m_draft;
    present();
}

void BatchPage::enter()
{
    present();
    m_summary->focusDefault();
    if (m_draft && !m_draft->isReady())
        m_view->setFocus(Qt::OtherFocusReason);
}

QList<AskReason> BatchPage::reasons() const
{
    if (!m_parts.limits || !m_draft)
        return {};
    QList<AskReason> reasons =
        m_parts.limits->check(m_draft->base().conversationId, m_draft->total().credits).reasons;
    reasons.removeIf([](const AskReason &reason) { return reason.standing != BudgetStanding::Stop; });
    return reasons;
}

void BatchPage::present()
{
    if (m_draft)
        presentDraft();
    else if (isVisible())
        presentQueue();
    presentLine();
}

void BatchPage::presentDraft()
{
    const client::BatchTotal total = m_draft->total();
    m_summary->presentDraft(
        total, m_parts.session.account().balance.credits, total.lines > 0 ? reasons() : QList<AskReason>());
    if (m_table->rowCount() == m_draft->lines().size())
        return; // each line has told of its own changes
    QList<BatchTable::Row> rows;
    for (const client::BatchDraftLine &line : m_draft->lines()) {
        BatchTable::Row row{ line.wish.number, { line.wish.prompt, {}, {}, {}, {}, tr("Looking at it…") },
            TextTone::Text2, false };
        rows.append(row);
    }
    m_table->present(rows);
    for (int row = 0; row < rows.size(); ++row)
        refreshLine(row);
    if (!rows.isEmpty())
        m_view->selectRow(0);
}

void BatchPage::presentQueue()
{
    m_summary->presentQueue(m_parts.queue);
    const QList<client::BatchLine> &lines = m_parts.queue.lines();
    QList<BatchTable::Row> rows;
    for (int n = 0; n < lines.size(); ++n) {
        BatchTable::Row row = rowOf(lines.at(n).turn, n + 1, m_parts.session);
        row.cells[BatchTable::State] = BatchWords::state(lines.at(n));
        row.tone = toneOf(lines.at(n).state);
        row.quiet = lines.at(n).state == client::BatchLine::State::Cancelled;
        rows.append(row);
    }
    m_table->present(rows);
}

void BatchPage::refreshLine(int n)
{
    if (!m_draft) {
        if (n < m_parts.queue.lines().size() && m_table->rowCount() == m_parts.queue.lines().size()) {
            const client::BatchLine &line = m_parts.queue.lines().at(n);
            BatchTable::Row row = rowOf(line.turn, n + 1, m_parts.session);
            row.cells[BatchTable::State] = BatchWords::state(line);
            row.tone = toneOf(line.state);
            row.quiet = line.state == client::BatchLine::State::Cancelled;
            m_table->change(n, row);
        }
    } else if (n < m_draft->lines().size() && m_draft->lines().at(n).checked) {
        const client::BatchDraftLine &line = m_draft->lines().at(n);
        BatchTable::Row row = rowOf(line.turn, line.wish.number, m_parts.session);
        row.quiet = !line.isSent();
        if (!line.included) {
            row.cells[BatchTable::State] = tr("Left out");
        } else if (line.problem) {
            row.cells[BatchTable::State] = BatchWords::problem(line, m_parts.session);
            row.cells[BatchTable::Cost] = QStringLiteral("—");
            row.tone = TextTone::Warning;
        } else {
            row.cells[BatchTable::State] = tr("Ready");
            row.tone = TextTone::Good;
        }
        m_table->change(n, row);
    }
    if (n == current())
        presentLine();
}

int BatchPage::current() const
{
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
}

void BatchPage::presentLine()
{
    const int row = current();
    const bool isDraft = m_draft && row >= 0 && row < m_draft->lines().size();
    m_toggle->setVisible(isDraft);
    m_fix->setVisible(false);
    if (!isDraft) {
        const bool isLine = !m_draft && row >= 0 && row < m_parts.queue.lines().size();
        m_line->setText(isLine ? BatchWords::state(m_parts.queue.lines().at(row)) : QString());
        return;
    }
    const client::BatchDraftLine &line = m_draft->lines().at(row);
    m_toggle->setText(line.included ? tr("Leave out (Space)") : tr("Take in (Space)"));
    m_line->setText(BatchWords::problem(line, m_parts.session));
    if (!line.problem || !line.included)
        return;
    const QString fix = BatchWords::fix(*line.problem, m_parts.session);
    m_fix->setText(fix);
    m_fix->setVisible(!fix.isEmpty());
}

void BatchPage::fix()
{
    const int row = current();
    if (!m_draft || row < 0 || row >= m_draft->lines().size() || !m_draft->lines().at(row).problem)
        return;
    const client::BatchProblem problem = *m_draft->lines().at(row).problem;
    if (problem.kind != client::BatchProblem::Kind::MissingFile
        && problem.kind != client::BatchProblem::Kind::UnreadableFile) {
        m_draft->fix(row);
        return;
    }
    m_parts.files.chooseImages(
        this, FileChooser::Many::One, [draft = m_draft, row](const QStringList &paths) {
            if (draft && !paths.isEmpty())
                draft->useFile(row, paths.constFirst());
        });
}

void BatchPage::toggle()
{
    const int row = current();
    if (m_draft && row >= 0 && row < m_draft->lines().size())
        m_draft->setIncluded(row, !m_draft->lines().at(row).included);
}

void BatchPage::accept()
{
    if (m_draft)
        send();
    else
        m_parts.queue.resume();
}

void BatchPage::send()
{
    const QList<client::TurnRequest> turns = m_draft->turns();
    if (m_sending || turns.isEmpty() || !m_draft->isReady())
        return;
    const QList<AskReason> said = reasons();
    const bool overBudget = std::any_of(said.begin(), said.end(),
        [](const AskReason &reason) { return reason.kind != AskReason::Kind::AskAbove; });
    m_sending = true;
    client::then(m_parts.queue.add(turns, overBudget), this, [this](const Result<void> &added) {
        m_sending = false;
        if (!added) {
            sayFailed(added.error());
            return;
        }
        // The message has become the batch; one that was changed meanwhile is another.
        if (!m_message.isEmpty() && m_parts.composer.text() == m_message)
            m_parts.composer.take();
        showQueue();
        m_summary->focusDefault();
    });
}

void BatchPage::decline()
{
    showQueue();
    emit backRequested();
}

} // namespace facet::ui
