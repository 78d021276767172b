// Certificates for the tests of TLS.

import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A certificate for `name` in a folder, signed by `issuer` or by itself. */
export async function certificate(folder, id, name, issuer) {
  const files = { certificate: join(folder, `${id}.crt`), key: join(folder, `${id}.key`) };
  const extensions = join(folder, `${id}.cnf`);
  const kind = issuer ? `subjectAltName=${/^[\d.]+$/.test(name) ? "IP" : "DNS"}:${name}` : "basicConstraints=critical,CA:TRUE";
  const request = "distinguished_name=dn\nprompt=no\nx509_extensions=ext\nreq_extensions=ext";
  await writeFile(extensions, `[req]\n${request}\n[dn]\nCN=${name}\n[ext]\n${kind}\n`);
  const openssl = (...args) => execFileSync("openssl", args, { stdio: "pipe" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", files.key, "-config", extensions];
  if (issuer) {
    openssl("req", ...key, "-out", `${files.key}.csr`);
    const by = ["-CA", issuer.certificate, "-CAkey", issuer.key, "-CAcreateserial", "-days", "2"];
    const as = ["-extfile", extensions, "-extensions", "ext", "-out", files.certificate];
    openssl("x509", "-req", "-in", `${files.key}.csr`, ...by, ...as);
  } else {
    openssl("req", "-x509", ...key, "-days", "2", "-out", files.certificate);
  }
  return files;
}
