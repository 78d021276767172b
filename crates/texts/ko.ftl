### The Korean texts. The English texts, with comments, have the same keys in en.ftl.

## The page as a whole, and words that several pages share

product = Data Box Frame
skip = 본문으로 건너뛰기
nav_label = 주 메뉴
trail = 이동 경로
nav_overview = 개요
nav_frames = 프레임
nav_imports = 반입
nav_exports = 반출
nav_reviews = 반출 심사
nav_buckets = 버킷
nav_activity = 활동
nav_settings = 설정
connect = 연결
connect_lead = 본인의 액세스 키로 요청에 서명합니다. 키는 이 페이지의 메모리에만 보관되며 페이지를 닫으면 사라집니다.
connect_advice = Data Box Frame 권한만 가진 서브 계정의 키를 사용하세요.
connecting = 연결 중…
access_key = 액세스 키
secret_key = 시크릿 키
connection = 연결 대상
connected = 연결
advanced = 고급
relay = 릴레이
relay_hint = /relay 같은 접두사 또는 {"{path}"}, {"{url}"}, {"{url_encoded}"} 중 하나를 포함한 템플릿입니다. ? 뒤에는 {"{url_encoded}"}만 사용할 수 있습니다.
gateway = 게이트웨이
use_simulator = 시뮬레이터 사용
connect_other = 키 없이 사용
simulator_hint = 이 컴퓨터의 데모 데이터를 사용하며 키가 필요하지 않습니다.
disconnect = 키 지우기
nav_account = 계정
connected_as = 연결된 키
frames = 프레임
frames_table = Data Box Frame 목록
boxes = 데이터 박스
boxes_table = 데이터 박스
infra_table = 인프라
buckets = 버킷
buckets_table = Object Storage 버킷
reviews = 반출 심사
reviews_table = 반출 심사 대상
activity = 활동
requests_table = 요청
settings = 설정
language = 언어
theme = 테마
theme_system = 시스템
theme_light = 라이트
theme_dark = 다크
name = 이름
number = 번호
status = 상태
created = 생성 일시
memo = 메모
export_bucket = 심사 버킷
pseudonym = 강화된 인프라 관리 권한
kind = 유형
spec = 스펙
spec_code = 스펙 코드
private_ip = 사설 IP
public_ip = 공인 IP
os = 운영체제
account = 계정 또는 마운트 경로
account_2 = 두 번째 계정
connect_info = 접속 계정
used = 사용량
storage = 블록 스토리지
storage_no = 블록 스토리지 번호
contract_no = 서버 인스턴스 번호
machine = 인스턴스 상태
disabled_flag = 사용 불가
availability = 사용 가능 여부
available = 사용 가능
available_note = API 문서에서 이 플래그의 이름은 "disabled"이며 값에 대한 설명은 없습니다.
machine_running = 실행 중
ssl_vpn_count = SSL VPN 계정 수
ssl_vpn_url = SSL VPN 접속 URL
network = 외부망
network_blocked = 차단
network_allowed = 허용
mounts = 공유 데이터 뷰
nas_count = NAS 볼륨 수
nas_use = NAS 사용량
export_count = 반출 심사 대상 수
frame = 프레임
data_box = 데이터 박스
applicant = 신청자(SSL VPN ID)
file = 파일
size = 크기
requested = 신청 일시
reviewed = 심사 일시
description = 설명
purpose = 목적
request_no = 신청 번호
approve = 승인
reject = 반려
approve_title = 이 반출 신청을 승인하시겠습니까?
approve_lead = 파일이 분석 환경 밖에 있는 신청자의 버킷으로 복사됩니다. 되돌릴 수 없습니다.
reject_title = 이 반출 신청을 반려하시겠습니까?
reject_lead = 신청자에게 사유가 표시됩니다.
reason = 사유
decided_reason = 이미 심사가 끝난 신청입니다.
not_ready_reason = 파일이 아직 심사 버킷에 없습니다.
will_send = 요청
sending = 전송 중…
cancel = 취소
close = 닫기
outcome_unknown = 결과를 알 수 없음
outcome_unknown_advice = 요청은 전송되었지만 유효한 응답을 받지 못했습니다. 이미 처리되었을 수 있습니다. 목록을 다시 조회하고 있으니 다시 결정하기 전에 확인하세요.
refresh = 새로 고침
try_again = 다시 시도
loading = 불러오는 중…
empty = 항목이 없습니다.
empty_filtered = 필터와 일치하는 항목이 없습니다.
clear_filters = 필터 지우기
search = 검색
any = 전체
previous = 이전
next = 다음
other_fields = 기타 필드
raw_answer = 원본 응답
raw_error = 응답 원문
no_text = —
time = 시각
operation = 작업
target = 대상
duration = 소요 시간
outcome = 결과
in_progress = 진행 중
ok = 성공
string_to_sign = 서명 대상 문자열
headers = 헤더
body = 본문
url = URL
no_activity = 아직 전송한 요청이 없습니다.
not_found = 페이지를 찾을 수 없습니다
not_found_lead = 존재하지 않는 페이지입니다.
config_bad = config.json을 사용할 수 없습니다
phase_requested = 생성 요청
phase_creating = 생성 중
phase_in_use = 사용 중
phase_changing = 변경 중
phase_returning = 반납 중
phase_returned = 반납 완료
export_init = 신청됨
export_waiting = 심사 대기
export_copied = 승인 후 복사 완료
export_approved = 승인됨
export_copying = 승인 후 복사 중
export_rejected = 반려됨
export_cancelled = 취소됨
yes = 예
no = 아니요
inferred_note = API 문서에 설명이 없는 코드입니다. 코드의 단어로 뜻을 추정했습니다.
date_note = 시간대는 문서에 명시되어 있지 않음
last_read = { $time } 기준
rows_of = { $all }건 중 { $first }–{ $last }
page_title = { $page } · Data Box Frame
gb = { $amount }GB
mb = { $amount }MB
gb_of = { $total }GB 중 { $used }GB
ms = { $count }ms
percent = { $value }%
http = HTTP { $status }

## The command palette

palette-title = 명령 팔레트
palette-open = 검색 또는 이동…
palette-input = 검색어 또는 명령 입력
palette-list = 결과
palette-results = 결과 { $count }개
palette-keys = ↑ ↓ 이동, Enter 열기, Esc 닫기
palette-recent = 최근
palette-this_page = 이 페이지
palette-pages = 페이지
palette-requests = 신청
palette-commands = 명령
palette-lists = 목록에서 검색
palette-search_in = { $list }: “{ $typed }”
palette-refresh = 페이지 새로 고침
palette-set = { $setting }: { $value }
palette-frame = 프레임 { $number }
palette-data_box = 데이터 박스 { $number }
palette-review = 반출 심사 대상 { $number }
palette-import = 반입 신청 { $number }
palette-export = 반출 신청 { $number }

## Changes to frames and boxes that need no form

