<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Make videos with an agent, and see what they cost before sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything of this start in DIR: history, settings, the bundled service&apos;s data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the generation service at URL (https) instead of the bundled one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window: en or ko.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet does not know what to do with “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--service needs an https address, as in https://facet.example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lang takes en or ko.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme takes light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationDay</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>month and year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreditWords</name>
    <message>
        <source>Renews at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renews %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>a date without the year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 credits a day</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 credits a month</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$%1 a month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start/end frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuoteWords</name>
    <message>
        <source>Not enough credits for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left, its conversation needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left, its conversation needs %2. The video itself is unlimited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left, this needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its vendor has closed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a connected provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a file to work on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take what is attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single elements inside a finished video cannot be changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit its last frame and continue from it, or generate it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not offer these options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose others in Options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be sent now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the model or the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered by your unlimited benefit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start and end frames on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an image on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Only the %2 conversation is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your unlimited benefit does not include %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your unlimited benefit needs an image, or a start and an end frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your unlimited benefit does not include this way of using %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your unlimited benefit for %1 has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your message names %1, but ✨ is set to %2: ✨ wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is not offered by %3, so it will be %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1</source>
        <comment>about that many credits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Make %n take(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · saves %2</source>
        <comment>what to do, and the credits it saves</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemFileChooser</name>
    <message>
        <source>Add image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::Database</name>
    <message>
        <source>Facet cannot make its folder %1. Check that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet cannot open %1, where it keeps your history. Check that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your history in %1 is damaged and could not be moved aside. Move the file away and restart Facet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your history was damaged, so Facet began a new one. The damaged file is kept as %1; your videos are where they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your history was written by a newer Facet. Update Facet to open it; nothing in it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so Facet could not save your history. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet may not write to its own folder, so your history is not saved. Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your history is damaged. Restart Facet: it keeps the damaged file and begins a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your history could not be read or written. Restart Facet and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::Download</name>
    <message>
        <source>The download was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was cut while the result was being fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sent something other than this result, so it was not kept. Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::GenerationMachine</name>
    <message>
        <source>The service could not make this. Its credits are given back. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that this is done but shows no result. Write to its operator with the details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::HttpClient</name>
    <message>
        <source>The service named a payment page that is not safe to open, so it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sent far more than was asked for. Try again, or tell its operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no service to ask yet. Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet speaks to services over HTTPS only. Use an address that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this token. Enter the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has a problem of its own. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sent Facet to another address, which is not followed. Check the address of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service cannot prove that it is the one it claims to be, so nothing was sent to it. Check its address, or ask its operator about the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer in time. Check the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service was found at %1. Check its address and the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached. Check the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::ImageIntake</name>
    <message>
        <source>“%1” is a folder. Open it and choose the pictures in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not there any more. Choose another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be read to its end. Copy it to this computer and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned upright, as the camera noted in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in what was pasted. Copy the picture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is empty: it holds 0 bytes. Choose another picture, or fetch this one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is %2; Facet takes up to %3. Export a smaller copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer cannot read pictures like “%1”. Export it as PNG or JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a HEIC or AVIF picture, which Facet cannot read. Export it as PNG, JPEG or WebP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a picture that Facet can read. It takes PNG, JPEG, WebP, GIF, BMP and TIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is %2 × %3 pixels; Facet takes up to %4 megapixels. Export a smaller copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged or was not copied completely. Fetch it again, or choose another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is %2 as PNG; Facet takes up to %3. Export a smaller copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first picture of this GIF is used, as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as PNG; your file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be copied into Facet&apos;s folder. Check that the disk has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no longer in Facet&apos;s folder. Attach the picture again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::KeychainSecrets</name>
    <message>
        <source>No keyring is open on this computer, so the token is kept until Facet is closed and has to be entered again next time. Unlock or install a keyring to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::LiveComposer</name>
    <message>
        <source>“%1” cannot be attached here: a message takes pictures. Choose a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“%1” was not attached: a message takes up to %n picture(s). Remove one first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted picture.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture.%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A start and an end frame are two pictures: %n more was/were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::client::LiveGenerations</name>
    <message>
        <source>This was cancelled before it was sent. Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service no longer knows this generation. Generate it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service no longer has this result. Generate it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet was closed before this was sent, so nothing was taken. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service started nothing for this message, so nothing was taken for it. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::LiveSession</name>
    <message>
        <source>%1 is not the address of a service. Start Facet with one that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your token for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a token. Copy it from your service, without spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept this token. Enter the right one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::PartFile</name>
    <message>
        <source>There is not enough room in %1 (%2 free). Free some space, then fetch the result again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result cannot be written to %1. Check that the folder is there and can be written to, or choose another one in Settings, then fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result arrived damaged and was not kept. Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::ServiceProcess</name>
    <message>
        <source>Facet&apos;s own service did not get ready in time. Press Try again to start it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet&apos;s own service cannot be started. Install Facet again, or use another service with --service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet&apos;s own service has stopped. Press Try again to start it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet&apos;s own service answers in a way that this version does not understand. Install Facet again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet&apos;s own service did not say where it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::SseStream</name>
    <message>
        <source>The service answered in a way that Facet does not understand. It may be another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the service was cut.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::client::TusUpload</name>
    <message>
        <source>%1 cannot be read any more. Attach it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed while it was being sent. Attach it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty. Attach another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending the file was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not take %1 as it should. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::contract</name>
    <message>
        <source>The service gave an answer that this version of Facet does not understand. Check for an update of Facet or of the service.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::AccountBar</name>
    <message>
        <source>Account ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan, balance and top-up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::AccountPopover</name>
    <message>
        <source>Top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and %2 held for what is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkout is open in your browser. Your balance follows when it is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plan is changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::AppMenu</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Facet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet %1
A desktop client for video-generation agents.
MIT License. Icons: Lucide (ISC License).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ApprovalCard</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent&apos;s conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n takes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: nothing was made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::AttachmentRow</name>
    <message>
        <source>Swap start and end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ChatHeader</name>
    <message>
        <source>Show conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox: results are drafts made on this computer without AI. Credits are counted, not paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ComposerView</name>
    <message>
        <source>Add image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model and see its credits (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length, resolution, shape, takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sending takes. The service refuses rather than take more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price rose to %1 while this was on its way. Nothing was taken. Send again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price changed while this was on its way. Nothing was taken. Send again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ConversationDelegate</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Generating %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing made yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ExampleCard</name>
    <message>
        <source>covered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::FactsGrid</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft render on this computer, without AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::FailureCard</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message was not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made this, but it is not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not make this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::FrameSlot</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::GenerationWords</name>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploading your files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving · %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the service what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generating</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n s left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing taken yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 credits · unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not charged · %1 returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start + end frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent 1.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 credits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::MainWindow</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::MessageEdit</name>
    <message>
        <source>Describe the shot, or drop an image anywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ModelDelegate</name>
    <message>
        <source>Closed by its vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a connected provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words and the agent choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ModelDetail</name>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your %1 are enough for %2 of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 with %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Up to %n second(s) a generation.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Starts from: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Takes %n image(s), each up to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>credits per generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at defaults: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its vendor has closed it: it cannot be used any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a connected provider before it can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More takes, a higher resolution or a greater length than the default take more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits for this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered by your unlimited benefit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model that your message names is used; otherwise the agent chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model that your message names is used; otherwise %1 uses %2 for videos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Automatic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ModelList</name>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ModelPicker</name>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::Notice</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::NoticeArea</name>
    <message>
        <source>Starting the service on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::OptionsPopover</name>
    <message>
        <source>Options of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what you want first: its model decides the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the model&apos;s defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of another shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind a fitted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one each time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::PreviewPane</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your videos play here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no longer at %1. It can be fetched again while the service keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be played here (%1). Show it in its folder to open it with another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be saved: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::PriceTable</name>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::ProgressCard</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n takes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::QueueRow</name>
    <message>
        <source>Show chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::QueueView</name>
    <message>
        <source>Nothing is being made right now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::RowPainter</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished videos and images are saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before a generation takes more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent then shows the cost and waits for your answer. 0 never asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <comment>after a number, in settings</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::SidePane</name>
    <message>
        <source>Hide this pane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::Sidebar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search chats and prompts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::StartView</name>
    <message>
        <source>What shall we make?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence is enough. Two frames give you the exact first and last picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox: results are drafts made on this computer, free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harbor, night to dawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start and end frame · try it with our pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Carat Basic Video (LTX 2.3): slow push in from the dark harbor until the sun is up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moss fox looks up, slow push in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image · keeps its style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Carat Basic Video (LTX 2.3): the moss fox looks up, slow push in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper boat crosses a flooded street, 10 seconds, vertical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::TokenForm</name>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service asks for a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a token from whoever runs it. It is asked for once and kept in your keyring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::TranscriptView</name>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 in your browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play in preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::ui::Transport</name>
    <message>
        <source>One frame back (,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play again and again (Shift+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on or off (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed ([ slower, ] faster, Backspace normal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no audio device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The folder %1 cannot be made. Choose another with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
