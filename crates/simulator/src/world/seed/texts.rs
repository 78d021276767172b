//! Invented file names, purposes, descriptions and memos of three fields.

/// The account's buckets, and whether each is disabled.
pub(super) const BUCKETS: [(&str, bool); 10] = [
    ("cohort-raw-data", false),
    ("cohort-results", false),
    ("finance-linkage-in", false),
    ("finance-linkage-out", false),
    ("census-microdata", false),
    ("stat-publication", false),
    ("dbf-review-clinical", false),
    ("dbf-review-finance", false),
    ("dbf-review-statistics", false),
    ("legacy-archive-2023", true),
];

/// One field of work.
pub(super) struct Domain {
    pub(super) import_bucket: &'static str,
    pub(super) export_bucket: &'static str,
    /// Names of files brought in.
    pub(super) sources: &'static [&'static str],
    /// Names of files taken out.
    pub(super) results: &'static [&'static str],
    pub(super) purposes: &'static [&'static str],
    pub(super) descriptions: &'static [&'static str],
    /// At most 50 characters; most requests have none.
    pub(super) memos: &'static [&'static str],
}

pub(super) static CLINICAL: Domain = Domain {
    import_bucket: "cohort-raw-data",
    export_bucket: "cohort-results",
    sources: &[
        "cohort_baseline_pseudonymised",
        "lab_results_2026H1",
        "약물처방_가명처리본",
        "chest_ct_metadata",
        "ICD-10 코드북",
        "검사결과 표준코드 매핑(LOINC)",
        "follow_up_visits",
        "병리판독 소견 (비식별)",
    ],
    results: &[
        "lung_cohort_km_curves",
        "폐암_코호트_생존분석_결과",
        "Table 1 - baseline characteristics",
        "AUC 95% CI (bootstrap)",
        "R&D+AI 과제 성능비교",
        "회귀계수_요약",
        "model_calibration_plot",
        "약물이상반응 신호탐지 결과 (ROR & PRR)",
        "2026년 상반기 다기관 공동연구 폐암·위암·대장암 코호트 5년 생존분석 결과 요약표 (하위그룹 분석 및 민감도 분석 포함, 심의 의견 반영본)",
        "subgroup_hazard_ratios",
        "supplementary figure S3+S4",
        "특이도·민감도 비교표",
    ],
    purposes: &[
        "다기관 공동연구 논문 투고용 표와 그림입니다. 개인 단위 자료는 포함하지 않으며, 10명 미만 셀은 모두 병합하였습니다.",
        "Figures for the revised manuscript: Kaplan-Meier curves and hazard ratios by stage. Aggregated only; cells below ten are suppressed.",
        "연구비 지원기관 중간보고서에 첨부할 집계 결과 반출을 신청합니다.",
        "Model performance summary (AUC, calibration) for the data safety committee. Contains no patient-level rows and no model weights.",
        "IRB 정기심의 제출용 진행 현황표",
        "학회 포스터에 사용할 하위그룹 분석 결과입니다.\n- 대상: 1차 치료군\n- 기간: 최근 5년\n- 최소 셀 크기: 10",
    ],
    descriptions: &[
        "Aggregated survival table, one row per stage and treatment arm.",
        "병기별·치료군별 집계표. 개인을 식별할 수 있는 항목 없음.",
        "Plot only; the underlying data stay in the box.",
        "로지스틱 회귀 계수와 95% 신뢰구간",
        "Counts and percentages by sex and age band (10 years).",
        "",
    ],
    memos: &[
        "",
        "",
        "",
        "논문 수정본",
        "급함: 금요일까지",
        "resubmission, see previous request",
        "1차 검토 의견 반영",
    ],
};

pub(super) static FINANCE: Domain = Domain {
    import_bucket: "finance-linkage-in",
    export_bucket: "finance-linkage-out",
    sources: &[
        "card_transactions_pseudonymised_q3",
        "보험청구_가명결합키_제거본",
        "merchant_category_codes",
        "신용등급 구간표",
        "연체이력 요약(월별)",
        "region_code_2026",
    ],
    results: &[
        "업종별_소비변화_요약",
        "scorecard validation (KS, Gini)",
        "지역×연령대 카드이용 집계",
        "delinquency_rate_by_band",
        "PSI 모니터링 결과 100% 반영본",
        "fraud_rule_precision_recall",
        "결합데이터 품질점검표 A&B",
        "model_card_credit_v4",
        "소득분위별 보험청구 빈도+금액 (구간화)",
    ],
    purposes: &[
        "가명결합 데이터의 업종별 집계 결과를 내부 보고서에 사용하기 위해 반출합니다. 가맹점 단위 정보는 제외하였습니다.",
        "Validation report for the scoring model: KS, Gini and PSI by month. Score bands only, no account-level data.",
        "결합전문기관 사후점검 제출 자료입니다.",
        "Quarterly model risk committee: discrimination and stability of the credit model, before & after recalibration.",
        "소비 동향 보고서 부록 표 (최소 빈도 20건 미만 셀 삭제)",
    ],
    descriptions: &[
        "업종 대분류 × 월 단위 집계표",
        "Score bands with counts of at least 20 accounts each.",
        "재식별 위험 검토를 마친 집계 결과",
        "ROC curve and confusion matrix as one page.",
        "",
    ],
    memos: &["", "", "", "분기보고", "3분기 확정본", "for model risk committee", "재신청 (설명 보완)"],
};

pub(super) static STATISTICS: Domain = Domain {
    import_bucket: "census-microdata",
    export_bucket: "stat-publication",
    sources: &[
        "household_survey_2026Q2",
        "가계동향조사_마이크로데이터",
        "고용보험 피보험자 (가명)",
        "행정구역 코드 연계표",
        "census_linkage_keys_hashed",
        "업종분류 11차 개정",
    ],
    results: &[
        "시도별_고용률_추계",
        "household_income_deciles",
        "가계지출 구성비 (2인 이상, 전국)",
        "employment_by_region&industry",
        "표본설계 가중치 점검 100%",
        "small_area_estimates+SE",
        "인구이동 행렬 (시군구)",
        "보도자료 통계표",
    ],
    purposes: &[
        "정기 간행물 수록용 통계표입니다. 공표 기준(최소 표본 30)을 충족하는 셀만 포함하였습니다.",
        "Small area estimates with standard errors for the regional bulletin. Areas below the publication threshold are suppressed.",
        "국회 요구자료 작성을 위한 시도별 집계 결과 반출",
        "Tables for a peer-reviewed working paper on household income mobility; deciles only.",
    ],
    descriptions: &[
        "시도 × 산업 대분류 집계",
        "Decile means and shares, weighted.",
        "비밀보호 규칙(p% 규칙) 적용 완료",
        "",
    ],
    memos: &["", "", "", "공표 전 대외비", "embargo until release", "부서 검토 완료"],
};
