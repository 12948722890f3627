#pragma once

#include "domain/Error.h"
#include "ui/theme/Theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace facet::client {
class Session;
}

namespace facet::ui {

class Notice;
class TokenForm;

/// Between the conversation and the composer: how it stands with the service (starting, needs a token,
/// offline, stopped), and what went wrong last.
class NoticeArea : public QWidget {
    Q_OBJECT
public:
    NoticeArea(Theme &theme, client::Session &session, QWidget *parent = nullptr);

    /// Shows an error until it is dismissed or another one comes.
    void showError(const Error &error);
    void clearError();
    /// Good news, until it is dismissed.
    void showWord(const QString &sentence);
    /// The same with something to do about it; taking the offer closes it. `name`: English, for assistive
    /// technology.
    void showOffer(
        const QString &sentence, const QString &action, const QString &name, std::function<void()> take);

private:
    void refresh();

    client::Session &m_session;
    Notice *m_state;
    TokenForm *m_token;
    Notice *m_error;
    std::function<void()> m_offer; ///< what the button of m_error does
    QTimer m_patience; ///< a start that is over at once is not worth a word
};

} // namespace facet::ui
