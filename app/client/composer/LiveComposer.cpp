#include "client/composer/LiveComposer.h"

#include "client/chat/Conversations.h"
#include "client/composer/RemoteInputs.h"
#include "client/net/Then.h"
#include "client/session/Session.h"

#include <QUuid>

#include <algorithm>

namespace facet::client {

namespace {

constexpr int saveEveryMs = 250; // while somebody types; the first change is saved at once
constexpr int confirmAfterMs = 300;
const QString lastAgentName = QStringLiteral("last_agent");

} // namespace

LiveComposer::LiveComposer(Needs needs, QObject *parent)
    : Composer(parent)
    , m_needs(std::move(needs))
    , m_drafts(&m_needs.database)
    , m_facts(&m_needs.database)
{
    m_saveTimer.setInterval(saveEveryMs);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] {
        if (m_unsaved)
            save();
        else
            m_saveTimer.stop();
    });
    m_confirmTimer.setSingleShot(true);
    m_confirmTimer.setInterval(confirmAfterMs);
    connect(&m_confirmTimer, &QTimer::timeout, this, &LiveComposer::confirm);

    if (m_needs.http) {
        m_remote = std::make_unique<RemoteInputs>(*m_needs.http);
        connect(m_remote.get(), &RemoteInputs::arrived, this,
            [this](const QString &id, const Result<RemoteFile::Content> &content) {
                arrived(
                    id, content.map(&RemoteFile::Content::bytes), content ? content->fileName : QString());
            });
    }
    connect(&m_needs.conversations, &Conversations::currentChanged, this, &LiveComposer::openCurrent);
    connect(&m_needs.session, &Session::accountChanged, this, &LiveComposer::recompute);
    connect(&m_needs.session, &Session::catalogueChanged, this, &LiveComposer::recompute);
    connect(&m_needs.session, &Session::stateChanged, this, &LiveComposer::recompute);
    readLastAgent();
    openCurrent();
    recompute();
}

LiveComposer::~LiveComposer()
{
    leave();
}

bool LiveComposer::hasSomething() const
{
    return !m_draft.text.trimmed().isEmpty()
        || std::any_of(m_draft.attachments.begin(), m_draft.attachments.end(),
            [](const Attachment &a) { return !a.aside; });
}

bool LiveComposer::canSend() const
{
    const bool allRead =
        std::all_of(m_draft.attachments.begin(), m_draft.attachments.end(), [this](const Attachment &a) {
            return a.aside || (a.state == Attachment::State::Ready && !isTooLarge(a));
        });
    const bool open = m_quote.sendable || (!m_confirmed && blockedForCredits(m_quote));
    return !m_loading && !m_draft.conversationId.isEmpty() && hasSomething() && allRead
        && m_needs.session.state() == Session::State::Ready && open;
}

void LiveComposer::readLastAgent()
{
    then(m_facts.remembered(lastAgentName), this, [this](const Result<QString> &name) {
        const auto agent = name ? agentFromWire(*name) : std::nullopt;
        if (!agent || m_agentChosen)
            return;
        m_lastAgent = *agent;
        // A conversation that was opened before the disk answered has its own agent, or takes this one.
        if (m_loading && !m_touched && m_draft.agent != *agent) {
            m_draft.agent = *agent;
            sayEverything();
        }
    });
}

void LiveComposer::openCurrent()
{
    const QString id = m_needs.conversations.currentId();
    if (id.isEmpty() || id == m_draft.conversationId)
        return;
    leave();
    m_touched = false;
    if (m_elsewhere.contains(id)) {
        m_draft = m_elsewhere.take(id);
        m_loading = m_unmerged.remove(id);
        m_touched = m_loading;
    } else {
        // A conversation without a draft begins with the agent that was used last.
        m_draft = {};
        m_draft.conversationId = id;
        m_draft.agent = m_lastAgent;
        m_loading = true;
        then(m_drafts.load(id), this,
            [this, id](const Result<std::optional<StoredDraft>> &draft) { loaded(id, draft); });
    }
    sayEverything();
}