actions-return_frame = 프레임 반납
actions-return_frame_title = 이 프레임을 반납하시겠습니까?
actions-return_frame_lead = 프레임 안의 데이터 박스, 서버, 볼륨과 그 데이터가 모두 삭제됩니다. 되돌릴 수 없습니다.
actions-return_box = 데이터 박스 반납
actions-return_box_title = 이 데이터 박스를 반납하시겠습니까?
actions-return_box_lead = 박스 안의 서버, 볼륨, 계정과 그 데이터가 모두 삭제됩니다. 심사 대기 중인 반출 신청도 함께 사라집니다. 되돌릴 수 없습니다.
actions-block = 외부망 차단
actions-block_title = 외부망을 차단하시겠습니까?
actions-block_lead = 박스의 서버가 외부망에 연결할 수 없게 되고 열려 있는 연결은 끊어집니다.
actions-allow = 외부망 허용
actions-allow_title = 외부망을 허용하시겠습니까?
actions-allow_lead = 박스의 서버가 인터넷에 연결할 수 있습니다. 데이터가 심사를 거치지 않고 박스 밖으로 나갈 수 있습니다.
actions-resize = 크기 변경
actions-resize_title = 이 볼륨의 크기를 변경하시겠습니까?
actions-resize_lead = 볼륨의 용량이 변경됩니다.
actions-new_size = 새 크기(GB)
actions-size_rule = { $min }~{ $max }GB, { $step }GB 단위
actions-type_name = 확인을 위해 { $name } 입력
actions-name_differs = 먼저 이름을 입력하세요.
actions-returning_frame = 반납 중인 프레임입니다.
actions-returned_frame = 반납된 프레임입니다.
actions-returning_box = 반납 중인 데이터 박스입니다.
actions-returned_box = 반납된 데이터 박스입니다.
actions-returning_item = 반납 중인 항목입니다.
actions-returned_item = 반납된 항목입니다.
actions-own_servers_and_volumes = 프레임 자체의 서버 및 볼륨
actions-servers_and_volumes = 서버 및 볼륨
actions-and_returned = { $count }(반납 완료 { $returned } 제외)
actions-actions = 작업

## Forms, and the confirmation before sending

forms-optional = (선택)
forms-remove = { $row } 삭제
forms-in_row = { $row }: { $label }
forms-errors = 요청을 전송하지 않았습니다. 다음 항목을 확인하세요:
forms-review = 검토 후 전송
forms-discard = 취소
forms-leave_title = 이 페이지에서 나가시겠습니까?
forms-leave_lead = 아직 전송하지 않았습니다. 나가면 입력한 내용이 사라집니다.
forms-stay = 계속 작성
forms-leave = 나가기
forms-given_back = 반납 대상(데이터 포함)
forms-closed = NAVER Cloud는 2025년 10월 23일 이후 분석 환경 추가 및 변경 기능을 제공하지 않는다고 안내했습니다. 이 요청을 아직 처리하는지는 문서에 없습니다.
forms-summary = 요약
forms-show = 표시
forms-hide = 숨기기
forms-generate = 자동 생성
forms-policy_length = { $min }~{ $max }자
forms-policy_mix = 영문 대문자, 소문자, 숫자, 특수문자 포함
forms-policy_met = 충족:
forms-policy_unmet = 미충족:
forms-policy_forbidden = ' " ₩ / & ` 및 공백 제외
forms-choose = 선택…
forms-choose_first = { $label } 선택 후 표시
forms-check_first = 먼저 확인하세요: { $labels }
forms-nothing_to_choose = 선택할 항목이 없습니다.
forms-cleared = 새로 선택한 항목에 속하지 않아 선택을 해제했습니다: { $label }
forms-spec_hint = API 문서에는 스펙 코드의 일부만 있습니다. 문서의 코드와 계정에서 사용 중인 코드를 제안하며, 다른 숫자도 직접 입력할 수 있습니다.
forms-vpn_hint = 최대 { $max }개(Connect 서버당 3개)
forms-nas_hint = 볼륨당 { $min }~{ $max }GB, { $step }GB 단위, 전체 10TB
forms-tensor_flow_hint = API 문서에 따르면 CPU 또는 GPU TensorFlow 서버가 하나 이상 필요합니다. Linux와 TensorFlow 서버의 필드는 문서에 없어 추정한 것이며, 전송 전에 JSON으로 편집할 수 있습니다.
forms-import_files_hint = 버킷의 객체 1~{ $count }개, 각 최대 { $mb }MB
forms-export_files_hint = NAS의 파일 1~{ $count }개, 각 최대 { $mb }MB. 원본 데이터는 반출할 수 없습니다.
forms-export_lead = 파일은 심사 버킷으로 전송됩니다. Box 관리자가 승인하거나 반려하며, 승인된 파일은 대상 버킷으로 복사됩니다.
forms-import_lead = Object Storage 버킷의 파일을 데이터 박스의 NAS 볼륨으로 복사합니다. 승인은 필요하지 않습니다.
forms-action = 처리
forms-keep = 유지
forms-change = 변경
forms-give_back = 반납
forms-none_exists = 아직 없습니다.
forms-nothing_changed = 변경한 내용이 없습니다.
forms-summary_new = 추가 { $count }
forms-summary_changed = 변경 { $count }
forms-summary_returned = 반납 { $count }
forms-summary_nas = 신규 { $count }, 총 { $size }GB(문서상 전체 NAS 볼륨 한도: 10TB)
forms-target_nas = 대상 NAS
forms-source_nas = 원본 NAS
forms-request_import = 반입 신청
forms-request_export = 반출 신청
forms-create_box = 데이터 박스 생성
forms-modify_box = 데이터 박스 변경
forms-modify_frame = 인프라 변경
forms-import_title = 반입을 신청하시겠습니까?
forms-import_confirm = 파일이 데이터 박스로 복사됩니다.
forms-export_title = 반출을 신청하시겠습니까?
forms-export_confirm = 파일마다 신청이 하나씩 만들어져 심사를 거칩니다. 승인되기 전까지 취소할 수 있습니다.
forms-create_title = 데이터 박스를 생성하시겠습니까?
forms-create_confirm = 서버와 볼륨이 백그라운드에서 준비되며 계정에 요금이 청구됩니다.
forms-modify_title = 인프라를 변경하시겠습니까?
forms-modify_confirm = 변경은 백그라운드에서 진행됩니다. 반납하는 항목은 데이터와 함께 삭제됩니다.
forms-applied = 신청했습니다: { $numbers }
forms-copy_curl = curl로 복사
forms-copied = 복사했습니다. 스크립트에는 비밀 정보가 없으며 실행할 때 입력받습니다.
forms-copy_by_hand = 브라우저가 복사를 허용하지 않습니다. 여기에서 복사하세요.
forms-edit_json = JSON으로 편집
forms-json_body = JSON 본문
forms-edit_hint = API 문서에 없는 필드를 위한 기능입니다. 필드를 추가하거나 바꿀 수 있으며 필수 필드는 남겨 두어야 합니다. 가려진 비밀번호는 전송할 때 복원됩니다.
forms-undo_edit = 편집 취소
forms-row = { $item } { $number }
forms-spec = { $name }: vCPU { $vcpu }개, 메모리 { $memory }GB
forms-edit_at = { $line }행 { $column }열: { $problem }
forms-edit_syntax = 올바른 JSON이 아닙니다.
forms-edit_not_an_object = 본문은 객체여야 합니다.
forms-edit_duplicate = { $path } 필드가 두 번 있습니다.
forms-edit_missing = { $path } 필드는 필수입니다.
forms-edit_empty = { $path } 필드에 항목이 하나 이상 필요합니다.
forms-edit_needs_one_of = { $path } 필드에 { $first } 또는 { $second } 필드가 필요합니다.
forms-edit_no_object = { $path } 필드는 객체여야 합니다.
forms-edit_no_list = { $path } 필드는 목록이어야 합니다.
forms-edit_not_plain = { $path } 필드는 텍스트, 숫자 또는 true/false여야 합니다.
forms-edit_hidden_password = { $path }: 가려진 비밀번호 표시가 바뀌었거나 옮겨졌습니다.

## Servers, clusters and volumes; import and export requests

