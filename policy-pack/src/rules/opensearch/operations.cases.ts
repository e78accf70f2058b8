import { fault, notApplicable, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { domain, elasticsearch, fineGrained } from "./testing";

type Properties = Record<string, unknown>;
const log = (logType: unknown, more: Properties = {}) => ({ logType, cloudwatchLogGroupArn: "arn", ...more });
const logs = (...options: unknown[]) => ({ logPublishingOptions: options });
const cluster = (config: Properties) => domain({ clusterConfig: config });
const spread = { zoneAwarenessEnabled: true, instanceCount: 2, dedicatedMasterEnabled: true, dedicatedMasterCount: 3 };

export const operationCases: ServiceCases = {
  "opensearch-error-logs": [
    pass("error logs", domain(logs(log("ES_APPLICATION_LOGS")))),
    pass("audit logs", elasticsearch(logs(log("AUDIT_LOGS")))),
    fault("none", domain()),
    fault("slow logs only", domain(logs(log("INDEX_SLOW_LOGS"), log("SEARCH_SLOW_LOGS")))),
    fault("switched off", domain(logs(log("ES_APPLICATION_LOGS", { enabled: false })))),
    undecided("a type known on update", domain(logs(log(unknown)))),
    undecided("all of it known on update", domain({ logPublishingOptions: unknown })),
  ],
  "opensearch-audit-logs": [
    pass("audit logs", domain({ ...fineGrained, ...logs(log("AUDIT_LOGS")) })),
    fault("error logs only", domain({ ...fineGrained, ...logs(log("ES_APPLICATION_LOGS")) })),
    fault(
      "switched off",
      domain({ ...fineGrained, ...logs(log("ES_APPLICATION_LOGS"), log("AUDIT_LOGS", { enabled: false })) }),
    ),
    notApplicable("no logs at all, which another rule reports", domain(fineGrained)),
    notApplicable("no fine-grained access control", domain(logs(log("ES_APPLICATION_LOGS")))),
    undecided("known on update", domain({ ...fineGrained, logPublishingOptions: unknown })),
  ],
  "opensearch-engine-version": [
    pass("OpenSearch", domain({ engineVersion: "OpenSearch_2.19" })),
    pass("nothing said, which means the latest", domain()),
    pass("Elasticsearch 7", domain({ engineVersion: "Elasticsearch_7.10" })),
    pass("an older domain with 6.8", elasticsearch({ elasticsearchVersion: "6.8" })),
    fault("Elasticsearch 5", domain({ engineVersion: "Elasticsearch_5.6" })),
    fault("an older domain, nothing said", elasticsearch()),
    fault("an older domain with 2.3", elasticsearch({ elasticsearchVersion: "2.3" })),
    undecided("known on update", domain({ engineVersion: unknown })),
  ],
  "opensearch-ha": [
    pass("spread over zones", cluster(spread)),
    pass("with standby", cluster({ ...spread, zoneAwarenessEnabled: undefined, multiAzWithStandbyEnabled: true })),
    fault("nothing said", domain()),
    fault("one zone", cluster({ ...spread, zoneAwarenessEnabled: false })),
    fault("one node", cluster({ ...spread, instanceCount: 1 })),
    fault("masters that are off", cluster({ ...spread, dedicatedMasterEnabled: false })),
    undecided("known on update", domain({ clusterConfig: unknown })),
  ],
};
