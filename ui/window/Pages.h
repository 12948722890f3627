#pragma once

#include "domain/Credits.h"
#include "ui/theme/Theme.h"

namespace facet::client {
struct GenerationRecord;
class BatchQueue;
class Clock;
class Composer;
class ImageIntake;
class Session;
class Spending;
class SpendingLimits;
class VideoFrames;
} // namespace facet::client

namespace facet::ui {

class ComparePage;
class BatchPage;
class FileChooser;
class Page;
class PlansPage;
class Rooms;
class SpendingPage;
struct CompareItem;

/// The views that take the place of chat and pane, made when they are first asked for, one at a time.
class Pages : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        client::Session &session;
        FileChooser &files;
        client::Spending *spending;
        client::SpendingLimits *limits;
        client::VideoFrames *frames;
        client::Composer &composer;
        /// Without these three no batch is offered.
        client::BatchQueue *batches;
        client::ImageIntake *intake;
        const client::Clock *clock;
    };
    Pages(const Parts &parts, Rooms &rooms, QObject *parent = nullptr);

    bool isOpen() const;

public slots:
    void openPlans();
    void openSpending();
    /// Two results in step; `title` is the conversation's.
    void openCompare(const facet::ui::CompareItem &a, const facet::ui::CompareItem &b, const QString &title);
    /// Every line of the message as a request of its own.
    void openBatch();
    void openBatchFile(const QString &path); ///< a CSV file
    void openBatchQueue();
    /// A page that somebody else made.
    void open(facet::ui::Page *page);
    /// Back to the chat. False when it is there already.
    bool close();

signals:
    /// The chat is there again: it can take the keyboard.
    void closed();
    /// A row of the ledger was chosen, see SpendingPage::rowChosen.
    void rowChosen(const QString &conversationId, const QString &generationKey);
    /// The monthly budget is to be set.
    void budgetRequested();
    /// Of the two that were compared, the one to go on with.
    void kept(const facet::client::GenerationRecord &record, int take);
    void topUpRequested(facet::Credits credits);

private:
    BatchPage *batch(); ///< null: not offered

    Parts m_parts;
    Rooms &m_rooms;
    PlansPage *m_plans = nullptr;
    SpendingPage *m_spending = nullptr;
    ComparePage *m_compare = nullptr;
    BatchPage *m_batch = nullptr;
};

} // namespace facet::ui
