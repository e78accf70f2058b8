import { customerKey } from "../../authoring/conditions";
import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isCustomerKey } from "../../knowledge/customer-key";
import { globalCluster, isOfAnotherRegion, isRestore, isSecondary, isServerless, onlyOwnEngines } from "./databases";

/** A replica in its source's Region, which is encrypted as its source is, under the same key. */
function isReplicaOfThisRegion(database: ResourceCheck): Truth {
  const source = database.get("replicateSourceDb");
  return source.isGiven().and(isOfAnotherRegion(source, database.get("region")).not());
}

const storageEncrypted = resourceRule("rds-storage-encrypted", {
  check: (database) => {
    onlyOwnEngines(database);
    const flag = database.get("storageEncrypted");
    // A source decides for its copies. A replica in another Region is encrypted once it names a key of that Region.
    const encryptedBySource = Truth.any([
      isRestore(database),
      isReplicaOfThisRegion(database),
      database.get("replicateSourceDb").isGiven().and(database.get("kmsKeyId").isGiven()),
      database.get("sourceDbClusterIdentifier").isGiven(),
    ]);
    database.expect(
      Truth.any([flag.isTrue(), isServerless(database), flag.isGiven().not().and(encryptedBySource)]),
      faultOfStorage(database),
    );
  },
});

function faultOfStorage(database: ResourceCheck): string {
  if (database.type === globalCluster) return "the global cluster's storage is not encrypted";
  if (!database.get("engine").matches(/^aurora/).isYes) return "storage is not encrypted";
  return "storage is not encrypted: without the flag, Aurora encrypts only clusters made since February 2026";
}

const cmk = resourceRule("rds-cmk", {
  check: (database) => {
    onlyOwnEngines(database);
    database.onlyWhen(
      database.get("storageEncrypted").isTrue().or(isServerless(database)),
      "has no encrypted storage, which is another rule's finding",
    );
    const key = database.get("kmsKeyId");
    const keyOfSource = Truth.any([isRestore(database), isReplicaOfThisRegion(database), isSecondary(database)]);
    database.expect(
      isCustomerKey(key).or(key.isGiven().not().and(keyOfSource)),
      "storage is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const performanceInsights = resourceRule("rds-performance-insights-encrypted", {
  check: (database) => {
    database.onlyWhen(database.get("performanceInsightsEnabled").isTrue(), "Performance Insights is off");
    customerKey(
      "performanceInsightsKmsKeyId",
      "Performance Insights keeps query text under AWS's own key instead of a customer-managed one",
    )(database);
  },
});

const activityStream = resourceRule("rds-activity-stream-cmk", {
  check: customerKey("kmsKeyId", "the activity stream is encrypted under AWS's own key"),
});

/** Rules on how databases encrypt what they keep. */
export const encryptionRules: readonly Rule[] = [storageEncrypted, cmk, performanceInsights, activityStream];