infra-nodes = 노드
infra-node_count = 노드 수
infra-links = 접속 링크
infra-application = 애플리케이션
infra-url = URL
infra-mounts = 마운트
infra-path = 경로
infra-new_tab = 새 탭에서 열림
infra-tabs = 섹션
infra-accounts = VPN 계정
infra-vpn_id = SSL VPN ID
infra-email = 이메일
infra-country_code = 국가 번호
infra-phone = 전화번호
infra-previous_box = 이전 데이터 박스
infra-next_box = 다음 데이터 박스
infra-previous_frame = 이전 프레임
infra-next_frame = 다음 프레임
infra-create_box = 데이터 박스 생성
infra-modify_infra = 인프라 변경
infra-modify_box = 데이터 박스 변경
infra-imports = 반입 신청 내역
infra-exports = 반출 신청 내역
infra-from = 신청일(시작)
infra-to = 신청일(끝)
infra-cancel_export = 반출 신청 취소
infra-cancel_title = 이 반출 신청을 취소하시겠습니까?
infra-cancel_over = 상태 코드가 { $code }이므로 취소할 것이 남아 있지 않은 것으로 보입니다.
infra-cancel_lead = 더 이상 심사를 진행하지 않습니다. 나중에 반출하려면 다시 신청해야 합니다.
infra-nas = NAS
infra-bucket = 버킷
infra-completed = 완료 일시
infra-import_init = 신청됨
infra-import_ing = 전송 중
infra-import_done = 완료
infra-import_file = 파일 오류
infra-import_system = 시스템 오류
infra-import_security = 보안 검사 실패
infra-api = API 문서
infra-version = Data Box Frame 콘솔 { $version }
infra-api_link = 전체 API의 OpenAPI 3.1 명세(JSON, 새 탭에서 열림)

## The connection check

check-check = 연결 점검
check-checking = 점검 중…
check-title = 연결 점검 결과
check-summary = { $problems ->
    [0] { $relay } 점검 완료: 수정할 문제가 없습니다.
   *[other] { $relay } 점검 완료: 수정할 문제 { $problems }건
}
check-reachable = 응답
check-cors = CORS
check-keys = 키
check-path = 경로와 쿼리
check-date = Date와 시계
check-encryption = 암호화
check-operator = 릴레이 운영 주체
check-verdict-good = 정상
check-verdict-fix = 수정 필요
check-verdict-judge = 직접 확인 필요
check-verdict-unchecked = 점검 안 함
check-said-unchecked = 먼저 위의 문제를 해결하세요.
check-said-answers = 게이트웨이가 릴레이를 거쳐 응답합니다.
check-said-silent = 응답이 없으며 페이지에서는 원인을 알 수 없습니다. 릴레이나 네트워크가 중단되었거나, 릴레이 URL이 잘못되었을 수 있습니다. 다른 출처의 릴레이라면 이 페이지를 허용하지 않거나(CORS) 이 페이지 서버의 정책에 등록되지 않았을 수도 있습니다(connect-src). 다른 탭에서 릴레이 URL 뒤에 /health를 붙여 열어 보고, 응답이 있으면 브라우저 콘솔(F12)에서 CORS와 connect-src를 확인하세요.
check-said-same_origin = 필요하지 않습니다. 릴레이가 이 페이지와 같은 출처에 있습니다.
check-said-exposed = 릴레이가 이 페이지를 허용하며 Date도 읽을 수 있습니다.
check-said-not_exposed = 릴레이가 이 페이지를 허용하지만 Date를 읽을 수 없습니다. 릴레이가 게이트웨이의 Date를 전달하고 Access-Control-Expose-Headers: Date, Retry-After로 응답해야 합니다.
check-said-accepted = 서명한 조회 요청이 정상 처리되었습니다.
check-said-refused = 서명이 거부되었습니다. 키가 잘못되었거나, 릴레이가 경로를 바꾸거나, 이 컴퓨터의 시계가 5분 넘게 어긋나 있습니다. 릴레이는 경로와 쿼리를 그대로 전달해야 합니다.
check-said-unchanged = 한글, 공백, +, /, %가 포함된 쿼리가 서명한 그대로 전달되었습니다.
check-said-changed = 키는 올바르지만 쿼리가 있는 요청의 서명이 거부되었습니다. 릴레이가 쿼리를 바꾸고 있습니다. 릴레이는 경로와 쿼리를 그대로 전달해야 합니다(nginx: 경로 없는 proxy_pass, rewrite 금지).
check-said-undated = Date를 읽을 수 없어 시계가 틀려도 알 수 없습니다. 릴레이가 게이트웨이의 Date를 전달해야 합니다(nginx: proxy_pass_header Date).
check-said-encrypted = 릴레이와 게이트웨이에 https로 연결합니다.
check-said-loopback = http이지만 이 컴퓨터 안의 연결이므로 개발용으로는 문제없습니다.
check-said-own = 릴레이가 이 페이지와 같은 출처에 있습니다. 변경이 두 번 적용되지 않는지는 실제로 변경해 보지 않고는 점검할 수 없습니다. 릴레이는 요청을 반복하거나, 408로 응답하거나, 응답하기 전에 연결을 끊어서는 안 됩니다. deploy/의 릴레이는 이를 지키거나 중복 요청을 거부합니다.
check-said-direct = 릴레이가 없습니다. 요청이 게이트웨이로 직접 전송됩니다.

## The demo

demo-offer = 데모 사용해 보기
demo-offer_hint = 이 브라우저 안의 시뮬레이터에서 가상 데이터를 사용합니다. 키가 필요하지 않으며 데이터가 브라우저 밖으로 나가지 않습니다.
demo-upgraded = 이 페이지를 연 뒤에 콘솔이 업그레이드되었습니다. 페이지를 새로 고친 다음 데모를 다시 시작하세요.
demo-failed = 데모를 시작하지 못했습니다. 페이지를 새로 고치고 다시 시도하세요. ({ $message })
demo-name = 데모
demo-banner = 가상 데이터를 사용하는 데모입니다. 데이터가 브라우저 밖으로 나가지 않으며 페이지를 새로 고치면 처음부터 다시 시작합니다.
demo-faults = 요청 실패율
demo-no_faults = 없음

## Changes in progress, and notifications about their end

watch-since = { $time }부터 확인
watch-became = { $name }: { $state }
watch-gone = { $name }: 목록에서 사라짐
watch-more = 외 { $count }건
watch-import = 반입
watch-export = 반출
watch-notifications = 알림
watch-notify = 변경이 끝나면 알림
watch-notify_hint = 이 탭이 보이지 않을 때 브라우저가 알려 줍니다. 열려 있는 목록에 변경 중인 항목이 있으면 1분마다 다시 조회합니다.
watch-denied = 브라우저에서 이 사이트의 알림이 차단되어 있습니다. 사이트 설정에서 허용한 뒤 페이지를 새로 고치세요.
watch-unavailable = 알림을 사용하려면 이를 지원하는 브라우저와 https로 제공되는 페이지가 필요합니다.

## The outcome of a write

writes-storage = 블록 스토리지
writes-added = 새 항목: { $item }
writes-removed = 더 이상 목록에 없음: { $item }
writes-took_effect = 요청은 실제로 처리되었습니다:
writes-took_effect_advice = 반복된 요청 사본이 거부된 것입니다. 같은 순간에 다른 사람이 같은 변경을 했을 수도 있습니다. 다시 전송하지 마세요.
writes-refused_but_changed = 요청이 거부되었지만 그 뒤에 변경된 내용이 있습니다. 이 요청이 처리된 것인지는 알 수 없으니 다시 결정하기 전에 확인하세요.
writes-not_checked = 앞서 보낸 요청 사본이 처리되었는지 확인하지 못했습니다. 다시 전송하기 전에 확인하세요.
writes-no_comparison = 전송 전 상태를 조회하지 못해 비교할 수 없습니다. 다시 신청하기 전에 목록을 확인하세요.
writes-incomplete = 목록에 빠진 항목이 있을 수 있어 비교할 수 없습니다. 다시 신청하기 전에 목록을 확인하세요.
writes-surplus = 요청한 것보다 새 항목이 많습니다. 요청이 두 번 이상 처리되었을 수 있습니다:
writes-accepted_unchanged = { $action } · { $subject }: 접수되었으며 아직 변경된 내용이 없습니다. 요청이 처리 중일 수 있습니다.
writes-surplus_unread = { $action } · { $subject }: 두 번 이상 처리되었는지 확인하지 못했습니다.
writes-accepted = { $action } 요청이 접수되었습니다: { $subject }
writes-other_target = 요청 대상을 지정하는 필드는 편집할 수 없습니다: { $field }
writes-type_number = 확인을 위해 번호 { $number } 입력
writes-summary = { $unknown ->
    [0] { $all }건 중 { $done }건이 처리되었습니다.
   *[other] { $all }건 중 { $done }건이 처리되었고 { $unknown }건은 결과를 알 수 없습니다.
}

