#include "ui/window/NoticeArea.h"

#include "client/session/Session.h"
#include "ui/window/Notice.h"
#include "ui/window/TokenForm.h"

#include <QVBoxLayout>

#include <utility>

namespace facet::ui {

namespace {
constexpr int patienceMs = 700;
}

NoticeArea::NoticeArea(Theme &theme, client::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_state(new Notice(theme))
    , m_token(new TokenForm(theme))
    , m_error(new Notice(theme))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_token);
    layout->addWidget(m_state);
    layout->addWidget(m_error);
    m_state->setObjectName(QStringLiteral("sessionNotice"));
    m_error->setObjectName(QStringLiteral("errorNotice"));
    m_error->setDismissible(true);
    m_error->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, m_state, &QWidget::show);
    connect(m_state, &Notice::acted, &m_session, &client::Session::retry);
    connect(m_error, &Notice::dismissed, m_error, &QWidget::hide);
    connect(m_error, &Notice::acted, this, [this] {
        // The offer may show another one.
        m_error->hide();
        if (const std::function<void()> take = std::exchange(m_offer, {}))
            take();
    });
    connect(m_token, &TokenForm::tokenGiven, &m_session, &client::Session::provideToken);
    connect(&m_session, &client::Session::stateChanged, this, &NoticeArea::refresh);
    connect(&m_session, &client::Session::keyringProblem, this, &NoticeArea::showError);
    refresh();
}

void NoticeArea::showError(const Error &error)
{
    m_offer = {};
    m_error->setAction({});
    m_error->present(error);
    m_error->show();
}

void NoticeArea::showWord(const QString &sentence)
{
    showOffer(sentence, {}, {}, {});
}

void NoticeArea::showOffer(
    const QString &sentence, const QString &action, const QString &name, std::function<void()> take)
{
    m_offer = std::move(take);
    m_error->setAction(action, name);
    m_error->present(Notice::Tone::Plain, sentence);
    m_error->show();
}

void NoticeArea::clearError()
{
    m_error->hide();
}

void NoticeArea::refresh()
{
    using State = client::Session::State;
    const State state = m_session.state();
    const std::optional<Error> error = m_session.error();
    m_patience.stop();
    m_token->setVisible(state == State::NeedsToken);
    m_state->setAction({});
    switch (state) {
    case State::Starting:
        m_state->present(Notice::Tone::Plain, tr("Starting the service on this computer…"));
        m_patience.start();
        break;
    case State::Connecting:
        m_state->present(Notice::Tone::Plain, tr("Connecting to the service…"));
        m_patience.start();
        break;
    case State::Ready:
        m_state->hide();
        break;
    case State::NeedsToken:
        m_state->hide();
        m_token->present(m_session.serviceUrl(), error ? error->sentence : QString());
        m_token->focusToken();
        break;
    case State::Offline:
    case State::Stopped:
        if (error)
            m_state->present(*error);
        else
            m_state->present(Notice::Tone::Bad, tr("The service cannot be reached."));
        m_state->setAction(tr("Try again"), QStringLiteral("Try again"));
        m_state->show();
        break;
    }
}

} // namespace facet::ui
