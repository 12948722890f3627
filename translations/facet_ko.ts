<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AgentWords</name>
    <message>
        <source>%1 takes %2 for each turn of its conversation.</source>
        <translation>%1은 대화 한 번에 %2이 들어요.</translation>
    </message>
    <message>
        <source>%1 takes nothing for its conversation.</source>
        <translation>%1은 대화에 크레딧이 들지 않아요.</translation>
    </message>
    <message>
        <source>%1: what this message takes is not known.</source>
        <translation>%1: 이 메시지에 얼마가 드는지 알 수 없어요.</translation>
    </message>
    <message>
        <source>%1: this message takes %2.</source>
        <translation>%1: 이 메시지에 %2이 들어요.</translation>
    </message>
    <message>
        <source>With %1 this message would take %2, more than you have.</source>
        <translation>%1에서는 이 메시지에 %2이 들어요. 남은 크레딧보다 많아요.</translation>
    </message>
    <message>
        <source>With %1 this message would take %2.</source>
        <translation>%1에서는 이 메시지에 %2이 들어요.</translation>
    </message>
</context>
<context>
    <name>AttachmentWords</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2픽셀</translation>
    </message>
    <message>
        <source>Original kept: %1, %2</source>
        <translation>원본 보관 중: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>동영상 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>소리 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept aside and not sent: %1.</source>
        <translation>보내지 않고 따로 두었어요: %1.</translation>
    </message>
    <message>
        <source>Kept aside: %1. %2 takes no images.</source>
        <translation>따로 두었어요: %1. %2에는 이미지를 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Kept aside: %1. %2 takes frames, not reference images.</source>
        <translation>따로 두었어요: %1. %2에는 참조 이미지가 아니라 프레임만 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>Kept aside: %1. %2 takes no start or end frame.</source>
        <translation>따로 두었어요: %1. %2에는 시작 프레임이나 끝 프레임을 쓸 수 없어요.</translation>
    </message>
    <message numerus="yes">
        <source>Kept aside: %1. %2 takes up to %n image(s).</source>
        <translation>
            <numerusform>따로 두었어요: %1. %2에는 이미지를 %n장까지 쓸 수 있어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept aside: %1. %2 takes no sound.</source>
        <translation>따로 두었어요: %1. %2에는 소리를 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Kept aside: %1. %2 takes no video.</source>
        <translation>따로 두었어요: %1. %2에는 동영상을 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Kept aside: %1. %2 takes only one of each.</source>
        <translation>따로 두었어요: %1. %2에는 종류마다 하나만 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>Kept aside: %1. %2 does not take these together.</source>
        <translation>따로 두었어요: %1. %2에는 이것들을 함께 쓸 수 없어요.</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>Nothing is asked for on this line.</source>
        <translation>이 줄에는 요청이 없어요.</translation>
    </message>
    <message>
        <source>There is no model “%1”.</source>
        <translation>“%1”(이)라는 모델이 없어요.</translation>
    </message>
    <message>
        <source>%1 has no length of “%2”.</source>
        <translation>%1에는 “%2” 길이가 없어요.</translation>
    </message>
    <message>
        <source>“%1” is too long: %2 makes up to %3.</source>
        <translation>“%1”은(는) 너무 길어요. %2은(는) 최대 %3까지 만들어요.</translation>
    </message>
    <message>
        <source>%1 has no resolution “%2”.</source>
        <translation>%1에는 “%2” 해상도가 없어요.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>“%1” 파일이 없어요.</translation>
    </message>
    <message>
        <source>“%1” is not a picture.</source>
        <translation>“%1”은(는) 이미지가 아니에요.</translation>
    </message>
    <message>
        <source>This asks for several generations. The agent asks before it starts those: send it as a message.</source>
        <translation>여러 번의 생성을 요청하는 줄이에요. 에이전트가 시작 전에 확인하므로 메시지로 따로 보내 주세요.</translation>
    </message>
    <message>
        <source>Nothing would be made of this line.</source>
        <translation>이 줄로는 만들어지는 것이 없어요.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>Use Automatic</source>
        <translation>자동 사용</translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation>기본값 사용</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>다른 이미지 선택…</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · covered</source>
        <translation>%1 · 혜택 적용</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>보내는 중</translation>
    </message>
    <message>
        <source>Running · %1</source>
        <translation>생성 중 · %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>생성 중</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Answered in the chat</source>
        <translation>채팅에서 답함</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>요청 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are still being looked at.</source>
        <translation>
            <numerusform>%n줄을 아직 확인하고 있어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are covered by your unlimited benefit.</source>
        <translation>
            <numerusform>그중 %n개는 무제한 혜택으로 처리돼요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) have a problem and are skipped unless you mend them.</source>
        <translation>
            <numerusform>%n줄에 문제가 있어요. 고치지 않으면 건너뛰어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are left out.</source>
        <translation>
            <numerusform>%n줄을 제외했어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>What some of them take is not known.</source>
        <translation>일부는 드는 크레딧을 알 수 없어요.</translation>
    </message>
    <message>
        <source>You have %1: the queue stops and asks when they are used up.</source>
        <translation>보유 크레딧은 %1이에요. 다 쓰면 대기열이 멈추고 물어봐요.</translation>
    </message>
    <message>
        <source>%1 are left afterwards.</source>
        <translation>보내고 나면 %1이 남아요.</translation>
    </message>
    <message>
        <source>Send %1</source>
        <comment>that many requests</comment>
        <translation>%1개 보내기</translation>
    </message>
    <message>
        <source>Send %1 for %2</source>
        <comment>requests, credits</comment>
        <translation>%1개 보내기 (%2)</translation>
    </message>
    <message>
        <source>Batch: %1 of %2 done</source>
        <translation>일괄 요청: %2개 중 %1개 완료</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n개 진행 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n개 실패</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n개 취소됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The batch is paused with %n line(s) left.</source>
        <translation>
            <numerusform>일괄 요청을 일시중지했어요. %n줄이 남아 있어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not enough credits for the rest of the batch: %1 left, it needs %2.</source>
        <translation>남은 일괄 요청에 크레딧이 부족해요. %1 남았고, %2이 필요해요.</translation>
    </message>
    <message>
        <source>The price of the rest of the batch went from %1 to %2. Nothing was taken for it.</source>
        <translation>남은 일괄 요청의 가격이 %1에서 %2으로 바뀌었어요. 차감된 것은 없어요.</translation>
    </message>
    <message>
        <source>The price of the rest of the batch changed. Nothing was taken for it.</source>
        <translation>남은 일괄 요청의 가격이 바뀌었어요. 차감된 것은 없어요.</translation>
    </message>
    <message>
        <source>The rest of the batch goes over a budget.</source>
        <translation>남은 일괄 요청이 예산을 넘어요.</translation>
    </message>
    <message>
        <source>Send the rest this once</source>
        <translation>이번 한 번만 나머지 보내기</translation>
    </message>
    <message>
        <source>Send the rest for %1</source>
        <translation>나머지 보내기 (%1)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Make videos with an agent, and see what they cost before sending.</source>
        <translation>에이전트로 동영상을 만들고, 보내기 전에 비용을 확인해요.</translation>
    </message>
    <message>
        <source>Keep everything of this start in DIR: history, settings, the bundled service&apos;s data.</source>
        <translation>이번 실행의 모든 것(기록, 설정, 내장 서비스의 데이터)을 DIR에 보관해요.</translation>
    </message>
    <message>
        <source>Use the generation service at URL (https) instead of the bundled one.</source>
        <translation>내장 서비스 대신 URL(https)의 생성 서비스를 사용해요.</translation>
    </message>
    <message>
        <source>Language of the window: en or ko.</source>
        <translation>창의 언어: en 또는 ko.</translation>
    </message>
    <message>
        <source>Colours: light, dark or system.</source>
        <translation>색: light, dark 또는 system.</translation>
    </message>
    <message>
        <source>Facet does not know what to do with “%1”.</source>
        <translation>“%1” 인수는 Facet이 알 수 없어요.</translation>
    </message>
    <message>
        <source>--service needs an https address, as in https://facet.example.com</source>
        <translation>--service에는 https 주소가 필요해요. 예: https://facet.example.com</translation>
    </message>
    <message>
        <source>--lang takes en or ko.</source>
        <translation>--lang에는 en 또는 ko만 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>--theme takes light, dark or system.</source>
        <translation>--theme에는 light, dark 또는 system만 쓸 수 있어요.</translation>
    </message>
</context>
<context>
    <name>ConversationDay</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>지난 7일</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>지난 30일</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>month and year</comment>
        <translation>yyyy년 M월</translation>
    </message>
</context>
<context>
    <name>CreditWords</name>
    <message>
        <source>Renews at %1</source>
        <translation>%1에 갱신</translation>
    </message>
    <message>
        <source>Renews %1</source>
        <translation>%1 갱신</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>a date without the year</comment>
        <translation>M월 d일</translation>
    </message>
    <message numerus="yes">
        <source>%1 credits a day</source>
        <translation>
            <numerusform>하루 %1 크레딧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 credits a month</source>
        <translation>
            <numerusform>월 %1 크레딧</numerusform>
        </translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>무료</translation>
    </message>
    <message>
        <source>$%1 a month</source>
        <translation>월 $%1</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>a date with the year</comment>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <comment>credits of a plan</comment>
        <translation>하루 %1</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <comment>credits of a plan</comment>
        <translation>월 %1</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>Nothing would be generated.</source>
        <translation>아무것도 생성하지 않아요.</translation>
    </message>
    <message>
        <source>%1 would make it.</source>
        <translation>%1 모델로 만들게 돼요.</translation>
    </message>
    <message>
        <source>Your unlimited benefit has ended.</source>
        <translation>무제한 혜택이 끝났어요.</translation>
    </message>
    <message>
        <source>Your plan does not cover it any more.</source>
        <translation>요금제의 무제한 혜택이 더 이상 적용되지 않아요.</translation>
    </message>
    <message>
        <source>Your plan covers it now.</source>
        <translation>이제 요금제의 무제한 혜택이 적용돼요.</translation>
    </message>
    <message>
        <source>It would be made as %1.</source>
        <translation>%1 옵션으로 만들게 돼요.</translation>
    </message>
    <message>
        <source>The price of %1 changed.</source>
        <translation>%1 모델의 가격이 바뀌었어요.</translation>
    </message>
    <message>
        <source>%1 now takes %2 a turn.</source>
        <translation>%1 대화는 이제 한 번에 %2 차감돼요.</translation>
    </message>
    <message>
        <source>Your balance changed meanwhile.</source>
        <translation>그사이 잔액이 바뀌었어요.</translation>
    </message>
    <message>
        <source>It is not possible any more.</source>
        <translation>이제는 할 수 없어요.</translation>
    </message>
    <message>
        <source>It is possible now.</source>
        <translation>이제 할 수 있어요.</translation>
    </message>
    <message>
        <source>The service says %1 instead of %2.</source>
        <translation>서비스에 따르면 %2 대신 %1이에요.</translation>
    </message>
    <message>
        <source>was %1</source>
        <comment>the figure that stood here before the service said its own</comment>
        <translation>이전 %1</translation>
    </message>
</context>
<context>
    <name>InputWords</name>
    <message>
        <source>Takes no images</source>
        <translation>이미지를 받지 않아요</translation>
    </message>
    <message>
        <source>Takes frames, not reference images</source>
        <translation>참고 이미지 대신 시작·끝 프레임만 받아요</translation>
    </message>
    <message>
        <source>Takes no start or end frame</source>
        <translation>시작·끝 프레임을 받지 않아요</translation>
    </message>
    <message numerus="yes">
        <source>Takes up to %n image(s)</source>
        <translation>
            <numerusform>이미지는 최대 %n장까지 받아요</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes no audio</source>
        <translation>오디오를 받지 않아요</translation>
    </message>
    <message>
        <source>Takes no video</source>
        <translation>동영상을 받지 않아요</translation>
    </message>
    <message>
        <source>Takes only one of each</source>
        <translation>종류마다 하나씩만 받아요</translation>
    </message>
    <message>
        <source>Does not take these together</source>
        <translation>이 파일들을 함께 받지 않아요</translation>
    </message>
    <message>
        <source>Needs an image</source>
        <translation>이미지가 필요해요</translation>
    </message>
    <message>
        <source>Needs a video</source>
        <translation>동영상이 필요해요</translation>
    </message>
    <message>
        <source>Needs an image or a video</source>
        <translation>이미지나 동영상이 필요해요</translation>
    </message>
    <message>
        <source>Needs an image or a video of who speaks</source>
        <translation>말하는 사람의 이미지나 동영상이 필요해요</translation>
    </message>
    <message>
        <source>Needs a voice recording</source>
        <translation>음성 녹음이 필요해요</translation>
    </message>
    <message>
        <source>Needs a face and a voice recording</source>
        <translation>얼굴과 음성 녹음이 필요해요</translation>
    </message>
    <message>
        <source>Remove the images, or choose another model.</source>
        <translation>이미지를 빼거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>Use frames instead of reference images, or choose another model.</source>
        <translation>참고 이미지 대신 프레임을 쓰거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>Remove the frames, or choose another model.</source>
        <translation>프레임을 빼거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message numerus="yes">
        <source>Keep up to %n image(s), or choose another model.</source>
        <translation>
            <numerusform>이미지를 %n장까지만 남기거나 다른 모델을 골라 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the audio, or choose another model.</source>
        <translation>오디오를 빼거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>Remove the video, or choose another model.</source>
        <translation>동영상을 빼거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>Remove one of them, or choose another model.</source>
        <translation>하나를 빼거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>Add an image.</source>
        <translation>이미지를 추가해 주세요.</translation>
    </message>
    <message>
        <source>Add a video.</source>
        <translation>동영상을 추가해 주세요.</translation>
    </message>
    <message>
        <source>Add an image or a video.</source>
        <translation>이미지나 동영상을 추가해 주세요.</translation>
    </message>
    <message>
        <source>Add an image or a video of who speaks.</source>
        <translation>말하는 사람의 이미지나 동영상을 추가해 주세요.</translation>
    </message>
    <message>
        <source>Add a voice recording.</source>
        <translation>음성 녹음을 추가해 주세요.</translation>
    </message>
    <message>
        <source>Add an image or a video of who speaks, and a voice recording.</source>
        <translation>말하는 사람의 이미지나 동영상과 음성 녹음을 추가해 주세요.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>%1 default</source>
        <translation>%1 기본</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>references</source>
        <translation>참고 이미지</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>기본</translation>
    </message>
    <message>
        <source>Draft: its results are made without AI</source>
        <translation>초안: 결과물을 AI 없이 만들어요</translation>
    </message>
    <message>
        <source>Needs a connected provider</source>
        <translation>제공사 연결 필요</translation>
    </message>
    <message>
        <source>Closed by its vendor</source>
        <translation>제공사가 종료함</translation>
    </message>
    <message>
        <source>Starts from %1.</source>
        <translation>입력: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n second(s) a generation.</source>
        <translation>
            <numerusform>한 번에 최대 %n초.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n take(s) at once.</source>
        <translation>
            <numerusform>한 번에 최대 %n개.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes %n image(s), each up to %1.</source>
        <translation>
            <numerusform>이미지 최대 %n장, 장당 최대 %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes a video.</source>
        <translation>동영상을 받아요.</translation>
    </message>
    <message>
        <source>Takes a voice recording.</source>
        <translation>음성 녹음을 받아요.</translation>
    </message>
    <message>
        <source>Shapes: %1.</source>
        <translation>화면 비율: %1.</translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>with audio</source>
        <translation>오디오 포함</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>동영상 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>화면 비율</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>start/end frames</source>
        <translation>시작·끝 프레임</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between the ways a video can start</comment>
        <translation> 또는 </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>words alone</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>start and end frames</source>
        <translation>시작·끝 프레임</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>다른 방식</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>several ways to start</comment>
        <translation>%1 또는 %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>several names</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>On every plan, each generation takes credits.</source>
        <translation>모든 요금제에서 생성할 때마다 크레딧이 차감돼요.</translation>
    </message>
    <message>
        <source>%1 is unlimited on %2 when it starts from %3.</source>
        <translation>%2 요금제에서 %1 모델은 %3 기반으로 만들면 무제한이에요.</translation>
    </message>
    <message>
        <source>Started from %1, %2 takes credits.</source>
        <translation>%1 기반으로 만들면 %2 모델도 크레딧이 차감돼요.</translation>
    </message>
    <message>
        <source>Every other model takes credits.</source>
        <translation>다른 모델은 모두 크레딧이 차감돼요.</translation>
    </message>
    <message>
        <source>Every other model takes credits, %1 included.</source>
        <translation>%1 등 다른 모델은 모두 크레딧이 차감돼요.</translation>
    </message>
    <message>
        <source>%1 instead of %2.</source>
        <translation>%2 대신 %1.</translation>
    </message>
    <message>
        <source>%1 generations at once instead of %2.</source>
        <translation>동시에 %2개 대신 %1개를 생성해요.</translation>
    </message>
    <message>
        <source>%1 becomes unlimited when it starts from %2.</source>
        <translation>%1 모델을 %2 기반으로 만들면 무제한이 돼요.</translation>
    </message>
    <message>
        <source>%1 is no longer unlimited: it takes credits.</source>
        <translation>%1 모델은 더는 무제한이 아니며 크레딧이 차감돼요.</translation>
    </message>
