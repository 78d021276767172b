"""What is in the simulator's account, so that generated requests can name what exists."""

import urllib.request
import json

# The kinds of infrastructure that an operation or a list is about.
KINDS = {
    "get-hadoop-cluster-info": ("HD_E",),
    "get-linux-info": ("SVR_LNX_CENT", "SVR_LNX_UBUNTU"),
    "get-tensor-flow-info": ("TF_CPU", "TF_GPU"),
    "connectServerList": ("CON",),
    "hadoopList": ("HD_E",),
    "linuxServerList": ("SVR_LNX_CENT", "SVR_LNX_UBUNTU"),
    "tensorFlowCpuServerList": ("TF_CPU",),
    "tensorFlowGpuServerList": ("TF_GPU",),
    "nasList": ("NAS",),
    "adminServerList": ("Server",),
}
# The exports of which something can become: what is documented by name and inferred by the simulator.
EXPORTS = {
    "export-file-approve": ("REQ_CMPL",),
    "export-file-reject": ("REQ_CMPL",),
    "return-file-export-apply": ("INIT", "REQ_CMPL"),
}


class Account:
    """Read once: before every request the world is what it was then."""

    def __init__(self, gateway, sign):
        self.gateway, self.sign = gateway, sign
        frames = self.read("data-box-frame/get-data-box-frame-list")
        frames = [frame["dataBoxFrameNo"] for frame in frames if frame["statusCode"] == "SET_USE"]
        self.frames = {
            frame: self.read("data-box-frame/get-data-box-frame-infra-list", dataBoxFrameNo=frame, pageSize=100)
            for frame in frames
        }
        self.boxes = {
            (frame, box["dataBoxNo"]): self.box(frame, box["dataBoxNo"])
            for frame in frames
            for box in self.read("data-box/get-data-box-list", dataBoxFrameNo=frame, pageSize=100)
            if box["statusCode"] == "USE" and not box["disabled"]
        }
        self.imports = [
            {"dataBoxFrameNo": frame, **row}
            for frame in frames
            for row in self.read("import/get-import-apply-list", dataBoxFrameNo=frame, pageSize=1000)
        ]
        self.exports = [
            {"dataBoxFrameNo": frame, **row}
            for frame in frames
            for row in self.read("export-approve/get-export-file-approve-list", dataBoxFrameNo=frame, pageSize=1000)
        ]
        buckets = self.read("bucket/get-bucket-list")
        self.bucket = next(bucket["bucketName"] for bucket in buckets if not bucket["disabled"])

    def read(self, path, **query):
        """The rows a list operation answers."""
        path = "/api/v1/" + path
        if query:
            path += "?" + "&".join(f"{name}={value}" for name, value in query.items())
        request = urllib.request.Request(self.gateway + path, headers=self.sign("GET", path))
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)["content"]

    def box(self, frame, box):
        place = {"dataBoxFrameNo": frame, "dataBoxNo": box}
        return {
            "rows": self.read("data-box/get-data-box-infra-list", **place),
            "nas": self.read("import/get-target-nas-list", **place),
            "accounts": self.read("export/get-ssl-vpn-account-list", **place),
        }

    def existing(self, operation, draw):
        """Names and numbers of things that exist and belong together; `draw` picks one of a list."""
        if "exportApplyId" in operation.fields:
            wanted = EXPORTS.get(operation.name)
            rows = [row for row in self.exports if wanted is None or row["status"] in wanted]
            row = draw([row for row in rows if (row["dataBoxFrameNo"], row["dataBoxNo"]) in self.boxes])
            return {name: row[name] for name in ("dataBoxFrameNo", "dataBoxNo", "exportApplyId")}
        if "importApplyId" in operation.fields:
            row = draw(self.imports)
            return {name: row[name] for name in ("dataBoxFrameNo", "dataBoxNo", "importApplyId")}
        if "dataBoxNo" not in operation.fields and "dataBoxFrameNo" in operation.fields:
            frame = draw(list(self.frames))
            return {"dataBoxFrameNo": frame, **self.instances(self.frames[frame], "infraType", operation, draw)}
        kinds = KINDS.get(operation.name, ())
        fitting = [
            place
            for place, box in self.boxes.items()
            if not kinds or any(row["productCode"] in kinds for row in box["rows"])
        ]
        frame, no = draw(fitting)
        box = self.boxes[frame, no]
        return {
            "dataBoxFrameNo": frame,
            "dataBoxNo": no,
            "targetNasInstanceNo": draw(box["nas"])["nasInstanceNo"],
            "sourceNasInstanceNo": draw(box["nas"])["nasInstanceNo"],
            "sslVpnNo": draw(box["accounts"])["sslVpnNo"],
            "sourceBucketName": self.bucket,
            "targetBucketName": self.bucket,
            **self.instances(box["rows"], "productCode", operation, draw),
        }

    def instances(self, rows, kind, operation, draw):
        """The numbers of servers and volumes, by the list of the request that they belong in."""

        def numbers(kinds):
            found = [row for row in rows if row[kind] in kinds]
            if not found:
                return {}
            row = draw(found)
            no = row["instanceNo"]
            named = {name: no for name in ("instanceNo", "serverInstanceNo", "adminServerInstanceNo", "nasInstanceNo")}
            storage = {"blockStorageInstanceNo": row["blockStorageInstanceNo"]} if row.get("blockStorageInstanceNo") else {}
            return {**named, "hadoopInstanceNo": no, **storage}

        volume = numbers(("NAS",))
        here = {"nasVolumeInstanceNo": volume["nasInstanceNo"]} if volume else {}
        here.update(numbers(KINDS.get(operation.name, ())))
        lists = {name: numbers(kinds) for name, kinds in KINDS.items() if name.endswith("List")}
        return {**here, **{name: found for name, found in lists.items() if found}}
