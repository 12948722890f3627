#pragma once

#include "ui/chat/RowCard.h"

namespace facet::ui {

class Button;
class Chip;
class Label;

/// A turn or a generation that ended without a result: the sentence, what became of the credits, what can be
/// done, and details to copy. A download that stopped is one too: the result is made and can be fetched
/// again.
class FailureCard : public RowCard {
    Q_OBJECT
public:
    FailureCard(const CardContext &context, QWidget *parent);
    void present(const client::TranscriptItem &item) override;

    static std::optional<Error> stoppedDownload(const client::GenerationRecord &record);

private:
    void presentGeneration(const client::TranscriptItem &item);
    /// What trying again takes, on its button, as soon as it is known.
    void askPrice();
    void act();
    void copyDetails();

    client::TranscriptItem m_item;
    Error m_error;
    QString m_priced; ///< the item whose price was asked for
    QString m_price; ///< credits, as they are shown
    Label *m_mark;
    Label *m_title;
    Chip *m_charge;
    Label *m_sentence;
    Button *m_action;
    Button *m_details;
};

} // namespace facet::ui