</context>
<context>
    <name>PlansExport</name>
    <message>
        <source>The PDF cannot be written there. Choose another folder, or make room on the disk.</source>
        <translation>그 위치에 PDF를 쓸 수 없어요. 다른 폴더를 고르거나 디스크 공간을 비워 주세요.</translation>
    </message>
</context>
<context>
    <name>QuoteWords</name>
    <message>
        <source>Not enough credits for %1</source>
        <translation>%1 사용에 필요한 크레딧이 부족해요</translation>
    </message>
    <message>
        <source>%1 left, its conversation needs %2.</source>
        <translation>%1 크레딧이 남았고, 대화에는 %2 크레딧이 필요해요.</translation>
    </message>
    <message>
        <source>%1 left, its conversation needs %2. The video itself is unlimited.</source>
        <translation>%1 크레딧이 남았고, 대화에는 %2 크레딧이 필요해요. 동영상 자체는 무제한이에요.</translation>
    </message>
    <message>
        <source>Not enough credits</source>
        <translation>크레딧이 부족해요</translation>
    </message>
    <message>
        <source>%1 left, this needs %2.</source>
        <translation>%1 크레딧이 남았고, 이번에는 %2 크레딧이 필요해요.</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>%1 크레딧이 남았어요.</translation>
    </message>
    <message>
        <source>%1 cannot be used now</source>
        <translation>%1 모델은 지금 쓸 수 없어요</translation>
    </message>
    <message>
        <source>Its vendor has closed it.</source>
        <translation>제공사가 서비스를 종료했어요.</translation>
    </message>
    <message>
        <source>It needs a connected provider.</source>
        <translation>제공사를 연결해야 해요.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>%1 needs a file to work on</source>
        <translation>%1 모델에는 작업할 파일이 필요해요</translation>
    </message>
    <message>
        <source>Add an image.</source>
        <translation>이미지를 추가해 주세요.</translation>
    </message>
    <message>
        <source>%1 does not take what is attached</source>
        <translation>%1 모델은 첨부한 파일을 받지 않아요</translation>
    </message>
    <message>
        <source>Remove it, or choose another model.</source>
        <translation>첨부를 빼거나 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>Single elements inside a finished video cannot be changed yet</source>
        <translation>완성된 동영상 속 특정 요소만 바꾸는 것은 아직 지원하지 않아요</translation>
    </message>
    <message>
        <source>Edit its last frame and continue from it, or generate it again.</source>
        <translation>마지막 프레임을 편집해 이어서 만들거나, 동영상을 다시 생성해 주세요.</translation>
    </message>
    <message>
        <source>%1 does not offer these options</source>
        <translation>%1 모델은 이 옵션을 지원하지 않아요</translation>
    </message>
    <message>
        <source>Choose others in Options.</source>
        <translation>옵션에서 다른 값을 골라 주세요.</translation>
    </message>
    <message>
        <source>This cannot be sent now</source>
        <translation>지금은 보낼 수 없어요</translation>
    </message>
    <message>
        <source>Change the model or the options.</source>
        <translation>모델이나 옵션을 바꿔 주세요.</translation>
    </message>
    <message>
        <source>Covered by your unlimited benefit</source>
        <translation>무제한 혜택 적용</translation>
    </message>
    <message>
        <source>start and end frames on %1.</source>
        <translation>%1, 시작·끝 프레임.</translation>
    </message>
    <message>
        <source>an image on %1.</source>
        <translation>%1, 이미지 첨부.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 Only the %2 conversation is charged.</source>
        <translation>%1 %2 대화 크레딧만 차감돼요.</translation>
    </message>
    <message>
        <source>Your unlimited benefit does not include %1.</source>
        <translation>%1 모델은 무제한 혜택에 포함되지 않아요.</translation>
    </message>
    <message>
        <source>Your unlimited benefit needs an image, or a start and an end frame.</source>
        <translation>무제한 혜택을 받으려면 이미지, 또는 시작 프레임과 끝 프레임이 필요해요.</translation>
    </message>
    <message>
        <source>Your unlimited benefit does not include this way of using %1.</source>
        <translation>%1 모델을 이 방식으로 쓰는 것은 무제한 혜택에 포함되지 않아요.</translation>
    </message>
    <message>
        <source>Your unlimited benefit for %1 has ended.</source>
        <translation>%1 모델의 무제한 혜택이 끝났어요.</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>무제한 미적용</translation>
    </message>
    <message>
        <source>Your message names %1, but ✨ is set to %2: ✨ wins.</source>
        <translation>메시지에는 %1, ✨에는 %2 모델이 지정돼 있어요. ✨에서 고른 모델을 사용해요.</translation>
    </message>
    <message>
        <source>%1: %2 is not offered by %3, so it will be %4.</source>
        <translation>%1: %3 모델은 %2 값을 지원하지 않아 %4 값으로 만들어요.</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <comment>about that many credits</comment>
        <translation>약 %1</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, 잔액 %2</translation>
    </message>
    <message>
        <source>image free</source>
        <translation>이미지 무료</translation>
    </message>
    <message>
        <source>video free</source>
        <translation>동영상 무료</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>%1으로 전환</translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation>이미지 추가</translation>
    </message>
    <message>
        <source>Add a start frame</source>
        <translation>시작 프레임 추가</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>%1로 바꾸기</translation>
    </message>
    <message numerus="yes">
        <source>Make %n take(s)</source>
        <translation>
            <numerusform>%n개만 만들기</numerusform>
        </translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>충전</translation>
    </message>
    <message>
        <source>%1 · saves %2</source>
        <comment>what to do, and the credits it saves</comment>
        <translation>%1 · %2 크레딧 절약</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s); the agent asks before it starts</source>
        <translation>
            <numerusform>%n단계로 진행해요. 시작하기 전에 에이전트가 물어봐요</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no unlimited benefit; %2 would cover this.</source>
        <translation>%1 요금제에는 무제한 혜택이 없어요. %2 요금제라면 적용돼요.</translation>
    </message>
    <message>
        <source>%1 has no unlimited benefit.</source>
        <translation>%1 요금제에는 무제한 혜택이 없어요.</translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation>요금제 비교</translation>
    </message>
</context>
<context>
    <name>SendWords</name>
    <message>
        <source>The price changed while this was on its way. Nothing was taken.</source>
        <translation>보내는 동안 가격이 바뀌었어요. 차감된 크레딧은 없어요.</translation>
    </message>
    <message>
        <source>The price is now %1. Nothing was taken.</source>
        <translation>지금 가격은 %1이에요. 차감된 크레딧은 없어요.</translation>
    </message>
    <message>
        <source>The price went from %1 to %2. Nothing was taken.</source>
        <translation>가격이 %1에서 %2으로 바뀌었어요. 차감된 크레딧은 없어요.</translation>
    </message>
    <message>
        <source>This chat&apos;s budget for a day is %1: %2 spent, and what this takes is not known.</source>
        <translation>이 대화의 하루 예산은 %1이에요. 지금까지 %2 크레딧을 썼고, 이번에 얼마가 드는지는 알 수 없어요.</translation>
    </message>
    <message>
        <source>This chat&apos;s budget for a month is %1: %2 spent, and what this takes is not known.</source>
        <translation>이 대화의 한 달 예산은 %1이에요. 지금까지 %2 크레딧을 썼고, 이번에 얼마가 드는지는 알 수 없어요.</translation>
    </message>
    <message>
        <source>Today&apos;s budget is %1: %2 spent, and what this takes is not known.</source>
        <translation>오늘 예산은 %1이에요. 지금까지 %2 크레딧을 썼고, 이번에 얼마가 드는지는 알 수 없어요.</translation>
    </message>
    <message>
        <source>This month&apos;s budget is %1: %2 spent, and what this takes is not known.</source>
        <translation>이번 달 예산은 %1이에요. 지금까지 %2 크레딧을 썼고, 이번에 얼마가 드는지는 알 수 없어요.</translation>
    </message>
    <message>
        <source>This chat&apos;s budget for a day is %1: %2 spent, this takes %3 more.</source>
        <translation>이 대화의 하루 예산은 %1이에요. 지금까지 %2 크레딧을 썼고, 이번에 %3 크레딧이 더 들어요.</translation>
    </message>
    <message>
        <source>This chat&apos;s budget for a month is %1: %2 spent, this takes %3 more.</source>
        <translation>이 대화의 한 달 예산은 %1이에요. 지금까지 %2 크레딧을 썼고, 이번에 %3 크레딧이 더 들어요.</translation>
    </message>
    <message>
        <source>Today&apos;s budget is %1: %2 spent, this takes %3 more.</source>
        <translation>오늘 예산은 %1이에요. 지금까지 %2 크레딧을 썼고, 이번에 %3 크레딧이 더 들어요.</translation>
    </message>
    <message>
        <source>This month&apos;s budget is %1: %2 spent, this takes %3 more.</source>
        <translation>이번 달 예산은 %1이에요. 지금까지 %2 크레딧을 썼고, 이번에 %3 크레딧이 더 들어요.</translation>
    </message>
    <message>
        <source>What this takes is not known; in this chat you asked to be asked above %1.</source>
        <translation>얼마가 드는지 알 수 없어요. 이 대화에서는 %1 크레딧을 넘으면 물어보도록 설정했어요.</translation>
    </message>
    <message>
        <source>What this takes is not known; you asked to be asked above %1.</source>
        <translation>얼마가 드는지 알 수 없어요. %1 크레딧을 넘으면 물어보도록 설정했어요.</translation>
    </message>
    <message>
        <source>This takes %1; in this chat you asked to be asked above %2.</source>
        <translation>%1이 들어요. 이 대화에서는 %2 크레딧을 넘으면 물어보도록 설정했어요.</translation>
    </message>
    <message>
        <source>This takes %1; you asked to be asked above %2.</source>
        <translation>%1이 들어요. %2 크레딧을 넘으면 물어보도록 설정했어요.</translation>
    </message>
    <message>
        <source>Try again this once</source>
        <translation>이번만 다시 시도</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Approve this once</source>
        <translation>이번만 승인</translation>
    </message>
    <message>
        <source>Send this once</source>
        <translation>이번만 보내기</translation>
    </message>
    <message>
        <source>Send for %1</source>
        <comment>that many credits</comment>
        <translation>%1 크레딧에 보내기</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>보내지 않기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>With this, %1 % of this chat&apos;s budget of %2 for a day is spent.</source>
        <translation>이번까지 이 대화의 하루 예산 %2 중 %1%를 써요.</translation>
    </message>
    <message>
        <source>With this, %1 % of this chat&apos;s budget of %2 for a month is spent.</source>
        <translation>이번까지 이 대화의 한 달 예산 %2 중 %1%를 써요.</translation>
    </message>
    <message>
        <source>With this, %1 % of today&apos;s budget of %2 is spent.</source>
        <translation>이번까지 오늘 예산 %2 중 %1%를 써요.</translation>
    </message>
    <message>
        <source>With this, %1 % of this month&apos;s budget of %2 is spent.</source>
        <translation>이번까지 이번 달 예산 %2 중 %1%를 써요.</translation>
    </message>
</context>
<context>
    <name>SpendingWords</name>
    <message>
        <source>Others</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>model, credits</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>day, credits</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Model not known</source>
        <translation>알 수 없는 모델</translation>
    </message>
    <message>
        <source>A chat that is not here</source>
        <translation>여기에 없는 대화</translation>
    </message>
    <message>
        <source>Agent not known</source>
        <translation>알 수 없는 에이전트</translation>
    </message>
    <message>
        <source>Method not known</source>
        <translation>알 수 없는 방식</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>모델별</translation>
    </message>
    <message>
        <source>By conversation</source>
        <translation>대화별</translation>
    </message>
    <message>
        <source>By agent</source>
        <translation>에이전트별</translation>
    </message>
    <message>
        <source>By method</source>
        <translation>방식별</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>에이전트</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Plan credits</source>
        <translation>요금제 크레딧</translation>
    </message>
    <message>
        <source>Top-ups</source>
        <translation>충전</translation>
    </message>
    <message>
        <source>Ended credits</source>
        <translation>소멸된 크레딧</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Final charges</source>
        <translation>확정된 차감</translation>
    </message>
    <message>
        <source>Returned credits</source>
        <translation>반환된 크레딧</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Agent conversation</source>
        <translation>에이전트 대화</translation>
    </message>
    <message>
        <source>Covered by unlimited</source>
        <translation>무제한 적용</translation>
    </message>
    <message>
        <source>Other rows</source>
        <translation>기타 항목</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>a date without the year</comment>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>a date with the year</comment>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>a time</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>오늘 %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>어제 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Credits of the plan</source>
        <translation>요금제 크레딧</translation>
    </message>
    <message>
        <source>Credits of the plan %1</source>
        <translation>%1 요금제 크레딧</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>충전</translation>
    </message>
    <message>
        <source>Credits that ended</source>
        <translation>소멸된 크레딧</translation>
    </message>
    <message>
        <source>%1 conversation</source>
        <translation>%1 대화</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>A generation</source>
        <translation>생성 1건</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>0 · covered</source>
        <translation>0 · 무제한</translation>
    </message>
    <message>
        <source>0 · charge final</source>
        <translation>0 · 차감 확정</translation>
    </message>
    <message>
        <source>%1 returned: failed</source>
        <translation>%1 반환: 실패</translation>
    </message>
    <message>
        <source>%1 returned: cancelled</source>
        <translation>%1 반환: 취소</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation>%1 반환</translation>
    </message>
    <message>
        <source>%1 refunded</source>
        <translation>%1 환불</translation>
    </message>
    <message>
        <source>The rows of the ledger add up to %1, but the service says that the balance is %2: a difference of %3. Nothing was changed here. Copy the details and send them to your service.</source>
        <translation>내역을 더하면 %1인데 서비스는 잔액이 %2라고 해요. %3만큼 차이가 나요. 여기서 바꾼 것은 없어요. 자세한 내용을 복사해 서비스에 보내 주세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the service&apos;s ledger do not follow from the row before. The rows add up to %1, as the service&apos;s balance of %2 does. Copy the details and send them to your service.</source>
        <translation>
            <numerusform>서비스 내역 %n개가 바로 앞 항목과 이어지지 않아요. 내역의 합은 %1, 서비스의 잔액은 %2로 같아요. 자세한 내용을 복사해 서비스에 보내 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Equal to the service&apos;s ledger to the credit (%1).</source>
        <translation>서비스의 내역과 1크레딧까지 같아요(%1).</translation>
    </message>
    <message>
        <source>Their last difference: %2 (%1).</source>
        <translation>마지막 차이: %2(%1).</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>테이크 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts of one step</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Image from it · %1</source>
        <translation>그 결과로 이미지 · %1</translation>
    </message>
    <message>
        <source>Image · %1</source>
        <translation>이미지 · %1</translation>
    </message>
    <message>
        <source>Video from it · %1</source>
        <translation>그 결과로 동영상 · %1</translation>
    </message>
    <message>
        <source>Video · %1</source>
        <translation>동영상 · %1</translation>
    </message>
    <message>
        <source>Sound · %1</source>
        <translation>소리 · %1</translation>
    </message>
    <message>
        <source>Upscale to %1</source>
        <translation>%1로 업스케일</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number of a step, and what it is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: 0 credits, unlimited</source>
        <translation>%1: 0 크레딧, 무제한</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, and its credits</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>최대 %1</translation>
    </message>
