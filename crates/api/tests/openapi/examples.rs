//! An example of each operation, filled as asked, in the order of the API guide.

use databoxframe::Password;
use databoxframe::bucket::GetBucketList;
use databoxframe::code::{ExportStatus, ImportStatus};
use databoxframe::data_box::*;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;

use crate::answer::Components;
use crate::probe::{Described, Fill, described};

pub fn all(c: &mut Components) -> Vec<Described> {
    [frames(c), boxes(c), box_changes(c), imports(c), exports(c), reviews(c)].into_iter().flatten().collect()
}

fn frames(c: &mut Components) -> Vec<Described> {
    vec![
        described(c, |f| GetDataBoxFrameList { page: f.page() }),
        described(c, |f| GetDataBoxFrameDetail { frame_no: f.id() }),
        described(c, |f| GetDataBoxFrameInfraList { frame_no: f.id(), page: f.page() }),
        described(c, |f| ModifyDataBoxFrameAdminInfra {
            frame_no: f.id(),
            memo: f.some(f.text()),
            admin_servers: f.items(|| admin_servers(f)),
            nas: f.items(|| nas_changes(f)),
        }),
        described(c, |f| ChangeDataBoxFrameNasVolumeSize {
            frame_no: f.id(),
            nas_instance_no: f.id(),
            volume_size: f.number(500),
        }),
        described(c, |f| ReturnDataBoxFrame { frame_no: f.id() }),
    ]
}

fn boxes(c: &mut Components) -> Vec<Described> {
    vec![
        described(c, |f| GetDataBoxList { frame_no: f.id(), page: f.page() }),
        described(c, |f| GetDataBoxInfraList { frame_no: f.id(), box_no: f.id() }),
        described(c, |f| GetDataBoxSummaryInfo { frame_no: f.id(), box_no: f.id() }),
        described(c, |f| GetHadoopClusterInfo { frame_no: f.id(), box_no: f.id(), instance_no: f.id() }),
        described(c, |f| GetLinuxInfo { frame_no: f.id(), box_no: f.id(), instance_no: f.id() }),
        described(c, |f| GetTensorFlowInfo { frame_no: f.id(), box_no: f.id(), instance_no: f.id() }),
    ]
}

fn box_changes(c: &mut Components) -> Vec<Described> {
    vec![
        described(c, |f| CreateDataBox {
            frame_no: f.id(),
            connect_servers: f.items(|| vec![connect_server(f, f.some(f.number(100)))]),
            hadoop: f.items(|| vec![hadoop(f)]),
            linux_servers: f.items(|| vec![server(f)]),
            tensor_flow_cpu_servers: f.items(|| vec![server(f)]),
            tensor_flow_gpu_servers: f.items(|| vec![server(f)]),
            nas: f.items(|| vec![Nas { count: f.number(1), nas_size: f.number(500) }]),
            ssl_vpn_count: f.number(1),
            memo: f.some(f.text()),
        }),
        described(c, |f| ModifyDataBox {
            frame_no: f.id(),
            box_no: f.id(),
            connect_servers: f.items(|| connect_server_changes(f)),
            hadoop: f.items(|| hadoop_changes(f)),
            linux_servers: f.items(|| server_changes(f)),
            tensor_flow_cpu_servers: f.items(|| server_changes(f)),
            tensor_flow_gpu_servers: f.items(|| server_changes(f)),
            nas: f.items(|| nas_changes(f)),
            memo: f.some(f.text()),
        }),
        described(c, |f| ChangeDataBoxNasVolumeSize {
            frame_no: f.id(),
            box_no: f.id(),
            nas_instance_no: f.id(),
            volume_size: f.number(500),
        }),
        described(c, |f| SetBlockExternalNetwork { frame_no: f.id(), box_no: f.id(), block: true }),
        described(c, |f| ReturnDataBox { frame_no: f.id(), box_no: f.id() }),
    ]
}

fn imports(c: &mut Components) -> Vec<Described> {
    vec![
        described(c, |f| GetTargetNasList { frame_no: f.id(), box_no: f.id() }),
        described(c, |f| ApplyFileImport {
            frame_no: f.id(),
            box_no: f.id(),
            memo: f.some(f.text()),
            source_bucket: f.text(),
            file_names: f.items(|| vec![f.text()]),
            target_nas_instance_no: f.id(),
        }),
        described(c, |f| GetImportApplyList {
            frame_no: f.id(),
            box_no: f.some(f.id()),
            apply_start: f.some(f.date()),
            apply_end: f.some(f.date()),
            status: f.some(ImportStatus::from_code(&f.text())),
            page: f.page(),
        }),
        described(c, |f| GetImportApplyDetail { frame_no: f.id(), box_no: f.id(), import_apply_id: f.id() }),
    ]
}

