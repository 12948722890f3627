#include "client/batch/BatchDraft.h"

#include "client/media/ImageIntake.h"
#include "client/net/Then.h"
#include "client/session/Session.h"

#include <QElapsedTimer>
#include <QUuid>

#include <algorithm>
#include <numeric>

namespace facet::client {

namespace {

constexpr int sliceMs = 4; // of the window's thread at a time
const QChar lineBreak = u'\n';

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

BatchDraft::BatchDraft(Needs needs, const TurnRequest &base, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_base(base)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &BatchDraft::checkSome);
    // What is offered and what it takes may be another thing now.
    connect(&needs.session, &Session::catalogueChanged, this, &BatchDraft::checkAll);
    connect(&needs.session, &Session::accountChanged, this, &BatchDraft::checkAll);
}

void BatchDraft::setBase(const TurnRequest &base)
{
    m_base = base;
    checkAll();
}

int BatchDraft::promptsIn(const QString &text)
{
    const QList<QStringView> lines = QStringView(text).split(lineBreak);
    return static_cast<int>(std::count_if(
        lines.begin(), lines.end(), [](QStringView line) { return !line.trimmed().isEmpty(); }));
}

QList<BatchWish> BatchDraft::wishesIn(const QString &text)
{
    QList<BatchWish> wishes;
    int number = 0;
    for (const QStringView line : QStringView(text).split(lineBreak)) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        BatchWish wish;
        wish.number = number;
        wish.prompt = line.trimmed().toString();
        wishes.append(wish);
    }
    return wishes;
}

Result<void> BatchDraft::setWishes(const QList<BatchWish> &wishes, const QString &folder)
{
    if (wishes.size() > mostLines) {
        return fail(ErrorKind::Unsupported,
            tr("A batch has up to %1 lines, and this one has %2. Split it into smaller ones.")
                .arg(mostLines)
                .arg(wishes.size()),
            {}, QStringLiteral("batch_too_long"));
    }
    ++m_round;
    m_folder = folder;
    m_lines.clear();
    m_pictures.clear();
    m_reading = 0;
    for (const BatchWish &wish : wishes) {
        BatchDraftLine line;
        line.wish = wish;
        m_lines.append(line);
    }
    checkAll();
    return {};
}

void BatchDraft::checkAll()
{
    m_unchecked.resize(m_lines.size());
    std::iota(m_unchecked.begin(), m_unchecked.end(), 0);
    m_next.start(0);
}

void BatchDraft::touch(int row)
{
    if (m_unchecked.contains(row))
        return;
    m_lines[row].checked = false;
    m_unchecked.append(row);
    m_next.start(0);
}

void BatchDraft::checkSome()
{
    QElapsedTimer slice;
    slice.start();
    while (!m_unchecked.isEmpty() && !slice.hasExpired(sliceMs)) {
        const int row = m_unchecked.takeFirst();
        check(row);
        emit lineChanged(row);
    }
    if (!m_unchecked.isEmpty())
        m_next.start(0);
    else
        emit changed();
}

BatchTotal BatchDraft::total() const
{
    BatchTotal total;
    for (const BatchDraftLine &line : m_lines) {
        if (!line.included) {
            ++total.leftOut;
        } else if (!line.checked) {
            ++total.unchecked;
        } else if (line.problem) {
            ++total.problems;
        } else {
            ++total.lines;
            total.covered += line.turn.quote.covered ? 1 : 0;
            if (total.credits && line.turn.quote.totalCredits)
                *total.credits += *line.turn.quote.totalCredits;
            else
                total.credits.reset();
        }
    }
    return total;
}

void BatchDraft::setIncluded(int row, bool included)
{
    if (row < 0 || row >= m_lines.size() || m_lines.at(row).included == included)
        return;
    m_lines[row].included = included;
    emit lineChanged(row);
    emit changed();
}

void BatchDraft::fix(int row)
{
    if (row < 0 || row >= m_lines.size() || !m_lines.at(row).problem || !m_lines.at(row).problem->fix)
        return;
    const BatchProblem problem = *m_lines.at(row).problem;
    BatchWish &wish = m_lines[row].wish;
    switch (problem.kind) {
    case BatchProblem::Kind::UnknownModel:
        wish.model = *problem.fix;
        break;
    case BatchProblem::Kind::BadSeconds:
    case BatchProblem::Kind::TooLong:
        wish.seconds = *problem.fix;
        break;
    case BatchProblem::Kind::UnknownResolution:
        wish.resolution = *problem.fix;
        break;
    case BatchProblem::Kind::NoPrompt:
    case BatchProblem::Kind::MissingFile:
    case BatchProblem::Kind::UnreadableFile:
    case BatchProblem::Kind::SeveralSteps:
    case BatchProblem::Kind::NothingToMake:
    case BatchProblem::Kind::CannotBeSent:
        return; // have no fix of this kind
    }
    touch(row);
}

void BatchDraft::useFile(int row, const QString &path)
{
    if (row < 0 || row >= m_lines.size() || !m_lines.at(row).problem)
        return;
    BatchDraftLine &line = m_lines[row];
    if (line.problem->role == InputRole::StartFrame)
        line.wish.start = path;
    else if (line.problem->role == InputRole::EndFrame)
        line.wish.end = path;
    else
        return;
    touch(row);
}

std::optional<Result<Attachment>> BatchDraft::picture(const QString &path, const PictureWork &work)
{
    const QString key = QStringLiteral("%1/%2/%3").arg(work.maxPixels).arg(work.maxBytes).arg(path);
    if (const auto known = m_pictures.constFind(key); known != m_pictures.constEnd())
        return *known;
    m_pictures.insert(key, std::nullopt);
    ++m_reading;
    then(m_needs.intake.readFile(path, work), this,
        [this, key, round = m_round](const Result<Attachment> &result) {
            if (round != m_round)
                return;
            --m_reading;
            m_pictures.insert(key, result);
            for (int row = 0; row < m_lines.size(); ++row) {
                if (!m_lines.at(row).checked)
                    touch(row);
            }
            m_next.start(0);
        });
    return {};
}

QList<TurnRequest> BatchDraft::turns() const
{
    QList<TurnRequest> turns;
    for (const BatchDraftLine &line : m_lines) {
        if (!line.isSent())
            continue;
        TurnRequest turn = line.turn;
        turn.messageId = newId();
        for (Attachment &attachment : turn.attachments)
            attachment.id = newId();
        turns.append(turn);
    }
    return turns;
}

} // namespace facet::client
