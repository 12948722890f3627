#pragma once

#include "client/chat/ChatRunner.h"
#include "client/chat/Transcript.h"
#include "client/generation/Generations.h"
#include "client/session/Session.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"

namespace facet::ui {

/// What a card may act upon.
struct CardContext {
    client::ChatRunner &runner;
    client::Generations &generations;
    client::Session &session;
    Theme &theme;
};

/// A row of the transcript that can be acted upon in place. Lives while it is in sight.
class RowCard : public Card {
    Q_OBJECT
public:
    explicit RowCard(const CardContext &context, QWidget *parent);

    /// Shows the item as it is now; always one of the kind it was made for.
    virtual void present(const client::TranscriptItem &item) = 0;
    int heightFor(int width) const;

protected:
    const CardContext &context() const { return m_context; }

private:
    CardContext m_context;
};

/// The card for an item that hasWidgetCard().
RowCard *makeRowCard(const client::TranscriptItem &item, const CardContext &context, QWidget *parent);

} // namespace facet::ui
