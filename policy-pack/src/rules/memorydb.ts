import { customerKey, mustNotBeFalse, noneOf } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

const tls = resourceRule("memorydb-secure", {
  check: mustNotBeFalse("tlsEnabled", "connections to the cluster are not encrypted"),
});

const acl = resourceRule("memorydb-acl", {
  check: noneOf("aclName", ["open-access"], "the cluster lets in every client of the network without a password"),
});

const cmk = resourceRule("memorydb-cmk", {
  check: customerKey("kmsKeyArn", "data is encrypted under AWS's own key instead of a customer-managed one"),
});

/** Rules on Amazon MemoryDB. */
export const memorydbRules: readonly Rule[] = [tls, acl, cmk];
