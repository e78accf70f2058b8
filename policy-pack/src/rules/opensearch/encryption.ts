import { customerKey, mustBeTrue } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { enforcesHttps, hasFineGrainedAccess } from "./domains";

const atRest = resourceRule("opensearch-at-rest", {
  check: (resource) => {
    const flag = resource.get("encryptAtRest.enabled");
    // AWS refuses fine-grained access control without encryption, so nothing said is on there.
    resource.expect(
      flag.isTrue().or(flag.isGiven().not().and(hasFineGrainedAccess(resource))),
      "the domain is not encrypted at rest",
    );
  },
});

const cmk = resourceRule("opensearch-cmk", {
  check: (resource) => {
    resource.onlyWhen(
      resource.get("encryptAtRest.enabled").isTrue(),
      "is not encrypted at rest, which is another rule's finding",
    );
    customerKey(
      "encryptAtRest.kmsKeyId",
      "the domain is encrypted under AWS's own key instead of a customer-managed one",
    )(resource);
  },
});

const nodeToNode = resourceRule("opensearch-node-to-node", {
  check: mustBeTrue("nodeToNodeEncryption.enabled", "traffic between the nodes of the domain is not encrypted"),
});

const https = resourceRule("opensearch-https-tls12", {
  check: (resource) => resource.expect(enforcesHttps(resource), "the domain takes plain HTTP"),
});

const tlsPolicy = resourceRule("opensearch-tls-policy", {
  check: (resource) => {
    resource.onlyWhen(enforcesHttps(resource), "takes plain HTTP, which is another rule's finding");
    resource.expect(
      resource.get("domainEndpointOptions.tlsSecurityPolicy").matches(/^Policy-Min-TLS-1-[23]-/i),
      "the domain accepts TLS older than 1.2",
    );
  },
});

/** Rules on encryption at rest and in transit. */
export const encryptionRules: readonly Rule[] = [atRest, cmk, nodeToNode, https, tlsPolicy];
