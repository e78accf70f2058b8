import { mustNotBeFalse, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { isCustomerKey } from "../knowledge/customer-key";
import { bucketTypes } from "./s3/buckets";

const workgroup = "aws:athena/workgroup:Workgroup";
const catalogTable = "aws:glue/catalogTable:CatalogTable";
const catalogDatabase = "aws:glue/catalogDatabase:CatalogDatabase";

const results = "configuration.resultConfiguration.encryptionConfiguration";
const managedResults = "configuration.managedQueryResultsConfiguration";

const encrypted = resourceRule("athena-workgroup-encrypted", {
  check: (resource) =>
    resource.expect(
      Truth.any([
        resource.get(results).get("encryptionOption").isOneOf("SSE_KMS", "CSE_KMS", "SSE_S3"),
        resource.get(managedResults).get("enabled").isTrue(),
      ]),
      "nothing says how the workgroup encrypts query results",
    ),
});

const cmk = resourceRule("athena-workgroup-cmk", {
  check: (resource) => {
    const stated = resource.get(results);
    resource.expect(
      stated.isUnknown
        ? stated.asUnknown()
        : stated
            .get("encryptionOption")
            .isGiven()
            .not()
            .or(isCustomerKey(stated.get("kmsKeyArn"))),
      "query results are encrypted without a customer-managed key",
    );
    const managed = resource.get(managedResults);
    resource.expect(
      Truth.any([managed.get("enabled").isTrue().not(), isCustomerKey(managed.get("encryptionConfiguration.kmsKey"))]),
      "managed query results are encrypted without a customer-managed key",
    );
  },
});

const enforced = resourceRule("athena-workgroup-enforced", {
  check: mustNotBeFalse(
    "configuration.enforceWorkgroupConfiguration",
    "a client's own settings take the place of the workgroup's",
  ),
});

const databaseEncrypted = resourceRule("athena-database-encrypted", {
  check: oneOf(
    "encryptionConfiguration.encryptionOption",
    ["SSE_KMS", "CSE_KMS"],
    "nothing says that the results of the database are encrypted with a KMS key",
  ),
});

/** The buckets of the stack that an `s3://` location is in, by dependency or by name. */
function bucketsAt(graph: StackGraph, from: GraphResource, location: Value): GraphResource[] {
  const wired = graph.referencesOf(from, location, ...bucketTypes).targets;
  const name = /^s3[an]?:\/\/([^/]+)/i.exec(location.text ?? "")?.[1];
  const named = graph.ofType(...bucketTypes).filter((one) => name !== undefined && one.get("bucket").text === name);
  return [...new Set([...wired, ...named])];
}

/** Whether all buckets that a location is in are in PHI scope, so that their own rules judge them. */
function staysInScope(graph: StackGraph, from: GraphResource, location: Value): Truth {
  const buckets = bucketsAt(graph, from, location);
  // A location that is known on update may be in any bucket; one of another stack is judged there.
  const isOpen = location.isUnknown && buckets.length === 0;
  const inScope = (isOpen ? graph.ofType(...bucketTypes) : buckets).map((one) => one.mayHoldPhi());
  const answer = Truth.all(inScope);
  return from
    .mayHoldPhi()
    .not()
    .or(isOpen && !answer.isYes ? location.asUnknown() : answer);
}

const primaryClosed = stackRule("athena-primary-workgroup-closed", {
  types: [workgroup],
  check: (check, graph) => {
    for (const each of graph.ofType(workgroup)) {
      check.expect(
        each,
        staysInScope(graph, each, each.get("configuration.resultConfiguration.outputLocation")),
        "query results go to a bucket that is tagged as holding no PHI",
      );
    }
  },
});

const dataLocations = stackRule("athena-glue-data-locations-encrypted", {
  types: [catalogTable, catalogDatabase],
  check: (check, graph) => {
    for (const each of graph.ofType(catalogTable, catalogDatabase)) {
      const path = each.type === catalogTable ? "storageDescriptor.location" : "locationUri";
      check.expect(
        each,
        staysInScope(graph, each, each.get(path)),
        "the data is registered in a bucket that is tagged as holding no PHI",
      );
    }
  },
});

/** Rules on Amazon Athena. */
export const athenaRules: readonly Rule[] = [encrypted, cmk, enforced, databaseEncrypted, primaryClosed, dataLocations];
