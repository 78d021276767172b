//! What the fields and lists of forms are called.

/// One language's.
pub struct FieldTexts {
    /// "Spec code"
    pub spec_code: &'static str,
    /// "Block storage (GB)"
    pub storage: &'static str,
    /// "Block storage number"
    pub storage_no: &'static str,
    /// "Administrator password"
    pub admin_password: &'static str,
    /// "Password of ncp1"
    pub ncp1_password: &'static str,
    /// "Password of ncp2"
    pub ncp2_password: &'static str,
    /// "Account password"
    pub account_password: &'static str,
    /// "Edge node spec code"
    pub edge_spec_code: &'static str,
    /// "Master node spec code"
    pub master_spec_code: &'static str,
    /// "Master node storage (GB)"
    pub master_storage: &'static str,
    /// "Worker node spec code"
    pub worker_spec_code: &'static str,
    /// "Worker nodes"
    pub worker_count: &'static str,
    /// "Worker node storage (GB)"
    pub worker_storage: &'static str,
    /// "Volumes"
    pub volume_count: &'static str,
    /// "Size of each (GB)"
    pub volume_size: &'static str,
    /// "SSL VPN accounts"
    pub ssl_vpn_count: &'static str,
    /// "Source bucket"
    pub source_bucket: &'static str,
    /// "Target bucket"
    pub target_bucket: &'static str,
    /// "Target NAS"
    pub target_nas: &'static str,
    /// "Source NAS"
    pub source_nas: &'static str,
    /// "Applicant (SSL VPN account)"
    pub applicant: &'static str,
    /// "File name"
    pub file_name: &'static str,
    /// "Purpose"
    pub export_purpose: &'static str,
    /// "Requested from"
    pub apply_start: &'static str,
    /// "Requested to"
    pub apply_end: &'static str,
    /// "Connect servers"
    pub connect_servers: &'static str,
    /// One of them.
    pub connect_server: &'static str,
    /// "Linux servers"
    pub linux_servers: &'static str,
    /// One of them.
    pub linux_server: &'static str,
    /// "Hadoop clusters"
    pub hadoop_clusters: &'static str,
    /// One of them.
    pub hadoop_cluster: &'static str,
    /// "TensorFlow CPU servers"
    pub tf_cpu_servers: &'static str,
    /// One of them.
    pub tf_cpu_server: &'static str,
    /// "TensorFlow GPU servers"
    pub tf_gpu_servers: &'static str,
    /// One of them.
    pub tf_gpu_server: &'static str,
    /// "Admin servers"
    pub admin_servers: &'static str,
    /// One of them.
    pub admin_server: &'static str,
    /// "NAS volumes"
    pub nas_volumes: &'static str,
    /// One entry: volumes of one size.
    pub nas_entry: &'static str,
    /// "Files"
    pub files: &'static str,
    /// One of them.
    pub file: &'static str,
    /// That one of two lists is needed.
    pub needs_one_of: fn(&str, &str) -> String,
    /// A documented spec: name, processors, memory in GB.
    pub spec: fn(&str, u32, u32) -> String,
}

/// English.
pub const ENGLISH: FieldTexts = FieldTexts {
    spec_code: "Spec code",
    storage: "Block storage (GB)",
    storage_no: "Block storage number",
    admin_password: "Administrator password",
    ncp1_password: "Password of ncp1",
    ncp2_password: "Password of ncp2",
    account_password: "Account password",
    edge_spec_code: "Edge node spec code",
    master_spec_code: "Master node spec code",
    master_storage: "Master node storage (GB)",
    worker_spec_code: "Worker node spec code",
    worker_count: "Worker nodes",
    worker_storage: "Worker node storage (GB)",
    volume_count: "Volumes",
    volume_size: "Size of each (GB)",
    ssl_vpn_count: "SSL VPN accounts",
    source_bucket: "Source bucket",
    target_bucket: "Target bucket",
    target_nas: "Target NAS",
    source_nas: "Source NAS",
    applicant: "Applicant (SSL VPN account)",
    file_name: "File name",
    export_purpose: "Purpose",
    apply_start: "Requested from",
    apply_end: "Requested to",
    connect_servers: "Connect servers",
    connect_server: "Connect server",
    linux_servers: "Linux servers",
    linux_server: "Linux server",
    hadoop_clusters: "Hadoop clusters",
    hadoop_cluster: "Hadoop cluster",
    tf_cpu_servers: "TensorFlow CPU servers",
    tf_cpu_server: "TensorFlow CPU server",
    tf_gpu_servers: "TensorFlow GPU servers",
    tf_gpu_server: "TensorFlow GPU server",
    admin_servers: "Admin servers",
    admin_server: "admin server",
    nas_volumes: "NAS volumes",
    nas_entry: "NAS volumes",
    files: "Files",
    file: "file",
    needs_one_of: |first, second| format!("{first} or {second}: at least one is required."),
    spec: |name, vcpu, gb| format!("{name}: {vcpu} vCPU, {gb} GB"),
};

/// Korean.
pub const KOREAN: FieldTexts = FieldTexts {
    spec_code: "스펙 코드",
    storage: "블록 스토리지(GB)",
    storage_no: "블록 스토리지 번호",
    admin_password: "관리자 비밀번호",
    ncp1_password: "ncp1 비밀번호",
    ncp2_password: "ncp2 비밀번호",
    account_password: "계정 비밀번호",
    edge_spec_code: "엣지 노드 스펙 코드",
    master_spec_code: "마스터 노드 스펙 코드",
    master_storage: "마스터 노드 스토리지(GB)",
    worker_spec_code: "워커 노드 스펙 코드",
    worker_count: "워커 노드 수",
    worker_storage: "워커 노드 스토리지(GB)",
    volume_count: "볼륨 수",
    volume_size: "볼륨당 크기(GB)",
    ssl_vpn_count: "SSL VPN 계정 수",
    source_bucket: "원본 버킷",
    target_bucket: "대상 버킷",
    target_nas: "대상 NAS",
    source_nas: "원본 NAS",
    applicant: "신청자(SSL VPN 계정)",
    file_name: "파일 이름",
    export_purpose: "반출 목적",
    apply_start: "신청일(시작)",
    apply_end: "신청일(끝)",
    connect_servers: "Connect 서버",
    connect_server: "Connect 서버",
    linux_servers: "Linux 서버",
    linux_server: "Linux 서버",
    hadoop_clusters: "Hadoop 클러스터",
    hadoop_cluster: "Hadoop 클러스터",
    tf_cpu_servers: "TensorFlow CPU 서버",
    tf_cpu_server: "TensorFlow CPU 서버",
    tf_gpu_servers: "TensorFlow GPU 서버",
    tf_gpu_server: "TensorFlow GPU 서버",
    admin_servers: "관리 서버",
    admin_server: "관리 서버",
    nas_volumes: "NAS 볼륨",
    nas_entry: "NAS 볼륨",
    files: "파일",
    file: "파일",
    needs_one_of: |first, second| format!("{first} 또는 {second} 중 하나 이상이 필요합니다."),
    spec: |name, vcpu, gb| format!("{name}: vCPU {vcpu}개, 메모리 {gb}GB"),
};