</context>
<context>
    <name>SystemFileChooser</name>
    <message>
        <source>Add image</source>
        <translation>이미지 추가</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Results folder</source>
        <translation>결과 폴더</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Images, videos and sounds</source>
        <translation>이미지, 동영상, 소리</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>파일 추가</translation>
    </message>
    <message>
        <source>Add a video</source>
        <translation>동영상 추가</translation>
    </message>
    <message>
        <source>Add a voice recording</source>
        <translation>음성 녹음 추가</translation>
    </message>
</context>
<context>
    <name>facet::client::BatchCsv</name>
    <message>
        <source>“%1” cannot be opened. Choose another file.</source>
        <translation>“%1”을(를) 열 수 없어요. 다른 파일을 선택해 주세요.</translation>
    </message>
    <message>
        <source>“%1” is too large for a list of prompts. Split it into smaller files.</source>
        <translation>“%1”은(는) 프롬프트 목록으로는 너무 커요. 작은 파일로 나눠 주세요.</translation>
    </message>
    <message>
        <source>“%1” holds no lines.</source>
        <translation>“%1”에 줄이 없어요.</translation>
    </message>
    <message>
        <source>“%1” needs a first line with the names of its columns: prompt, model, seconds, resolution, start, end. Only prompt must be there.</source>
        <translation>“%1”의 첫 줄에 열 이름이 필요해요: prompt, model, seconds, resolution, start, end. prompt만 있으면 돼요.</translation>
    </message>
</context>
<context>
    <name>facet::client::BatchDraft</name>
    <message>
        <source>A batch has up to %1 lines, and this one has %2. Split it into smaller ones.</source>
        <translation>일괄 요청은 최대 %1줄인데 %2줄이 있어요. 작게 나눠 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::CsvTable</name>
    <message>
        <source>The letters in this file cannot be read. Save it as CSV in UTF-8 and choose it again.</source>
        <translation>이 파일의 글자를 읽을 수 없어요. UTF-8 CSV로 저장한 뒤 다시 선택해 주세요.</translation>
    </message>
    <message>
        <source>A text in quotes that begins on line %1 of this file never ends. Add the closing quote and choose the file again.</source>
        <translation>이 파일의 %1번째 줄에서 시작한 따옴표가 닫히지 않았어요. 닫는 따옴표를 넣고 다시 선택해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::Database</name>
    <message>
        <source>Facet cannot make its folder %1. Check that you may write there.</source>
        <translation>%1 폴더를 만들 수 없어요. 이 위치에 쓰기 권한이 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>Facet cannot open %1, where it keeps your history. Check that you may write there.</source>
        <translation>기록을 보관하는 %1 파일을 열 수 없어요. 이 위치에 쓰기 권한이 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>Your history in %1 is damaged and could not be moved aside. Move the file away and restart Facet.</source>
        <translation>%1에 있는 기록이 손상됐지만 다른 곳으로 옮기지 못했어요. 파일을 직접 옮긴 뒤 Facet을 다시 시작해 주세요.</translation>
    </message>
    <message>
        <source>Your history was damaged, so Facet began a new one. The damaged file is kept as %1; your videos are where they were.</source>
        <translation>기록이 손상되어 새 기록을 시작했어요. 손상된 파일은 %1에 보관돼 있고, 동영상은 원래 자리에 그대로 있어요.</translation>
    </message>
    <message>
        <source>Your history was written by a newer Facet. Update Facet to open it; nothing in it was changed.</source>
        <translation>더 새로운 버전의 Facet에서 쓴 기록이에요. 열려면 Facet을 업데이트해 주세요. 기록은 아무것도 바뀌지 않았어요.</translation>
    </message>
    <message>
        <source>The disk is full, so Facet could not save your history. Make room and try again.</source>
        <translation>디스크가 가득 차서 기록을 저장하지 못했어요. 공간을 확보한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Facet may not write to its own folder, so your history is not saved. Check the folder&apos;s permissions.</source>
        <translation>Facet이 자기 폴더에 쓸 수 없어 기록이 저장되지 않았어요. 폴더의 권한을 확인해 주세요.</translation>
    </message>
    <message>
        <source>The file with your history is damaged. Restart Facet: it keeps the damaged file and begins a new one.</source>
        <translation>기록 파일이 손상됐어요. Facet을 다시 시작하면 손상된 파일은 보관하고 새 기록을 시작해요.</translation>
    </message>
    <message>
        <source>Your history could not be read or written. Restart Facet and try again.</source>
        <translation>기록을 읽거나 쓰지 못했어요. Facet을 다시 시작한 뒤 다시 시도해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::Download</name>
    <message>
        <source>The download was cancelled.</source>
        <translation>다운로드가 취소됐어요.</translation>
    </message>
    <message>
        <source>The connection was cut while the result was being fetched.</source>
        <translation>결과를 받는 도중 연결이 끊겼어요.</translation>
    </message>
    <message>
        <source>The service sent something other than this result, so it was not kept. Fetch it again.</source>
        <translation>서비스가 이 결과가 아닌 다른 것을 보내서 저장하지 않았어요. 다시 받아 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::ExportFolder</name>
    <message>
        <source>The export was cancelled. Nothing was left behind.</source>
        <translation>내보내기를 취소했어요. 남은 파일은 없어요.</translation>
    </message>
    <message>
        <source>%1 could not be written: the disk may be full. Make room, or choose another place.</source>
        <translation>%1 파일을 쓰지 못했어요. 디스크가 가득 찼을 수 있어요. 공간을 비우거나 다른 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>No folder can be made in %1. Choose a folder that you may write to.</source>
        <translation>%1에 폴더를 만들 수 없어요. 쓸 수 있는 폴더를 선택해 주세요.</translation>
    </message>
    <message>
        <source>%1 cannot be read, so it cannot be exported. Check its permissions.</source>
        <translation>%1을(를) 읽을 수 없어서 내보낼 수 없어요. 권한을 확인해 주세요.</translation>
    </message>
    <message>
        <source>%1 could not be read to its end, so it cannot be exported.</source>
        <translation>%1을(를) 끝까지 읽지 못해서 내보낼 수 없어요.</translation>
    </message>
</context>
<context>
    <name>facet::client::FilesExport</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1을(를) 읽을 수 없어요.</translation>
    </message>
    <message>
        <source>%1 could not be written: the disk may be full. Make room, or choose another folder.</source>
        <translation>%1을(를) 쓰지 못했어요. 디스크가 가득 찼을 수 있어요. 공간을 비우거나 다른 폴더를 선택해 주세요.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose a folder that you may write to.</source>
        <translation>%1 파일을 쓸 수 없어요. 쓸 수 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Copying was stopped.</source>
        <translation>복사를 멈췄어요.</translation>
    </message>
</context>
<context>
    <name>facet::client::GenerationMachine</name>
    <message>
        <source>The service could not make this. Its credits are given back. Try again.</source>
        <translation>서비스가 결과를 만들지 못했어요. 예약된 크레딧은 반환돼요. 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The service says that this is done but shows no result. Write to its operator with the details.</source>
        <translation>서비스에 완료로 표시되지만 결과가 없어요. 세부 정보를 첨부해 서비스 운영자에게 문의해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::HttpClient</name>
    <message>
        <source>The service sent far more than was asked for. Try again, or tell its operator.</source>
        <translation>서비스가 요청보다 훨씬 많은 데이터를 보냈어요. 다시 시도하거나 서비스 운영자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>There is no service to ask yet. Wait a moment, then try again.</source>
        <translation>아직 요청을 보낼 서비스가 없어요. 잠시 기다린 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Facet speaks to services over HTTPS only. Use an address that begins with https://.</source>
        <translation>Facet은 HTTPS로만 서비스에 연결해요. https://로 시작하는 주소를 사용해 주세요.</translation>
    </message>
    <message>
        <source>The service does not accept this token. Enter the right one.</source>
        <translation>서비스가 이 토큰을 받아들이지 않아요. 올바른 토큰을 입력해 주세요.</translation>
    </message>
    <message>
        <source>The service has a problem of its own. Try again in a moment.</source>
        <translation>서비스 내부에 문제가 생겼어요. 잠시 후 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The service refused this request.</source>
        <translation>서비스가 이 요청을 거부했어요.</translation>
    </message>
    <message>
        <source>The service sent Facet to another address, which is not followed. Check the address of the service.</source>
        <translation>서비스가 Facet을 다른 주소로 보내려 했지만 따라가지 않았어요. 서비스 주소를 확인해 주세요.</translation>
    </message>
    <message>
        <source>This service cannot prove that it is the one it claims to be, so nothing was sent to it. Check its address, or ask its operator about the certificate.</source>
        <translation>이 서비스가 진짜인지 확인할 수 없어 아무것도 보내지 않았어요. 주소를 확인하거나 서비스 운영자에게 인증서에 대해 문의해 주세요.</translation>
    </message>
    <message>
        <source>The service did not answer in time. Check the connection, then try again.</source>
        <translation>서비스가 제때 응답하지 않았어요. 연결을 확인한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>No service was found at %1. Check its address and the connection.</source>
        <translation>%1에서 서비스를 찾지 못했어요. 주소와 연결을 확인해 주세요.</translation>
    </message>
    <message>
        <source>The service cannot be reached. Check the connection, then try again.</source>
        <translation>서비스에 연결할 수 없어요. 연결을 확인한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The service named a payment page that is not safe to open, so it was not opened. Nothing was taken.</source>
        <translation>서비스가 알려준 결제 페이지가 안전하지 않아 열지 않았어요. 차감된 금액은 없어요.</translation>
    </message>
</context>
<context>
    <name>facet::client::ImageIntake</name>
    <message>
        <source>“%1” is a folder. Open it and choose the pictures in it.</source>
        <translation>“%1” 항목은 폴더예요. 폴더를 열어 안에 있는 이미지를 골라 주세요.</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Choose another picture.</source>
        <translation>“%1” 파일이 더 이상 그 자리에 없어요. 다른 이미지를 골라 주세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check that you may read it.</source>
        <translation>“%1” 파일을 열 수 없어요. 읽기 권한이 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>“%1” could not be read to its end. Copy it to this computer and try again.</source>
        <translation>“%1” 파일을 끝까지 읽지 못했어요. 이 컴퓨터로 복사한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Turned upright, as the camera noted in the file.</source>
        <translation>파일에 기록된 카메라 방향대로 이미지를 바로 세웠어요.</translation>
    </message>
    <message>
        <source>There is no picture in what was pasted. Copy the picture again.</source>
        <translation>붙여넣은 내용에 이미지가 없어요. 이미지를 다시 복사해 주세요.</translation>
    </message>
    <message>
        <source>“%1” is empty: it holds 0 bytes. Choose another picture, or fetch this one again.</source>
        <translation>“%1” 파일이 비어 있어요(0바이트). 다른 이미지를 고르거나 이 파일을 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>“%1” is %2; Facet takes up to %3. Export a smaller copy.</source>
        <translation>“%1” 파일의 크기는 %2예요. Facet은 최대 %3까지 받아요. 더 작게 내보내 주세요.</translation>
    </message>
    <message>
        <source>This computer cannot read pictures like “%1”. Export it as PNG or JPEG.</source>
        <translation>이 컴퓨터는 “%1” 같은 이미지를 읽을 수 없어요. PNG나 JPEG로 내보내 주세요.</translation>
    </message>
    <message>
        <source>“%1” is %2 × %3 pixels; Facet takes up to %4 megapixels. Export a smaller copy.</source>
        <translation>“%1” 이미지는 %2 × %3픽셀이에요. Facet은 최대 %4메가픽셀까지 받아요. 더 작게 내보내 주세요.</translation>
    </message>
    <message>
        <source>“%1” is damaged or was not copied completely. Fetch it again, or choose another picture.</source>
        <translation>“%1” 파일이 손상됐거나 끝까지 복사되지 않았어요. 다시 받거나 다른 이미지를 골라 주세요.</translation>
    </message>
    <message>
        <source>Only the first picture of this GIF is used, as PNG.</source>
        <translation>이 GIF의 첫 이미지만 PNG로 사용해요.</translation>
    </message>
    <message>
        <source>Sent as PNG; your file stays as it is.</source>
        <translation>PNG로 보내요. 원본 파일은 그대로예요.</translation>
    </message>
    <message>
        <source>“%1” could not be copied into Facet&apos;s folder. Check that the disk has room.</source>
        <translation>“%1” 파일을 Facet 폴더로 복사하지 못했어요. 디스크에 공간이 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>“%1” is no longer in Facet&apos;s folder. Attach the picture again.</source>
        <translation>“%1” 파일이 Facet 폴더에 더 이상 없어요. 이미지를 다시 첨부해 주세요.</translation>
    </message>
    <message>
        <source>“%1” is %2; the service takes files of up to %3. Export it shorter or smaller.</source>
        <translation>“%1”의 크기는 %2이에요. 서비스는 %3까지 받아요. 더 짧거나 작게 내보내 주세요.</translation>
    </message>
    <message>
        <source>“%1” is damaged or was not copied completely. Fetch it again, or choose another file.</source>
        <translation>“%1”이(가) 손상됐거나 끝까지 복사되지 않았어요. 다시 받거나 다른 파일을 골라 주세요.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” lasts %n second(s); the service takes up to %2. Cut out the part that you need.</source>
        <translation>
            <numerusform>“%1”의 길이는 %n초예요. 서비스는 %2초까지 받아요. 필요한 부분만 잘라 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resized from %1 × %2 to %3 × %4 pixels, as much as is taken.</source>
        <translation>%1 × %2에서 받을 수 있는 크기인 %3 × %4픽셀로 줄였어요.</translation>
    </message>
    <message>
        <source>Colours converted from those of print (CMYK) to sRGB.</source>
        <translation>인쇄용 색(CMYK)을 sRGB로 바꿨어요.</translation>
    </message>
    <message>
        <source>Colours converted to sRGB.</source>
        <translation>색을 sRGB로 바꿨어요.</translation>
    </message>
    <message>
        <source>Transparent parts are filled with a colour.</source>
        <translation>투명한 부분을 색으로 채웠어요.</translation>
    </message>
    <message>
        <source>Only the first picture of this animation is used.</source>
        <translation>이 애니메이션의 첫 장면만 써요.</translation>
    </message>
    <message>
        <source>Sent as JPEG, because as PNG it is larger than is taken.</source>
        <translation>PNG로는 받을 수 있는 크기를 넘어 JPEG로 보내요.</translation>
    </message>
    <message>
        <source>Sent as JPEG; your file stays as it is.</source>
        <translation>JPEG로 보내요. 파일은 그대로 남아 있어요.</translation>
    </message>
    <message>
        <source>“%1” is not a file that Facet can read. It takes PNG, JPEG, WebP, HEIC, AVIF, GIF, BMP and TIFF pictures, MP4, MOV and WebM videos, and M4A, WAV, MP3 and Ogg sounds.</source>
        <translation>“%1”은(는) Facet이 읽을 수 없는 파일이에요. PNG, JPEG, WebP, HEIC, AVIF, GIF, BMP, TIFF 이미지와 MP4, MOV, WebM 동영상, M4A, WAV, MP3, Ogg 소리를 쓸 수 있어요.</translation>
    </message>
