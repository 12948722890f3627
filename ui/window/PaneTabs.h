#pragma once

#include "client/generation/GenerationRecord.h"
#include "domain/Error.h"
#include "ui/theme/Theme.h"

#include <QObject>

class QWidget;

namespace facet::client {
class Conversations;
class Generations;
class Library;
class Sequence;
class SequenceExporter;
class Session;
class VideoFrames;
} // namespace facet::client

namespace facet::ui {

class FileChooser;
class LibraryPlaces;
class PosterCache;
class PreviewPane;
class ResultActions;
class Settings;
class SidePane;

/// What stands in the right room: preview, library, queue, sequence; each is made when it is first looked at.
class PaneTabs : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        Settings &settings;
        FileChooser &files;
        client::Session &session;
        client::Conversations &conversations;
        client::Generations &generations;
        PosterCache &posters;
        ResultActions &results;
        QString defaultResultsFolder;
        client::VideoFrames *frames = nullptr; ///< without it there are no frames and filmstrips
        client::Library *library = nullptr; ///< without it there is no library
        client::Sequence *sequence = nullptr; ///< without it there is no sequence
        client::SequenceExporter *exporter = nullptr;
    };
    PaneTabs(const Parts &parts, SidePane &pane, QObject *parent = nullptr);

    /// Made now if it was not yet.
    PreviewPane *preview();
    void showPreview();
    void showSequence();
    LibraryPlaces *library() const { return m_library; } ///< null: there is none
    /// How many generations are under way; empty for none.
    QString queueBadge() const;

signals:
    void queueBadgeChanged(const QString &text);
    void compareRequested(const facet::client::GenerationRecord &record, int take, QWidget *anchor);
    void conversationRequested(const QString &conversationId);
    void failed(const facet::Error &error);

private:
    void addPreview();
    void addQueue();
    void addSequence();
    void followQueue();

    Parts m_parts;
    SidePane &m_pane;
    LibraryPlaces *m_library = nullptr;
    int m_previewTab = 0;
    int m_queueTab = 0;
    int m_sequenceTab = 0;
};

} // namespace facet::ui
