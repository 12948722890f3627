#include "ui/window/Page.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/window/Notice.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QUrl>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int headerHeight = 52;
}

Page::Page(Theme &theme, const QString &title, QWidget *parent)
    : Fill(theme, Ground::Window, {}, parent)
    , m_theme(theme)
    , m_sidebar(new Button(theme, Button::Kind::Quiet, Icon::PanelLeft,
          QStringLiteral("Show conversations beside"), tr("Show conversations")))
    , m_bar(nullptr)
    , m_content(new QVBoxLayout)
    , m_notice(new Notice(theme))
{
    auto *header = new Fill(theme, Ground::Window, Qt::BottomEdge);
    header->setFixedHeight(headerHeight);
    m_bar = new QHBoxLayout(header);
    m_bar->setContentsMargins(10, 0, 16, 1);
    m_bar->setSpacing(8);
    auto *back =
        new Button(theme, Button::Kind::Quiet, Icon::ChevronLeft, QStringLiteral("Back"), tr("Back (Esc)"));
    m_bar->addWidget(m_sidebar);
    m_bar->addWidget(back);
    m_bar->addWidget(new Label(theme, TextRole::Title, TextTone::Text1, title));
    m_bar->addSpacing(4);
    m_sidebar->hide();

    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(title);
    m_notice->setDismissible(true);
    m_notice->setObjectName(QStringLiteral("pageNotice"));
    m_notice->hide();
    m_content->setContentsMargins(24, 16, 24, 16);
    m_content->setSpacing(12);
    m_content->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addLayout(m_content, 1);

    connect(back, &Button::clicked, this, &Page::backRequested);
    connect(m_sidebar, &Button::clicked, this, &Page::sidebarRequested);
    connect(m_notice, &Notice::dismissed, m_notice, &QWidget::hide);
    connect(m_notice, &Notice::acted, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_savedFolder)); });
}

void Page::setSidebarButtonVisible(bool visible)
{
    m_sidebar->setVisible(visible);
}

void Page::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit backRequested();
        return;
    }
    Fill::keyPressEvent(event);
}

void Page::saySaved(const QString &path)
{
    m_savedFolder = QFileInfo(path).absolutePath();
    m_notice->present(Notice::Tone::Plain, tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
    m_notice->setAction(tr("Show in folder"), QStringLiteral("Show in folder"));
    m_notice->show();
}

void Page::sayNote(const QString &sentence)
{
    m_notice->present(Notice::Tone::Plain, sentence);
    m_notice->setAction({});
    m_notice->setVisible(!sentence.isEmpty());
}

void Page::sayFailed(const Error &error)
{
    m_notice->present(error);
    m_notice->setAction({});
    m_notice->show();
}

} // namespace facet::ui
