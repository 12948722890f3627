#include "domain/PromptReader.h"

#include "domain/PromptParts.h"
#include "domain/PromptSteps.h"

#include <algorithm>
#include <iterator>

namespace facet {

namespace {

// All in UTF-16 units.
constexpr qsizetype readAtMost = 20'000; ///< what stands further in is a pasted book
constexpr qsizetype oneWhole = 700; ///< up to this, a message is one piece
constexpr qsizetype longestPiece = 400;
constexpr qsizetype stepsWithin = 2000; ///< a longer message asks for one generation
constexpr qsizetype opening = 300; ///< of a long message, what tells its subject
constexpr qsizetype closing = 200;

bool isNegated(const QString &text, const AliasHit &hit)
{
    static const QRegularExpression before = detail::pattern(
        "(?:\\bnot|\\bdon[’']?t use|\\bdo not use|\\bwithout|\\binstead of|\\brather than|\\bexcept|\\bavoid|\\bno)"
        "\\s+(?:the\\s+|using\\s+|with\\s+)?$");
    static const QRegularExpression after = detail::pattern(
        "^\\s*(?:으로|로|을|를|은|는|이|가)?\\s*(?:말고|대신|빼고|아니라|아닌|없이|제외|쓰지|사용하지)");
    const qsizetype from = std::max<qsizetype>(0, hit.start - 24);
    return before.match(text.mid(from, hit.start - from)).hasMatch()
        || after.match(text.mid(hit.start + hit.length, 12)).hasMatch();
}

bool endsSentence(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c == u'\n')
        return true;
    const bool stop = c == u'.' || c == u'!' || c == u'?' || c == u'。' || c == u'？' || c == u'！';
    return stop && (i + 1 == text.size() || text[i + 1].isSpace()); // not the point of "2.3"
}

/// Where a sentence that is too long to be one is cut: at its last space.
qsizetype cutOf(QStringView text, qsizetype from)
{
    for (qsizetype i = from + longestPiece - 1; i > from; --i) {
        if (text[i].isSpace())
            return i + 1;
    }
    return from + longestPiece;
}

} // namespace

QList<QStringView> PromptReader::piecesOf(QStringView prompt)
{
    prompt = prompt.left(readAtMost);
    if (prompt.size() <= oneWhole)
        return { prompt };
    QList<QStringView> pieces;
    qsizetype start = 0;
    for (qsizetype i = 0; i < prompt.size(); ++i) {
        if (i - start >= longestPiece) {
            const qsizetype cut = cutOf(prompt, start);
            pieces.append(prompt.mid(start, cut - start));
            start = cut;
        }
        if (endsSentence(prompt, i)) {
            pieces.append(prompt.mid(start, i + 1 - start));
            start = i + 1;
        }
    }
    if (start < prompt.size())
        pieces.append(prompt.mid(start));
    return pieces;
}

PromptReader::Piece PromptReader::readPiece(QStringView raw, const Catalogue &catalogue)
{
    Piece piece;
    piece.raw = raw.toString();
    // Names of files and messages from a Mac arrive with Hangul taken apart.
    const QString text = piece.raw.normalized(QString::NormalizationForm_C).toLower();
    piece.masked = text;
    const QList<AliasHit> hits = catalogue.namesIn(text);
    for (const AliasHit &hit : hits) {
        const ModelKind kind = catalogue.models()[hit.model].kind;
        // "A band plays music" is a picture of a band unless the message asks for music as such.
        const bool commonWord = kind == ModelKind::Audio || kind == ModelKind::Tool;
        if (!isNegated(text, hit))
            piece.names.append({ hit.model, commonWord });
        // "Music" and "upscale" name a model and a kind of work: those stay readable.
        if (kind == ModelKind::Video || kind == ModelKind::Image)
            piece.masked.replace(hit.start, hit.length, QString(hit.length, u'¤'));
    }
    if (!detail::maySayOptions(piece.masked))
        return piece;
    if (const auto length = detail::durationIn(piece.masked)) {
        piece.options.durationS = length->seconds;
        piece.plainLength = length->plainly;
    }
    piece.options.count = detail::countIn(piece.masked);
    piece.options.aspectRatio = detail::aspectRatioIn(piece.masked);
    piece.options.resolution = detail::resolutionIn(piece.masked);
    piece.options.audio = detail::audioIn(piece.masked);
    return piece;
}

