import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const ledger = (changed: CaseProperties = {}) =>
  resource("aws:qldb/ledger:Ledger", { permissionsMode: "STANDARD", kmsKey: unknown, ...changed });

export const qldbCases: ServiceCases = {
  "qldb-not-used": [
    pass("an old ledger in order", ledger()),
    pass("protected against deletion", ledger({ deletionProtection: true })),
    fault("everyone may do everything", ledger({ permissionsMode: "ALLOW_ALL" })),
    fault("no key", ledger({ kmsKey: undefined })),
    fault("AWS's own key", ledger({ kmsKey: "AWS_OWNED_KMS_KEY" })),
    fault("not protected against deletion", ledger({ deletionProtection: false })),
    fault("no key, mode known on update", ledger({ kmsKey: undefined, permissionsMode: unknown })),
    undecided("mode known on update", ledger({ permissionsMode: unknown })),
    fault("nothing said of permissions", ledger({ permissionsMode: undefined })),
    fault("nothing said at all", resource("aws:qldb/ledger:Ledger", {})),
  ],
};
