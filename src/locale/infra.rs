//! The texts of servers, clusters and volumes, and of import and export requests.

/// One language's.
pub struct InfraTexts {
    /// "Nodes"
    pub nodes: &'static str,
    /// "Number of nodes"
    pub node_count: &'static str,
    /// "Connection links"
    pub links: &'static str,
    /// "Application"
    pub application: &'static str,
    /// "Address"
    pub url: &'static str,
    /// "Mounts"
    pub mounts: &'static str,
    /// "Path"
    pub path: &'static str,
    /// "opens in a new tab"
    pub new_tab: &'static str,
    /// "Create data box"
    pub create_box: &'static str,
    /// "Modify infrastructure"
    pub modify_infra: &'static str,
    /// "Modify data box"
    pub modify_box: &'static str,
    /// "Import requests"
    pub imports: &'static str,
    /// "Export requests"
    pub exports: &'static str,
    /// "Requested from"
    pub from: &'static str,
    /// "to"
    pub to: &'static str,
    /// "Cancel export request"
    pub cancel_export: &'static str,
    /// The question.
    pub cancel_title: &'static str,
    /// What it does.
    pub cancel_lead: &'static str,
    /// "NAS"
    pub nas: &'static str,
    /// "Bucket"
    pub bucket: &'static str,
    /// "Completed"
    pub completed: &'static str,
    /// "Requested"
    pub import_init: &'static str,
    /// "Transferring"
    pub import_ing: &'static str,
    /// "Completed"
    pub import_done: &'static str,
    /// "File error"
    pub import_file: &'static str,
    /// "System error"
    pub import_system: &'static str,
    /// "Refused by the security check"
    pub import_security: &'static str,
    /// "API description"
    pub api: &'static str,
    /// What it is.
    pub api_link: &'static str,
}

/// English.
pub const ENGLISH: InfraTexts = InfraTexts {
    nodes: "Nodes",
    node_count: "Number of nodes",
    links: "Connection links",
    application: "Application",
    url: "Address",
    mounts: "Mounts",
    path: "Path",
    new_tab: "opens in a new tab",
    create_box: "Create data box",
    modify_infra: "Modify infrastructure",
    modify_box: "Modify data box",
    imports: "Import requests",
    exports: "Export requests",
    from: "Requested from",
    to: "to",
    cancel_export: "Cancel export request",
    cancel_title: "Cancel this export request?",
    cancel_lead: "It is not reviewed any more. To export the file later, request it again.",
    nas: "NAS",
    bucket: "Bucket",
    completed: "Completed",
    import_init: "Requested",
    import_ing: "Transferring",
    import_done: "Completed",
    import_file: "File error",
    import_system: "System error",
    import_security: "Refused by the security check",
    api: "API description",
    api_link: "OpenAPI 3.1 of all operations (JSON, opens in a new tab)",
};

/// Korean.
pub const KOREAN: InfraTexts = InfraTexts {
    nodes: "노드",
    node_count: "노드 수",
    links: "접속 링크",
    application: "애플리케이션",
    url: "주소",
    mounts: "마운트",
    path: "경로",
    new_tab: "새 탭에서 열림",
    create_box: "데이터 박스 생성",
    modify_infra: "인프라 변경",
    modify_box: "데이터 박스 변경",
    imports: "반입 신청 내역",
    exports: "반출 신청 내역",
    from: "신청일",
    to: "~",
    cancel_export: "반출 신청 취소",
    cancel_title: "이 반출 신청을 취소할까요?",
    cancel_lead: "더 이상 심사하지 않습니다. 나중에 반출하려면 다시 신청해야 합니다.",
    nas: "NAS",
    bucket: "버킷",
    completed: "완료 일시",
    import_init: "신청됨",
    import_ing: "전송 중",
    import_done: "완료",
    import_file: "파일 오류",
    import_system: "시스템 오류",
    import_security: "보안 검사 미통과",
    api: "API 명세",
    api_link: "전체 API의 OpenAPI 3.1 명세(JSON, 새 탭에서 열림)",
};