## What a write did, and the button that sends it

done-approve_many = 신청 { $count }건 승인
done-reject_many = 신청 { $count }건 반려
done-label_many = { $action }({ $count }건)
done-sentence = { $names }: { $done }
done-create_box = 데이터 박스 생성 요청됨
done-modify = 변경 요청됨
done-resize = 크기 변경 요청됨
done-block = 외부망 차단됨
done-allow = 외부망 허용됨
done-give_back = 반납 요청됨
done-import = 반입 신청됨
done-export = 반출 신청됨
done-cancel = 취소됨
done-approve = 승인됨
done-reject = 반려됨
done-approved = 신청 { $count }건 승인됨: { $names }
done-rejected = 신청 { $count }건 반려됨: { $names }
done-cancelled = 신청 { $count }건 취소됨: { $names }

## The changes made in this tab, in Activity

changes-title = 변경 내역
changes-lead = 이 탭에서 요청한 변경이며, 페이지를 새로 고치기 전의 내역도 포함합니다. 키를 지우면 함께 삭제됩니다.
changes-none = 아직 요청한 변경이 없습니다.
changes-action = 작업
changes-subject = 대상
changes-details = 상세
changes-done = 완료
changes-failed = 실패
changes-all_requests = 조회와 변경
changes-rejected_here = { $time }에 이 탭에서 반려한 사유

## Saved reasons for rejection

reasons-saved = 저장된 사유
reasons-choose = 저장된 사유 선택
reasons-save = 이 사유 저장
reasons-remove = 저장된 사유에서 삭제
reasons-first = 먼저 사유를 입력하세요.
reasons-kept = 이 브라우저에만 저장했습니다.
reasons-removed = 삭제했습니다.
reasons-not_stored = 브라우저가 저장하지 못했습니다.

## The requests of this page, in Activity

log-failed = 실패
log-minutes = 최근 { $minutes }분
log-grouped = 반복 조회 묶기
log-times = ×{ $count }
log-last_at = 마지막 { $time }
log-sent_at = 전송 시각
log-earlier = 이전 { $count }건 더 있음
log-shown = 요청 { $all }건 중 { $shown }건
log-dropped = 오래된 요청 { $count }건은 더 이상 보관하지 않습니다.
log-save_har = HAR로 저장
log-saved = 키, 서명, 비밀번호를 빼고 요청 { $count }건을 저장했습니다.

## Completeness of lists, and selection in them

lists-incomplete = 목록에 빠진 항목이 있을 수 있습니다. { $reason }
lists-repeated_page = 서비스가 같은 페이지를 다시 보냈습니다.
lists-request_limit = 콘솔에서 조회할 수 있는 것보다 항목이 많습니다. 가능하면 기간을 좁히세요.
lists-fewer_than_total = 서비스가 전체 { $total }건이라고 응답했지만 그보다 적게 보냈습니다.
lists-changed_while_reading = 조회하는 동안 목록이 바뀌었습니다. 새로 고침을 눌러 다시 조회하세요.
lists-unread_pages = 일부 페이지를 조회하지 못했습니다.
# $count (usize)
lists-not_loaded = 목록 { $count }개를 불러오지 못했습니다
lists-read_of = 전체 { $total }건 중 { $read }건 조회
lists-read_so_far = 지금까지 { $read }건 조회
lists-reading = 목록 조회 중
lists-more_rows = 먼저 조회한 항목을 표시했습니다. 나머지를 조회하고 있습니다.
lists-all_rows = 모든 항목을 조회했습니다.
lists-unread_rows = { $first }번째부터 { $last }번째까지의 항목을 조회하지 못했습니다.
lists-unread_row = { $row }번째 항목을 조회하지 못했습니다.
lists-unread_from = { $first }번째 이후의 항목을 조회하지 못했습니다.
lists-at_least = { $count }개 이상
lists-incomplete_many = 다음 목록에 빠진 항목이 있을 수 있습니다. { $reason }
lists-activity_lead = 이 페이지를 연 이후의 요청(최대 { $requests }건)과 최근 { $answers }건의 원본 응답입니다. 메모리에만 보관되며, 키를 지우면 삭제됩니다.
lists-older_requests = 이전 요청 { $count }건 표시
lists-older_requests_of = 이전 요청 { $all }건 중 { $batch }건 표시
lists-answer_dropped = 원본 응답을 더 이상 보관하지 않습니다. 최근 요청 { $answers }건의 응답만 보관합니다.
lists-selection = 선택
lists-select_matching = 조건에 맞는 항목 모두 선택({ $count })
lists-nothing_to_select = 표시된 행 중 선택할 수 있는 항목이 없습니다.
lists-all_selected = 모두 선택되어 있습니다.
lists-clear_selection = 선택 해제
lists-nothing_selected = 선택한 항목이 없습니다.
lists-deselect_hidden = 가려진 항목 선택 해제
lists-filters = { $count ->
    [0] 필터
   *[other] 필터 ({ $count })
}
lists-dates = 날짜
lists-dates_note = 한국 시간(UTC+9)으로 추정
lists-sort = 정렬
lists-default_order = 기본 순서
# $column (&str)
lists-ascending = { $column } 오름차순
# $column (&str)
lists-descending = { $column } 내림차순
lists-columns = 열 설정
lists-reset = 초기화
lists-names_rows = 행의 이름이므로 항상 표시됩니다
lists-move_up = { $column } 열을 위로 이동
lists-move_down = { $column } 열을 아래로 이동
lists-density = 행 간격
lists-comfortable = 기본
lists-compact = 좁게
lists-width_of = { $column } 열 너비
lists-automatic = 자동
lists-px = { $width }픽셀
lists-views = 보기
lists-manage_views = 보기 저장 및 관리…
lists-views_hint = 현재의 검색어, 필터, 정렬 순서를 이름을 붙여 이 브라우저에 저장합니다. 표는 기본 보기로 열립니다.
lists-view_name = 현재 보기의 이름
lists-name_first = 먼저 이름을 입력하세요.
lists-save_view = 보기 저장
lists-replace_view = 보기 바꾸기
lists-no_views = 저장된 보기가 없습니다.
lists-default_view = 기본
lists-open_with = 표를 { $name } 보기로 열기
lists-remove = 삭제
lists-remove_view = { $name } 삭제
lists-copy_link = 링크 복사
lists-link_copied = 링크를 복사했습니다.
lists-rows_per_page = 페이지당 행 수
lists-total = { $count }건 합계 { $amount }
lists-total_unknown = 크기 없음 { $count }건
lists-export = 내보내기
lists-csv = CSV
lists-json = JSON
lists-copy_table = 표로 복사
lists-nothing_to_export = 내보낼 항목이 없습니다.
lists-exported = { $count }건을 내보냈습니다.
lists-export_partial = 목록을 아직 조회하는 중이어서 일부 행이 빠졌을 수 있습니다.
lists-not_exported = 브라우저가 파일을 저장하지 못했습니다.
lists-copied = { $count }건을 복사했습니다.
lists-not_copied = 브라우저가 복사를 허용하지 않습니다.
lists-first_page = 첫 페이지입니다.
lists-last_page = 마지막 페이지입니다.
lists-unknown_kind = { $count }개 항목은 이 콘솔이 아는 서버나 NAS 볼륨이 아니어서 여기에서 변경할 수 없습니다.
lists-hidden = 선택한 신청 { $count }건이 필터에 가려져 있습니다.
lists-decided = 더 이상 심사 대기 중이 아닌 신청 { $count }건의 선택을 해제했습니다.
lists-gone = 목록에서 사라진 신청 { $count }건의 선택을 해제했습니다.