</context>
<context>
    <name>facet::client::KeychainSecrets</name>
    <message>
        <source>No keyring is open on this computer, so the token is kept until Facet is closed and has to be entered again next time. Unlock or install a keyring to keep it.</source>
        <translation>이 컴퓨터에 열린 키링이 없어 토큰을 Facet을 닫을 때까지만 보관해요. 다음에는 다시 입력해야 해요. 계속 보관하려면 키링의 잠금을 풀거나 설치해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::LedgerMirror</name>
    <message>
        <source>The service&apos;s list of credits has no end. Try again, or tell its operator.</source>
        <translation>서비스의 크레딧 내역이 끝나지 않아요. 다시 시도하거나 운영자에게 알려 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::LiveComposer</name>
    <message>
        <source>Pasted picture.png</source>
        <translation>붙여넣은 이미지.png</translation>
    </message>
    <message>
        <source>Pasted picture.%1</source>
        <translation>붙여넣은 이미지.%1</translation>
    </message>
    <message numerus="yes">
        <source>A start and an end frame are two pictures: %n more was/were left out.</source>
        <translation>
            <numerusform>시작 프레임과 끝 프레임은 이미지 두 장이에요. 나머지 %n장은 첨부하지 않았어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” was not attached: a message takes up to %n file(s). Remove one first.</source>
        <translation>
            <numerusform>“%1”을(를) 첨부하지 않았어요. 메시지 하나에 파일 %n개까지 첨부할 수 있어요. 먼저 하나를 빼 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching the picture from %1.</source>
        <translation>%1에서 그림을 가져오고 있어요.</translation>
    </message>
    <message>
        <source>“%1” cannot be attached: %2 takes words only.</source>
        <translation>“%1” 파일은 첨부할 수 없어요. %2 서비스는 글만 받아요.</translation>
    </message>
</context>
<context>
    <name>facet::client::LiveGenerations</name>
    <message>
        <source>This was cancelled before it was sent. Nothing was taken.</source>
        <translation>보내기 전에 취소됐어요. 차감된 크레딧은 없어요.</translation>
    </message>
    <message>
        <source>The service no longer has this result. Generate it again.</source>
        <translation>서비스에 이 결과가 더 이상 없어요. 다시 생성해 주세요.</translation>
    </message>
    <message>
        <source>Facet was closed before this was sent, so nothing was taken. Send it again.</source>
        <translation>보내기 전에 Facet이 닫혀서 차감된 크레딧은 없어요. 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>The service started nothing for this message, so nothing was taken for it. Send it again.</source>
        <translation>서비스가 이 메시지로 시작한 작업이 없어서, 이 메시지에 차감된 크레딧도 없어요. 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>The service no longer knows this generation, so what it took is not known here. Your ledger says it. Generate it again.</source>
        <translation>서비스에 이 생성 기록이 더 이상 없어서 얼마가 차감됐는지 여기서는 알 수 없어요. 사용 내역에서 확인한 뒤 다시 생성해 주세요.</translation>
    </message>
    <message>
        <source>The service does not have this yet. Try again in a moment.</source>
        <translation>아직 서비스에 전달되지 않았어요. 잠시 후 다시 시도해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::LiveLibrary</name>
    <message>
        <source>This result is no longer in your history.</source>
        <translation>이 결과는 더 이상 기록에 없어요.</translation>
    </message>
</context>
<context>
    <name>facet::client::LiveSequenceExporter</name>
    <message>
        <source>Facet&apos;s part that joins clips is missing on this computer. Install Facet again; your files are not touched.</source>
        <translation>이 컴퓨터에 클립을 잇는 Facet의 구성 요소가 없어요. Facet을 다시 설치해 주세요. 파일은 그대로예요.</translation>
    </message>
    <message>
        <source>“%1” is no longer here. Fetch it again in the preview, or take it out of the sequence.</source>
        <translation>“%1” 파일이 더 이상 없어요. 미리보기에서 다시 받거나 시퀀스에서 빼 주세요.</translation>
    </message>
    <message>
        <source>There is not enough room in %1: the export takes %2, %3 are free. Free some space, then export again.</source>
        <translation>%1에 공간이 부족해요. 내보내기에 %2가 필요한데 %3가 남아 있어요. 공간을 비운 뒤 다시 내보내 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::LiveSession</name>
    <message>
        <source>%1 is not the address of a service. Start Facet with one that begins with https://.</source>
        <translation>%1은(는) 서비스 주소가 아니에요. https://로 시작하는 주소로 Facet을 시작해 주세요.</translation>
    </message>
    <message>
        <source>Enter your token for %1.</source>
        <translation>%1에 쓸 토큰을 입력해 주세요.</translation>
    </message>
    <message>
        <source>This is not a token. Copy it from your service, without spaces.</source>
        <translation>토큰이 아니에요. 서비스에서 공백 없이 복사해 주세요.</translation>
    </message>
    <message>
        <source>%1 does not accept this token. Enter the right one.</source>
        <translation>%1에서 이 토큰을 받아들이지 않아요. 올바른 토큰을 입력해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::MediaLibrary</name>
    <message>
        <source>Facet&apos;s part that reads videos is missing on this computer. Install Facet again; your files are not touched.</source>
        <translation>동영상을 읽는 Facet 구성 요소가 이 컴퓨터에 없어요. Facet을 다시 설치해 주세요. 파일은 그대로 있어요.</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Choose another file.</source>
        <translation>“%1” 파일이 더 이상 없어요. 다른 파일을 선택해 주세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check that you may read it.</source>
        <translation>“%1” 파일을 열 수 없어요. 읽기 권한이 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>“%1” is %2 × %3 pixels, more than can be shown here. Show it in its folder to open it with another program.</source>
        <translation>“%1”은(는) %2 × %3픽셀로, 여기에서 보여 줄 수 있는 크기를 넘어요. 폴더에서 보기를 눌러 다른 프로그램으로 열어 주세요.</translation>
    </message>
    <message>
        <source>“%1” is damaged or was not copied completely. Fetch it again, or choose another file.</source>
        <translation>“%1” 파일이 손상됐거나 끝까지 복사되지 않았어요. 다시 받거나 다른 파일을 선택해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::PartFile</name>
    <message>
        <source>There is not enough room in %1 (%2 free). Free some space, then fetch the result again.</source>
        <translation>%1에 공간이 부족해요(남은 공간 %2). 공간을 확보한 뒤 결과를 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The result cannot be written to %1. Check that the folder is there and can be written to, or choose another one in Settings, then fetch it again.</source>
        <translation>%1에 결과를 쓸 수 없어요. 폴더가 있고 쓸 수 있는지 확인하거나 설정에서 다른 폴더를 고른 뒤, 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The result arrived damaged and was not kept. Fetch it again.</source>
        <translation>결과가 손상된 채 도착해 저장하지 않았어요. 다시 받아 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::RemoteFile</name>
    <message>
        <source>The picture is not fetched any more.</source>
        <translation>그림을 더는 가져오지 않아요.</translation>
    </message>
    <message>
        <source>Pictures are fetched over https only. Save this one in the browser and attach the file.</source>
        <translation>그림은 https로만 가져와요. 브라우저에서 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>The address leads on to one without https, which is not followed. Save the picture in the browser and attach the file.</source>
        <translation>주소가 https가 아닌 곳으로 이어져서 따라가지 않았어요. 브라우저에서 그림을 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>%1 answered with a web page, not with a picture. Open the picture itself and copy its address, or save it and attach the file.</source>
        <translation>%1에서 그림이 아니라 웹 페이지를 보냈어요. 그림만 열어 주소를 복사하거나, 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>What %1 sent is not a picture that Facet can read. Save it in the browser, export it as PNG or JPEG, and attach the file.</source>
        <translation>%1에서 보낸 것은 Facet이 읽을 수 있는 그림이 아니에요. 브라우저에서 저장하고 PNG나 JPEG로 내보낸 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>%1 only sends Facet from one address to the next. Save the picture in the browser and attach the file.</source>
        <translation>%1에서 다른 주소로만 계속 넘기고 있어요. 브라우저에서 그림을 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>%1 has no picture at this address (%2). Check the address, or save the picture and attach the file.</source>
        <translation>%1의 이 주소에는 그림이 없어요(%2). 주소를 확인하거나, 그림을 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>%1 does not give this picture to Facet (%2). Save it in the browser and attach the file.</source>
        <translation>%1에서 이 그림을 Facet에 내주지 않아요(%2). 브라우저에서 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>%1 could not send the picture (%2). Try again in a moment, or save it and attach the file.</source>
        <translation>%1에서 그림을 보내지 못했어요(%2). 잠시 뒤 다시 시도하거나, 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>%1 cannot prove that it is the one it claims to be, so nothing was fetched. Save the picture in the browser and attach the file.</source>
        <translation>%1이(가) 진짜인지 확인할 수 없어 아무것도 가져오지 않았어요. 브라우저에서 그림을 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>The picture could not be fetched from %1. Check the connection and add it again, or attach a file.</source>
        <translation>%1에서 그림을 가져오지 못했어요. 연결을 확인하고 다시 추가하거나 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>The picture at %1 is larger than %2. Save a smaller copy and attach the file.</source>
        <translation>%1의 그림이 %2보다 커요. 더 작게 저장한 뒤 파일을 첨부해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::RunScribe</name>
    <message>
        <source>The agent stopped before it was done. Send the message again.</source>
        <translation>에이전트가 끝내기 전에 멈췄어요. 메시지를 다시 보내 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::SequenceExport</name>
    <message>
        <source>“%1” cannot be read. Take it out of the sequence, or fetch it again in the preview.</source>
        <translation>“%1” 파일을 읽을 수 없어요. 시퀀스에서 빼거나 미리보기에서 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>There is not enough room in %1. Free some space, then export again. The clips are as they were.</source>
        <translation>%1에 공간이 부족해요. 공간을 비운 뒤 다시 내보내 주세요. 클립은 그대로예요.</translation>
    </message>
    <message>
        <source>The sequence cannot be written to %1. Check that the folder can be written to, or choose another results folder in Settings.</source>
        <translation>%1에 시퀀스를 저장할 수 없어요. 폴더에 쓸 수 있는지 확인하거나 설정에서 다른 결과 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>The clips cannot be encoded on this computer. Export fewer of them, or clips of one size.</source>
        <translation>이 컴퓨터에서 클립을 인코딩할 수 없어요. 클립 수를 줄이거나 같은 크기의 클립만 내보내 주세요.</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>내보내기를 취소했어요. 아무것도 저장되지 않았어요.</translation>
    </message>
    <message>
        <source>The exported file did not read back as it should, so it was not kept. Export again.</source>
        <translation>내보낸 파일이 제대로 읽히지 않아 보관하지 않았어요. 다시 내보내 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::ServiceProcess</name>
    <message>
        <source>Facet&apos;s own service did not get ready in time. Press Try again to start it once more.</source>
        <translation>Facet의 내장 서비스가 제때 준비되지 않았어요. ‘다시 시도’를 누르면 한 번 더 시작해요.</translation>
    </message>
    <message>
        <source>Facet&apos;s own service cannot be started. Install Facet again, or use another service with --service.</source>
        <translation>Facet의 내장 서비스를 시작할 수 없어요. Facet을 다시 설치하거나 --service로 다른 서비스를 사용해 주세요.</translation>
    </message>
    <message>
        <source>Facet&apos;s own service has stopped. Press Try again to start it once more.</source>
        <translation>Facet의 내장 서비스가 멈췄어요. ‘다시 시도’를 누르면 한 번 더 시작해요.</translation>
    </message>
    <message>
        <source>Facet&apos;s own service answers in a way that this version does not understand. Install Facet again.</source>
        <translation>Facet의 내장 서비스가 이 버전이 이해하지 못하는 방식으로 응답해요. Facet을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>Facet&apos;s own service did not say where it is.</source>
        <translation>Facet의 내장 서비스가 자신의 주소를 알려 주지 않았어요.</translation>
    </message>
</context>
<context>
    <name>facet::client::SpendingCsv</name>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>에이전트</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>크레딧</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>이후 잔액</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Generation id</source>
        <translation>생성 ID</translation>
    </message>
    <message>
        <source>Entry id</source>
        <translation>항목 ID</translation>
    </message>
    <message>
        <source>Plan&apos;s credits</source>
        <translation>요금제 크레딧</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>충전</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>만료</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Returned: failed</source>
        <translation>반환: 실패</translation>
    </message>
    <message>
        <source>Returned: cancelled</source>
        <translation>반환: 취소</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>반환</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Generation, covered</source>
        <translation>생성, 무제한 적용</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Start and end frames</source>
        <translation>시작·끝 프레임</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>with audio</source>
        <translation>오디오 포함</translation>
    </message>
</context>
<context>
    <name>facet::client::SpendingExport</name>
    <message>
        <source>%1 cannot be written. Choose a folder that you may write to.</source>
        <translation>%1 파일을 쓸 수 없어요. 쓸 수 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>%1 could not be written: the disk may be full. Make room, or choose another place.</source>
        <translation>%1 파일을 쓰지 못했어요. 디스크가 가득 찼을 수 있어요. 공간을 비우거나 다른 위치를 선택하세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::SseStream</name>
    <message>
        <source>The service answered in a way that Facet does not understand. It may be another version.</source>
        <translation>서비스가 Facet이 이해하지 못하는 방식으로 응답했어요. 버전이 다를 수 있어요.</translation>
    </message>
    <message>
        <source>The connection to the service was cut.</source>
        <translation>서비스와의 연결이 끊겼어요.</translation>
    </message>
</context>
<context>
    <name>facet::client::SystemTrash</name>
    <message>
        <source>%1 could not be moved to the trash. Check that you may change its folder.</source>
        <translation>%1을(를) 휴지통으로 옮기지 못했어요. 그 폴더를 바꿀 권한이 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>%1 is no longer in the trash. It can be fetched again while the service keeps it.</source>
        <translation>%1이(가) 휴지통에 더 이상 없어요. 서비스가 보관하는 동안에는 다시 받을 수 있어요.</translation>
    </message>
    <message>
        <source>%1 could not be taken out of the trash. Check that you may write to its folder.</source>
        <translation>%1을(를) 휴지통에서 꺼내지 못했어요. 그 폴더에 쓸 권한이 있는지 확인해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::TagFile</name>
    <message>
        <source>“%1” cannot be read. Check that it is still there.</source>
        <translation>“%1” 파일을 읽을 수 없어요. 아직 그 자리에 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>There is no room to note the prompt in “%1”. The file itself is whole.</source>
        <translation>“%1” 파일에 프롬프트를 적을 공간이 없어요. 파일 자체는 온전해요.</translation>
    </message>
</context>
<context>
    <name>facet::client::TurnRun</name>
    <message>
        <source>This service does not have that agent. Switch to the other one and send again.</source>
        <translation>이 서비스에는 그 에이전트가 없어요. 다른 에이전트로 바꾼 뒤 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>Facet was closed before this message was sent. Nothing was taken: send it again.</source>
        <translation>이 메시지를 보내기 전에 Facet이 닫혔어요. 차감된 크레딧은 없어요. 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>The service no longer has this answer. What it made is in your history; send the message again for another answer.</source>
        <translation>서비스에 이 답변이 더 이상 없어요. 만들어진 결과는 기록에 있어요. 다른 답변을 받으려면 메시지를 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>The connection was cut before this message arrived. Nothing was taken: send it again.</source>
        <translation>이 메시지가 도착하기 전에 연결이 끊겼어요. 차감된 크레딧은 없어요. 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>The connection was lost while the agent answered. What was ordered goes on; the answer follows when the service is there again.</source>
        <translation>에이전트가 답하는 동안 연결이 끊겼어요. 요청한 작업은 계속되고, 답변은 서비스에 다시 연결되면 이어져요.</translation>
    </message>
    <message>
        <source>The connection was lost, and Facet could not find out yet whether this message arrived. It asks again when the service is there; nothing is ordered twice.</source>
        <translation>연결이 끊겨서 이 메시지가 도착했는지 아직 확인하지 못했어요. 서비스에 다시 연결되면 확인해요. 같은 작업이 두 번 요청되지는 않아요.</translation>
    </message>
