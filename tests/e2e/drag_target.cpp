#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

#include <cstdio>

/// Stands in for an editor in the journeys: a small window that takes files, and prints what it was given:
/// "over" when it would take what is dragged, and one line a drop, the paths of the files and then what the
/// source let it do with them, with tabs between.
namespace {

class Bin : public QLabel {
public:
    Bin()
        : QLabel(QStringLiteral("Drop files here"))
    {
        setAccessibleName(QStringLiteral("Place for files"));
        setAlignment(Qt::AlignCenter);
        setAcceptDrops(true);
        resize(160, 60);
    }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (event->mimeData()->hasFormat(QStringLiteral("text/uri-list")))
            event->acceptProposedAction();
    }

    void dragMoveEvent(QDragMoveEvent *event) override
    {
        QLabel::dragMoveEvent(event);
        event->accept();
        // The second one comes when the source has heard what became of the first.
        if (++m_moves == 2)
            say("over\n");
    }

    void dropEvent(QDropEvent *event) override
    {
        QByteArray line;
        const QList<QUrl> urls = event->mimeData()->urls();
        for (const QUrl &url : urls)
            line += url.toLocalFile().toLocal8Bit() + '\t';
        line += event->possibleActions() == Qt::CopyAction ? "copy\n" : "more than copy\n";
        say(line);
        event->acceptProposedAction();
    }

private:
    static void say(const QByteArray &line)
    {
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
        std::fflush(stdout);
    }

    int m_moves = 0;
};

} // namespace

/// facet_drag_target [X Y]: where on the screen it stands.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Bin bin;
    bin.setWindowFlags(Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint);
    const QStringList words = QApplication::arguments();
    if (words.size() == 3)
        bin.move(words.at(1).toInt(), words.at(2).toInt());
    bin.show();
    return QApplication::exec();
}