void LiveComposer::merge(StoredDraft &mine, const std::optional<StoredDraft> &stored, bool touched)
{
    if (!stored)
        return;
    if (!touched) {
        mine = *stored;
        return;
    }
    // Changed in the few milliseconds until the disk answered: nothing of either is lost.
    mine.text = stored->text + mine.text;
    mine.attachments = stored->attachments + mine.attachments;
}

void LiveComposer::loaded(const QString &conversationId, const Result<std::optional<StoredDraft>> &draft)
{
    if (m_unmerged.remove(conversationId)) { // left again before the disk answered
        StoredDraft &mine = m_elsewhere[conversationId];
        if (draft)
            merge(mine, *draft, true);
        m_drafts.save(mine);
        if (!isReading(mine))
            m_elsewhere.remove(conversationId);
        return;
    }
    if (conversationId != m_draft.conversationId || !m_loading)
        return;
    m_loading = false;
    if (!draft)
        emit refused(draft.error());
    else
        merge(m_draft, *draft, m_touched);
    if (m_touched)
        saveSoon();
    // A picture that is gone from the profile's folder cannot be sent, and is said once.
    QList<Attachment> &attachments = m_draft.attachments;
    for (qsizetype i = attachments.size() - 1; i >= 0; --i) {
        if (attachments.at(i).state != Attachment::State::Failed)
            continue;
        const Attachment gone = attachments.takeAt(i);
        if (gone.error)
            emit refused(*gone.error);
    }
    sayEverything();
}

void LiveComposer::leave()
{
    if (m_draft.conversationId.isEmpty())
        return;
    m_saveTimer.stop();
    const bool unsaved = std::exchange(m_unsaved, false);
    if (m_loading) {
        if (m_touched) {
            m_elsewhere.insert(m_draft.conversationId, m_draft);
            m_unmerged.insert(m_draft.conversationId);
        }
        return;
    }
    if (unsaved)
        save();
    if (isReading(m_draft))
        m_elsewhere.insert(m_draft.conversationId, m_draft);
}

bool LiveComposer::isReading(const StoredDraft &draft)
{
    return std::any_of(draft.attachments.begin(), draft.attachments.end(), [](const Attachment &a) {
        return a.state == Attachment::State::Reading || a.state == Attachment::State::Working;
    });
}

/// At once after a rest, so that a crash right after a key or a paste loses nothing; then every so often.
void LiveComposer::saveSoon()
{
    m_unsaved = true;
    if (m_saveTimer.isActive())
        return;
    save();
    m_saveTimer.start();
}

void LiveComposer::save()
{
    if (m_loading)
        return; // what is on disk is not known yet; loaded() saves both
    m_unsaved = false;
    then(m_drafts.save(m_draft), this, [this](const Result<void> &saved) {
        if (!saved)
            emit refused(saved.error());
    });
}

void LiveComposer::changed()
{
    m_touched = true;
    m_draft.priceWas.reset(); // it is another message now
    saveSoon();
    recompute();
}

void LiveComposer::sayEverything()
{
    emit textChanged();
    emit draftChanged();
    emit attachmentsChanged();
    recompute();
}

void LiveComposer::setText(const QString &text)
{
    if (text == m_draft.text)
        return;
    m_draft.text = text;
    emit textChanged();
    changed();
}

void LiveComposer::useAgent(AgentVersion agent)
{
    m_agentChosen = true;
    if (agent == m_lastAgent)
        return;
    m_lastAgent = agent;
    m_facts.remember(lastAgentName, wireName(agent));
}

void LiveComposer::setAgent(AgentVersion agent)
{
    useAgent(agent);
    if (agent == m_draft.agent)
        return;
    m_draft.agent = agent;
    emit draftChanged();
    changed();
}

void LiveComposer::pickModel(const std::optional<QString> &modelId)
{
    if (modelId == m_draft.modelId)
        return;
    m_draft.modelId = modelId;
    sortOut();
    emit draftChanged();
    changed();
}