</context>
<context>
    <name>facet::client::TusUpload</name>
    <message>
        <source>%1 cannot be read any more. Attach it again.</source>
        <translation>%1 파일을 더 이상 읽을 수 없어요. 다시 첨부해 주세요.</translation>
    </message>
    <message>
        <source>%1 was changed while it was being sent. Attach it again.</source>
        <translation>%1 파일이 보내는 동안 바뀌었어요. 다시 첨부해 주세요.</translation>
    </message>
    <message>
        <source>%1 is empty. Attach another file.</source>
        <translation>%1 파일이 비어 있어요. 다른 파일을 첨부해 주세요.</translation>
    </message>
    <message>
        <source>Sending the file was cancelled.</source>
        <translation>파일 보내기가 취소됐어요.</translation>
    </message>
    <message>
        <source>The service did not take %1 as it should. Try again.</source>
        <translation>서비스가 %1 파일을 제대로 받지 못했어요. 다시 시도해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::client::VideoFrames</name>
    <message>
        <source>“%1” is damaged or was not copied completely. Fetch it again, or choose another file.</source>
        <translation>“%1” 파일이 손상됐거나 끝까지 복사되지 않았어요. 다시 받거나 다른 파일을 선택해 주세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be played here: it is no video, picture or sound that Facet reads, or it is damaged. Show it in its folder to open it with another program.</source>
        <translation>“%1” 파일은 여기에서 재생할 수 없어요. Facet이 읽는 동영상, 이미지, 소리가 아니거나 손상된 파일이에요. 폴더에서 보기를 눌러 다른 프로그램으로 열어 주세요.</translation>
    </message>
    <message>
        <source>“%1” holds sound and no picture. Choose a video.</source>
        <translation>“%1” 파일에는 소리만 있고 화면이 없어요. 동영상을 선택해 주세요.</translation>
    </message>
    <message>
        <source>“%1” is written in a way that this computer cannot read (%2). Convert it to H.264 and try again.</source>
        <translation>“%1” 파일은 이 컴퓨터가 읽지 못하는 방식(%2)으로 만들어졌어요. H.264로 변환한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>“%1” is %2 × %3 pixels, more than can be shown here. Show it in its folder to open it with another program.</source>
        <translation>“%1”은(는) %2 × %3픽셀로, 여기에서 보여 줄 수 있는 크기를 넘어요. 폴더에서 보기를 눌러 다른 프로그램으로 열어 주세요.</translation>
    </message>
    <message>
        <source>“%1” has more frames than can be counted here. Cut it shorter and try again.</source>
        <translation>“%1”의 프레임이 너무 많아 셀 수 없어요. 더 짧게 자른 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>“%1” has no frame %2: it has %3.</source>
        <translation>“%1”에는 %2번 프레임이 없어요. 전체 프레임은 %3개예요.</translation>
    </message>
    <message>
        <source>Frame %1 of “%2” is damaged. Choose another frame, or fetch the file again.</source>
        <translation>“%2”의 %1번 프레임이 손상됐어요. 다른 프레임을 선택하거나 파일을 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지했어요.</translation>
    </message>
</context>
<context>
    <name>facet::contract</name>
    <message>
        <source>The service gave an answer that this version of Facet does not understand. Check for an update of Facet or of the service.</source>
        <translation>서비스가 이 버전의 Facet이 이해하지 못하는 응답을 보냈어요. Facet이나 서비스의 업데이트를 확인해 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::AccountBar</name>
    <message>
        <source>Plan, balance and top-up</source>
        <translation>요금제, 잔액, 충전</translation>
    </message>
    <message>
        <source>Spending ›</source>
        <translation>사용 내역 ›</translation>
    </message>
    <message>
        <source>What was spent, by day and by model</source>
        <translation>날짜별·모델별로 쓴 크레딧</translation>
    </message>
</context>
<context>
    <name>facet::ui::AccountPopover</name>
    <message>
        <source>Top up</source>
        <translation>충전</translation>
    </message>
    <message>
        <source>Change plan</source>
        <translation>요금제 변경</translation>
    </message>
    <message>
        <source>The checkout is open in your browser. Your balance follows when it is paid.</source>
        <translation>브라우저에 결제 페이지를 열었어요. 결제가 끝나면 잔액에 반영돼요.</translation>
    </message>
    <message>
        <source>%1 added.</source>
        <translation>%1이 추가됐어요.</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>사용 내역</translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation>요금제 비교</translation>
    </message>
    <message>
        <source>%1 arrived.</source>
        <translation>%1이 들어왔어요.</translation>
    </message>
    <message>
        <source>Nothing has arrived yet. Open this again after you have paid.</source>
        <translation>아직 들어온 크레딧이 없어요. 결제한 뒤 다시 열어 주세요.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>plan, its credits</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>%1 for what is being made</source>
        <translation>만드는 중인 작업에 %1</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>%1 of %2 at once</source>
        <translation>동시 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>유효 기간</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>기한 없음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when they end, credits</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Renews</source>
        <translation>갱신</translation>
    </message>
</context>
<context>
    <name>facet::ui::AppMenu</name>
    <message>
        <source>New chat</source>
        <translation>새 대화</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>About Facet</source>
        <translation>Facet 정보</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Facet %1
A desktop client for video-generation agents.
MIT License. Icons: Lucide (ISC License).</source>
        <translation>Facet %1
동영상 생성 에이전트를 위한 데스크톱 클라이언트.
MIT 라이선스. 아이콘: Lucide(ISC 라이선스).</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>사용 내역</translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation>요금제 비교</translation>
    </message>
    <message>
        <source>Batch from a file…</source>
        <translation>파일로 일괄 요청…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
</context>
<context>
    <name>facet::ui::ApprovalCard</name>
    <message>
        <source>Stop</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>The agent&apos;s conversation</source>
        <translation>에이전트 대화</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>승인함</translation>
    </message>
    <message>
        <source>Stopped: nothing was made</source>
        <translation>중단했어요. 만든 것은 없어요</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>수정</translation>
    </message>
    <message>
        <source>Ask for the price again</source>
        <translation>가격 다시 확인</translation>
    </message>
    <message>
        <source>Puts the message back to be changed; nothing is taken</source>
        <translation>메시지를 다시 입력창으로 가져와 고쳐요. 크레딧은 차감되지 않아요</translation>
    </message>
    <message>
        <source>0 credits, unlimited</source>
        <translation>0 크레딧, 무제한</translation>
    </message>
    <message>
        <source>at most · %1 left after</source>
        <comment>after a number of credits</comment>
        <translation>이내 · 이후 %1 남음</translation>
    </message>
    <message>
        <source>at most</source>
        <comment>after a number of credits</comment>
        <translation>이내</translation>
    </message>
    <message>
        <source>This price has expired.</source>
        <translation>이 가격의 유효 시간이 지났어요.</translation>
    </message>
    <message>
        <source>The price is another one now; it was %1.</source>
        <translation>가격이 바뀌었어요. 이전 가격은 %1였어요.</translation>
    </message>
    <message>
        <source>Changed: the message is in the composer again, and nothing was made</source>
        <translation>수정: 메시지를 입력창으로 되돌렸고, 아무것도 만들지 않았어요</translation>
    </message>
</context>
<context>
    <name>facet::ui::AttachmentMenu</name>
    <message>
        <source>Attach it again</source>
        <translation>다시 첨부</translation>
    </message>
    <message>
        <source>Original…</source>
        <translation>원본…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Use as start frame</source>
        <translation>시작 프레임으로 쓰기</translation>
    </message>
    <message>
        <source>Use as end frame</source>
        <translation>끝 프레임으로 쓰기</translation>
    </message>
    <message>
        <source>Use as reference image</source>
        <translation>참조 이미지로 쓰기</translation>
    </message>
    <message>
        <source>Move forward by one</source>
        <translation>한 칸 앞으로</translation>
    </message>
    <message>
        <source>Move back by one</source>
        <translation>한 칸 뒤로</translation>
    </message>
    <message>
        <source>Put it on white</source>
        <translation>흰색 위에 놓기</translation>
    </message>
    <message>
        <source>Put it on black</source>
        <translation>검은색 위에 놓기</translation>
    </message>
    <message>
        <source>Put it on another colour…</source>
        <translation>다른 색 위에 놓기…</translation>
    </message>
    <message>
        <source>Make it transparent again</source>
        <translation>다시 투명하게</translation>
    </message>
    <message>
        <source>Take the resize back</source>
        <translation>크기 줄이기 취소</translation>
    </message>
    <message>
        <source>Resize to what the model takes</source>
        <translation>모델이 받는 크기로 줄이기</translation>
    </message>
    <message>
        <source>Take every edit back</source>
        <translation>모든 편집 취소</translation>
    </message>
    <message>
        <source>Colour behind the transparent parts</source>
        <translation>투명한 부분 뒤의 색</translation>
    </message>
</context>
<context>
    <name>facet::ui::AttachmentNote</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>크기 줄이기</translation>
    </message>
    <message>
        <source>On white</source>
        <translation>흰색 위에</translation>
    </message>
    <message>
        <source>On black</source>
        <translation>검은색 위에</translation>
    </message>
    <message>
        <source>On another colour…</source>
        <translation>다른 색 위에…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>“%1” is larger than %2 takes: %3 × %4 pixels, %5. It cannot be sent like this.</source>
        <translation>“%1”은(는) %2에 쓰기에 너무 커요(%3 × %4픽셀, %5). 이대로는 보낼 수 없어요.</translation>
    </message>
    <message>
        <source>the service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>“%1” has transparent parts. Models see them as they like, unless you put it on a colour.</source>
        <translation>“%1”에 투명한 부분이 있어요. 색 위에 놓지 않으면 모델마다 다르게 보여요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::AttachmentRow</name>
    <message>
        <source>Swap start and end</source>
        <translation>시작과 끝 바꾸기</translation>
    </message>
</context>
<context>
    <name>facet::ui::BatchBar</name>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>충전…</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>나머지 취소</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>facet::ui::BatchPage</name>
    <message>
        <source>Batch</source>
        <translation>일괄 요청</translation>
    </message>
    <message>
        <source>The file is not UTF-8; it was read as CP949.</source>
        <translation>UTF-8 파일이 아니어서 CP949로 읽었어요.</translation>
    </message>
    <message>
        <source>These columns mean nothing here and are left out: %1.</source>
        <translation>다음 열은 쓰이지 않아 제외했어요: %1.</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Leave out (Space)</source>
        <translation>제외 (Space)</translation>
    </message>
    <message>
        <source>Take in (Space)</source>
        <translation>포함 (Space)</translation>
    </message>
</context>
<context>
    <name>facet::ui::BatchSummary</name>
    <message>
        <source>Don&apos;t send</source>
        <translation>보내지 않기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시중지</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>나머지 취소</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>충전…</translation>
    </message>
    <message>
        <source>Send this once</source>
        <translation>이번만 보내기</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>목록 지우기</translation>
    </message>
</context>
<context>
    <name>facet::ui::BatchTable</name>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>크레딧</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>facet::ui::CancelAllCard</name>
    <message>
        <source>Keep all</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>모두 취소</translation>
    </message>
</context>
<context>
    <name>facet::ui::ChatHeader</name>
    <message>
        <source>Show conversations</source>
        <translation>대화 목록 보기</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>샌드박스</translation>
    </message>
    <message>
        <source>Show the preview</source>
        <translation>미리보기 열기</translation>
    </message>
    <message>
        <source>Sandbox: results are drafts made without AI. Credits are counted, not paid.</source>
        <translation>샌드박스: 결과는 AI 없이 만든 초안이에요. 크레딧은 계산만 되고 결제되지 않아요.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>새 대화</translation>
    </message>
    <message>
        <source>More about this chat</source>
        <translation>이 대화 더 보기</translation>
    </message>
    <message>
        <source>Limits for this chat…</source>
        <translation>이 대화의 한도…</translation>
    </message>
</context>
<context>
    <name>facet::ui::ChatLimitsDialog</name>
    <message>
        <source>Limits for this chat</source>
        <translation>이 대화의 한도</translation>
    </message>
    <message>
        <source>For “%1” alone, besides what is set for everything. The lower limit counts.</source>
        <translation>“%1”에만 적용돼요. 전체 설정과 함께 더 낮은 한도를 따라요.</translation>
    </message>
    <message>
        <source>As in settings</source>
        <translation>설정과 같게</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
</context>
<context>
    <name>facet::ui::ClipDelegate</name>
    <message>
        <source>The file is missing</source>
        <translation>파일이 없어요</translation>
    </message>
</context>
<context>
    <name>facet::ui::CompareCaption</name>
    <message>
        <source>Keep this</source>
        <translation>이것으로 하기</translation>
    </message>
    <message>
        <source>Go on with this one: it is shown in the preview. The other stays as well.</source>
        <translation>이 결과로 계속해요. 미리보기에 표시되고, 다른 결과도 그대로 남아요.</translation>
    </message>
    <message>
        <source>A ended at %1; its last frame stays.</source>
        <translation>A는 %1에서 끝났어요. 마지막 프레임이 계속 보여요.</translation>
    </message>
    <message>
        <source>B ended at %1; its last frame stays.</source>
        <translation>B는 %1에서 끝났어요. 마지막 프레임이 계속 보여요.</translation>
    </message>
    <message>
        <source>take %1</source>
        <translation>테이크 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1fps</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>facet::ui::CompareEntry</name>
    <message>
        <source>There is nothing to compare it with yet. Make a second take or result in this chat.</source>
        <translation>아직 비교할 결과가 없어요. 이 채팅에서 테이크나 결과를 하나 더 만들어 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>와이프</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>번갈아</translation>
    </message>
    <message>
        <source>A on the left, B on the right of a line that moves with the mouse (2)</source>
        <translation>마우스로 움직이는 선의 왼쪽은 A, 오른쪽은 B예요 (2)</translation>
    </message>
    <message>
        <source>What is equal is black (3)</source>
        <translation>같은 부분은 검게 보여요 (3)</translation>
    </message>
    <message>
        <source>A and B in turn in one place; X changes them (4)</source>
        <translation>한자리에서 A와 B를 번갈아 보여요. X로 바꿔요 (4)</translation>
    </message>
</context>
<context>
    <name>facet::ui::ComparePicker</name>
    <message>
        <source>Compare with</source>
        <translation>비교할 결과</translation>
    </message>
    <message>
        <source>take %1</source>
        <translation>테이크 %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>facet::ui::CompareTransport</name>
    <message>
        <source>One frame back (,)</source>
        <translation>한 프레임 뒤로 (,)</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>재생 또는 일시정지 (Space)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>한 프레임 앞으로 (.)</translation>
    </message>
    <message>
        <source>Play again and again (Shift+L)</source>
        <translation>반복 재생 (Shift+L)</translation>
    </message>
    <message>
        <source>Speed ([ slower, ] faster, Backspace normal)</source>
        <translation>속도 ([ 느리게, ] 빠르게, Backspace 보통)</translation>
    </message>
    <message>
        <source>%1 · frame %2 | %3</source>
        <translation>%1 · 프레임 %2 | %3</translation>
    </message>
