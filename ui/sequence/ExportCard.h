#pragma once

#include "client/sequence/SequenceExporter.h"
#include "ui/widgets/Card.h"

#include <QPointer>

#include <functional>

namespace facet::client {
class Sequence;
}

namespace facet::ui {

class Button;
class Label;
class ProgressLine;

/// Makes one file out of the sequence: says first how (copied or encoded, and why), then does it, with
/// progress and a way to stop, and says where the file is.
class ExportCard : public Card {
    Q_OBJECT
public:
    ExportCard(Theme &theme, client::Sequence &sequence, client::SequenceExporter &exporter,
        std::function<client::SequenceExporter::Target()> target, QWidget *parent = nullptr);

private:
    enum class State { Idle, Planning, Planned, Running, Done, Failed };

    void enter(State state, const QString &words = {});
    void sequenceChanged();
    void plan();
    void start();
    void act();
    void leave();
    void finished(const Result<QString> &path);

    client::Sequence &m_sequence;
    client::SequenceExporter &m_exporter;
    std::function<client::SequenceExporter::Target()> m_target;
    State m_state = State::Idle;
    int m_round = 0; ///< of planning: answers about an earlier order do not count
    client::ExportPlan m_plan;
    QPointer<client::SequenceExport> m_export;
    QString m_path; ///< of the finished file
    Label *m_words;
    ProgressLine *m_progress;
    Button *m_go;
    Button *m_back;
};

} // namespace facet::ui