## Freshness of data, clock, comparison after a write, bulk review

trust-clock = 이 컴퓨터의 시계
trust-clock_right = 게이트웨이의 시각과 일치합니다.
trust-clock_unknown = 게이트웨이의 시각을 아직 알 수 없습니다.
trust-slow = 이 컴퓨터의 시계가 { $by } 느립니다.
trust-fast = 이 컴퓨터의 시계가 { $by } 빠릅니다.
trust-corrected = 요청은 게이트웨이의 시각으로 서명됩니다. 시계를 맞추세요.
trust-not_corrected = 하루가 넘는 차이는 보정하지 않습니다. 시계를 맞춘 다음 페이지를 새로 고치세요.
trust-offline = 오프라인 상태입니다. 표시된 내용이 최신이 아닐 수 있으며 네트워크가 복구되면 바로 다시 조회합니다.
trust-stale = { $time } 기준 내용입니다. 새로 고치지 못했습니다.
trust-changed = 표시된 이후 내용이 변경되었습니다. 요청을 전송하지 않았습니다.
trust-unread = 전송하기 전에 다시 조회하지 못했습니다. 요청을 전송하지 않았습니다.
trust-comparing = 현재 상태를 전송 전 상태와 비교하는 중…
trust-not_compared = 현재 상태를 조회하지 못했습니다.
trust-unchanged = 전송 전과 비교해 아직 변경된 내용이 없습니다. 요청이 처리 중일 수 있습니다.
trust-changed_since = 전송 전과 비교해 변경된 내용:
trust-compare_again = 다시 비교
trust-send_again = 다시 전송…
trust-selected = { $count }건 선택됨
trust-approve_selected = 선택 항목 승인
trust-reject_selected = 선택 항목 반려
trust-none_selected = 심사 대기 중인 신청을 먼저 선택하세요.
trust-select = { $file } 선택
trust-approve_title = 선택한 반출 신청을 승인하시겠습니까?
trust-reject_title = 선택한 반출 신청을 반려하시겠습니까?
trust-approve_lead = 파일이 분석 환경 밖에 있는 각 신청자의 버킷으로 복사됩니다. 되돌릴 수 없습니다.
trust-reject_lead = 각 신청자에게 사유가 표시됩니다.
trust-taken_out = 제외되어 전송하지 않습니다.
trust-all_taken_out = 모든 신청을 제외했습니다.
trust-not_decided = 다음 신청 { $count }건은 여기에서 처리할 수 없습니다.
trust-reading_requests = 심사할 신청 조회 중
trust-requests_read = 신청 { $all }건 중 { $read }건 조회
trust-retry_many = { $count }건 다시 시도
trust-stop = 중지
trust-number_differs = 먼저 숫자를 입력하세요.
trust-hours = { $count }시간
trust-minutes = { $count }분
trust-seconds = { $count }초

## Marks in names and other untrusted texts

marks-cyrillic = 키릴 문자
marks-greek = 그리스 문자
marks-armenian = 아르메니아 문자
marks-full_width = 전각 문자
marks-mathematical = 수학 기호
marks-joined = 결합 문자 +{ $count }
marks-cut = … 일부만 표시: { $count }자
marks-blank = 눈에 잘 띄지 않는 공백
marks-hidden = 보이지 않거나 다른 문자처럼 보이는 문자의 유니코드 번호
marks-too_many = 한 글자에 결합 문자가 너무 많아 체크섬으로 대신 표시합니다
marks-imitates = 이 표시 앞의 글자는 로마자처럼 보이지만 로마자가 아닙니다
marks-decomposed = 자모가 분리된 형태(NFD)로 쓰여 있습니다. 똑같아 보여도 다른 이름일 수 있습니다
marks-too_long = 너무 길어 일부만 표시하며 체크섬은 나머지 부분의 값입니다

## Problems of what was entered

entry-quota = NAS 한도
entry-incomplete = 미입력 { $count }
entry-shrinks = 볼륨이 { $from }GB에서 { $to }GB로 줄어듭니다. 데이터가 새 크기를 초과할 때의 처리는 문서에 없습니다.
entry-same_size = 볼륨 크기가 이미 { $size }GB입니다.
entry-begins = 이름 맨 앞에 사용할 수 없는 문자가 있습니다: { $character }
entry-ends = 이름 맨 끝에 사용할 수 없는 문자가 있습니다: { $character }
entry-contains = 이름에 사용할 수 없는 문자가 있습니다: { $character }
entry-line_break = 줄 바꿈({ $code })
entry-space = 공백({ $code })
entry-invisible = 보이지 않는 문자({ $code })
entry-same_name = 이름이 같은 항목이 있습니다: { $row }
entry-same_letters = 글자는 같고 유니코드 정규화 형식(NFC, NFD)만 다른 항목이 있습니다: { $row }
entry-over_quota = { $new }GB는 문서에 안내된 NAS 한도 10TB({ $limit }GB)를 초과합니다. 서비스가 거부할 수 있습니다.
entry-over_quota_existing = 추가 { $new }GB와 기존 { $existing }GB를 합한 { $sum }GB는 문서에 안내된 NAS 한도 10TB({ $limit }GB)를 초과합니다. 서비스가 거부할 수 있습니다.

## Keys, remembered connections, the idle lock