</context>
<context>
    <name>facet::ui::ComposerFiller</name>
    <message>
        <source>The request is in the composer again. Nothing was sent.</source>
        <translation>요청을 입력창에 다시 넣었어요. 아무것도 보내지 않았어요.</translation>
    </message>
    <message>
        <source>The request of “%1” is in the composer. Nothing was sent.</source>
        <translation>“%1”의 요청을 입력창에 넣었어요. 아무것도 보내지 않았어요.</translation>
    </message>
    <message>
        <source>The pictures it was made from are not in the file: add them.</source>
        <translation>만들 때 쓴 이미지는 파일에 없으니 추가해 주세요.</translation>
    </message>
    <message>
        <source>Its start frame is gone: add another one.</source>
        <translation>시작 프레임이 없어졌어요. 다른 이미지를 추가해 주세요.</translation>
    </message>
    <message>
        <source>Its start frame “%1” is gone: add another one.</source>
        <translation>시작 프레임 “%1” 파일이 없어졌어요. 다른 이미지를 추가해 주세요.</translation>
    </message>
    <message>
        <source>Its end frame is gone: add another one.</source>
        <translation>끝 프레임이 없어졌어요. 다른 이미지를 추가해 주세요.</translation>
    </message>
    <message>
        <source>Its end frame “%1” is gone: add another one.</source>
        <translation>끝 프레임 “%1” 파일이 없어졌어요. 다른 이미지를 추가해 주세요.</translation>
    </message>
    <message>
        <source>A reference image is gone: add another one.</source>
        <translation>참고 이미지가 없어졌어요. 다른 이미지를 추가해 주세요.</translation>
    </message>
    <message>
        <source>The reference image “%1” is gone: add another one.</source>
        <translation>참고 이미지 “%1” 파일이 없어졌어요. 다른 이미지를 추가해 주세요.</translation>
    </message>
    <message>
        <source>A file it was made from is gone: add another one.</source>
        <translation>만들 때 쓴 파일이 없어졌어요. 다른 파일을 추가해 주세요.</translation>
    </message>
    <message>
        <source>“%1”, which it was made from, is gone: add another file.</source>
        <translation>만들 때 쓴 “%1” 파일이 없어졌어요. 다른 파일을 추가해 주세요.</translation>
    </message>
    <message>
        <source>%1 cannot be used here, so the model is automatic.</source>
        <translation>여기서는 %1 모델을 쓸 수 없어서 모델을 자동으로 두었어요.</translation>
    </message>
    <message>
        <source>The last frame is the start frame now. Say what happens next.</source>
        <translation>마지막 프레임을 시작 프레임으로 넣었어요. 다음에 무슨 일이 일어나는지 적어 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::ComposerView</name>
    <message>
        <source>Send (Enter)</source>
        <translation>보내기(Enter)</translation>
    </message>
    <message>
        <source>Choose a model and see its credits (Ctrl+K)</source>
        <translation>모델을 고르고 크레딧 확인(Ctrl+K)</translation>
    </message>
    <message>
        <source>Length, resolution, shape, takes</source>
        <translation>길이, 해상도, 화면 비율, 개수</translation>
    </message>
    <message>
        <source>What sending takes. The service refuses rather than take more.</source>
        <translation>보내면 차감되는 크레딧이에요. 서비스는 이보다 더 차감해야 하면 요청을 거부해요.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>실행 취소: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>적용했어요: %1</translation>
    </message>
    <message>
        <source>Add images, a video or a sound</source>
        <translation>이미지, 동영상, 소리 추가</translation>
    </message>
    <message>
        <source>History (Ctrl+R)</source>
        <translation>기록 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Each line becomes a request of its own (Ctrl+Shift+Enter)</source>
        <translation>한 줄마다 따로 요청해요 (Ctrl+Shift+Enter)</translation>
    </message>
    <message numerus="yes">
        <source>Send as a batch of %n</source>
        <translation>
            <numerusform>%n개 일괄 요청으로 보내기</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::ConversationDelegate</name>
    <message>
        <source>New chat</source>
        <translation>새 대화</translation>
    </message>
    <message numerus="yes">
        <source>Generating %n</source>
        <translation>
            <numerusform>%n개 생성 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>동영상 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing made yet</source>
        <translation>아직 만든 것 없음</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>보관됨</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>고정됨</translation>
    </message>
</context>
<context>
    <name>facet::ui::ConversationList</name>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>고정 해제</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>보관함에서 꺼내기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>facet::ui::ConversationMarkdown</name>
    <message>
        <source>Exported from Facet on %1.</source>
        <translation>%1에 Facet에서 내보냈어요.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>참조 이미지</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>시작 프레임</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>끝 프레임</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>파일 없음</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>실패: %1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Not finished when this was exported</source>
        <translation>내보낼 때 아직 끝나지 않음</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>제작 방식</translation>
    </message>
    <message>
        <source>Draft render, made on this computer without AI</source>
        <translation>이 컴퓨터에서 AI 없이 만든 초안 렌더</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>에이전트</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>차감</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>요청한 때</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>Asked before spending</source>
        <translation>사용 전에 물어봄</translation>
    </message>
</context>
<context>
    <name>facet::ui::CropDialog</name>
    <message>
        <source>Same size</source>
        <translation>같은 크기</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Crop the frames</source>
        <translation>프레임 자르기</translation>
    </message>
    <message>
        <source>Drag or arrow keys move, wheel or + and − zoom, 0 starts anew, Enter applies, Esc leaves.</source>
        <translation>드래그나 방향키로 옮기고 휠이나 +, −로 확대해요. 0은 처음부터, Enter는 적용, Esc는 나가기예요.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Undo the crop</source>
        <translation>자르기 취소</translation>
    </message>
    <message>
        <source>Like the start frame</source>
        <translation>시작 프레임처럼</translation>
    </message>
    <message>
        <source>Like the end frame</source>
        <translation>끝 프레임처럼</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>자유</translation>
    </message>
    <message>
        <source>Scales the larger one down, where both have the same shape</source>
        <translation>비율이 같으면 큰 쪽을 줄여요</translation>
    </message>
    <message>
        <source>Onion skin</source>
        <translation>겹쳐 보기</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>시작 프레임</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>끝 프레임</translation>
    </message>
    <message>
        <source>Scaled from %1 to %2</source>
        <translation>%1에서 %2으로 줄임</translation>
    </message>
    <message>
        <source>Cropped from %1 to %2</source>
        <translation>%1에서 %2으로 자름</translation>
    </message>
</context>
<context>
    <name>facet::ui::CropView</name>
    <message>
        <source>%1 × %2 pixels from %3, %4</source>
        <translation>%3, %4에서 %1 × %2 픽셀</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
</context>
<context>
    <name>facet::ui::DatesPopover</name>
    <message>
        <source>From</source>
        <translation>시작일</translation>
    </message>
    <message>
        <source>To</source>
        <translation>종료일</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>facet::ui::ExampleCard</name>
    <message>
        <source>covered</source>
        <translation>무제한</translation>
    </message>
</context>
<context>
    <name>facet::ui::ExportCard</name>
    <message>
        <source>Export as one video…</source>
        <translation>하나의 동영상으로 내보내기…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Two clips or more can be exported as one video.</source>
        <translation>클립이 두 개 이상이면 하나의 동영상으로 내보낼 수 있어요.</translation>
    </message>
    <message>
        <source>Looking at the clips…</source>
        <translation>클립을 살펴보는 중…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>내보내는 중…</translation>
    </message>
    <message>
        <source>Exporting… %1 %</source>
        <translation>내보내는 중… %1%</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1에 저장했어요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::FactsGrid</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>제작 방식</translation>
    </message>
    <message>
        <source>Draft render, without AI</source>
        <translation>AI 없이 만든 초안</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>에이전트</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>차감</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
</context>
<context>
    <name>facet::ui::FailureCard</name>
    <message>
        <source>Copy details</source>
        <translation>세부 정보 복사</translation>
    </message>
    <message>
        <source>This message was not answered</source>
        <translation>이 메시지에 답하지 못했어요</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>%1 made this, but it is not saved yet</source>
        <translation>%1 생성은 끝났지만 아직 저장되지 않았어요</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>다시 받기</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: 취소됨</translation>
    </message>
    <message>
        <source>%1 could not make this</source>
        <translation>%1 모델이 만들지 못했어요</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Charged: %1</source>
        <comment>a dash: not known yet</comment>
        <translation>차감: %1</translation>
    </message>
    <message>
        <source>The step before it has no result to go on with.</source>
        <translation>앞 단계의 결과가 없어 이어서 만들 수 없어요.</translation>
    </message>
    <message>
        <source>%1: not started</source>
        <translation>%1: 시작하지 않음</translation>
    </message>
    <message>
        <source>Takes %1</source>
        <translation>드는 비용: %1</translation>
    </message>
</context>
<context>
    <name>facet::ui::FileDrop</name>
    <message>
        <source>“%1” cannot be attached here, and it does not say how it was made. Drop a picture, or a file that Facet saved.</source>
        <translation>“%1” 파일은 여기에 첨부할 수 없고, 어떻게 만들었는지도 적혀 있지 않아요. 이미지나 Facet이 저장한 파일을 놓아 주세요.</translation>
    </message>
    <message>
        <source>“%1” is attached. It also carries the request it was made with.</source>
        <translation>“%1” 파일을 첨부했어요. 이 파일에는 만들 때의 요청도 들어 있어요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::FileNameField</name>
    <message>
        <source>Clouds clear over the harbor at dawn</source>
        <translation>새벽 항구 위로 구름이 걷힌다</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>예: %1</translation>
    </message>
    <message>
        <source>%1 is no token and stays as it is written.</source>
        <translation>%1: 알 수 없는 토큰이라 적은 그대로 남아요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::FilterButton</name>
    <message>
        <source>%1: %2. Delete shows everything again.</source>
        <translation>%1: %2. Delete 키를 누르면 다시 모두 보여요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::FindBar</name>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>이전 결과 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>다음 결과 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>이 대화에서 찾기</translation>
    </message>
</context>
<context>
    <name>facet::ui::FoundList</name>
    <message>
        <source>No message has this</source>
        <translation>이 말이 있는 메시지가 없어요</translation>
    </message>
    <message>
        <source>Messages · the newest %1</source>
        <translation>메시지 · 최신 %1개</translation>
    </message>
    <message>
        <source>Messages · %1</source>
        <translation>메시지 · %1</translation>
    </message>
</context>
<context>
    <name>facet::ui::FoundMessages</name>
    <message>
        <source>%1: %2</source>
        <comment>chat, what was said</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>facet::ui::FrameGrab</name>
    <message>
        <source>The frame could not be saved to %1: %2. Free some space, or choose another results folder in Settings.</source>
        <translation>%1에 프레임을 저장하지 못했어요(%2). 공간을 비우거나 설정에서 다른 결과 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>Frame %1 saved as %2.</source>
        <translation>%1번 프레임을 %2에 저장했어요.</translation>
    </message>
    <message>
        <source>Frame %1 copied, %2 × %3 pixels.</source>
        <translation>%1번 프레임을 복사했어요(%2 × %3픽셀).</translation>
    </message>
</context>
<context>
    <name>facet::ui::FrameSlot</name>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>시작 프레임</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>끝 프레임</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>음성</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>가져오는 중…</translation>
    </message>
</context>
<context>
    <name>facet::ui::FrameWarning</name>
    <message>
        <source>Crop…</source>
        <translation>자르기…</translation>
    </message>
    <message>
        <source>The frames have different sizes (%1 and %2): they are scaled to the video&apos;s.</source>
        <translation>두 프레임의 크기가 달라요 (%1, %2). 동영상 크기에 맞춰져요.</translation>
    </message>
    <message>
        <source>The frames have different shapes (%1 and %2): what does not fit the video is cut off.</source>
        <translation>두 프레임의 비율이 달라요 (%1, %2). 동영상에 맞지 않는 부분은 잘려요.</translation>
    </message>
    <message>
        <source>The frames have different shapes (%1 and %2): one gets bars beside it.</source>
        <translation>두 프레임의 비율이 달라요 (%1, %2). 한쪽에 여백이 생겨요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::GenerationWords</name>
    <message>
        <source>Preparing</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>Uploading your files</source>
        <translation>파일 올리는 중</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>보내는 중</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>차례 기다리는 중</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
    <message>
        <source>Saving · %1 of %2</source>
        <translation>저장 중 · %2 중 %1</translation>
    </message>
    <message>
        <source>Asking the service what became of it</source>
        <translation>서비스에 결과 확인 중</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Reading your pictures</source>
        <translation>이미지 읽는 중</translation>
    </message>
    <message>
        <source>Finding the motion</source>
        <translation>움직임 찾는 중</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>렌더링 중</translation>
    </message>
    <message>
        <source>Writing the video</source>
        <translation>동영상 쓰는 중</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>생성 중</translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n min left</source>
        <translation>
            <numerusform>%1 · 약 %n분 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n s left</source>
        <translation>
            <numerusform>%1 · 약 %n초 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing taken yet</source>
        <translation>아직 차감 없음</translation>
    </message>
    <message>
        <source>0 credits · unlimited</source>
        <translation>0 크레딧 · 무제한</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 예약됨</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>차감 없음</translation>
    </message>
    <message>
        <source>Not charged · %1 returned</source>
        <translation>차감 없음 · %1 반환됨</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>텍스트만</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Start + end frame</source>
        <translation>시작 + 끝 프레임</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Agent 1.0</source>
        <translation>에이전트 1.0</translation>
    </message>
    <message>
        <source>Agent 2.0</source>
        <translation>에이전트 2.0</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1초</translation>
    </message>
    <message numerus="yes">
        <source>%1 credits</source>
        <translation>
            <numerusform>%1 크레딧</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known yet what is held</source>
        <translation>얼마가 보류됐는지 아직 알 수 없어요</translation>
    </message>
    <message>
        <source>%1 · %2 returned</source>
        <translation>%1 · %2 반환</translation>
    </message>
    <message>
        <source>It was never sent, so nothing was taken.</source>
        <translation>보내지 않아서 차감된 크레딧이 없어요.</translation>
    </message>
    <message>
        <source>What was taken is not known yet.</source>
        <translation>얼마가 차감됐는지 아직 알 수 없어요.</translation>
    </message>
    <message>
        <source>Your unlimited benefit covered it.</source>
        <translation>무제한 혜택이 적용됐어요.</translation>
    </message>
    <message>
        <source>Not charged: it failed.</source>
        <translation>실패해서 차감되지 않았어요.</translation>
    </message>
    <message>
        <source>Not charged: it failed, and its credits were returned.</source>
        <translation>실패해서 차감되지 않았고, 크레딧은 돌려받았어요.</translation>
    </message>
    <message>
        <source>Not charged: it was cancelled.</source>
        <translation>취소해서 차감되지 않았어요.</translation>
    </message>
    <message>
        <source>Not charged: it was cancelled, and its credits were returned.</source>
        <translation>취소해서 차감되지 않았고, 크레딧은 돌려받았어요.</translation>
    </message>
    <message>
        <source>%1 taken.</source>
        <translation>%1 차감됐어요.</translation>
    </message>
    <message>
        <source>%1 for the conversation</source>
        <translation>대화에 %1</translation>
    </message>
    <message>
        <source>Waiting for the step before it</source>
        <translation>앞 단계를 기다리는 중</translation>
    </message>
    <message>
        <source>Waiting, the next in line</source>
        <translation>대기 중, 다음 차례</translation>
    </message>
    <message>
        <source>Waiting, number %1 in line</source>
        <translation>대기 중, %1번째</translation>
    </message>
</context>
<context>
    <name>facet::ui::LedgerFilters</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Model, chat, prompt</source>
        <translation>모델, 대화, 프롬프트</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>모든 모델</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>모든 대화</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>모두 보기</translation>
    </message>
</context>
<context>
    <name>facet::ui::LedgerTable</name>
    <message>
        <source>%1, %2, %3 credits, balance %4</source>
        <comment>a row of the ledger read aloud</comment>
        <translation>%1, %2, %3 크레딧, 잔액 %4</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>크레딧</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>잔액</translation>
    </message>
</context>
<context>
    <name>facet::ui::LibraryFilters</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>모든 날짜</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>프롬프트 검색</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>모든 모델</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>모든 방식</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>지난 7일</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>지난 30일</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>올해</translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation>날짜…</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>크레딧</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Nothing taken</source>
        <translation>차감 없음</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>credits</comment>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>More than %1</source>
        <comment>credits</comment>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>즐겨찾기만</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>에이전트</translation>
    </message>
    <message>
        <source>Both agents</source>
        <translation>두 에이전트 모두</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Drafts and others</source>
        <translation>초안과 나머지</translation>
    </message>
    <message>
        <source>Only drafts</source>
        <translation>초안만</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>초안 제외</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
</context>
<context>
    <name>facet::ui::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
</context>
<context>
    <name>facet::ui::LibraryPlaces</name>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
</context>
<context>
    <name>facet::ui::LibraryView</name>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Everything you make comes together here</source>
        <translation>만든 것이 모두 여기에 모여요</translation>
    </message>
    <message>
        <source>Videos, images and sound of every chat and both agents.</source>
        <translation>모든 채팅과 두 에이전트의 동영상, 이미지, 소리예요.</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>맞는 결과가 없어요</translation>
    </message>
    <message>
        <source>Try other words, or let more through.</source>
        <translation>다른 말로 찾거나 필터를 줄여 보세요.</translation>
    </message>
    <message>
        <source>Show the library on the whole page (Ctrl+L)</source>
        <translation>라이브러리를 전체 화면으로 보기 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) back in the library.</source>
        <translation>
            <numerusform>결과 %n개가 라이브러리로 돌아왔어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copying %n file(s) to %1</source>
        <translation>
            <numerusform>파일 %n개를 %1(으)로 복사하는 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied to %1.</source>
        <translation>
            <numerusform>파일 %n개를 %1(으)로 복사했어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) missing: fetch them again first.</source>
        <translation>
            <numerusform>파일 %n개가 없어요. 먼저 다시 받아 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Use as video</source>
        <translation>동영상으로 사용</translation>
    </message>
    <message>
        <source>Use as sound</source>
        <translation>소리로 사용</translation>
    </message>
    <message>
        <source>Open in the preview</source>
        <translation>미리보기에서 열기</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>다시 받기</translation>
    </message>
    <message>
        <source>Compare these two</source>
        <translation>이 둘을 비교</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>즐겨찾기 해제</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>휴지통으로 이동</translation>
    </message>
    <message>
        <source>Play these videos one after another</source>
        <translation>선택한 동영상을 차례로 재생</translation>
    </message>