void LiveComposer::setOptions(const Options &options)
{
    if (options == m_draft.options)
        return;
    m_draft.options = options;
    emit draftChanged();
    changed();
}

void LiveComposer::apply(const Suggestion &suggestion)
{
    Options options = m_draft.options;
    bool isNumber = false;
    const int number = suggestion.to.toInt(&isNumber);
    switch (suggestion.kind) {
    case SuggestionKind::SwitchAgent:
        if (const auto agent = agentFromWire(suggestion.to))
            setAgent(*agent);
        return;
    case SuggestionKind::UseModel:
        pickModel(suggestion.to);
        return;
    case SuggestionKind::Shorten:
        if (isNumber)
            options.durationS = number;
        break;
    case SuggestionKind::LowerResolution:
        options.resolution = suggestion.to;
        break;
    case SuggestionKind::LowerCount:
        if (isNumber)
            options.count = number;
        break;
    case SuggestionKind::AttachImage:
    case SuggestionKind::AddFrame:
    case SuggestionKind::TopUp:
    case SuggestionKind::ChangePlan:
    case SuggestionKind::Other:
        return; // the window's to do
    }
    setOptions(options);
}

TurnRequest LiveComposer::draft() const
{
    return { m_draft.conversationId, m_draft.agent, m_draft.text, m_draft.attachments, m_draft.modelId,
        m_draft.options, m_quote };
}

void LiveComposer::restore(const TurnRequest &request)
{
    m_draft.text = request.text;
    m_draft.attachments = request.attachments;
    m_draft.attachments.removeIf([](const Attachment &a) { return a.state != Attachment::State::Ready; });
    // An attachment belongs to one draft or message: what is attached twice is two.
    for (Attachment &attachment : m_draft.attachments)
        attachment.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_draft.modelId = request.modelId;
    m_draft.options = request.options;
    m_draft.agent = request.agent;
    useAgent(request.agent);
    m_touched = true;
    m_draft.priceWas.reset();
    sortOut();
    save();
    sayEverything();
}

TurnRequest LiveComposer::take()
{
    useAgent(m_draft.agent);
    TurnRequest turn{ m_draft.conversationId, m_draft.agent, m_draft.text.trimmed(), attachments(),
        m_draft.modelId, m_draft.options, m_quote };
    m_draft.text.clear();
    m_draft.attachments.removeIf([](const Attachment &a) { return !a.aside; });
    m_draft.priceWas.reset();
    m_touched = true;
    // The message is stored by whoever sends it; until then the draft on disk still holds it.
    m_unsaved = true;
    m_saveTimer.start();
    emit textChanged();
    emit attachmentsChanged();
    recompute();
    return turn;
}

void LiveComposer::putBack(const TurnRequest &turn)
{
    putUnsent({ turn.conversationId, turn.text, turn.agent, turn.modelId, turn.options, turn.attachments });
}

void LiveComposer::takeBack(const TurnRequest &turn)
{
    putUnsent({ turn.conversationId, turn.text, turn.agent, turn.modelId, turn.options, turn.attachments,
        turn.quote.totalCredits });
}

void LiveComposer::forgetPriceWas()
{
    if (!m_draft.priceWas)
        return;
    m_draft.priceWas.reset();
    saveSoon();
}

void LiveComposer::putUnsent(const StoredDraft &unsent)
{
    if (unsent.conversationId != m_draft.conversationId) {
        const auto at = m_elsewhere.find(unsent.conversationId);
        if (at == m_elsewhere.end())
            return; // on disk it is there already
        *at = withBelow(unsent, *at);
        if (!m_unmerged.contains(at.key()))
            m_drafts.save(*at);
        return;
    }
    m_draft = withBelow(unsent, m_draft);
    m_touched = true;
    save();
    sayEverything();
    if (m_confirmTimer.isActive()) {
        // What it takes now is what this is about: asked at once.
        m_confirmTimer.stop();
        confirm();
    }
}

} // namespace facet::client