keys-remember = 이 기기에 저장
keys-remember_hint = 키를 암호문구로 암호화하여 이 브라우저에 보관합니다. 다른 곳에서 사용하지 않는 긴 암호문구는 이 컴퓨터나 디스크 사본이 다른 사람의 손에 들어가도 키를 보호합니다. 그러나 암호문구를 입력하는 동안의 악성 소프트웨어, 브라우저 확장 프로그램, 변조된 페이지로부터는 보호하지 못합니다. 암호문구는 복구할 수 없습니다.
keys-record_name = 이 기기에서의 이름
keys-passphrase = 암호문구
keys-passphrase_again = 암호문구 다시 입력
keys-passphrase_differs = 두 암호문구가 다릅니다.
keys-name_taken = 이 기기에서 아직 사용하지 않은 이름을 입력하세요.
keys-remembered = 이 기기에 저장된 연결
keys-record = 저장된 연결
keys-unlock = 잠금 해제
keys-unlocking = 잠금 해제 중…
keys-forget = { $name } 삭제
keys-forget_title = 저장된 연결을 삭제하시겠습니까?
keys-forget_lead = { $name } 연결을 이 브라우저에서 삭제합니다. 복구할 수 없으며, 다시 연결하려면 액세스 키와 시크릿 키를 입력해야 합니다.
keys-forget_it = 삭제
keys-forgotten = 이 브라우저에서 삭제했습니다: { $name }
keys-not_forgotten = 삭제하지 못했습니다. 브라우저 저장소가 가득 찼거나 차단되어 있습니다. 아직 저장되어 있음: { $name }
keys-unreadable = (읽을 수 없음)
keys-not_offered = 저장된 릴레이와 게이트웨이는 더 이상 제공되지 않습니다. 키로 연결하세요.
keys-kept = 이 기기에 저장했습니다: { $name }
keys-not_kept = 연결되었지만 저장하지 못했습니다. 브라우저 저장소가 가득 찼거나 차단되어 있습니다.
keys-needs_passphrase = 암호문구를 입력하세요.
keys-keys = 키
keys-forgotten_elsewhere = 다른 탭에서 삭제한 연결입니다. 키를 입력하여 연결하세요.
keys-dropped_elsewhere = 연결하지 않았습니다. 그사이 다른 탭에서 키를 지웠거나 잠갔습니다.
keys-locked = 잠겼습니다. 키나 암호문구를 다시 입력하세요. 작성 중이던 내용은 같은 액세스 키로 연결하면 그대로 있습니다.
keys-idle_lock = 자동 잠금
keys-never = 사용 안 함
keys-minutes = { $minutes }분
keys-lock_now = 지금 잠그기
keys-warning = 계속 사용하시겠습니까?
keys-warning_lead = 한동안 입력이 없었습니다. 1분 안에 키를 지우고 이 페이지를 잠급니다. 작성 중이던 내용은 유지됩니다.
keys-stay = 계속 사용
keys-passphrase_short = 암호문구는 { $count }자 이상이어야 합니다.
keys-vault-passphrase = 암호문구가 올바르지 않습니다. 삭제된 것은 없으니 다시 시도하세요.
keys-vault-damaged = 저장된 내용이 손상되어 어떤 암호문구로도 열 수 없습니다. 그대로 두었으니 키로 연결하고, 필요하면 삭제하세요.
keys-vault-newer = 더 새로운 버전의 콘솔에서 저장한 항목입니다. 그대로 두었으니 페이지를 새로 고치거나 키로 연결하세요.
keys-vault-unavailable = 이 브라우저에서는 암호화를 사용할 수 없습니다. 변경된 것은 없습니다.
keys-error-missing = 두 키를 모두 입력하세요.
keys-error-access_key = 액세스 키에는 영문자, 숫자와 +, /, = 같은 기호만 사용할 수 있습니다. 다시 복사하세요. { $position }번째 문자: { $character }
keys-error-secret_key = { $position }번째 문자는 시크릿 키에 사용할 수 없습니다. 시크릿 키에는 영문자, 숫자와 +, /, = 같은 기호만 사용할 수 있습니다. 다시 복사하세요.
keys-error-visible = "{ $character }"({ $code })
keys-error-space = 공백({ $code })
keys-error-invisible = 보이지 않는 문자({ $code })
keys-url-credentials = 사용자 이름과 비밀번호를 빼세요. 브라우저는 이들이 포함된 URL로 요청을 보내지 않습니다.
keys-url-host = 올바른 호스트 이름이 아닙니다.
keys-url-port = 올바른 포트가 아닙니다. 포트는 65535 이하의 숫자입니다.
keys-relay-scheme = 릴레이는 /(이 사이트), https:// 또는 http://로 시작해야 합니다.
keys-relay-character = 릴레이에는 공백, 역슬래시, #을 사용할 수 없습니다.
keys-relay-placeholder = 릴레이에는 {"{path}"}, {"{url}"}, {"{url_encoded}"} 중 하나만 사용할 수 있고 다른 중괄호는 사용할 수 없습니다.
keys-relay-behind_query = ? 뒤에는 {"{url_encoded}"}만 사용할 수 있습니다. 그 밖의 값을 사용하면 릴레이에서 요청의 쿼리가 사라집니다.
keys-relay-not_last = {"{path}"}나 {"{url}"} 뒤에는 아무것도 추가할 수 없습니다. 그 자리에 요청의 쿼리가 추가됩니다.
keys-gateway = 게이트웨이는 경로 없이 https://와 호스트로만 이루어져야 합니다. 경로가 있으면 서명이 일치하지 않습니다.
keys-caution-elsewhere = 이 페이지와 출처가 다른 릴레이입니다: { $origin }
keys-caution-proxy = 공개 프록시처럼 전체 URL을 받는 릴레이입니다: { $origin }
keys-caution-stranger = 릴레이 운영자는 모든 요청과 응답을 보고 바꿀 수 있습니다. cors-anywhere 같은 공개 프록시로 실제 데이터를 보내지 말고 회사에서 직접 운영하는 릴레이를 사용하세요(deploy/ 참고). 릴레이가 요청을 반복하거나, 408로 응답하거나, 응답하기 전에 연결을 끊으면 브라우저가 변경 요청을 다시 보냅니다.
keys-caution-unencrypted = { $host }에 보내는 요청은 암호화되지 않습니다(http). 네트워크 경로의 누구나 읽고 바꿀 수 있습니다. https를 사용하세요.
keys-idle = { $minutes }분 동안 입력이 없어 잠겼습니다. 키나 암호문구를 다시 입력하세요. 작성 중이던 내용은 같은 액세스 키로 연결하면 그대로 있습니다.

## Failures: who failed, how, and what to do

failure-invalid = 요청을 전송하지 않았습니다
failure-invalid_advice = 표시된 필드를 수정하세요.
failure-timeout = 30초 안에 응답을 받지 못했습니다
failure-timeout_advice = 릴레이, API Gateway 또는 서비스가 느리거나 응답하지 않습니다. 나중에 다시 시도하세요.
failure-aborted = 요청이 취소되었습니다
failure-network = 릴레이에 연결할 수 없습니다
failure-network_advice = 이 컴퓨터의 네트워크와 설정에 있는 릴레이 URL을 확인하세요. 다른 출처의 릴레이는 이 페이지를 허용해야 합니다(CORS).
failure-unsendable = 이 브라우저에서 요청을 전송할 수 없습니다
failure-unsendable_advice = 요청을 전송하지 않았습니다. 액세스 키와 릴레이 URL을 확인하세요.
failure-disconnected = 연결되지 않았습니다
failure-disconnected_advice = 키를 다시 입력하세요.
failure-no_permission = 권한 없음
failure-service = Data Box Frame에서 오류를 반환했습니다
failure-gateway = API Gateway에서 요청을 거부했습니다
failure-gateway_failed = API Gateway에서 오류를 반환했습니다
failure-unrecognised = 요청이 실패했습니다
failure-relay = 릴레이에서 오류를 반환했습니다
failure-relay_refused = 콘솔 서버 관리자에게 코드를 알리세요.
failure-relay_upstream = 릴레이는 정상이지만 릴레이에서 API Gateway로의 연결에 문제가 있습니다. 나중에 다시 시도하고, 계속되면 콘솔 서버 관리자에게 알리세요.
failure-repeated = 릴레이가 이 요청의 사본을 이미 전달했습니다
failure-repeated_advice = 연결이 끊어진 뒤 브라우저가 요청을 반복했습니다. 릴레이는 각 요청을 한 번만 전달하며, 첫 번째 요청의 응답은 유실되었을 수 있습니다.
failure-sign_in = 먼저 회사 계정으로 로그인하세요
failure-sign_in_advice = 릴레이에 통합 로그인(SSO)이 적용되어 있습니다. 이 페이지를 새로 고쳐 로그인한 다음 다시 연결하세요. 통합 로그인을 사용하지 않는다면 키와 이 컴퓨터의 시계를 확인하세요.
failure-not_from_api = API의 응답이 아닙니다
failure-unexpected = 응답이 API 문서와 다릅니다
failure-not_from_api_advice = 릴레이 또는 중간 프록시가 대신 응답했습니다. 릴레이 URL과 업스트림을 확인하세요.
failure-unexpected_advice = 서비스가 변경되었을 수 있습니다. 아래의 응답 원문을 확인하세요.
failure-parameter = 서비스가 허용하지 않은 파라미터는 메시지에서 확인할 수 있습니다.
failure-refused = 서비스가 요청을 받아들이지 않았습니다. 이유는 메시지를 확인하세요.
failure-authentication = 액세스 키와 시크릿 키를 확인하고, 이 컴퓨터의 시계 오차가 5분 이내인지 확인하세요. 모두 올바르다면 릴레이가 요청을 바꾸는 것일 수 있으니 "연결 점검"을 실행하세요.
failure-permission = 이 키에 권한이 없습니다. Sub Account에서 권한을 요청하세요.
failure-no_such_thing = 존재하지 않거나 삭제되었습니다.
failure-no_such_path = 게이트웨이에 없는 경로입니다. 게이트웨이 URL과 릴레이가 경로를 그대로 전달하는지 확인하세요.
failure-bad_request = 게이트웨이가 요청 형식을 허용하지 않았습니다. 릴레이는 게이트웨이에 https로 연결해야 합니다.
failure-quota = 계정의 요청 할당량을 모두 사용했습니다.
failure-rate = 요청이 너무 많습니다. 잠시 후 다시 시도하세요.
failure-too_large = 허용된 크기를 초과했습니다.
failure-endpoint = 게이트웨이가 제시간에 서비스에 연결하지 못했습니다. 나중에 다시 시도하세요.
failure-fault = 서비스에 장애가 발생했습니다. 나중에 다시 시도하고, 계속되면 코드와 시각을 NAVER Cloud 고객지원에 알리세요.
failure-linked = Data Box Frame에서 사용하는 서비스에 장애가 발생했습니다. 나중에 다시 시도하세요.
failure-unknown = API 문서에 없는 코드입니다. 메시지를 확인하세요.
failure-empty = 빈 응답
failure-html = 웹 페이지
failure-text = 일반 텍스트
failure-truncated = 중간에 끊긴 응답
failure-invalid_json = 읽을 수 없는 JSON
failure-content_type = 예상하지 못한 콘텐츠 유형

