import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster } from "./testing";

type Properties = Record<string, unknown>;
const copy = (properties: Properties) => resource("aws:redshift/snapshotCopy:SnapshotCopy", properties);
const grant = (properties: Properties) => resource("aws:redshift/snapshotCopyGrant:SnapshotCopyGrant", properties);
const kept = (days: unknown) => cluster({ automatedSnapshotRetentionPeriod: days });
const production = { config: { production: true } };

export const continuityCases: ServiceCases = {
  "redshift-snapshots": [
    pass("a week", kept(7)),
    fault("nothing said, which means a day", cluster()),
    fault("off", kept(0)),
    fault("six days", kept(6)),
    fault("a week in production", kept(7), production),
    pass("35 days in production", kept(35), production),
    undecided("known on update", kept(unknown)),
  ],
  "redshift-final-snapshot": [
    pass("nothing said", cluster()),
    pass("not skipped", cluster({ skipFinalSnapshot: false, finalSnapshotIdentifier: "last" })),
    fault("skipped", cluster({ skipFinalSnapshot: true })),
    undecided("known on update", cluster({ skipFinalSnapshot: unknown })),
  ],
  "redshift-snapshot-copy-cmk": [
    pass("a copy with a grant", copy({ snapshotCopyGrantName: "grant" })),
    pass("a copy with a wired grant", copy({ snapshotCopyGrantName: unknown })),
    pass("a grant on a wired key", grant({ kmsKeyId: unknown })),
    fault("a copy without a grant", copy({})),
    fault("a grant without a key", grant({})),
    fault("a grant on AWS's own key", grant({ kmsKeyId: "alias/aws/redshift" })),
  ],
  "redshift-version-upgrade": [
    pass("nothing said", cluster()),
    pass("allowed", cluster({ allowVersionUpgrade: true })),
    fault("not allowed", cluster({ allowVersionUpgrade: false })),
    undecided("known on update", cluster({ allowVersionUpgrade: unknown })),
  ],
};