fn exports(c: &mut Components) -> Vec<Described> {
    vec![
        described(c, |f| GetSourceNasList { frame_no: f.id(), box_no: f.id() }),
        described(c, |f| GetSslVpnAccountList { frame_no: f.id(), box_no: f.id() }),
        described(c, |f| ApplyFileExport {
            frame_no: f.id(),
            box_no: f.id(),
            export_purpose: f.text(),
            memo: f.some(f.text()),
            files: f.items(|| vec![ExportFile { file_name: f.text(), description: f.some(f.text()) }]),
            source_nas_instance_no: f.id(),
            ssl_vpn_no: f.id(),
            target_bucket: f.text(),
        }),
        described(c, |f| GetExportApplyList {
            frame_no: f.id(),
            box_no: f.id(),
            apply_start: f.some(f.date()),
            apply_end: f.some(f.date()),
            status: f.some(ExportStatus::from_code(&f.text())),
            page: f.page(),
        }),
        described(c, |f| GetExportApplyDetail { frame_no: f.id(), box_no: f.id(), export_apply_id: f.id() }),
        described(c, |f| ReturnFileExportApply { box_no: f.id(), export_apply_id: f.id() }),
    ]
}

fn reviews(c: &mut Components) -> Vec<Described> {
    vec![
        described(c, |f| GetExportFileApproveList {
            frame_no: f.id(),
            box_no: f.some(f.id()),
            apply_start: f.some(f.date()),
            apply_end: f.some(f.date()),
            status: f.some(ExportStatus::from_code(&f.text())),
            page: f.page(),
        }),
        described(c, |f| GetExportFileApproveDetail {
            frame_no: f.id(),
            box_no: f.id(),
            export_apply_id: f.id(),
        }),
        described(c, |f| ExportFileApprove { frame_no: f.id(), box_no: f.id(), export_apply_id: f.id() }),
        described(c, |f| ExportFileReject {
            frame_no: f.id(),
            box_no: f.id(),
            export_apply_id: f.id(),
            reject_reason: f.text(),
        }),
        described(c, |_| GetBucketList),
    ]
}

fn admin_servers(f: Fill) -> Vec<AdminServerChange> {
    vec![
        AdminServerChange::Create { prod_spec_id: f.number(1001), user_password: f.password() },
        AdminServerChange::Update {
            instance_no: f.id(),
            prod_spec_id: f.number(1001),
            user_password: f.some(f.password()),
        },
        AdminServerChange::Delete { instance_no: f.id() },
    ]
}

fn nas_changes(f: Fill) -> Vec<NasChange> {
    vec![
        NasChange::Create { count: f.number(1), nas_size: f.number(500) },
        NasChange::Delete { instance_no: f.id() },
    ]
}

fn connect_server(f: Fill, storage_size: Option<u64>) -> ConnectServer {
    ConnectServer {
        prod_spec_id: f.number(4002),
        storage_size,
        admin_password: f.password(),
        user_password_1: f.password(),
        user_password_2: f.password(),
    }
}

fn connect_server_changes(f: Fill) -> Vec<ConnectServerChange> {
    vec![
        ConnectServerChange::Create(connect_server(f, Some(f.number(100)))),
        ConnectServerChange::Update {
            server_instance_no: f.id(),
            block_storage_instance_no: f.some(f.id()),
            prod_spec_id: f.number(4002),
            storage_size: f.number(100),
        },
        ConnectServerChange::Delete { server_instance_no: f.id() },
    ]
}

fn hadoop(f: Fill) -> Hadoop {
    Hadoop {
        edge_node_prod_spec_id: f.number(5001),
        master_node_prod_spec_id: f.number(5101),
        master_node_storage_size: f.some(f.number(100)),
        worker_node_prod_spec_id: f.number(5201),
        worker_node_count: f.number(2),
        worker_node_storage_size: f.some(f.number(100)),
        user_password: f.password(),
    }
}

fn hadoop_changes(f: Fill) -> Vec<HadoopChange> {
    vec![
        HadoopChange::Create(hadoop(f)),
        HadoopChange::Update {
            hadoop_instance_no: f.id(),
            edge_node_prod_spec_id: f.number(5001),
            master_node_prod_spec_id: f.number(5101),
            worker_node_prod_spec_id: f.number(5201),
        },
        HadoopChange::Delete { hadoop_instance_no: f.id() },
    ]
}

fn server(f: Fill) -> Server {
    let user_password: Password = f.password();
    Server { prod_spec_id: f.number(6001), storage_size: f.some(f.number(100)), user_password }
}

fn server_changes(f: Fill) -> Vec<ServerChange> {
    vec![
        ServerChange::Create(server(f)),
        ServerChange::Update {
            server_instance_no: f.id(),
            block_storage_instance_no: f.some(f.id()),
            prod_spec_id: f.number(6001),
            storage_size: f.some(f.number(100)),
            user_password: f.some(f.password()),
        },
        ServerChange::Delete { server_instance_no: f.id() },
    ]
}