</context>
<context>
    <name>facet::ui::LibraryWords</name>
    <message>
        <source>Videos</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>오래된순</translation>
    </message>
    <message>
        <source>Most credits first</source>
        <translation>크레딧 많은순</translation>
    </message>
    <message>
        <source>Fewest credits first</source>
        <translation>크레딧 적은순</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>긴 순서</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>짧은 순서</translation>
    </message>
    <message>
        <source>Being fetched</source>
        <translation>받는 중이에요</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>파일이 없어요</translation>
    </message>
    <message>
        <source>Gone: the service no longer has it</source>
        <translation>사라짐: 서비스에도 더 이상 없어요</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts that are read aloud</comment>
        <translation>, </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
    <message numerus="yes">
        <source>%1 results</source>
        <translation>
            <numerusform>결과 %1개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1번째</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from day to day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) moved to the trash.</source>
        <translation>
            <numerusform>결과 %n개를 휴지통으로 옮겼어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) still being fetched: left alone.</source>
        <translation>
            <numerusform>아직 받는 중인 결과 %n개는 그대로 두었어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>다시 받기</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
</context>
<context>
    <name>facet::ui::LimitFields</name>
    <message>
        <source>as in settings</source>
        <translation>설정과 같음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Ask before sending takes more than</source>
        <translation>이보다 많이 차감되면 보내기 전에 확인</translation>
    </message>
    <message>
        <source>You see the cost once more and confirm. The agent asks before it spends more than this, too.</source>
        <translation>비용을 다시 보고 확인해요. 에이전트도 이보다 많이 쓰기 전에 먼저 물어봐요.</translation>
    </message>
    <message>
        <source>Daily budget</source>
        <translation>하루 예산</translation>
    </message>
    <message>
        <source>Monthly budget</source>
        <translation>월 예산</translation>
    </message>
    <message>
        <source>You are told at 80 %. At 100 % sending stops, until you let one message through.</source>
        <translation>80%가 되면 알려 드려요. 100%가 되면 한 번 허용하기 전까지 보내지 않아요.</translation>
    </message>
    <message>
        <source>credits</source>
        <comment>after a number, in settings</comment>
        <translation>크레딧</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>지금까지 %1</translation>
    </message>
    <message>
        <source>%1 so far: %2 %</source>
        <translation>지금까지 %1: %2%</translation>
    </message>
</context>
<context>
    <name>facet::ui::LinkQuestion</name>
    <message>
        <source>Open a link</source>
        <translation>링크 열기</translation>
    </message>
    <message>
        <source>Open %1 in your browser?</source>
        <translation>브라우저에서 %1 주소를 열까요?</translation>
    </message>
</context>
<context>
    <name>facet::ui::MainWindow</name>
    <message>
        <source>%1 arrived.</source>
        <translation>%1이 들어왔어요.</translation>
    </message>
    <message>
        <source>Batch from a file</source>
        <translation>파일로 일괄 요청</translation>
    </message>
    <message>
        <source>CSV and text files</source>
        <translation>CSV 및 텍스트 파일</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>facet::ui::MessageEdit</name>
    <message>
        <source>Describe the shot, or drop an image anywhere</source>
        <translation>장면을 설명하거나 이미지를 아무 데나 끌어다 놓으세요</translation>
    </message>
</context>
<context>
    <name>facet::ui::ModelDelegate</name>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Your words and the agent choose</source>
        <translation>메시지와 에이전트가 결정</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>지금: %1</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>무제한</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
</context>
<context>
    <name>facet::ui::ModelDetail</name>
    <message>
        <source>Use this model</source>
        <translation>이 모델 사용</translation>
    </message>
    <message>
        <source>Your %1 are enough for %2 of these.</source>
        <translation>보유한 %1으로 %2번 생성할 수 있어요.</translation>
    </message>
    <message>
        <source>0 with %1: %2</source>
        <translation>%1 요금제에서 0 크레딧: %2</translation>
    </message>
    <message>
        <source>credits per generation</source>
        <translation>크레딧(생성 1회당)</translation>
    </message>
    <message>
        <source>at defaults: %1</source>
        <translation>기본 옵션: %1</translation>
    </message>
    <message>
        <source>Its vendor has closed it: it cannot be used any more.</source>
        <translation>제공사가 서비스를 종료해 더 이상 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>It needs a connected provider before it can be used.</source>
        <translation>제공사를 연결해야 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>More takes, a higher resolution or a greater length than the default take more.</source>
        <translation>개수, 해상도, 길이를 기본값보다 높이면 크레딧이 더 차감돼요.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>credits for this message</source>
        <translation>크레딧(이 메시지)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Covered by your unlimited benefit</source>
        <translation>무제한 혜택 적용</translation>
    </message>
    <message>
        <source>A model that your message names is used; otherwise the agent chooses.</source>
        <translation>메시지에 모델 이름이 있으면 그 모델을 쓰고, 없으면 에이전트가 골라요.</translation>
    </message>
    <message>
        <source>A model that your message names is used; otherwise %1 uses %2 for videos.</source>
        <translation>메시지에 모델 이름이 있으면 그 모델을 써요. 없으면 %1의 동영상은 %2 모델로 만들어요.</translation>
    </message>
    <message>
        <source>Use Automatic</source>
        <translation>자동 사용</translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation>요금제 비교</translation>
    </message>
    <message>
        <source>Not covered by %1</source>
        <translation>%1 요금제 무제한 미적용</translation>
    </message>
</context>
<context>
    <name>facet::ui::ModelList</name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
</context>
<context>
    <name>facet::ui::ModelPicker</name>
    <message>
        <source>Search models</source>
        <translation>모델 검색</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>도구</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름순</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>크레딧순</translation>
    </message>
    <message>
        <source>By name, or by what it can do: lip sync, 4K, start frame, unlimited</source>
        <translation>이름이나 기능으로 찾기: 립싱크, 4K, 시작 프레임, 무제한</translation>
    </message>
    <message>
        <source>No model answers to “%1”. Try a name, a vendor, or what it should do.</source>
        <translation>“%1”에 맞는 모델이 없어요. 이름, 제공사, 기능으로 찾아보세요.</translation>
    </message>
    <message>
        <source>Covered first</source>
        <translation>무제한 먼저</translation>
    </message>
</context>
<context>
    <name>facet::ui::Notice</name>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>facet::ui::NoticeArea</name>
    <message>
        <source>Starting the service on this computer…</source>
        <translation>이 컴퓨터에서 서비스를 시작하는 중…</translation>
    </message>
    <message>
        <source>Connecting to the service…</source>
        <translation>서비스에 연결하는 중…</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>서비스에 연결할 수 없어요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>facet::ui::OptionsPopover</name>
    <message>
        <source>Options of %1</source>
        <translation>%1 옵션</translation>
    </message>
    <message>
        <source>Write what you want first: its model decides the options.</source>
        <translation>원하는 것을 먼저 적어 주세요. 그에 맞는 모델에 따라 옵션이 정해져요.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>화면 비율</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>오디오</translation>
    </message>
    <message>
        <source>With audio</source>
        <translation>오디오 포함</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>무음</translation>
    </message>
    <message>
        <source>Back to the model&apos;s defaults</source>
        <translation>모델 기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>A picture of another shape</source>
        <translation>화면 비율이 다른 이미지</translation>
    </message>
    <message>
        <source>Fit it in</source>
        <translation>여백 넣어 맞추기</translation>
    </message>
    <message>
        <source>Crop it</source>
        <translation>잘라서 채우기</translation>
    </message>
    <message>
        <source>Behind a fitted picture</source>
        <translation>여백 색</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>검정</translation>
    </message>
    <message>
        <source>White</source>
        <translation>흰색</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>다른 색…</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Another one each time</source>
        <translation>매번 다르게</translation>
    </message>
</context>
<context>
    <name>facet::ui::OriginalPopover</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2픽셀</translation>
    </message>
    <message>
        <source>Original kept</source>
        <translation>보관 중인 원본</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>보내는 파일</translation>
    </message>
    <message>
        <source>It is sent exactly as it came.</source>
        <translation>받은 그대로 보내요.</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>원본 열기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>facet::ui::Page</name>
    <message>
        <source>Show conversations</source>
        <translation>대화 목록 보기</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>뒤로 (Esc)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1(으)로 저장했어요.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>facet::ui::PaneTabs</name>
    <message>
        <source>Preview</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>시퀀스</translation>
    </message>
</context>
<context>
    <name>facet::ui::PlanChange</name>
    <message>
        <source>Keep my plan</source>
        <translation>지금 요금제 유지</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>plan, its credits</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The credits you have stay until they end.</source>
        <translation>지금 있는 크레딧은 유효 기간까지 그대로예요.</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>%1 요금제로 변경</translation>
    </message>
    <message>
        <source>Your plan is changed.</source>
        <translation>요금제를 바꿨어요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::PlansPage</name>
    <message>
        <source>How much can you use in each plan?</source>
        <translation>요금제별로 얼마나 쓸 수 있나요?</translation>
    </message>
    <message>
        <source>The plans are shown when the service is connected.</source>
        <translation>서비스에 연결되면 요금제를 보여 드려요.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copies the table, for a spreadsheet or a document</source>
        <translation>스프레드시트나 문서에 붙여 넣을 수 있게 표를 복사해요</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Prints the table to a PDF file</source>
        <translation>표를 PDF 파일로 인쇄해요</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했어요</translation>
    </message>
    <message>
        <source>Print to PDF</source>
        <translation>PDF로 인쇄</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>PDF 문서</translation>
    </message>
</context>
<context>
    <name>facet::ui::PlansTable</name>
    <message>
        <source>Unlimited</source>
        <translation>무제한</translation>
    </message>
    <message>
        <source>%1: %2 each</source>
        <translation>%1: 한 번에 %2</translation>
    </message>
    <message>
        <source>%1: its price is not known</source>
        <translation>%1: 가격을 알 수 없어요</translation>
    </message>
    <message>
        <source>%1 on %2: unlimited</source>
        <translation>%2의 %1: 무제한</translation>
    </message>
    <message>
        <source>%1 on %2: unlimited when it starts from %3</source>
        <translation>%2의 %1: %3 기반이면 무제한</translation>
    </message>
    <message>
        <source>%1 on %2: not known</source>
        <translation>%2의 %1: 알 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2: %3 generations</source>
        <translation>
            <numerusform>%2의 %1: %3회</numerusform>
        </translation>
    </message>
    <message>
        <source>closed by its vendor</source>
        <translation>제공사에서 종료</translation>
    </message>
    <message>
        <source>needs a connection</source>
        <translation>연결 필요</translation>
    </message>
    <message>
        <source>Generations at default options</source>
        <translation>기본 옵션 기준 생성 횟수</translation>
    </message>
    <message>
        <source>Credits each</source>
        <translation>1회 크레딧</translation>
    </message>
    <message>
        <source>your plan</source>
        <translation>내 요금제</translation>
    </message>
    <message>
        <source>its price is not known</source>
        <translation>가격을 알 수 없음</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>동시 %1개</translation>
    </message>
</context>
<context>
    <name>facet::ui::PreviewPane</name>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>다시 받기</translation>
    </message>
    <message>
        <source>Your videos play here</source>
        <translation>동영상이 여기에서 재생돼요</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>The file is no longer at %1. It can be fetched again while the service keeps it.</source>
        <translation>파일이 더 이상 %1에 없어요. 서비스가 보관하는 동안에는 다시 받을 수 있어요.</translation>
    </message>
    <message numerus="yes">
        <source>This file was cut: only its first %n frames are there. Fetch it again to have all of it.</source>
        <translation>
            <numerusform>파일이 중간에 잘려서 앞의 %n프레임만 있어요. 다시 받으면 전체를 볼 수 있어요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::PriceTable</name>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>크레딧</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>With audio</source>
        <translation>오디오 포함</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>무음</translation>
    </message>
    <message>
        <source>Your choice: %1</source>
        <translation>현재 선택: %1</translation>
    </message>
</context>
<context>
    <name>facet::ui::ProgressCard</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>%n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::PromptSearch</name>
    <message>
        <source>Search everything you asked</source>
        <translation>지금까지의 요청 검색</translation>
    </message>
    <message>
        <source>What you send is found here again.</source>
        <translation>보낸 요청을 여기서 다시 찾을 수 있어요.</translation>
    </message>
    <message>
        <source>No prompt has all of these words.</source>
        <translation>이 단어가 모두 든 요청이 없어요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::QueueRow</name>
    <message>
        <source>Show chat</source>
        <translation>대화 보기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down change its place in the queue.</source>
        <translation>Alt+위쪽 화살표와 Alt+아래쪽 화살표로 순서를 바꿔요.</translation>
    </message>
    <message>
        <source>Drag it, or press Alt+Up or Alt+Down, to change its place.</source>
        <translation>끌거나 Alt+위쪽·아래쪽 화살표를 눌러 순서를 바꿔요.</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>다음으로 실행</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 이동</translation>
    </message>
</context>
<context>
    <name>facet::ui::QueueView</name>
    <message>
        <source>Nothing is being made right now.</source>
        <translation>지금 만들고 있는 것이 없어요.</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>모두 취소</translation>
    </message>
</context>
<context>
    <name>facet::ui::QueueWords</name>
    <message>
        <source>Under way · %1</source>
        <translation>진행 중 · %1</translation>
    </message>
    <message>
        <source>Waiting · %1</source>
        <translation>대기 중 · %1</translation>
    </message>
    <message numerus="yes">
        <source>Cancel all %n?</source>
        <translation>
            <numerusform>%n개를 모두 취소할까요?</numerusform>
        </translation>
    </message>
    <message>
        <source>You get at least %1 back; of some it is not known yet what is held.</source>
        <translation>최소 %1을(를) 돌려받아요. 일부는 예약된 크레딧을 아직 알 수 없어요.</translation>
    </message>
    <message>
        <source>No credits are held for them.</source>
        <translation>예약된 크레딧이 없어요.</translation>
    </message>
    <message>
        <source>You get %1 back.</source>
        <translation>%1을(를) 돌려받아요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::QuoteBand</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>More ways to pay less</source>
        <translation>크레딧을 아끼는 다른 방법</translation>
    </message>
    <message>
        <source>Pay less</source>
        <translation>크레딧 아끼기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>facet::ui::RangeBar</name>
    <message>
        <source>7 days</source>
        <translation>7일</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30일</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation>날짜…</translation>
    </message>
    <message>
        <source>Spent in 7 days</source>
        <translation>7일 동안 사용</translation>
    </message>
    <message>
        <source>Spent in 30 days</source>
        <translation>30일 동안 사용</translation>
    </message>
    <message>
        <source>Spent this month</source>
        <translation>이번 달 사용</translation>
    </message>
    <message>
        <source>Spent %1 to %2</source>
        <translation>%1~%2 사용</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>전체 사용</translation>
    </message>
