<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttachmentWords</name>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>%n sound</numerusform>
            <numerusform>%n sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept aside: %1. %2 takes up to %n image(s).</source>
        <translation>
            <numerusform>Kept aside: %1. %2 takes one image.</numerusform>
            <numerusform>Kept aside: %1. %2 takes up to %n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are still being looked at.</source>
        <translation>
            <numerusform>%n line is still being looked at.</numerusform>
            <numerusform>%n lines are still being looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are covered by your unlimited benefit.</source>
        <translation>
            <numerusform>%n of them is covered by your unlimited benefit.</numerusform>
            <numerusform>%n of them are covered by your unlimited benefit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) have a problem and are skipped unless you mend them.</source>
        <translation>
            <numerusform>%n line has a problem and is skipped unless you mend it.</numerusform>
            <numerusform>%n lines have a problem and are skipped unless you mend them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are left out.</source>
        <translation>
            <numerusform>%n line is left out.</numerusform>
            <numerusform>%n lines are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The batch is paused with %n line(s) left.</source>
        <translation>
            <numerusform>The batch is paused with %n line left.</numerusform>
            <numerusform>The batch is paused with %n lines left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CreditWords</name>
    <message numerus="yes">
        <source>%1 credits a day</source>
        <translation>
            <numerusform>%1 credit a day</numerusform>
            <numerusform>%1 credits a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 credits a month</source>
        <translation>
            <numerusform>%1 credit a month</numerusform>
            <numerusform>%1 credits a month</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InputWords</name>
    <message numerus="yes">
        <source>Takes up to %n image(s)</source>
        <translation>
            <numerusform>Takes up to %n image</numerusform>
            <numerusform>Takes up to %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep up to %n image(s), or choose another model.</source>
        <translation>
            <numerusform>Keep up to %n image, or choose another model.</numerusform>
            <numerusform>Keep up to %n images, or choose another model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message numerus="yes">
        <source>Up to %n second(s) a generation.</source>
        <translation>
            <numerusform>Up to %n second a generation.</numerusform>
            <numerusform>Up to %n seconds a generation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n take(s) at once.</source>
        <translation>
            <numerusform>Up to %n take at once.</numerusform>
            <numerusform>Up to %n takes at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes %n image(s), each up to %1.</source>
        <translation>
            <numerusform>Takes %n image, each up to %1.</numerusform>
            <numerusform>Takes %n images, each up to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuoteWords</name>
    <message numerus="yes">
        <source>Make %n take(s)</source>
        <translation>
            <numerusform>Make %n take</numerusform>
            <numerusform>Make %n takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s); the agent asks before it starts</source>
        <translation>
            <numerusform>%n step; the agent asks before it starts</numerusform>
            <numerusform>%n steps; the agent asks before it starts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpendingWords</name>
    <message numerus="yes">
        <source>%n row(s) of the service&apos;s ledger do not follow from the row before. The rows add up to %1, as the service&apos;s balance of %2 does. Copy the details and send them to your service.</source>
        <translation>
            <numerusform>%n row of the service&apos;s ledger does not follow from the row before. The rows add up to %1, as the service&apos;s balance of %2 does. Copy the details and send them to your service.</numerusform>
            <numerusform>%n rows of the service&apos;s ledger do not follow from the row before. The rows add up to %1, as the service&apos;s balance of %2 does. Copy the details and send them to your service.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>%n take</numerusform>
            <numerusform>%n takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::client::ImageIntake</name>
    <message numerus="yes">
        <source>“%1” lasts %n second(s); the service takes up to %2. Cut out the part that you need.</source>
        <translation>
            <numerusform>“%1” lasts %n second; the service takes up to %2. Cut out the part that you need.</numerusform>
            <numerusform>“%1” lasts %n seconds; the service takes up to %2. Cut out the part that you need.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::client::LiveComposer</name>
    <message numerus="yes">
        <source>A start and an end frame are two pictures: %n more was/were left out.</source>
        <translation>
            <numerusform>A start and an end frame are two pictures: %n more was left out.</numerusform>
            <numerusform>A start and an end frame are two pictures: %n more were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” was not attached: a message takes up to %n file(s). Remove one first.</source>
        <translation>
            <numerusform>“%1” was not attached: a message takes %n file. Remove it first.</numerusform>
            <numerusform>“%1” was not attached: a message takes up to %n files. Remove one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::ComposerView</name>
    <message numerus="yes">
        <source>Send as a batch of %n</source>
        <translation>
            <numerusform>Send as a batch of %n</numerusform>
            <numerusform>Send as a batch of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::ConversationDelegate</name>
    <message numerus="yes">
        <source>Generating %n</source>
        <translation>
            <numerusform>Generating %n</numerusform>
            <numerusform>Generating %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::GenerationWords</name>
    <message numerus="yes">
        <source>%1 · about %n min left</source>
        <translation>
            <numerusform>%1 · about %n min left</numerusform>
            <numerusform>%1 · about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n s left</source>
        <translation>
            <numerusform>%1 · about %n s left</numerusform>
            <numerusform>%1 · about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 credits</source>
        <translation>
            <numerusform>%1 credit</numerusform>
            <numerusform>%1 credits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::LibraryView</name>
    <message numerus="yes">
        <source>%n result(s) back in the library.</source>
        <translation>
            <numerusform>%n result back in the library.</numerusform>
            <numerusform>%n results back in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copying %n file(s) to %1</source>
        <translation>
            <numerusform>Copying %n file to %1</numerusform>
            <numerusform>Copying %n files to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied to %1.</source>
        <translation>
            <numerusform>%n file copied to %1.</numerusform>
            <numerusform>%n files copied to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) missing: fetch them again first.</source>
        <translation>
            <numerusform>%n file missing: fetch it again first.</numerusform>
            <numerusform>%n files missing: fetch them again first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::LibraryWords</name>
    <message numerus="yes">
        <source>%1 results</source>
        <translation>
            <numerusform>%1 result</numerusform>
            <numerusform>%1 results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) moved to the trash.</source>
        <translation>
            <numerusform>%n result moved to the trash.</numerusform>
            <numerusform>%n results moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) still being fetched: left alone.</source>
        <translation>
            <numerusform>%n result still being fetched: left alone.</numerusform>
            <numerusform>%n results still being fetched: left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::PlansTable</name>
    <message numerus="yes">
        <source>%1 on %2: %3 generations</source>
        <translation>
            <numerusform>%1 on %2: %3 generation</numerusform>
            <numerusform>%1 on %2: %3 generations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::PreviewPane</name>
    <message numerus="yes">
        <source>This file was cut: only its first %n frames are there. Fetch it again to have all of it.</source>
        <translation>
            <numerusform>This file was cut: only its first frame is there. Fetch it again to have all of it.</numerusform>
            <numerusform>This file was cut: only its first %n frames are there. Fetch it again to have all of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::ProgressCard</name>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>%n take</numerusform>
            <numerusform>%n takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::QueueWords</name>
    <message numerus="yes">
        <source>Cancel all %n?</source>
        <translation>
            <numerusform>Cancel %n?</numerusform>
            <numerusform>Cancel all %n?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::ResultActions</name>
    <message numerus="yes">
        <source>%n clip(s) added to the sequence of this chat.</source>
        <translation>
            <numerusform>%n clip added to the sequence of this chat.</numerusform>
            <numerusform>%n clips added to the sequence of this chat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) left out: no video, or the file is missing.</source>
        <translation>
            <numerusform>%n result left out: no video, or the file is missing.</numerusform>
            <numerusform>%n results left out: no video, or the file is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::RowWords</name>
    <message numerus="yes">
        <source>%n attachments</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>%n take</numerusform>
            <numerusform>%n takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::SequenceWords</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::SidebarNotes</name>
    <message numerus="yes">
        <source>Its %n file(s) stay in your results folder.</source>
        <translation>
            <numerusform>Its file stays in your results folder.</numerusform>
            <numerusform>Its %n files stay in your results folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::SpendingCards</name>
    <message numerus="yes">
        <source>%n covered generation(s)</source>
        <translation>
            <numerusform>%n covered generation</numerusform>
            <numerusform>%n covered generations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a known price</source>
        <translation>
            <numerusform>%n without a known price</numerusform>
            <numerusform>%n without a known price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed generation(s)</source>
        <translation>
            <numerusform>%n failed generation</numerusform>
            <numerusform>%n failed generations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::SpendingChart</name>
    <message numerus="yes">
        <source>Credits of %n column(s). The arrow keys go through them.</source>
        <translation>
            <numerusform>Credits of %n column. The arrow keys go through them.</numerusform>
            <numerusform>Credits of %n columns. The arrow keys go through them.</numerusform>
        </translation>
    </message>
</context>
</TS>
