import { mustNotBeTrue } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { isGivenIn } from "../../knowledge/blocks";
import { denyWords, expectNoPhi } from "../../knowledge/phi-texts";

const roleAlias = "aws:iot/roleAlias:RoleAlias";

const tlsPolicy = resourceRule("iot-tls-policy", {
  check: (resource) => {
    // A new domain configuration gets IoTSecurityPolicy_TLS13_1_2_2022_10 by itself.
    const policy = resource.get("tlsConfig.securityPolicy");
    resource.expect(
      policy
        .isGiven()
        .not()
        .or(policy.matches(/^IoTSecurityPolicy_TLS1[23]_1_[23]_\d{4}_\d{2}$/i)),
      "the endpoint's security policy is one of those whose floor is not TLS 1.2",
    );
  },
});

const authorizerSigning = resourceRule("iot-authorizer-signing", {
  check: mustNotBeTrue("signingDisabled", "the authorizer is called for tokens without a signature"),
});

const noPhiInRegistry = resourceRule("iot-no-phi-in-registry", {
  config: denyWords,
  check: (resource) => {
    expectNoPhi(resource, resource.get("attributes"), "an attribute of the thing");
    expectNoPhi(resource, resource.get("sql"), "the rule's query");
  },
});

const provisioningSecure = resourceRule("iot-provisioning-secure", {
  check: (resource) => {
    if (resource.type === "aws:iot/caCertificate:CaCertificate") {
      mustNotBeTrue(
        "allowAutoRegistration",
        "any certificate that this authority signs is registered by itself",
      )(resource);
      return;
    }
    resource.expect(
      // Just-in-time provisioning has no hook: there the authority's certificate decides.
      resource
        .get("type")
        .isOneOf("JITP")
        .or(isGivenIn(resource.get("preProvisioningHook"), "targetArn")),
      "no hook checks a device before it is provisioned",
    );
  },
});

/** Seconds; the service's default. */
const oneHour = 3600;

const greengrassRoles = stackRule("greengrass-roles-scoped", {
  types: [roleAlias],
  check: (stack, graph) => {
    for (const alias of graph.ofType(roleAlias)) {
      const duration = alias.get("credentialDuration");
      stack.expect(
        alias,
        duration.isGiven().not().or(duration.isAtMost(oneHour)),
        "credentials that devices get through the alias last longer than an hour",
      );
    }
  },
});

export const deviceRules: readonly Rule[] = [
  tlsPolicy,
  authorizerSigning,
  noPhiInRegistry,
  provisioningSecure,
  greengrassRoles,
];