</context>
<context>
    <name>facet::ui::ResultActions</name>
    <message>
        <source>Continue from last frame</source>
        <translation>마지막 프레임에서 이어 가기</translation>
    </message>
    <message>
        <source>Recreate</source>
        <translation>다시 만들기</translation>
    </message>
    <message>
        <source>Use as start frame</source>
        <translation>시작 프레임으로 쓰기</translation>
    </message>
    <message>
        <source>Use as end frame</source>
        <translation>끝 프레임으로 쓰기</translation>
    </message>
    <message>
        <source>Use as reference image</source>
        <translation>참고 이미지로 쓰기</translation>
    </message>
    <message>
        <source>Save frame as PNG</source>
        <translation>프레임을 PNG로 저장</translation>
    </message>
    <message>
        <source>Copy frame</source>
        <translation>프레임 복사</translation>
    </message>
    <message>
        <source>Add to sequence</source>
        <translation>시퀀스에 추가</translation>
    </message>
    <message>
        <source>Show prompt in chat</source>
        <translation>채팅에서 프롬프트 보기</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>프롬프트 복사</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>The file is no longer here. Fetch it again in the preview, while the service keeps it.</source>
        <translation>파일이 더 이상 없어요. 서비스가 보관하는 동안 미리보기에서 다시 받을 수 있어요.</translation>
    </message>
    <message>
        <source>Added to the sequence of this chat.</source>
        <translation>이 채팅의 시퀀스에 추가했어요.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) added to the sequence of this chat.</source>
        <translation>
            <numerusform>이 채팅의 시퀀스에 클립 %n개를 추가했어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) left out: no video, or the file is missing.</source>
        <translation>
            <numerusform>동영상이 아니거나 파일이 없어서 %n개는 뺐어요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::ResultButtons</name>
    <message>
        <source>Drag the picture into your editor to drop the file there.</source>
        <translation>그림을 편집기로 끌어다 놓으면 파일이 들어가요.</translation>
    </message>
    <message>
        <source>Use this frame</source>
        <translation>이 프레임 쓰기</translation>
    </message>
    <message>
        <source>The frame that is shown, in full size. S saves it as a PNG.</source>
        <translation>지금 보이는 프레임을 원래 크기로 써요. S 키는 PNG로 저장해요.</translation>
    </message>
    <message>
        <source>Use this image</source>
        <translation>이 이미지 쓰기</translation>
    </message>
</context>
<context>
    <name>facet::ui::ResultFiles</name>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1에 저장했어요.</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2. Choose another place.</source>
        <translation>%1에 저장하지 못했어요(%2). 다른 위치를 골라 주세요.</translation>
    </message>
    <message>
        <source>Copied %1. Paste it into a folder or another program.</source>
        <translation>%1 파일을 복사했어요. 폴더나 다른 프로그램에 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>Copied the picture and its file.</source>
        <translation>그림과 파일을 복사했어요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::ResultPainter</name>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
</context>
<context>
    <name>facet::ui::RowPainter</name>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>End</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>음성</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
</context>
<context>
    <name>facet::ui::RowWords</name>
    <message>
        <source>Message %L1, being read</source>
        <translation>%L1번째 메시지, 읽는 중</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who says what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1의 질문</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>답을 받지 못함</translation>
    </message>
    <message numerus="yes">
        <source>%n attachments</source>
        <translation>
            <numerusform>첨부 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>테이크 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
</context>
<context>
    <name>facet::ui::SelectionBar</name>
    <message>
        <source>Favourite (F)</source>
        <translation>즐겨찾기 (F)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Compare these two</source>
        <translation>이 둘을 비교해요</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Copy the files to a folder</source>
        <translation>파일을 폴더로 복사해요</translation>
    </message>
    <message>
        <source>Move to trash (Delete)</source>
        <translation>휴지통으로 이동 (Delete)</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>휴지통으로 이동</translation>
    </message>
    <message>
        <source>Choose none (Esc)</source>
        <translation>선택 해제 (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n개 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>시퀀스</translation>
    </message>
    <message>
        <source>Play these videos one after another</source>
        <translation>선택한 동영상을 차례로 재생</translation>
    </message>
</context>
<context>
    <name>facet::ui::SendQuestionCard</name>
    <message>
        <source>Change budget</source>
        <translation>예산 바꾸기</translation>
    </message>
</context>
<context>
    <name>facet::ui::SequenceView</name>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>앞으로 (Alt+↑)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>뒤로 (Alt+↓)</translation>
    </message>
    <message>
        <source>Take it out of the sequence (Delete)</source>
        <translation>시퀀스에서 빼기 (Delete)</translation>
    </message>
    <message>
        <source>Put clips of this chat in order, play them as one, and export them as one video. Choose “Add to sequence” under a result.</source>
        <translation>이 채팅의 클립을 순서대로 놓고 이어서 재생하거나 하나의 동영상으로 내보내요. 결과 아래의 “시퀀스에 추가”를 누르세요.</translation>
    </message>
    <message>
        <source>“%1” is missing. Fetch it again in the preview, or take it out of the sequence.</source>
        <translation>“%1” 파일이 없어요. 미리보기에서 다시 받거나 시퀀스에서 빼 주세요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::SequenceWords</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>클립 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1fps</translation>
    </message>
    <message>
        <source>they differ in size</source>
        <translation>크기가 서로 달라요</translation>
    </message>
    <message>
        <source>they differ in frames a second</source>
        <translation>초당 프레임 수가 서로 달라요</translation>
    </message>
    <message>
        <source>they differ in codec, or have one that MP4 does not take</source>
        <translation>코덱이 서로 다르거나 MP4에 담을 수 없어요</translation>
    </message>
    <message>
        <source>they were encoded with different settings</source>
        <translation>인코딩 설정이 서로 달라요</translation>
    </message>
    <message>
        <source>the timing of a clip does not allow a cut without decoding</source>
        <translation>클립의 시간 정보 때문에 디코딩 없이 이을 수 없어요</translation>
    </message>
    <message>
        <source>The pictures are copied as they are: nothing is lost, and it takes a moment.</source>
        <translation>화면을 그대로 복사해요. 화질 손실이 없고 금방 끝나요.</translation>
    </message>
    <message>
        <source>The pictures are copied as they are, so nothing is lost. The sound is encoded anew, so that no gap is heard between the clips.</source>
        <translation>화면은 그대로 복사하므로 화질 손실이 없어요. 소리는 클립 사이가 끊기지 않도록 새로 인코딩해요.</translation>
    </message>
    <message>
        <source>The clips cannot be copied: %1. They are encoded anew at %2×%3 and %4 fps, at a quality that does not show it.</source>
        <translation>그대로 복사할 수 없어요(%1). %2×%3, %4fps로 차이가 보이지 않는 화질로 새로 인코딩해요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Results folder</source>
        <translation>결과 폴더</translation>
    </message>
    <message>
        <source>Finished videos and images are saved here.</source>
        <translation>완성된 동영상과 이미지를 여기에 저장해요.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>파일 이름</translation>
    </message>
</context>
<context>
    <name>facet::ui::SidePane</name>
    <message>
        <source>Hide this pane</source>
        <translation>이 패널 숨기기</translation>
    </message>
</context>
<context>
    <name>facet::ui::Sidebar</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>새 대화(Ctrl+N)</translation>
    </message>
    <message>
        <source>Search chats and prompts</source>
        <translation>대화와 프롬프트 검색</translation>
    </message>
    <message>
        <source>Back to your chats</source>
        <translation>채팅 목록으로</translation>
    </message>
    <message>
        <source>Archived · %1</source>
        <translation>보관됨 · %1</translation>
    </message>
</context>
<context>
    <name>facet::ui::SidebarCard</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>facet::ui::SidebarNotes</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>새 대화</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1” 채팅을 삭제했어요.</translation>
    </message>
    <message numerus="yes">
        <source>Its %n file(s) stay in your results folder.</source>
        <translation>
            <numerusform>파일 %n개는 결과 폴더에 그대로 있어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is being made goes on, and is saved there too.</source>
        <translation>만들고 있는 것은 계속 진행되어 그 폴더에 저장돼요.</translation>
    </message>
    <message>
        <source>Export chat to</source>
        <translation>채팅을 내보낼 위치</translation>
    </message>
    <message>
        <source>Exporting “%1”…</source>
        <translation>“%1” 내보내는 중…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>“%1” was exported to %2.</source>
        <translation>“%1” 채팅을 %2에 내보냈어요.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>facet::ui::SpendingCards</name>
    <message>
        <source>Saved by unlimited</source>
        <translation>무제한으로 절약</translation>
    </message>
    <message>
        <source>Returned after failures</source>
        <translation>실패로 반환</translation>
    </message>
    <message>
        <source>Monthly budget</source>
        <translation>월 예산</translation>
    </message>
    <message>
        <source>Set a budget</source>
        <translation>예산 정하기</translation>
    </message>
    <message numerus="yes">
        <source>%n covered generation(s)</source>
        <translation>
            <numerusform>무제한 생성 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a known price</source>
        <translation>
            <numerusform>가격을 모르는 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed generation(s)</source>
        <translation>
            <numerusform>실패한 생성 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the budget</source>
        <translation>예산 바꾸기</translation>
    </message>
    <message>
        <source>No budget set</source>
        <translation>예산 없음</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>of a budget</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent, budget</comment>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>모두 사용</translation>
    </message>
    <message>
        <source>nearly used up</source>
        <translation>거의 사용</translation>
    </message>
    <message>
        <source>generations %1 · conversation %2</source>
        <comment>credits of each</comment>
        <translation>생성 %1 · 대화 %2</translation>
    </message>
</context>
<context>
    <name>facet::ui::SpendingChart</name>
    <message>
        <source>Nothing was spent on these days.</source>
        <translation>이 기간에는 쓴 크레딧이 없어요.</translation>
    </message>
    <message numerus="yes">
        <source>Credits of %n column(s). The arrow keys go through them.</source>
        <translation>
            <numerusform>막대 %n개의 크레딧. 화살표 키로 이동해요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::ui::SpendingPage</name>
    <message>
        <source>Spending</source>
        <translation>사용 내역</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>No row fits. Change the filter or the days.</source>
        <translation>해당하는 항목이 없어요. 필터나 기간을 바꿔 보세요.</translation>
    </message>
    <message>
        <source>Saves the rows that are listed below, for a spreadsheet</source>
        <translation>아래 목록을 스프레드시트용으로 저장해요</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>내역</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>날짜별</translation>
    </message>
    <message>
        <source>Nothing spent yet</source>
        <translation>아직 쓴 크레딧이 없어요</translation>
    </message>
    <message>
        <source>What each generation and each conversation takes is listed here, with the balance after it.</source>
        <translation>생성과 대화마다 차감된 크레딧과 남은 잔액이 여기에 표시돼요.</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>대화로 돌아가기</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Credits for generations</source>
        <translation>생성 크레딧</translation>
    </message>
    <message>
        <source>Credits for conversation</source>
        <translation>대화 크레딧</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Agent conversation</source>
        <translation>에이전트 대화</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>크레딧</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Comparing with the service&apos;s ledger…</source>
        <translation>서비스의 내역과 비교하는 중…</translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>CSV files</source>
        <translation>CSV 파일</translation>
    </message>
</context>
<context>
    <name>facet::ui::StartView</name>
    <message>
        <source>What shall we make?</source>
        <translation>무엇을 만들까요?</translation>
    </message>
    <message>
        <source>A sentence is enough. Two frames give you the exact first and last picture.</source>
        <translation>한 문장이면 충분해요. 프레임 두 장을 넣으면 첫 장면과 마지막 장면을 정확히 정할 수 있어요.</translation>
    </message>
    <message>
        <source>Sandbox: results are drafts made without AI, free of charge.</source>
        <translation>샌드박스: 결과는 AI 없이 만든 초안이며 무료예요.</translation>
    </message>
    <message>
        <source>Harbor, night to dawn</source>
        <translation>항구, 밤에서 새벽으로</translation>
    </message>
    <message>
        <source>Start and end frame · try it with our pictures</source>
        <translation>시작·끝 프레임 · 준비된 이미지로 해 보기</translation>
    </message>
    <message>
        <source>Moss fox looks up, slow push in</source>
        <translation>고개를 드는 이끼 여우, 천천히 밀고 들어가기</translation>
    </message>
    <message>
        <source>One image · keeps its style</source>
        <translation>이미지 한 장 · 그림체 유지</translation>
    </message>
    <message>
        <source>A paper boat crosses a flooded street, 10 seconds, vertical</source>
        <translation>종이배가 물에 잠긴 거리를 건너는 장면, 10초, 세로</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>텍스트만</translation>
    </message>
    <message>
        <source>Slow push in from the dark harbor until the sun is up. Use Carat Basic Video (LTX 2.3)</source>
        <translation>어두운 항구에서 해가 뜰 때까지 천천히 밀고 들어가는 샷. Carat 기본 동영상(LTX 2.3)으로 만들어 줘</translation>
    </message>
    <message>
        <source>The moss fox looks up, slow push in. Use Carat Basic Video (LTX 2.3)</source>
        <translation>이끼 여우가 위를 올려다보고, 천천히 밀고 들어가는 샷. Carat 기본 동영상(LTX 2.3)으로 만들어 줘</translation>
    </message>
</context>
<context>
    <name>facet::ui::TokenForm</name>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>This service asks for a token</source>
        <translation>이 서비스에는 토큰이 필요해요</translation>
    </message>
    <message>
        <source>%1 needs a token from whoever runs it. It is asked for once and kept in your keyring.</source>
        <translation>%1에 연결하려면 서비스 운영자가 준 토큰이 필요해요. 한 번만 묻고 키링에 보관해요.</translation>
    </message>
</context>
<context>
    <name>facet::ui::TranscriptFind</name>
    <message>
        <source>Not found</source>
        <translation>찾을 수 없어요</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <comment>messages found</comment>
        <translation>지금까지 %1개</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which one of the messages found</comment>
        <translation>%2개 중 %1번째</translation>
    </message>
</context>
<context>
    <name>facet::ui::TranscriptMenu</name>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>선택한 내용 복사</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>프롬프트 복사</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>텍스트 복사</translation>
    </message>
    <message>
        <source>Play in preview</source>
        <translation>미리보기에서 재생</translation>
    </message>
</context>
<context>
    <name>facet::ui::Transport</name>
    <message>
        <source>One frame back (,)</source>
        <translation>한 프레임 뒤로 (,)</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>재생 또는 일시정지 (Space)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>한 프레임 앞으로 (.)</translation>
    </message>
    <message>
        <source>Play again and again (Shift+L)</source>
        <translation>반복 재생 (Shift+L)</translation>
    </message>
    <message>
        <source>Sound on or off (M)</source>
        <translation>소리 켜기/끄기 (M)</translation>
    </message>
    <message>
        <source>Speed ([ slower, ] faster, Backspace normal)</source>
        <translation>속도 ([ 느리게, ] 빠르게, Backspace 보통)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>음량</translation>
    </message>
    <message>
        <source>This computer has no audio device</source>
        <translation>이 컴퓨터에 오디오 장치가 없어요</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Compare with another result</source>
        <translation>다른 결과와 비교</translation>
    </message>
    <message>
        <source>Leave full screen (F, Esc)</source>
        <translation>전체 화면 끝내기 (F, Esc)</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>전체 화면 (F)</translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation>이 동영상에는 소리가 없어요</translation>
    </message>
    <message>
        <source>Loop from here (A) to a second place (B) (L)</source>
        <translation>여기(A)부터 다음 지점(B)까지 반복 (L)</translation>
    </message>
    <message>
        <source>Loops from %1 to %2; again: the whole video (L)</source>
        <translation>%1부터 %2까지 반복해요. 다시 누르면 전체를 재생해요 (L)</translation>
    </message>
    <message>
        <source>From %1 to here (L)</source>
        <translation>%1부터 여기까지 반복 (L)</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>프레임 %1 / %2</translation>
    </message>
    <message>
        <source>Show every pixel (1); + and − zoom</source>
        <translation>실제 픽셀로 보기 (1), +와 −로 확대/축소</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>전체 보기 (0)</translation>
    </message>
    <message>
        <source>A–B</source>
        <translation>A–B</translation>
    </message>
</context>
<context>
    <name>facet::ui::WindowDialogs</name>
    <message>
        <source>New chat</source>
        <translation>새 대화</translation>
    </message>
</context>
<context>
    <name>facet::ui::WindowDrops</name>
    <message>
        <source>Use its request instead</source>
        <translation>대신 그 요청 쓰기</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The folder %1 cannot be made. Choose another with --profile.</source>
        <translation>%1 폴더를 만들 수 없어요. --profile로 다른 폴더를 지정해 주세요.</translation>
    </message>
</context>
</TS>