## Names of the fields of the API

field-frame_no = 프레임
field-box_no = 데이터 박스
field-memo = 메모
field-spec = 스펙 코드
field-storage = 블록 스토리지(GB)
field-storage_no = 블록 스토리지 번호
field-admin_password = 관리자 비밀번호
field-password_1 = ncp1 비밀번호
field-password_2 = ncp2 비밀번호
field-password = 계정 비밀번호
field-edge_spec = 엣지 노드 스펙 코드
field-master_spec = 마스터 노드 스펙 코드
field-master_storage = 마스터 노드 스토리지(GB)
field-worker_spec = 워커 노드 스펙 코드
field-workers = 워커 노드 수
field-worker_storage = 워커 노드 스토리지(GB)
field-volumes = 볼륨 수
field-nas_size = 볼륨당 크기(GB)
field-ssl_vpn_count = SSL VPN 계정 수
field-connect_servers = Connect 서버
field-linux_servers = Linux 서버
field-hadoop = Hadoop 클러스터
field-tensor_flow_cpu = TensorFlow CPU 서버
field-tensor_flow_gpu = TensorFlow GPU 서버
field-admin_servers = 관리 서버
field-nas = NAS 볼륨
field-from = 신청일(시작)
field-to = 신청일(끝)
field-source_bucket = 원본 버킷
field-target_bucket = 대상 버킷
field-files = 파일
field-file_name = 파일 이름
field-description = 설명
field-purpose = 반출 목적
field-target_nas = 대상 NAS
field-source_nas = 원본 NAS
field-applicant = 신청자(SSL VPN 계정)
field-new_size = 새 크기(GB)
field-reason = 사유
field-action = 처리
field-server_no = 서버 번호
field-cluster_no = 클러스터 번호
field-nas_no = NAS 번호
field-block = 외부망
field-request_no = 신청 번호
field-box_info = 데이터 박스
field-instance_no = 인스턴스 번호
field-page_no = 페이지 번호
field-page_size = 페이지 크기

## One entry of a list in a form, as the heading of its row

item-connect_server = Connect 서버
item-linux_server = Linux 서버
item-hadoop = Hadoop 클러스터
item-tensor_flow_cpu = TensorFlow CPU 서버
item-tensor_flow_gpu = TensorFlow GPU 서버
item-admin_server = 관리 서버
item-nas = NAS 볼륨 그룹
item-file = 파일

## Buttons that add an entry to a list in a form

add-connect_server = Connect 서버 추가
add-linux_server = Linux 서버 추가
add-hadoop = Hadoop 클러스터 추가
add-tensor_flow_cpu = TensorFlow CPU 서버 추가
add-tensor_flow_gpu = TensorFlow GPU 서버 추가
add-admin_server = 관리 서버 추가
add-nas = NAS 볼륨 추가
add-file = 파일 추가

## Why config.json cannot be used

config-unreachable = 파일을 불러오지 못했습니다.
config-syntax = 올바른 JSON 객체가 아닙니다.
config-place = { $line }행 { $column }열
config-field = 필드가 없거나 형식이 올바르지 않습니다.
config-no_connection = 제공하는 연결이 없고 직접 입력도 허용되지 않습니다.

## Broken limits of fields; several may follow each other

problem-required = 필수 항목입니다.
problem-needs_one_of = { $first } 또는 { $second } 중 하나 이상이 필요합니다.
problem-invisible = 보이지 않는 문자만 있습니다. 내용을 입력하세요.
problem-not_a_number = 숫자만 입력하세요.
problem-at_least = { $min } 이상의 정수를 입력하세요.
problem-range = { $min }~{ $max } 사이의 정수를 입력하세요.
problem-step = { $min }~{ $max } 범위에서 { $step } 단위로 입력하세요.
problem-max_length = { $max }자 이하로 입력하세요.
problem-length = { $min }~{ $max }자로 입력하세요.
problem-over_length = { $problem } { $count }자를 초과했습니다.
problem-count = { $min }~{ $max }개를 입력하세요.
problem-space = 공백은 사용할 수 없습니다.
problem-forbidden = 사용할 수 없는 문자입니다: { $character }
problem-upper = 영문 대문자를 포함하세요.
problem-lower = 영문 소문자를 포함하세요.
problem-digit = 숫자를 포함하세요.
problem-special = 특수문자를 포함하세요.
problem-not_a_date = 올바른 날짜가 아닙니다.
problem-start_after_end = 시작일이 종료일보다 늦습니다.

## A response that does not match the API reference

mismatch-expected = 예상 값: { $what }
mismatch-found = 받은 값: { $what }
mismatch-id = 식별자(숫자 또는 짧은 텍스트)
mismatch-text = 텍스트
mismatch-number = 숫자
mismatch-boolean = true 또는 false
mismatch-date = 날짜
mismatch-status_code = 상태 코드
mismatch-object = 객체
mismatch-list = 목록
mismatch-object_or_list = 객체 또는 목록
mismatch-receipt = 메시지 또는 신청 번호
mismatch-requested = 요청한 항목
mismatch-nothing = 없음
mismatch-null = null
mismatch-empty_text = 빈 텍스트
mismatch-long_text = 너무 긴 텍스트
mismatch-another = 다른 항목 또는 없음

## The comparison with the API reference