void PromptReader::takePieces(const QList<QStringView> &raw, const Catalogue &catalogue)
{
    if (m_catalogue.models().constData() != catalogue.models().constData()) {
        m_catalogue = catalogue; // kept, so that the address stands for this one only
        m_pieces.clear();
    }
    const auto count = static_cast<std::size_t>(raw.size());
    const std::size_t most = std::min(m_pieces.size(), count);
    const auto now = [&raw](std::size_t i) { return raw[static_cast<qsizetype>(i)]; };
    std::size_t front = 0;
    while (front < most && m_pieces[front].raw == now(front))
        ++front;
    std::size_t back = 0;
    while (back < most - front && m_pieces[m_pieces.size() - 1 - back].raw == now(count - 1 - back))
        ++back;
    if (front == count && count == m_pieces.size())
        return;
    std::vector<Piece> pieces;
    pieces.reserve(count);
    std::move(
        m_pieces.begin(), m_pieces.begin() + static_cast<std::ptrdiff_t>(front), std::back_inserter(pieces));
    for (std::size_t i = front; i < count - back; ++i)
        pieces.push_back(readPiece(now(i), catalogue));
    std::move(m_pieces.end() - static_cast<std::ptrdiff_t>(back), m_pieces.end(), std::back_inserter(pieces));
    m_pieces = std::move(pieces);
}

QString PromptReader::subjectText() const
{
    if (m_pieces.size() == 1)
        return m_pieces.front().masked;
    QString head;
    std::size_t from = 0;
    for (; from < m_pieces.size() && head.size() < opening; ++from)
        head += m_pieces[from].masked;
    QString tail;
    for (std::size_t i = m_pieces.size(); i > from && tail.size() < closing; --i)
        tail.prepend(m_pieces[i - 1].masked);
    return head + tail;
}

void PromptReader::findSubject(bool hasVideoToEdit)
{
    const QString text = subjectText();
    if (m_subject.known && m_subject.text == text && m_subject.hasVideoToEdit == hasVideoToEdit)
        return;
    m_subject.known = true;
    m_subject.text = text;
    m_subject.hasVideoToEdit = hasVideoToEdit;
    m_subject.kind = detail::kindIn(text);
    m_subject.editsElementInVideo = detail::editsElementInVideo(text, hasVideoToEdit);
    m_subject.asksForGeneration = m_subject.editsElementInVideo || detail::asksForGeneration(text);
}

PromptWords PromptReader::read(QStringView prompt, const Catalogue &catalogue, bool hasVideoToEdit)
{
    PromptWords words = readOne(prompt, catalogue, hasVideoToEdit);
    if (!words.asksForGeneration || words.editsElementInVideo || prompt.size() > stepsWithin)
        return words;
    words.steps = detail::stepsIn(prompt.toString().normalized(QString::NormalizationForm_C), catalogue);
    for (PromptStep &step : words.steps) {
        const PromptWords own = PromptReader().readOne(step.text, catalogue, false);
        if (!step.modelId)
            step.modelId = own.modelId;
        if (!step.count)
            step.count = own.count;
        step.durationS = own.durationS;
        step.aspectRatio = own.aspectRatio;
        step.resolution = own.resolution;
        step.audio = own.audio;
    }
    return words;
}

PromptWords PromptReader::readOne(QStringView prompt, const Catalogue &catalogue, bool hasVideoToEdit)
{
    takePieces(piecesOf(prompt), catalogue);
    findSubject(hasVideoToEdit);
    PromptWords words;
    words.kind = m_subject.kind;
    words.editsElementInVideo = m_subject.editsElementInVideo;
    words.asksForGeneration = m_subject.asksForGeneration;
    const auto take = [](auto &to, const auto &said) {
        if (said)
            to = said; // people correct themselves
    };
    for (const Piece &piece : m_pieces) {
        for (const Name &name : piece.names) {
            const Model &model = catalogue.models()[name.model];
            if (!name.commonWord || words.kind == model.kind)
                words.modelId = model.id;
        }
        if (piece.plainLength || !words.durationS)
            take(words.durationS, piece.options.durationS);
        take(words.count, piece.options.count);
        take(words.aspectRatio, piece.options.aspectRatio);
        take(words.resolution, piece.options.resolution);
        if (words.kind != ModelKind::Audio)
            take(words.audio, piece.options.audio);
    }
    return words;
}

PromptWords readPromptWords(QStringView prompt, const Catalogue &catalogue, bool hasVideoToEdit)
{
    return PromptReader().read(prompt, catalogue, hasVideoToEdit);
}

} // namespace facet
