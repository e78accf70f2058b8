import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster, namespace, parameterGroup } from "./testing";

type Properties = Record<string, unknown>;
const logging = (properties: Properties, name = "subject") =>
  resource("aws:redshift/logging:Logging", properties, { name });
const activity = (value: unknown) => parameterGroup("redshift-2.0", [{ name: "enable_user_activity_logging", value }]);
const all = ["connectionlog", "userlog", "useractivitylog"];

export const logCases: ServiceCases = {
  "redshift-user-activity-logging": [
    pass("on", activity("true")),
    pass("on, in other words", activity("TRUE")),
    fault("off", activity("false")),
    fault("nothing said", parameterGroup("redshift-2.0")),
    undecided("known on update", activity(unknown)),
    undecided("parameters known on update", parameterGroup("redshift-2.0", unknown)),
  ],
  "redshift-audit-logging": [
    pass("a log", [cluster(), logging({ clusterIdentifier: ref("subject", "clusterIdentifier") }, "logging")]),
    pass("a log by name", [
      cluster({ clusterIdentifier: "records" }),
      logging({ clusterIdentifier: "records" }, "logging"),
    ]),
    fault("none", cluster()),
    fault("a log of another cluster", [
      cluster({ clusterIdentifier: "records" }),
      logging({ clusterIdentifier: "other" }, "logging"),
    ]),
    undecided("a log of a cluster known on update", [cluster(), logging({ clusterIdentifier: unknown }, "logging")]),
  ],
  "redshift-audit-log-types": [
    pass("CloudWatch with all three", logging({ logDestinationType: "cloudwatch", logExports: all })),
    pass("a bucket", logging({ bucketName: unknown })),
    pass("a bucket, said so", logging({ logDestinationType: "s3", bucketName: "logs" })),
    fault("CloudWatch without statements", logging({ logDestinationType: "cloudwatch", logExports: all.slice(0, 2) })),
    fault("CloudWatch without any", logging({ logDestinationType: "cloudwatch" })),
    fault("no destination", logging({})),
    undecided("exports known on update", logging({ logDestinationType: "cloudwatch", logExports: unknown })),
    undecided("a destination known on update", logging({ logDestinationType: unknown, bucketName: "logs" })),
  ],
  "redshift-serverless-logs": [
    pass("all three", namespace({ logExports: all })),
    pass("all three, in another order", namespace({ logExports: [...all].reverse() })),
    fault("none", namespace()),
    fault("two of three", namespace({ logExports: all.slice(1) })),
    undecided("known on update", namespace({ logExports: unknown })),
    undecided("one known on update", namespace({ logExports: [...all.slice(1), unknown] })),
  ],
};