compare-compare = API 문서와 비교
compare-hint = 이 계정에 있는 항목을 조회만 하여 응답이 API 문서와 다른 곳을 알려 줍니다. 아무것도 변경하지 않습니다.
compare-title = API 문서와 비교하시겠습니까?
compare-requests = 조회 요청을 최대 { $most }건, 한 번에 두 건씩 전송합니다. 작업마다 최대 { $samples }건이며, 페이지가 있는 목록마다 1건, 오류 응답을 확인하기 위해 존재하지 않는 프레임에 대한 요청 1건이 더해집니다.
compare-privacy = 아무것도 변경하지 않습니다. 보고서에는 경로, 타입, 건수, 코드만 있고 이 계정의 값은 없습니다. 이 페이지를 벗어나거나 잠그거나 키를 지우면 중지됩니다.
compare-start = 요청 전송
compare-stop = 중지
compare-comparing = 비교 중…
compare-progress = 최대 { $most }건 중 { $sent }건 전송
compare-done = { $differences ->
    [0] 작업 { $all }개 중 { $operations }개를 요청 { $requests }건으로 비교했습니다. 차이가 없습니다.
   *[other] 작업 { $all }개 중 { $operations }개를 요청 { $requests }건으로 비교했습니다. 차이 { $differences }건.
}
compare-stopped = { $differences ->
    [0] 요청 { $requests }건을 전송하고 작업 { $all }개 중 { $operations }개를 비교한 뒤 중지했습니다. 지금까지 차이가 없습니다.
   *[other] 요청 { $requests }건을 전송하고 작업 { $all }개 중 { $operations }개를 비교한 뒤 중지했습니다. 지금까지 차이 { $differences }건.
}
compare-report = API 문서와의 비교
compare-made = Data Box Frame 콘솔 { $version }, { $date }
compare-left_out = 값은 제외했습니다. *는 값일 수 있는 이름이나 코드를 나타냅니다.
compare-save_json = JSON으로 저장
compare-save_markdown = Markdown으로 저장
compare-not_saved = 브라우저에서 파일을 저장하지 못했습니다.
compare-as_documented = 문서와 일치
compare-differences = 차이 { $count }건
compare-others = 문서와 일치하는 작업 { $count }개
compare-unread = 조회 안 함
compare-not_asked = 이 계정에 조회할 항목이 없습니다.
compare-extent = 요청 { $requests }건, 성공한 응답 { $answers }건, 레코드 { $records }건.
compare-unanswered = 응답 없음 { $count }건.
compare-paging_checked = 페이지 나누기 비교함.
compare-paging_unchecked = 레코드가 적어 페이지 나누기는 비교하지 못함.
compare-error = 오류 HTTP { $status }, 코드 { $code }: { $count }건.
compare-response = 응답
compare-counted = { $finding } ({ $count }건)
compare-undocumented = 문서에 없는 필드, { $found }
compare-never_seen = 문서에 있으나 이 계정에서는 보이지 않음
compare-missing = 필수이나 없거나 비어 있음
compare-other_type = 다른 타입, { $expected }, { $found }
compare-date_format = 다른 형식의 날짜: { $format }
compare-code = 표에 없는 코드: { $code }
compare-page_too_long = pageSize보다 레코드가 많음
compare-page_too_short = totalCount와 pageSize보다 레코드가 적음
compare-total_too_small = totalCount가 레코드 수보다 작음
compare-total_differs = 페이지마다 totalCount가 다름
compare-page_repeated = 2페이지가 1페이지와 같음
compare-other_order = 2페이지의 레코드가 1페이지의 순서와 다름
compare-no_date = 이 페이지에서 읽을 수 있는 Date 헤더가 없음
compare-error_code = 표에 없는 오류: HTTP { $status }, 코드 { $code }
compare-not_json = JSON이 아닌 응답: HTTP { $status }
compare-no_error = 존재하지 않는 프레임에 오류 없이 응답함

## 심사 화면

desk-request = 신청
desk-age = 대기 시간
desk-of_limit = { $size } / 최대 { $limit }
desk-over_limit = { $size }: 문서에 명시된 한도 { $limit } 초과
desk-choose = 목록에서 신청을 선택하세요.
desk-start = 첫 신청부터 시작
desk-views = 보기
desk-all = 전체 신청
desk-nothing_waits = 심사를 기다리는 신청이 없습니다.
desk-list_alone = 목록만 보기
desk-side_by_side = 나란히 보기
desk-previous = 이전 신청
desk-next = 다음 신청
desk-select = 선택
desk-next_is = 다음 신청: { $file }
desk-no_more = 이 목록에는 더 이상 심사 대기 중인 신청이 없습니다.
desk-earlier = 같은 신청자의 이전 신청
desk-earlier_of = { $applicant } 님의 이전 신청
desk-same_file = 같은 파일의 이전 신청
desk-none_earlier = 조회한 목록에는 없습니다.
desk-usual = 이 데이터 박스의 반출 심사는 보통 신청 후 { $length } 정도 걸립니다({ $count }건 중앙값).
desk-lists_unread = 반출 심사 목록을 조회하면 이전 신청이 표시됩니다.

## 키보드 단축키

shortcuts-title = 키보드 단축키
shortcuts-hint = 반출 심사에서 한 글자 키를 사용합니다. J와 K는 이동, X는 선택, A는 승인, R은 반려이며 승인과 반려는 확인을 거칩니다. 입력 중에는 동작하지 않습니다.
shortcuts-anywhere = 모든 화면
shortcuts-send = 확인 대화 상자에서 전송
shortcuts-switch_off = 한 글자 단축키는 설정에서 끌 수 있습니다.
shortcuts-help = 모든 단축키 보기
shortcuts-next = 다음 신청
shortcuts-previous = 이전 신청
shortcuts-arrows = 목록에서 이동
shortcuts-tick = 신청 선택 또는 선택 해제
shortcuts-search = 검색으로 이동
shortcuts-approve = 승인(확인 후)
shortcuts-reject = 반려(확인 후)

## The overview

overview-needs = 확인이 필요한 항목
overview-failed = 최근 24시간 내 실패
overview-changing = 변경 진행 중
overview-none_waiting = 대기 중인 신청이 없습니다.
overview-none_failed = 실패한 신청이 없습니다.
overview-none_changing = 변경 중인 항목이 없습니다.
overview-requests = { $count }건
overview-oldest = 가장 오래된 신청 { $age } 전
overview-age = { $age } 전
overview-not_loaded = 불러오지 못함
overview-unread = 다음을 불러오지 못했습니다.
overview-nav_waiting = 심사 대기 { $number }건
overview-from_time = { $time }부터
overview-dates = 날짜는 서비스가 보낸 그대로 표시합니다. API 문서에 시간대가 나와 있지 않아 경과 시간, 일별 집계, 최근 24시간은 한국 시간(UTC+9)으로 보고 계산합니다.
overview-over_time = 기간별 추이
overview-period = 기간
overview-exports_by_day = 일별 반출 신청
overview-imports_by_day = 일별 반입 신청
overview-decision_time = 신청부터 심사까지 걸린 시간
overview-day = 날짜
overview-week_head = 주 시작일
overview-week = { $day }부터 1주
overview-approved = 승인
overview-open = 진행 중
overview-rejected = 반려
overview-cancelled = 취소
overview-failed_outcome = 실패
overview-other = 기타
overview-median = 중앙값
overview-slowest = 상위 10% 소요 시간
overview-decided = 심사 { $count }건의 절반이 { $median } 안에 끝났습니다. 가장 오래 걸린 10%는 { $slowest } 이상 걸렸습니다.
overview-no_decisions = 이 기간에 끝난 심사가 없습니다.
overview-without = 불러오지 못한 다음 프레임은 빠져 있습니다. { $frames }
overview-topology = { $frame } 구성도
overview-topology_note = 반입, 반출 신청, 승인된 반출은 최근 30일 기준입니다. 반납되었거나 이 키로 사용할 수 없는 박스는 조회하지 않습니다.
overview-admin_servers = 관리 서버
overview-shared_nas = 공유 NAS
overview-network_blocked = 외부망 차단
overview-network_open = 외부망 허용
overview-own_infra = 프레임 인프라
overview-import_buckets = 반입 버킷
overview-export_buckets = 반출 버킷
overview-other_buckets = 기타 버킷
overview-imports = 반입 { $count }건
overview-approved_count = 승인 { $count }건
overview-nas_of = { $frame } NAS 사용량
overview-nas_note = 공유 볼륨은 볼륨별로, 데이터 박스는 전체 볼륨의 합계로 표시합니다. API는 박스의 사용량을 합계로만 제공합니다.

## Charts

chart-table = 표로 보기
chart-picture = 차트로 보기
chart-share = 비율
chart-used = 사용
chart-high = 사용(80% 이상)
chart-free = 여유
