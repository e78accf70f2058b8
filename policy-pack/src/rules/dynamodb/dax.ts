import { mustBeTrue, oneOf } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";

const encrypted = resourceRule("dax-encrypted", {
  check: mustBeTrue("serverSideEncryption.enabled", "the DAX cluster does not encrypt what it stores"),
});

const tls = resourceRule("dax-tls", {
  check: oneOf("clusterEndpointEncryptionType", ["TLS"], "the DAX cluster takes connections without TLS"),
});

export const daxRules: readonly Rule[] = [encrypted, tls];
