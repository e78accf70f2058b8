import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const trail = (properties: Record<string, unknown> = {}) => resource("aws:cloudtrail/trail:Trail", properties);
const key = resource("aws:kms/key:Key", {}, { name: "key" });

export const trailCases: ServiceCases = {
  "cloudtrail-trail-settings": [
    pass("all Regions", trail({ isMultiRegionTrail: true })),
    pass("all Regions and global services", trail({ isMultiRegionTrail: "true", includeGlobalServiceEvents: true })),
    fault("one Region", trail({ isMultiRegionTrail: false })),
    fault("nothing said, which means one Region", trail()),
    fault("no global services", trail({ isMultiRegionTrail: true, includeGlobalServiceEvents: false })),
    undecided("Regions known on update", trail({ isMultiRegionTrail: unknown })),
    fault(
      "no global services beside unknown Regions",
      trail({ isMultiRegionTrail: unknown, includeGlobalServiceEvents: false }),
    ),
  ],
  "cloudtrail-log-file-validation": [
    pass("on", trail({ enableLogFileValidation: true })),
    pass("on, as text", trail({ enableLogFileValidation: "true" })),
    fault("off", trail({ enableLogFileValidation: false })),
    fault("nothing said, which means off", trail()),
    undecided("known on update", trail({ enableLogFileValidation: unknown })),
  ],
  "cloudtrail-logging-on": [
    pass("nothing said, which means on", trail()),
    pass("on", trail({ enableLogging: true })),
    fault("off", trail({ enableLogging: false })),
    fault("off, as text", trail({ enableLogging: "false" })),
    undecided("known on update", trail({ enableLogging: unknown })),
  ],
  "cloudtrail-cmk": [
    pass("a wired key", [trail({ kmsKeyId: ref("key", "arn") }), key]),
    pass("a customer's alias", trail({ kmsKeyId: "alias/audit" })),
    fault("no key", trail()),
    fault("an empty key", trail({ kmsKeyId: "" })),
    fault("AWS's own key", trail({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:alias/aws/s3" })),
  ],
};
